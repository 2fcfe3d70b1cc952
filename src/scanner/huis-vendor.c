/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-vendor"

#include "huis-vendor.h"

#include "huis-json.h"

#include <string.h>

/* Multicast and broadcast get lost: once more, when the first answers are in. */
#define AGAIN_MS    900
#define DEVICES_MAX 256

typedef struct
{
  HuisLook *look;
  const HuisVendor *vendor;
  HuisDatagram *datagram;
  /* What each address told so far: an answer may come in pieces. */
  GHashTable *fields;
  guint again;
} Search;

static void
free_search (gpointer data)
{
  Search *self = data;

  g_clear_handle_id (&self->again, g_source_remove);
  huis_datagram_free (self->datagram);
  g_hash_table_unref (self->fields);
  g_free (self);
}

void
huis_vendor_set_text (JsonObject *fields, const char *name, const guint8 *bytes, gsize length)
{
  g_autofree char *text = g_strndup ((const char *) bytes, length);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  huis_json_set_string (fields, name, valid);
}

static JsonObject *
copy_fields (JsonObject *fields)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_copy (node));

  return copy;
}

static void
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  Search *self = data;
  JsonObject *known = g_hash_table_lookup (self->fields, address);
  g_autoptr (JsonObject) fields = known == NULL ? json_object_new () : json_object_ref (known);
  JsonObject *fact;

  /* Our own question comes back to us by multicast. */
  if (huis_ipv4_from_string (address) == huis_look_get_interface (look)->address ||
      !self->vendor->read (bytes, length, fields) ||
      (known == NULL && g_hash_table_size (self->fields) >= DEVICES_MAX))
    return;

  huis_look_meet (look, address, self->vendor->protocol);
  fact = huis_look_fact (look, "vendor", address);
  json_object_set_string_member (fact, "protocol", self->vendor->protocol);
  json_object_set_object_member (fact, "fields", copy_fields (fields));
  huis_look_emit (look, fact);
  if (known == NULL)
    {
      g_hash_table_insert (self->fields, g_strdup (address), g_steal_pointer (&fields));
      if (self->vendor->follow != NULL)
        self->vendor->follow (self->datagram, huis_ipv4_from_string (address));
    }
}

static void
ask (Search *self)
{
  HuisInterface *interface = huis_look_get_interface (self->look);
  guint32 target = self->vendor->group;

  if (self->vendor->port == 0)
    return;
  if (target == 0)
    target = interface->address | ~huis_interface_get_mask (interface);
  (void) huis_datagram_send (self->datagram, target, self->vendor->port, self->vendor->question,
                             self->vendor->length);
}

static gboolean
again_cb (gpointer data)
{
  Search *self = data;

  self->again = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

void
huis_vendor_start (HuisLook *look, const HuisVendor *vendor)
{
  Search *self = g_new0 (Search, 1);

  self->look = look;
  self->vendor = vendor;
  self->fields =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  self->datagram = huis_datagram_new (look, vendor->listen_port, packet_cb, self);
  if (self->datagram == NULL)
    {
      g_hash_table_unref (self->fields);
      g_free (self);
      return;
    }

  huis_look_set_state (look, vendor->protocol, self, free_search);
  ask (self);
  if (vendor->port != 0)
    self->again = g_timeout_add (AGAIN_MS, again_cb, self);
}
