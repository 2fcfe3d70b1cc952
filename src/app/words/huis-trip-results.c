/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-results"

#include "huis-trip-words.h"

#include <glib/gi18n.h>

static void
free_result (gpointer data)
{
  HuisTripResult *result = data;

  g_free (result->title);
  g_free (result->text);
  g_free (result);
}

static void
take (GPtrArray *results, HuisStatus status, char *title, char *text)
{
  HuisTripResult *result = g_new0 (HuisTripResult, 1);

  result->status = status;
  result->title = title;
  result->text = text;
  g_ptr_array_add (results, result);
}

static HuisDevice *
find_device (HuisNetwork *network, const HuisDoor *door)
{
  return door->device != NULL
             ? huis_inventory_find (huis_network_get_inventory (network), door->device)
             : NULL;
}

/* What stands behind the door inside tells more: behind 8000 is often the page of port 80. */
static const HuisDoorInfo *
find_info (HuisDoorList *list, const HuisDoor *door)
{
  const HuisDoorInfo *info = NULL;

  if (list != NULL && door->inside != 0)
    info = huis_door_list_find (list, door->inside);
  if (list != NULL && info == NULL)
    info = huis_door_list_find (list, door->port);

  return info;
}

static void
add_open_door (GPtrArray *results, HuisNetwork *network, HuisDoorList *list, const HuisDoor *door)
{
  const HuisDoorInfo *info = find_info (list, door);
  HuisDevice *device = find_device (network, door);
  g_autofree char *where = NULL;
  char *title;

  if (device != NULL)
    /* Translators: %s is the name of a device. */
    where = g_strdup_printf (_ ("The door leads to: %s."), huis_device_get_title (device));
  else
    where = g_strdup (_ ("The door leads to your router, or to a device that someone let in by "
                         "hand."));
  if (info != NULL)
    /* Translators: what passes through a door in the router: "Web page (port 8080)". */
    title = g_strdup_printf (_ ("%1$s (port %2$d)"), _ (info->name), door->port);
  else
    /* Translators: a door in the router of which we do not know what passes: "Port 4711". */
    title = g_strdup_printf (_ ("Port %d"), door->port);

  take (results, HUIS_STATUS_TO_DO, title,
        info != NULL ? g_strjoin (" ", where, _ (info->what), NULL) : g_strdup (where));
}

static void
add_no_door (GPtrArray *results, HuisTrip *trip)
{
  if (huis_trip_count_knocked (trip) > 0)
    take (results, HUIS_STATUS_IN_ORDER, g_strdup (_ ("No door opened")),
          g_strdup (_ ("That is good, and no proof: we tried the doors that strangers try first, "
                       "from one place.")));
  else
    take (results, HUIS_STATUS_NOT_TESTED, g_strdup (_ ("Nothing answered")),
          g_strdup (_ ("We could not see whether our knocks arrived. Some providers hold them "
                       "back. So this is no proof.")));
}

static void
list_outside (GPtrArray *results, HuisTrip *trip, HuisNetwork *network, HuisDoorList *list)
{
  GPtrArray *doors = huis_trip_get_doors (trip);

  for (guint i = 0; i < doors->len; i++)
    if (((HuisDoor *) g_ptr_array_index (doors, i))->state == HUIS_DOOR_OPEN)
      add_open_door (results, network, list, g_ptr_array_index (doors, i));
  if (results->len == 0)
    add_no_door (results, trip);
  if (huis_trip_missed_ipv6 (trip))
    take (results, HUIS_STATUS_NOT_TESTED,
          g_strdup (_ ("Not tested: the new kind of address (IPv6)")),
          g_strdup (_ ("Your devices have such addresses, but the hotspot seems to have none. So "
                       "we could not knock there.")));
}

/* The ports of the device that @first is at, "80, 554", and how many they are. */
static char *
join_ports (GPtrArray *doors, const HuisDoor *first, guint *n)
{
  GString *text = g_string_new (NULL);

  *n = 0;

  for (guint i = 0; i < doors->len; i++)
    {
      const HuisDoor *door = g_ptr_array_index (doors, i);

      if (door->state != HUIS_DOOR_OPEN || g_strcmp0 (door->address, first->address) != 0)
        continue;
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", door->port);
      (*n)++;
    }

  return g_string_free (text, FALSE);
}

static void
add_reached (GPtrArray *results, HuisTrip *trip, HuisNetwork *network, const HuisDoor *door)
{
  HuisDevice *device = find_device (network, door);
  guint n;
  g_autofree char *ports = join_ports (huis_trip_get_doors (trip), door, &n);

  take (results, HUIS_STATUS_TO_DO,
        g_strdup (device != NULL ? huis_device_get_title (device) : door->address),
        /* Translators: %s are numbers, "80, 554". */
        g_strdup_printf (ngettext ("From the guest network it answered, at port %s.",
                                   "From the guest network it answered, at ports %s.", n),
                         ports));
}

static void
list_guest (GPtrArray *results, HuisTrip *trip, HuisNetwork *network)
{
  GPtrArray *doors = huis_trip_get_doors (trip);
  const char *last = NULL;

  for (guint i = 0; i < doors->len; i++)
    {
      const HuisDoor *door = g_ptr_array_index (doors, i);

      /* The doors of one device follow each other. */
      if (door->state == HUIS_DOOR_OPEN && g_strcmp0 (door->address, last) != 0)
        {
          add_reached (results, trip, network, door);
          last = door->address;
        }
    }
  if (results->len > 0)
    return;

  if (huis_trip_count_doors (trip, HUIS_DOOR_REFUSED) > 0)
    take (results, HUIS_STATUS_NOT_TESTED,
          g_strdup (_ ("Nothing opened, but something refused us")),
          g_strdup (_ ("That can be the guest network itself, or a device at home that it let us "
                       "through to.")));
  else
    take (results, HUIS_STATUS_IN_ORDER, g_strdup (_ ("Nothing answered: no hole seen")),
          g_strdup (_ ("We tried each device at a few doors only. That is no proof that there is "
                       "no hole.")));
}

GPtrArray *
huis_trip_words_list_results (HuisTrip *trip, HuisNetwork *network, HuisDoorList *list)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (free_result);

  if (huis_trip_get_kind (trip) == HUIS_TRIP_OUTSIDE)
    list_outside (results, trip, network, list);
  else
    list_guest (results, trip, network);

  return results;
}

char *
huis_trip_words_describe (HuisTrip *trip)
{
  g_autofree char *day = huis_assessment_format_day (huis_trip_get_tried (trip));
  guint doors = huis_trip_get_doors (trip)->len;
  const char *name = huis_trip_get_elsewhere (trip);

  if (name != NULL)
    /* Translators: %1$s is a day, "today, 14:05" or "3 March 2026"; %2$s is the name of a Wi-Fi
     * network; %3$u is how many doors. */
    return g_strdup_printf (_ ("Tested: %1$s, from ‘%2$s’, at %3$u doors."), day, name, doors);

  /* Translators: %1$s is a day, "today, 14:05" or "3 March 2026"; %2$u is how many doors. */
  return g_strdup_printf (_ ("Tested: %1$s, at %2$u doors."), day, doors);
}
