/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-facts"

#include "huis-facts.h"

#include <string.h>

#define FIELD_MAX  96
#define TXT_PREFIX "mdns.txt"

/* Members that say where and when, not what. */
static const char *const skipped[] = { "type", "t", "address", "mac", NULL };

/* Entities that titles of old web servers carry; the rest is left as it stands. */
static const struct
{
  const char *entity;
  const char *text;
} entities[] = {
  { "&nbsp;", " " }, { "&amp;", "&" }, { "&reg;", "" },    { "&trade;", "" },
  { "&#174;", "" },  { "&lt;", "<" },  { "&gt;", ">" },    { "&quot;", "\"" },
  { "&#39;", "'" },  { "&copy;", "" }, { "&ndash;", "-" }, { "&mdash;", "-" },
};

HuisFacts *
huis_facts_new (HuisFieldTable *fields)
{
  HuisFacts *self = g_new0 (HuisFacts, 1);

  self->facts = g_array_sized_new (FALSE, FALSE, sizeof (HuisFact), 32);
  self->text = g_string_chunk_new (2048);
  self->fields = fields;

  return self;
}

void
huis_facts_free (HuisFacts *self)
{
  g_array_unref (self->facts);
  g_string_chunk_free (self->text);
  g_free (self);
}

static char *
insert_folded (HuisFacts *self, const char *text, gsize length)
{
  char *folded = g_string_chunk_insert_len (self->text, text, (gssize) length);

  for (char *p = folded; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);

  return folded;
}

static void
add_fact (HuisFacts *self, int field, const char *value, const char *service)
{
  HuisFact fact = { .field = field, .length = strlen (value), .service = service };

  if (fact.length == 0 || self->facts->len >= HUIS_FACTS_MAX)
    return;

  fact.value = g_string_chunk_insert_len (self->text, value, (gssize) fact.length);
  fact.folded = insert_folded (self, value, fact.length);
  g_array_append_val (self->facts, fact);
}

/* Without entities, for the text of a page's title. */
static char *
replace_entities (const char *text)
{
  GString *plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (plain, entities[i].entity, entities[i].text, 0);

  return g_string_free (plain, FALSE);
}

void
huis_facts_add (HuisFacts *self, const char *field, const char *value, const char *service)
{
  int number = huis_field_table_lookup (self->fields, field);

  if (number < 0 || value == NULL)
    return;

  if (strchr (value, '&') != NULL)
    {
      g_autofree char *plain = replace_entities (value);

      add_fact (self, number, g_strstrip (plain), service);
    }
  else
    add_fact (self, number, value, service);
}

static void
add_node (HuisFacts *self, const char *field, JsonNode *node, const char *service)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  char number[24];

  if (type == G_TYPE_STRING)
    huis_facts_add (self, field, json_node_get_string (node), service);
  else if (type == G_TYPE_BOOLEAN && json_node_get_boolean (node))
    huis_facts_add (self, field, "yes", service);
  else if (type == G_TYPE_INT64)
    {
      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, json_node_get_int (node));
      huis_facts_add (self, field, number, service);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (element))
            add_node (self, field, element, service);
        }
    }
}

/* A key of a TXT record without a value says something by being there (RFC 6763, 6.4). */
static gboolean
is_empty (JsonNode *node)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return text != NULL && *text == '\0';
}

static void
add_object (HuisFacts *self, const char *prefix, JsonObject *object, const char *service)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      char field[FIELD_MAX];

      if (g_strv_contains (skipped, name))
        continue;
      if (strcmp (prefix, TXT_PREFIX) == 0 && is_empty (node))
        huis_facts_add (self, "mdns.flag", name, service);

      g_snprintf (field, sizeof field, "%s.%s", prefix, name);
      for (char *p = field; *p != '\0'; p++)
        *p = g_ascii_tolower (*p);
      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          if (strcmp (name, "fields") == 0)
            add_object (self, prefix, json_node_get_object (node), service);
          else if (strcmp (name, "txt") == 0)
            add_object (self, TXT_PREFIX, json_node_get_object (node), service);
        }
      else
        add_node (self, field, node, service);
    }
}

static void
add_port (HuisFacts *self, HuisObservation *observation)
{
  char number[24];

  if (g_strcmp0 (huis_observation_get_string (observation, "state"), "open") != 0)
    return;

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT,
              huis_observation_get_int (observation, "port", 0));
  huis_facts_add (self, "port.open", number, NULL);
}

void
huis_facts_add_observation (HuisFacts *self, HuisObservation *observation)
{
  const char *type = huis_observation_get_type_name (observation);
  const char *protocol = huis_observation_get_string (observation, "protocol");
  const char *service = huis_observation_get_string (observation, "service");
  char prefix[FIELD_MAX];

  if (strcmp (type, "port") == 0)
    {
      add_port (self, observation);
      return;
    }
  if (strcmp (type, "banner") == 0 && protocol != NULL)
    {
      g_snprintf (prefix, sizeof prefix, "banner.%s", protocol);
      huis_facts_add (self, prefix, huis_observation_get_string (observation, "text"), NULL);
      return;
    }
  if (strcmp (type, "vendor") == 0 && protocol != NULL)
    {
      g_snprintf (prefix, sizeof prefix, "vendor.%s", protocol);
      service = insert_folded (self, protocol, strlen (protocol));
      huis_facts_add (self, "vendor.protocol", protocol, service);
      add_object (self, prefix, huis_observation_get_fields (observation), service);
      add_object (self, "vendor", huis_observation_get_fields (observation), service);
      return;
    }

  service = service != NULL ? insert_folded (self, service, strlen (service)) : NULL;
  add_object (self, type, huis_observation_get_fields (observation), service);
}

const char *
huis_facts_get (HuisFacts *self, const char *field)
{
  int number = huis_field_table_lookup (self->fields, field);

  for (guint i = 0; number >= 0 && i < self->facts->len; i++)
    if (g_array_index (self->facts, HuisFact, i).field == number)
      return g_array_index (self->facts, HuisFact, i).value;

  return NULL;
}
