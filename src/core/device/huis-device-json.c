/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device"

#include "huis-device-private.h"

/* The member names of the three questions in the state file. */
static const char *const question_names[HUIS_N_QUESTIONS] = {
  [HUIS_QUESTION_CONNECTED] = "connected",
  [HUIS_QUESTION_ONLINE] = "online",
  [HUIS_QUESTION_OUTSIDE] = "outside",
};

static void
add_replies (HuisDevice *self, JsonObject *object)
{
  for (guint i = 0; i < HUIS_N_QUESTIONS; i++)
    {
      g_autofree char *when = g_strconcat (question_names[i], "_when", NULL);

      if (self->replies[i] == HUIS_REPLY_NONE)
        continue;
      huis_json_set_string (object, question_names[i],
                            huis_enum_to_id (HUIS_TYPE_REPLY, (int) self->replies[i]));
      json_object_set_int_member (object, when, self->reply_when[i]);
    }
}

static void
add_said (HuisDevice *self, JsonObject *object)
{
  huis_json_set_string (object, "name", self->given_name);
  if (self->given_kind != HUIS_KIND_UNKNOWN)
    huis_json_set_string (object, "kind", huis_kind_to_id (self->given_kind));
  huis_json_set_string (object, "maker", self->given_maker);
  huis_json_set_string (object, "model", self->given_model);
  huis_json_set_string (object, "room", self->room);
  huis_json_set_string (object, "note", self->note);
  huis_json_set_string (object, "keeper", self->keeper);
  if (!self->known)
    json_object_set_boolean_member (object, "known", FALSE);
  if (self->confirmed)
    json_object_set_boolean_member (object, "confirmed", TRUE);
  add_replies (self, object);
  if (self->support_until != NULL)
    {
      huis_json_set_string (object, "support_until", self->support_until);
      json_object_set_int_member (object, "support_said", self->support_said);
    }
  if (self->support_sought > 0)
    json_object_set_int_member (object, "support_sought", self->support_sought);
  huis_json_set_string (object, "hub", self->hub);
  if (self->ending != HUIS_ENDING_NONE)
    {
      huis_json_set_string (object, "ending",
                            huis_enum_to_id (HUIS_TYPE_ENDING, (int) self->ending));
      json_object_set_int_member (object, "ending_when", self->ending_when);
    }
}

static void
add_texts (JsonObject *object, const char *name, GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  if (texts->len > 0)
    json_object_set_array_member (object, name, array);
  else
    json_array_unref (array);
}

/* Before the observations: a spot says which of their keys are another's. */
static void
read_decided (HuisDevice *self, JsonObject *object)
{
  g_auto (GStrv) apart = huis_json_get_strv (object, "apart");
  g_auto (GStrv) spots = huis_json_get_strv (object, "spots");

  for (guint i = 0; apart[i] != NULL; i++)
    if (g_uuid_string_is_valid (apart[i]))
      huis_device_add_apart (self, apart[i]);
  for (guint i = 0; spots[i] != NULL; i++)
    if (huis_device_is_spot (spots[i]))
      huis_device_add_spot (self, spots[i]);
}

JsonObject *
huis_device_to_json (HuisDevice *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *observations = json_array_new ();

  huis_json_set_string (object, "id", self->id);
  huis_json_set_string (object, "origin", huis_enum_to_id (HUIS_TYPE_ORIGIN, (int) self->origin));
  json_object_set_int_member (object, "tested", self->tested);
  add_said (self, object);
  add_texts (object, "apart", self->apart);
  add_texts (object, "spots", self->spots);

  for (guint i = 0; i < self->observations->len; i++)
    {
      HuisObservation *observation = g_ptr_array_index (self->observations, i);
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "seen", huis_observation_get_seen (observation));
      json_object_set_object_member (entry, "fact",
                                     json_object_ref (huis_observation_get_fields (observation)));
      json_array_add_object_element (observations, entry);
    }
  json_object_set_array_member (object, "observations", observations);

  return object;
}

static void
read_said (HuisDevice *self, JsonObject *object)
{
  huis_device_set_given_name (self, huis_json_get_string (object, "name"));
  self->given_kind = huis_kind_from_id (huis_json_get_string (object, "kind"));
  huis_device_set_given_maker (self, huis_json_get_string (object, "maker"));
  huis_device_set_given_model (self, huis_json_get_string (object, "model"));
  huis_device_set_room (self, huis_json_get_string (object, "room"));
  huis_device_set_note (self, huis_json_get_string (object, "note"));
  huis_device_set_keeper (self, huis_json_get_string (object, "keeper"));
  self->known = huis_json_get_boolean (object, "known", TRUE);
  self->confirmed = huis_json_get_boolean (object, "confirmed", FALSE);
  for (guint i = 0; i < HUIS_N_QUESTIONS; i++)
    {
      g_autofree char *when = g_strconcat (question_names[i], "_when", NULL);

      self->replies[i] = (HuisReply) huis_enum_from_id (
          HUIS_TYPE_REPLY, huis_json_get_string (object, question_names[i]), HUIS_REPLY_NONE);
      self->reply_when[i] = huis_json_get_int (object, when, 0);
    }
  if (huis_device_set_support_until (self, huis_json_get_string (object, "support_until")) &&
      self->support_until != NULL)
    self->support_said = huis_json_get_int (object, "support_said", 0);
  self->support_sought = huis_json_get_int (object, "support_sought", 0);
  huis_device_set_hub (self, huis_json_get_string (object, "hub"));
  self->ending =
      (HuisEnding) huis_enum_from_id (HUIS_TYPE_ENDING, huis_json_get_string (object, "ending"),
                                      HUIS_ENDING_NONE);
  self->ending_when = huis_json_get_int (object, "ending_when", 0);
}

HuisDevice *
huis_device_new_from_json (JsonObject *object)
{
  const char *id = huis_json_get_string (object, "id");
  JsonArray *observations = huis_json_get_array (object, "observations");
  HuisDevice *self;

  if (id == NULL || !g_uuid_string_is_valid (id))
    return NULL;

  self = huis_device_new ((HuisOrigin) huis_enum_from_id (
      HUIS_TYPE_ORIGIN, huis_json_get_string (object, "origin"), HUIS_ORIGIN_SEEN));
  g_free (self->id);
  self->id = g_strdup (id);
  self->tested = huis_json_get_int (object, "tested", 0);
  read_said (self, object);
  read_decided (self, object);

  for (guint i = 0; observations != NULL && i < json_array_get_length (observations); i++)
    {
      JsonNode *node = json_array_get_element (observations, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonObject *fact = huis_json_get_object (entry, "fact");
      g_autoptr (HuisObservation) observation = NULL;

      if (fact != NULL)
        observation = huis_observation_new (fact, huis_json_get_int (entry, "seen", 0), NULL);
      if (observation != NULL)
        huis_device_add_observation (self, observation);
    }

  return self;
}
