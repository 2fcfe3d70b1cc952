/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-observation"

#include "huis-observation.h"

#include "huis-placeholder.h"
#include "huis-text.h"

#include <gio/gio.h>
#include <string.h>

#define MEMBERS_MAX    64
#define ELEMENTS_MAX   64
#define NAME_CHARS_MAX 64

struct _HuisObservation
{
  grefcount refs;
  const char *type;
  gint64 seen;
  JsonObject *fields;
  char *address;
  char *mac;
  char *slot;
  GStrv keys;
};

G_DEFINE_BOXED_TYPE (HuisObservation,
                     huis_observation,
                     huis_observation_ref,
                     huis_observation_unref)

/* Which members, beside the type, tell one fact from the next of its type. */
static const struct
{
  const char *type;
  const char *members[3];
} slots[] = {
  { "mdns", { "service", "name" } },
  { "ssdp", { "st", "usn" } },
  { "upnp", { "udn", "device_type" } },
  { "vendor", { "protocol" } },
  { "port", { "port" } },
  { "http", { "port" } },
  { "tls", { "port" } },
  { "banner", { "port" } },
  { "rtsp", { "port" } },
  { "mqtt", { "port" } },
  { "sip", { "port" } },
  { "igd", { "service", "control" } },
  { "mapping", { "protocol", "external_port", "remote_host" } },
  { "closed", { "protocol", "external_port" } },
  { "network", { "interface" } },
  { "notice", { "code" } },
  { "host", { "address" } },
  { "absent", { "address" } },
};

/* The serial-like members that makers keep unique, by type of fact. */
static const struct
{
  const char *type;
  const char *member;
  const char *prefix;
} key_members[] = {
  { "upnp", "udn", "udn" },
  { "mdns", "host", "mdns" },
};

static JsonNode *clean_node (JsonNode *node, guint depth);

static JsonObject *
clean_object (JsonObject *object, guint depth)
{
  JsonObject *clean = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node) &&
         json_object_get_size (clean) < MEMBERS_MAX)
    {
      g_autofree char *clean_name = huis_text_clean (name, -1, NAME_CHARS_MAX);

      if (*clean_name != '\0' && !JSON_NODE_HOLDS_NULL (node))
        json_object_set_member (clean, clean_name, clean_node (node, depth + 1));
    }

  return clean;
}

static JsonArray *
clean_array (JsonArray *array, guint depth)
{
  JsonArray *clean = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array) && i < ELEMENTS_MAX; i++)
    json_array_add_element (clean, clean_node (json_array_get_element (array, i), depth + 1));

  return clean;
}

static JsonNode *
clean_node (JsonNode *node, guint depth)
{
  JsonNode *clean = json_node_alloc ();

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_node_init_object (clean, NULL),
        json_node_take_object (clean, clean_object (json_node_get_object (node), depth));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_node_init_array (clean, NULL),
        json_node_take_array (clean, clean_array (json_node_get_array (node), depth));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *text = huis_text_clean (json_node_get_string (node), -1, HUIS_TEXT_FACT_MAX);

      json_node_init_string (clean, text);
    }
  else
    {
      json_node_unref (clean);
      clean = json_node_copy (node);
    }

  return clean;
}

/* An address without a zone, in the one writing that GIO gives it. */
static char *
normalise_address (const char *text)
{
  g_autoptr (GInetAddress) address = NULL;

  if (text == NULL || strlen (text) > 45)
    return NULL;
  address = g_inet_address_new_from_string (text);
  if (address == NULL || g_inet_address_get_is_any (address) ||
      g_inet_address_get_is_multicast (address))
    return NULL;

  return g_inet_address_to_string (address);
}

/* "_hap._tcp" carries the accessory's id in its TXT record (HomeKit Accessory Protocol, 6.4). */
static const char *
get_homekit_id (HuisObservation *self)
{
  const char *service = huis_observation_get_string (self, "service");

  if (service == NULL || (strcmp (service, "_hap._tcp") != 0 && strcmp (service, "_hap._udp") != 0))
    return NULL;

  return huis_json_get_string (huis_json_get_object (self->fields, "txt"), "id");
}

static void
add_key (GStrvBuilder *keys, const char *prefix, const char *value)
{
  g_autofree char *folded = g_utf8_strdown (value, -1);
  g_autofree char *key = g_strconcat (prefix, ":", folded, NULL);

  g_strv_builder_add (keys, key);
}

/* What the device says itself may have been left as it was in the example. */
static void
add_told_key (GStrvBuilder *keys, const char *prefix, const char *value)
{
  if (!huis_placeholder_is (value))
    add_key (keys, prefix, value);
}

/* A maker numbers its own devices; two makers may come to the same number. */
static void
add_serial (GStrvBuilder *keys, HuisObservation *self)
{
  const char *maker = huis_observation_get_string (self, "manufacturer");
  const char *serial = huis_observation_get_string (self, "serial");
  g_autofree char *both = g_strjoin ("/", serial, maker, NULL);

  if (huis_observation_is (self, "upnp") && !huis_placeholder_is (serial))
    add_key (keys, "serial", both);
}

static GStrv
make_keys (HuisObservation *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  if (self->mac != NULL)
    add_key (keys, huis_text_mac_is_random (self->mac) ? "random-mac" : "mac", self->mac);
  add_told_key (keys, "homekit", get_homekit_id (self));
  for (guint i = 0; i < G_N_ELEMENTS (key_members); i++)
    if (huis_observation_is (self, key_members[i].type))
      add_told_key (keys, key_members[i].prefix,
                    huis_observation_get_string (self, key_members[i].member));
  add_serial (keys, self);

  return g_strv_builder_end (keys);
}

static void
append_member (GString *slot, JsonObject *fields, const char *name)
{
  const char *text = huis_json_get_string (fields, name);

  if (text != NULL)
    g_string_append_printf (slot, " %s", text);
  else if (json_object_has_member (fields, name))
    g_string_append_printf (slot, " %" G_GINT64_FORMAT, huis_json_get_int (fields, name, -1));
}

static char *
make_slot (HuisObservation *self)
{
  GString *slot = g_string_new (self->type);

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    for (guint j = 0; strcmp (slots[i].type, self->type) == 0 && slots[i].members[j] != NULL; j++)
      append_member (slot, self->fields, slots[i].members[j]);

  return g_string_free (slot, FALSE);
}

static gboolean
is_type_name (const char *type)
{
  return type != NULL && *type != '\0' && strlen (type) <= 16 &&
         strspn (type, "abcdefghijklmnopqrstuvwxyz-") == strlen (type);
}

HuisObservation *
huis_observation_new (JsonObject *object, gint64 seen, GError **error)
{
  g_autoptr (HuisObservation) self = NULL;
  const char *type = huis_json_get_string (object, "type");
  const char *address = huis_json_get_string (object, "address");
  const char *mac = huis_json_get_string (object, "mac");

  if (!is_type_name (type))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "No type of observation");
      return NULL;
    }

  self = g_new0 (HuisObservation, 1);
  g_ref_count_init (&self->refs);
  self->type = g_intern_string (type);
  self->seen = seen;
  self->address = normalise_address (address);
  self->mac = huis_text_normalise_mac (mac);
  if ((address != NULL && self->address == NULL) || (mac != NULL && self->mac == NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "Not an address of a device");
      return NULL;
    }

  self->fields = clean_object (object, 0);
  json_object_seal (self->fields);
  self->slot = make_slot (self);
  self->keys = make_keys (self);

  return g_steal_pointer (&self);
}

HuisObservation *
huis_observation_new_from_line (const char *line, gssize length, gint64 seen, GError **error)
{
  g_autoptr (JsonObject) object = NULL;

  object = huis_json_parse_object (line, length, HUIS_JSON_LINE_MAX, error);
  if (object == NULL)
    return NULL;

  return huis_observation_new (object, seen, error);
}

HuisObservation *
huis_observation_new_without_mac (HuisObservation *self)
{
  g_autoptr (JsonObject) object = clean_object (self->fields, 0);

  json_object_remove_member (object, "mac");

  return huis_observation_new (object, self->seen, NULL);
}

HuisObservation *
huis_observation_ref (HuisObservation *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

void
huis_observation_unref (HuisObservation *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->fields, json_object_unref);
  g_clear_pointer (&self->keys, g_strfreev);
  g_free (self->address);
  g_free (self->mac);
  g_free (self->slot);
  g_free (self);
}

const char *
huis_observation_get_type_name (HuisObservation *self)
{
  return self->type;
}

gboolean
huis_observation_is (HuisObservation *self, const char *type)
{
  return strcmp (self->type, type) == 0;
}

const char *
huis_observation_get_address (HuisObservation *self)
{
  return self->address;
}

const char *
huis_observation_get_mac (HuisObservation *self)
{
  return self->mac;
}

gint64
huis_observation_get_seen (HuisObservation *self)
{
  return self->seen;
}

JsonObject *
huis_observation_get_fields (HuisObservation *self)
{
  return self->fields;
}

const char *
huis_observation_get_string (HuisObservation *self, const char *name)
{
  return huis_json_get_string (self->fields, name);
}

gint64
huis_observation_get_int (HuisObservation *self, const char *name, gint64 fallback)
{
  return huis_json_get_int (self->fields, name, fallback);
}

const char *
huis_observation_get_slot (HuisObservation *self)
{
  return self->slot;
}

const char *const *
huis_observation_get_keys (HuisObservation *self)
{
  return (const char *const *) self->keys;
}
