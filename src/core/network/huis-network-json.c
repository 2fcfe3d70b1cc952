/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-network"

#include "huis-network-private.h"

static void
load_devices (HuisNetwork *self, JsonArray *devices)
{
  guint n;

  huis_inventory_load_json (self->inventory, devices);
  n = huis_inventory_get_n_devices (self->inventory);
  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (self->inventory, i);

      /* Seen in the newest look, whenever that was. */
      huis_device_set_present (device, huis_device_get_last_seen (device) > 0 &&
                                           huis_device_get_last_seen (device) >= self->look_begun);
    }
}

HuisNetwork *
huis_network_new_from_json (JsonObject *object)
{
  const char *key = huis_json_get_string (object, "key");
  JsonObject *fields = huis_json_get_object (object, "interface");
  g_autoptr (HuisObservation) interface = NULL;
  HuisNetwork *self;

  if (key == NULL || fields == NULL)
    return NULL;
  interface = huis_observation_new (fields, huis_json_get_int (object, "seen", 0), NULL);
  if (interface == NULL)
    return NULL;

  self = huis_network_new (interface);
  g_free (self->key);
  self->key = g_strdup (key);
  self->owner =
      (HuisOwner) huis_enum_from_id (HUIS_TYPE_OWNER, huis_json_get_string (object, "owner"),
                                     HUIS_OWNER_NOT_ASKED);
  self->owner_when = huis_json_get_int (object, "owner_when", 0);
  self->look_begun = huis_json_get_int (object, "look_begun", 0);
  self->last_look = huis_json_get_int (object, "last_look", 0);
  self->next_look = huis_json_get_int (object, "next_look", 0);
  self->grouping = (HuisGrouping) huis_enum_from_id (HUIS_TYPE_GROUPING,
                                                     huis_json_get_string (object, "grouping"),
                                                     HUIS_GROUPING_ROOM);
  self->router_guide = g_strdup (huis_json_get_string (object, "router_guide"));
  if (huis_json_get_array (object, "devices") != NULL)
    load_devices (self, huis_json_get_array (object, "devices"));
  if (huis_json_get_array (object, "answers") != NULL)
    huis_answers_load_json (self->answers, huis_json_get_array (object, "answers"));
  if (huis_json_get_object (object, "trips") != NULL)
    huis_trip_book_load_json (self->trip_book, huis_json_get_object (object, "trips"));
  if (huis_json_get_object (object, "openings") != NULL)
    huis_opening_book_load_json (self->opening_book, huis_json_get_object (object, "openings"));
  if (huis_json_get_array (object, "history") != NULL)
    huis_history_load_json (self->history, huis_json_get_array (object, "history"));

  return self;
}

JsonObject *
huis_network_to_json (HuisNetwork *self)
{
  JsonObject *object = json_object_new ();

  huis_json_set_string (object, "key", self->key);
  json_object_set_int_member (object, "seen", huis_observation_get_seen (self->interface));
  json_object_set_object_member (object, "interface",
                                 json_object_ref (huis_observation_get_fields (self->interface)));
  huis_json_set_string (object, "owner", huis_enum_to_id (HUIS_TYPE_OWNER, (int) self->owner));
  json_object_set_int_member (object, "owner_when", self->owner_when);
  json_object_set_int_member (object, "look_begun", self->look_begun);
  json_object_set_int_member (object, "last_look", self->last_look);
  json_object_set_int_member (object, "next_look", self->next_look);
  huis_json_set_string (object, "grouping",
                        huis_enum_to_id (HUIS_TYPE_GROUPING, (int) self->grouping));
  huis_json_set_string (object, "router_guide", self->router_guide);
  json_object_set_array_member (object, "answers", huis_answers_to_json (self->answers));
  json_object_set_object_member (object, "trips", huis_trip_book_to_json (self->trip_book));
  json_object_set_object_member (object, "openings",
                                 huis_opening_book_to_json (self->opening_book));
  json_object_set_array_member (object, "history", huis_history_to_json (self->history));

  return object;
}
