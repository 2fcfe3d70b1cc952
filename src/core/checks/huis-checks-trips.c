/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"
#include "huis-openings.h"

#include <glib/gi18n.h>

/* More than this are counted, not named: the sentence is to be read. */
#define NAMES_MAX 5

static HuisTrip *
find_report (HuisNetwork *network, HuisTripKind kind)
{
  return huis_trip_book_get_report (huis_network_get_trip_book (network), kind);
}

/* A door that went through an opening of the router was closed since, where the router, asked
 * later, no longer lists it. */
static gboolean
was_closed_since (HuisNetwork *network, HuisTrip *trip, const HuisDoor *door)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  g_autoptr (GPtrArray) openings = NULL;

  if (door->inside == 0 || g_strcmp0 (door->address, huis_trip_get_outside (trip)) != 0 ||
      router == NULL || huis_device_get_tested (router) <= huis_trip_get_tried (trip))
    return FALSE;

  openings = huis_openings_list (network);
  for (guint i = 0; i < openings->len; i++)
    {
      gint64 port = huis_observation_get_int (g_ptr_array_index (openings, i), "external_port", -1);

      if (port == door->port || port == 0)
        return FALSE;
    }

  return TRUE;
}

/* Of HuisDoor: those that answered from outside and were not closed since, to @device or to all. */
static GPtrArray *
list_open (HuisNetwork *network, HuisTrip *trip, HuisDevice *device)
{
  GPtrArray *doors = huis_trip_get_doors (trip);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < doors->len; i++)
    {
      HuisDoor *door = g_ptr_array_index (doors, i);

      if (door->state == HUIS_DOOR_OPEN && !was_closed_since (network, trip, door) &&
          (device == NULL || g_strcmp0 (door->device, huis_device_get_id (device)) == 0))
        g_ptr_array_add (open, door);
    }

  return open;
}

static char *
join_ports (GPtrArray *doors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doors->len && i < NAMES_MAX; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "",
                            ((HuisDoor *) g_ptr_array_index (doors, i))->port);
  if (doors->len > NAMES_MAX)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

static void
set_seen (HuisFinding *finding, HuisStatus status, HuisTrip *trip, char *saw)
{
  g_free (finding->saw);
  finding->status = status;
  finding->witness = HUIS_WITNESS_SEEN;
  finding->when = huis_trip_get_tried (trip);
  finding->saw = saw;
}

static void
set_not_tested (HuisFinding *finding, char *saw)
{
  g_free (finding->saw);
  finding->saw = saw;
}

void
huis_check_firewall (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisTrip *trip = find_report (network, HUIS_TRIP_OUTSIDE);
  g_autoptr (GPtrArray) open = trip != NULL ? list_open (network, trip, NULL) : NULL;
  g_autofree char *ports = open != NULL ? join_ports (open) : NULL;

  /* What the router itself says of its firewall stands where we knocked at none of its doors. */
  huis_check_ipv6_firewall (network, unused, finding);
  if (trip == NULL || (open->len == 0 && finding->status == HUIS_STATUS_TO_DO))
    return;

  if (open->len > 0)
    /* Translators: %1$u is how many; %2$s are numbers, "8080, 8554". */
    set_seen (finding, HUIS_STATUS_TO_DO, trip,
              g_strdup_printf (ngettext ("We knocked from outside, and %1$u door opened: %2$s.",
                                         "We knocked from outside, and %1$u doors opened: %2$s.",
                                         open->len),
                               open->len, ports));
  else if (huis_trip_count_knocked (trip) > 0)
    /* Translators: %u is how many doors. */
    set_seen (
        finding, HUIS_STATUS_IN_ORDER, trip,
        g_strdup_printf (_ ("We knocked from outside at %u doors: none opened. Other doors we "
                            "did not try."),
                         huis_trip_count_knocked (trip)));
  else
    /* Translators: %u is how many doors. */
    set_not_tested (finding,
                    g_strdup_printf (_ ("Nothing answered from outside, at %u doors. But we could "
                                        "not see whether our knocks arrived."),
                                     huis_trip_get_doors (trip)->len));
}

void
huis_check_reached (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  HuisTrip *trip = find_report (network, HUIS_TRIP_OUTSIDE);
  g_autoptr (GPtrArray) open = trip != NULL ? list_open (network, trip, device) : NULL;

  if (open != NULL && open->len > 0)
    set_seen (finding, HUIS_STATUS_TO_DO, trip,
              g_strdup (_ ("This device can be reached from the internet: it answered when we "
                           "knocked from outside. Anyone can knock.")));
}

/* The titles of the devices at which a door stood open, "Printer, NAS"; %NULL where there is none.
 */
static char *
join_reached (HuisNetwork *network, HuisTrip *trip)
{
  GPtrArray *doors = huis_trip_get_doors (trip);
  HuisInventory *inventory = huis_network_get_inventory (network);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doors->len; i++)
    {
      HuisDoor *door = g_ptr_array_index (doors, i);
      HuisDevice *device =
          door->device != NULL ? huis_inventory_find (inventory, door->device) : NULL;

      if (door->state != HUIS_DOOR_OPEN || device == NULL || !g_hash_table_add (seen, door->device))
        continue;
      if (g_hash_table_size (seen) <= NAMES_MAX)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                huis_device_get_title (device));
    }
  if (g_hash_table_size (seen) > NAMES_MAX)
    g_string_append (text, "…");

  return g_string_free (text, text->len == 0);
}

void
huis_check_guest (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisTrip *trip = find_report (network, HUIS_TRIP_GUEST);
  g_autofree char *reached = trip != NULL ? join_reached (network, trip) : NULL;
  guint n = trip != NULL ? huis_trip_count_addresses (trip) : 0;

  if (trip == NULL)
    return;
  if (reached != NULL)
    /* Translators: %s is a list of devices, "Printer, Camera". */
    set_seen (finding, HUIS_STATUS_TO_DO, trip,
              g_strdup_printf (_ ("From the guest network we could reach: %s."), reached));
  else if (huis_trip_count_doors (trip, HUIS_DOOR_OPEN) > 0)
    set_seen (finding, HUIS_STATUS_TO_DO, trip,
              g_strdup (_ ("From the guest network we could reach a device at home.")));
  else if (huis_trip_count_doors (trip, HUIS_DOOR_REFUSED) > 0)
    set_not_tested (finding, g_strdup (_ ("From the guest network nothing opened, but something "
                                          "refused us. That can be a device at home.")));
  else
    set_seen (
        finding, HUIS_STATUS_IN_ORDER, trip,
        g_strdup_printf (
            ngettext ("From the guest network, the %u device that we tried did not answer. We "
                      "saw no hole.",
                      "From the guest network, none of the %u devices that we tried "
                      "answered. We saw no hole.",
                      n),
            n));
}
