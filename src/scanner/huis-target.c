/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-target"

#include "huis-target.h"

#include "huis-address.h"
#include "huis-json.h"
#include "huis-reach.h"

static void
free_target (gpointer data)
{
  HuisTarget *self = data;

  g_object_unref (self->address);
  g_array_unref (self->ports);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *reason, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s: %s", reason,
               what != NULL ? what : "(none)");

  return FALSE;
}

static gboolean
may_try (const char *address, HuisTargetsWhere where)
{
  HuisAddressReach reach = huis_address_get_reach (address);

  return reach == (where == HUIS_TARGETS_OUTSIDE ? HUIS_ADDRESS_GLOBAL : HUIS_ADDRESS_PRIVATE);
}

static gboolean
has_address (GPtrArray *targets, GInetAddress *address)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_inet_address_equal (((HuisTarget *) g_ptr_array_index (targets, i))->address, address))
      return TRUE;

  return FALSE;
}

static gboolean
read_ports (HuisTarget *self, JsonArray *ports, GError **error)
{
  guint n = ports != NULL ? json_array_get_length (ports) : 0;

  if (n == 0 || n > HUIS_TARGET_PORTS_MAX)
    return refuse (error, "A target needs ports, and not too many", NULL);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (ports, i);
      gint64 number = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
      guint16 port = (guint16) number;

      if (number < 1 || number > G_MAXUINT16 || !huis_reach_may_connect (port))
        return refuse (error, "Not a port that may be tried", NULL);
      g_array_append_val (self->ports, port);
    }

  return TRUE;
}

static gboolean
add_target (GPtrArray *targets, JsonObject *object, HuisTargetsWhere where, GError **error)
{
  const char *text = huis_json_get_string (object, "address");
  HuisTarget *self;

  if (!may_try (text, where))
    return refuse (error, "Not an address that may be tried", text);

  self = g_new0 (HuisTarget, 1);
  self->address = g_inet_address_new_from_string (text);
  self->ports = g_array_new (FALSE, FALSE, sizeof (guint16));
  if (has_address (targets, self->address))
    {
      free_target (self);
      return refuse (error, "An address twice", text);
    }
  g_ptr_array_add (targets, self);

  return read_ports (self, huis_json_get_array (object, "ports"), error);
}

GPtrArray *
huis_targets_new (JsonArray *array, HuisTargetsWhere where, GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (free_target);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  guint doors = 0;

  if (n == 0 ||
      n > (where == HUIS_TARGETS_OUTSIDE ? HUIS_TARGETS_OUTSIDE_MAX : HUIS_TARGETS_GUEST_MAX))
    {
      refuse (error, "Targets are needed, and not too many", NULL);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          refuse (error, "Not a target", NULL);
          return NULL;
        }
      if (!add_target (targets, json_node_get_object (node), where, error))
        return NULL;
      doors += ((HuisTarget *) g_ptr_array_index (targets, i))->ports->len;
    }
  if (doors > HUIS_TARGETS_DOORS_MAX)
    {
      refuse (error, "Too many doors in all", NULL);
      return NULL;
    }

  return g_steal_pointer (&targets);
}

JsonArray *
huis_targets_words_to_json (const char *const *words)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      g_auto (GStrv) numbers = g_strsplit (parts[0] != NULL && parts[1] != NULL ? parts[1] : "",
                                           ",", HUIS_TARGET_PORTS_MAX + 1);
      JsonObject *object = json_object_new ();
      JsonArray *ports = json_array_new ();

      for (guint j = 0; numbers[j] != NULL; j++)
        json_array_add_int_element (ports, g_ascii_strtoll (numbers[j], NULL, 10));
      huis_json_set_string (object, "address", parts[0]);
      json_object_set_array_member (object, "ports", ports);
      json_array_add_object_element (array, object);
    }

  return array;
}
