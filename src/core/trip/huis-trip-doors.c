/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip"

#include "huis-kind.h"
#include "huis-trip-private.h"

#include <string.h>

void
huis_door_free (HuisDoor *door)
{
  g_free (door->address);
  g_free (door->device);
  g_free (door);
}

int
huis_trip_find_way (const char *address)
{
  return address != NULL && strchr (address, ':') != NULL ? HUIS_WAY_IPV6 : HUIS_WAY_IPV4;
}

HuisDoor *
huis_trip_find_door (HuisTrip *self, const char *address, gint64 port)
{
  for (guint i = 0; i < self->doors->len; i++)
    {
      HuisDoor *door = g_ptr_array_index (self->doors, i);

      if (door->port == port && g_strcmp0 (door->address, address) == 0)
        return door;
    }

  return NULL;
}

void
huis_trip_forget_try (HuisTrip *self)
{
  self->near = FALSE;
  memset (self->ways, 0, sizeof self->ways);
  self->tried = 0;
  for (guint i = 0; i < self->doors->len; i++)
    ((HuisDoor *) g_ptr_array_index (self->doors, i))->state = HUIS_DOOR_UNTRIED;
}

void
huis_trip_add_door (HuisTrip *self,
                    const char *address,
                    guint16 port,
                    const char *device,
                    guint16 inside)
{
  HuisDoor *door;

  if (port == 0 || self->doors->len >= HUIS_TRIP_DOORS_MAX ||
      huis_trip_find_door (self, address, port))
    return;

  door = g_new0 (HuisDoor, 1);
  door->address = g_strdup (address);
  door->port = port;
  door->device = g_strdup (device);
  door->inside = inside;
  g_ptr_array_add (self->doors, door);
}

static JsonArray *
find_ports (JsonArray *targets, const char *address)
{
  JsonObject *target;

  for (guint i = 0; i < json_array_get_length (targets); i++)
    {
      target = json_array_get_object_element (targets, i);
      if (g_strcmp0 (huis_json_get_string (target, "address"), address) == 0)
        return huis_json_get_array (target, "ports");
    }

  target = json_object_new ();
  huis_json_set_string (target, "address", address);
  json_object_set_array_member (target, "ports", json_array_new ());
  json_array_add_object_element (targets, target);

  return huis_json_get_array (target, "ports");
}

JsonObject *
huis_trip_make_request (HuisTrip *self, const char *interface)
{
  JsonObject *request = json_object_new ();
  JsonArray *targets = json_array_new ();

  for (guint i = 0; i < self->doors->len; i++)
    {
      const HuisDoor *door = g_ptr_array_index (self->doors, i);

      json_array_add_int_element (find_ports (targets, door->address), door->port);
    }
  huis_json_set_string (request, "request",
                        huis_enum_to_id (HUIS_TYPE_TRIP_KIND, (int) self->kind));
  huis_json_set_string (request, "interface", interface);
  json_object_set_array_member (request, "targets", targets);

  return request;
}

void
huis_trip_take (HuisTrip *self, HuisObservation *observation)
{
  JsonObject *fields = huis_observation_get_fields (observation);

  if (self->stage != HUIS_TRIP_TRYING)
    return;
  if (huis_observation_is (observation, "way"))
    {
      HuisTripWay *way =
          &self->ways[huis_trip_find_way (huis_observation_get_address (observation))];

      self->near = self->near || huis_json_get_boolean (fields, "near", FALSE);
      way->passed = huis_json_get_boolean (fields, "passed", FALSE);
      way->blocked = huis_json_get_boolean (fields, "blocked", FALSE);
    }
  else if (huis_observation_is (observation, "door"))
    {
      HuisDoor *door = huis_trip_find_door (self, huis_observation_get_address (observation),
                                            huis_observation_get_int (observation, "port", 0));

      if (door != NULL)
        door->state =
            (HuisDoorState) huis_enum_from_id (HUIS_TYPE_DOOR_STATE,
                                               huis_observation_get_string (observation, "state"),
                                               HUIS_DOOR_SILENT);
    }
}

guint
huis_trip_count_doors (HuisTrip *self, HuisDoorState state)
{
  guint n = 0;

  for (guint i = 0; i < self->doors->len; i++)
    if (((HuisDoor *) g_ptr_array_index (self->doors, i))->state == state)
      n++;

  return n;
}

guint
huis_trip_count_by_way (HuisTrip *self, int way, int state)
{
  guint n = 0;

  for (guint i = 0; i < self->doors->len; i++)
    {
      const HuisDoor *door = g_ptr_array_index (self->doors, i);

      if (huis_trip_find_way (door->address) == way && (state < 0 || (int) door->state == state))
        n++;
    }

  return n;
}

guint
huis_trip_count_knocked (HuisTrip *self)
{
  guint n = 0;

  for (int way = 0; way < HUIS_N_WAYS; way++)
    if (self->ways[way].passed)
      n += huis_trip_count_by_way (self, way, -1);

  return n;
}

gboolean
huis_trip_missed_ipv6 (HuisTrip *self)
{
  return self->kind == HUIS_TRIP_OUTSIDE && !self->ways[HUIS_WAY_IPV6].passed &&
         huis_trip_count_by_way (self, HUIS_WAY_IPV6, -1) > 0;
}

guint
huis_trip_count_addresses (HuisTrip *self)
{
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->doors->len; i++)
    g_hash_table_add (addresses, ((HuisDoor *) g_ptr_array_index (self->doors, i))->address);

  return g_hash_table_size (addresses);
}
