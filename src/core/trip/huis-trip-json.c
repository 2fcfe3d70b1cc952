/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip"

#include "huis-kind.h"
#include "huis-trip-private.h"

static JsonObject *
door_to_json (const HuisDoor *door)
{
  JsonObject *object = json_object_new ();

  huis_json_set_string (object, "address", door->address);
  json_object_set_int_member (object, "port", door->port);
  huis_json_set_string (object, "device", door->device);
  json_object_set_int_member (object, "inside", door->inside);
  huis_json_set_string (object, "state", huis_enum_to_id (HUIS_TYPE_DOOR_STATE, (int) door->state));

  return object;
}

JsonObject *
huis_trip_to_json (HuisTrip *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *doors = json_array_new ();

  for (guint i = 0; i < self->doors->len; i++)
    json_array_add_object_element (doors, door_to_json (g_ptr_array_index (self->doors, i)));
  huis_json_set_string (object, "kind", huis_enum_to_id (HUIS_TYPE_TRIP_KIND, (int) self->kind));
  huis_json_set_string (object, "stage", huis_enum_to_id (HUIS_TYPE_TRIP_STAGE, (int) self->stage));
  huis_json_set_string (object, "trouble",
                        huis_enum_to_id (HUIS_TYPE_TROUBLE, (int) self->trouble));
  json_object_set_int_member (object, "begun", self->begun);
  json_object_set_int_member (object, "tried", self->tried);
  huis_json_set_string (object, "elsewhere", self->elsewhere);
  huis_json_set_string (object, "outside", self->outside);
  json_object_set_boolean_member (object, "passed", self->ways[HUIS_WAY_IPV4].passed);
  json_object_set_boolean_member (object, "passed_ipv6", self->ways[HUIS_WAY_IPV6].passed);
  json_object_set_array_member (object, "doors", doors);

  return object;
}

static void
load_door (HuisTrip *self, JsonObject *object)
{
  const char *address = huis_json_get_string (object, "address");
  gint64 port = huis_json_get_int (object, "port", 0);
  gint64 inside = huis_json_get_int (object, "inside", 0);
  HuisDoor *door;

  if (address == NULL || port < 1 || port > G_MAXUINT16 || inside < 0 || inside > G_MAXUINT16)
    return;
  huis_trip_add_door (self, address, (guint16) port, huis_json_get_string (object, "device"),
                      (guint16) inside);
  door = huis_trip_find_door (self, address, port);
  if (door != NULL)
    door->state = (HuisDoorState) huis_enum_from_id (HUIS_TYPE_DOOR_STATE,
                                                     huis_json_get_string (object, "state"),
                                                     HUIS_DOOR_UNTRIED);
}

/* What the program was in the middle of when it ended. */
static void
resume (HuisTrip *self)
{
  if (self->stage == HUIS_TRIP_TRYING || self->stage == HUIS_TRIP_ASKING)
    {
      huis_trip_forget_try (self);
      g_clear_pointer (&self->elsewhere, g_free);
      self->stage = HUIS_TRIP_LEAVING;
    }
  else if (self->stage == HUIS_TRIP_COMPARING)
    self->stage = HUIS_TRIP_RETURNING;
}

HuisTrip *
huis_trip_new_from_json (JsonObject *object)
{
  JsonArray *doors = huis_json_get_array (object, "doors");
  int kind = huis_enum_from_id (HUIS_TYPE_TRIP_KIND, huis_json_get_string (object, "kind"), -1);
  int stage = huis_enum_from_id (HUIS_TYPE_TRIP_STAGE, huis_json_get_string (object, "stage"), -1);
  HuisTrip *self;

  if (kind < 0 || stage <= HUIS_TRIP_PREPARING || doors == NULL)
    return NULL;

  self = huis_trip_new ((HuisTripKind) kind, huis_json_get_int (object, "begun", 0));
  self->stage = (HuisTripStage) stage;
  self->trouble =
      (HuisTrouble) huis_enum_from_id (HUIS_TYPE_TROUBLE, huis_json_get_string (object, "trouble"),
                                       HUIS_TROUBLE_BROKEN);
  self->tried = huis_json_get_int (object, "tried", 0);
  self->elsewhere = g_strdup (huis_json_get_string (object, "elsewhere"));
  self->outside = g_strdup (huis_json_get_string (object, "outside"));
  self->ways[HUIS_WAY_IPV4].passed = huis_json_get_boolean (object, "passed", FALSE);
  self->ways[HUIS_WAY_IPV6].passed = huis_json_get_boolean (object, "passed_ipv6", FALSE);
  for (guint i = 0; i < json_array_get_length (doors); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (doors, i)))
      load_door (self, json_array_get_object_element (doors, i));
  resume (self);

  return self;
}
