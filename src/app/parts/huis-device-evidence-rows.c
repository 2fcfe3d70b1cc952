/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-evidence-rows"

#include "huis-device-evidence-rows.h"

#include "huis-assessment.h"
#include "huis-device-words.h"
#include "huis-row.h"

#include <glib/gi18n.h>

static void
add (GPtrArray *rows, const char *icon_name, const char *title, const char *subtitle)
{
  GtkWidget *row = huis_row_new ();
  GtkWidget *parent = gtk_list_box_row_new ();

  huis_row_set_icon_name (HUIS_ROW (row), icon_name);
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), subtitle);

  /* A row of our own: AdwExpanderRow could not take a bare child out again. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (parent), row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (parent), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_ptr_array_add (rows, parent);
}

static void
add_day (GPtrArray *rows, const char *title, gint64 when)
{
  g_autofree char *day = when > 0 ? huis_assessment_format_day (when) : NULL;

  if (day != NULL)
    add (rows, NULL, day, title);
}

/* One network number for many: what is behind it can't be told apart by that. */
static void
add_extender (GPtrArray *rows, HuisDevice *device)
{
  if (huis_device_is_extender (device))
    add (rows, huis_device_words_strength_icon (HUIS_STRENGTH_LIKELY),
         _ ("It answers for several addresses at once, as a Wi-Fi extender does. Devices behind it "
            "look like one here."),
         huis_device_words_strength (HUIS_STRENGTH_LIKELY));
}

void
huis_device_evidence_rows_make (HuisDevice *device, GPtrArray *rows)
{
  HuisIdentity *identity = huis_device_get_identity (device);
  g_auto (GStrv) addresses = huis_device_dup_addresses (device);
  g_autofree char *joined = addresses != NULL ? g_strjoinv ("\n", addresses) : NULL;

  if (huis_device_get_given_kind (device) != HUIS_KIND_UNKNOWN ||
      huis_device_get_given_maker (device) != NULL || huis_device_get_given_model (device) != NULL)
    add (rows, "huis-step-done-symbolic", _ ("You said so yourself."), NULL);
  for (guint i = 0; identity != NULL && i < identity->reasons->len; i++)
    {
      const HuisReason *reason = g_ptr_array_index (identity->reasons, i);
      g_autofree char *text = huis_reason_to_text (reason);

      add (rows, huis_device_words_strength_icon (reason->strength), text,
           huis_device_words_strength (reason->strength));
    }
  if (rows->len == 0 && huis_device_get_origin (device) == HUIS_ORIGIN_BY_HAND)
    add (rows, NULL, _ ("You added it yourself."), NULL);
  else if (rows->len == 0)
    add (rows, NULL, _ ("It answers, but it says nothing about itself."), NULL);

  add_extender (rows, device);
  if (joined != NULL && *joined != '\0')
    add (rows, NULL, joined, _ ("Its address on your network"));
  if (huis_device_get_mac (device) != NULL)
    add (rows, NULL, huis_device_get_mac (device),
         huis_device_is_hiding (device) ? _ ("Its network number (MAC), made up by the device")
                                        : _ ("Its network number (MAC)"));
  add_day (rows, _ ("Seen first"), huis_device_get_first_seen (device));
  add_day (rows, _ ("Seen last"), huis_device_get_last_seen (device));
}
