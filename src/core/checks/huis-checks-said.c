/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"

#include <glib/gi18n.h>

/* Not a look but a word of the person's, which bears no date. */
void
huis_check_unknown (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  if (huis_device_get_known (device))
    return;

  finding->status = HUIS_STATUS_TO_DO;
  finding->saw = g_strdup (_ ("You do not know this device yet."));
}

void
huis_check_unknown_devices (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n_devices = huis_inventory_get_n_devices (inventory);
  guint n = 0;

  for (guint i = 0; i < n_devices; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      n += !huis_device_get_known (device) && !huis_device_has_ended (device) ? 1 : 0;
    }
  if (n == 0)
    return;

  finding->status = HUIS_STATUS_TO_DO;
  finding->saw = g_strdup_printf (ngettext ("You do not know %u device on the list yet.",
                                            "You do not know %u devices on the list yet.", n),
                                  n);
}

/* Unplugged, said the person; and then it was seen. */
void
huis_check_ended (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  g_autofree char *day = NULL;

  if (huis_device_get_ending (device) == HUIS_ENDING_NONE || huis_device_has_ended (device))
    return;

  day = huis_assessment_format_day (huis_device_get_last_seen (device));
  finding->status = HUIS_STATUS_TO_DO;
  finding->witness = HUIS_WITNESS_SEEN;
  finding->when = huis_device_get_last_seen (device);
  /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
  finding->saw = g_strdup_printf (_ ("You said that it is no longer in use. We saw it: %s."), day);
}

/* The day to look again is chosen on the page of the checklist. */
void
huis_check_next_look (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  gint64 next = huis_network_get_next_look (network);
  gboolean due = next <= g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *day = next > 0 ? huis_assessment_format_date (next) : NULL;

  if (day == NULL)
    return;

  finding->status = due ? HUIS_STATUS_TO_DO : HUIS_STATUS_IN_ORDER;
  finding->witness = HUIS_WITNESS_SAID;
  finding->when = due ? next : 0; /* a day that was chosen before this one came no longer counts */
  /* Translators: %s is a day, "3 March 2026". */
  finding->saw = g_strdup_printf (due ? _ ("You wanted to look again on %s. That day is here.")
                                      : _ ("You look again on %s."),
                                  day);
}
