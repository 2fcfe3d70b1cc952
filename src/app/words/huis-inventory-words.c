/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory-words"

#include "huis-inventory-words.h"

#include "huis-assessment.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static char *
words_while_looking (HuisSession *session, guint n)
{
  if (g_strcmp0 (huis_session_get_stage (session), "listen") == 0)
    return g_strdup_printf (ngettext ("%u device found. Still listening for devices that sleep…",
                                      "%u devices found. Still listening for devices that sleep…",
                                      n),
                            n);

  return g_strdup_printf (
      ngettext ("%u device found. Looking around…", "%u devices found. Looking around…", n), n);
}

static guint
count_present (HuisInventory *inventory)
{
  guint n = huis_inventory_get_n_devices (inventory);
  guint present = 0;

  for (guint i = 0; i < n; i++)
    present += huis_device_get_present (huis_inventory_peek (inventory, i));

  return present;
}

char *
huis_inventory_words_look (HuisSession *session)
{
  HuisNetwork *network = huis_session_get_network (session);
  g_autofree char *day = NULL;
  guint present;

  if (network == NULL)
    return g_strdup ("");

  present = count_present (huis_network_get_inventory (network));
  if (huis_session_get_looking (session) == HUIS_LOOK_ALL)
    return words_while_looking (session, present);
  if (huis_session_get_look_error (session) != NULL)
    return g_strdup (_ ("The look stopped early. What was found stays in the list."));
  if (huis_network_get_last_look (network) == 0)
    return g_strdup (_ ("Not looked around yet."));

  day = huis_assessment_format_day (huis_network_get_last_look (network));
  /* Translators: %2$s is a day: "today, 14:05" or "3 March 2026". */
  return g_strdup_printf (ngettext ("We saw %1$u device (%2$s). Is one missing?",
                                    "We saw %1$u devices (%2$s). Is one missing?", present),
                          present, day);
}
