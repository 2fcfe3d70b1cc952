/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"

#include <glib/gi18n.h>

/* Six months: long enough to look for another one without haste. */
#define SUPPORT_WARNING_DAYS 183
/* A maker may tell a year later what it did not tell before. */
#define SUPPORT_SOUGHT_SECONDS (365 * 24 * 60 * 60)

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

static void
tell_sought (HuisDevice *device, HuisFinding *finding)
{
  gint64 sought = huis_device_get_support_sought (device);
  g_autofree char *day = huis_assessment_format_date (sought);

  finding->witness = HUIS_WITNESS_SAID;
  finding->when = sought;
  if (g_get_real_time () / G_USEC_PER_SEC - sought < SUPPORT_SOUGHT_SECONDS)
    {
      finding->status = HUIS_STATUS_ACCEPTED;
      /* Translators: %s is a day, "3 March 2026". */
      finding->saw = g_strdup_printf (_ ("You looked on %s, and found no date."), day);
    }
  else
    /* Translators: %s is a day, "3 March 2026". */
    finding->saw =
        g_strdup_printf (_ ("You looked on %s, and found no date. Look once more."), day);
}

void
huis_check_support (HuisNetwork *network, HuisDevice *of, HuisFinding *finding)
{
  HuisDevice *device =
      of != NULL ? of : huis_inventory_find_gateway (huis_network_get_inventory (network));
  const char *until = device != NULL ? huis_device_get_support_until (device) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = until != NULL ? g_strconcat (until, "T23:59:59", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) end = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;
  g_autofree char *day = NULL;
  gint64 days;

  if (end == NULL && device != NULL && huis_device_get_support_sought (device) > 0)
    tell_sought (device, finding);
  if (end == NULL)
    return;

  days = g_date_time_difference (end, now) / G_TIME_SPAN_DAY;
  day = huis_assessment_format_day (g_date_time_to_unix (end));
  finding->witness = HUIS_WITNESS_SAID;
  finding->when = huis_device_get_support_said (device);
  finding->status = days < SUPPORT_WARNING_DAYS ? HUIS_STATUS_TO_DO : HUIS_STATUS_IN_ORDER;
  if (days < 0)
    /* Translators: %s is a day. */
    finding->saw = g_strdup_printf (_ ("The maker stopped the updates on %s."), day);
  else
    /* Translators: %s is a day. */
    finding->saw = g_strdup_printf (_ ("The maker gives updates until %s."), day);
}
