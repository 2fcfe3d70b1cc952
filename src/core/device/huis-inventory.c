/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory"

#include "huis-inventory-private.h"

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HuisInventory,
                               huis_inventory,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return HUIS_TYPE_DEVICE;
}

static guint
get_n_items (GListModel *model)
{
  return HUIS_INVENTORY (model)->devices->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HuisDevice *device = huis_inventory_peek (HUIS_INVENTORY (model), position);

  return device != NULL ? g_object_ref (device) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
emit_changed (HuisInventory *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
index_keys (HuisInventory *self, HuisDevice *device)
{
  g_autoptr (GList) keys = huis_device_get_keys (device);

  for (GList *l = keys; l != NULL; l = l->next)
    g_hash_table_replace (self->by_key, g_strdup (l->data), device);
}

static gboolean
is_device (gpointer key, gpointer value, gpointer device)
{
  return value == device;
}

void
huis_inventory_insert (HuisInventory *self, guint position, HuisDevice *device)
{
  position = MIN (position, self->devices->len);
  g_ptr_array_insert (self->devices, (int) position, g_object_ref (device));
  index_keys (self, device);
  huis_inventory_make_due (self, device);
  g_signal_connect_object (device, "notify", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  emit_changed (self);
}

void
huis_inventory_add_device (HuisInventory *self, HuisDevice *device)
{
  huis_inventory_insert (self, self->devices->len, device);
}

void
huis_inventory_take_out (HuisInventory *self, HuisDevice *device)
{
  g_autoptr (HuisDevice) alive = g_object_ref (device);
  guint position;

  if (!g_ptr_array_find (self->devices, device, &position))
    return;

  g_signal_handlers_disconnect_by_data (device, self);
  g_hash_table_foreach_remove (self->by_key, is_device, device);
  g_hash_table_foreach_remove (self->by_address, is_device, device);
  g_hash_table_remove (self->due, device);
  g_ptr_array_remove_index (self->devices, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  emit_changed (self);
}

void
huis_inventory_hand_addresses (HuisInventory *self, HuisDevice *device, HuisDevice *heir)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->by_address);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == device)
      g_hash_table_iter_replace (&iter, heir);
}

void
huis_inventory_absorb (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_autoptr (HuisDevice) alive = g_object_ref (other);

  huis_inventory_hand_addresses (self, other, device);
  huis_inventory_take_out (self, other);
  huis_device_absorb (device, other);
  index_keys (self, device);
  huis_inventory_make_due (self, device);
}

void
huis_inventory_begin_look (HuisInventory *self)
{
  g_hash_table_remove_all (self->by_address);
  for (guint i = 0; i < self->devices->len; i++)
    huis_device_set_present (huis_inventory_peek (self, i), FALSE);
}

void
huis_inventory_forget_old_names (HuisInventory *self, gint64 begun)
{
  g_return_if_fail (HUIS_IS_INVENTORY (self));

  for (guint i = 0; i < self->devices->len; i++)
    if (huis_device_forget_old_names (huis_inventory_peek (self, i), begun))
      huis_inventory_make_due (self, huis_inventory_peek (self, i));
}

/*
 * The device that holds one of the keys. Where several do, they turn out to be one, unless the
 * person said that they are not: then the first key decides, which is the MAC where there is one.
 */
static HuisDevice *
find_by_keys (HuisInventory *self, HuisObservation *observation)
{
  const char *const *keys = huis_observation_get_keys (observation);
  g_autofree char *spot = huis_device_make_spot (huis_observation_get_mac (observation),
                                                 huis_observation_get_address (observation));
  HuisDevice *found = spot != NULL ? g_hash_table_lookup (self->by_key, spot) : NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      HuisDevice *next = g_hash_table_lookup (self->by_key, keys[i]);

      if (found == NULL)
        found = next;
      else if (next != NULL && next != found && !huis_device_is_apart (found, next))
        huis_inventory_absorb (self, found, next);
    }

  return found;
}

/*
 * A fact may arrive before the neighbour table told whose address it is: an address stands for
 * one device within a look, as long as two MAC addresses do not say otherwise.
 */
static HuisDevice *
find_by_address (HuisInventory *self, HuisObservation *observation)
{
  const char *mac = huis_observation_get_mac (observation);
  HuisDevice *device =
      g_hash_table_lookup (self->by_address, huis_observation_get_address (observation));

  if (device != NULL && mac != NULL && huis_device_get_mac (device) != NULL &&
      g_strcmp0 (mac, huis_device_get_mac (device)) != 0)
    return NULL;

  return device;
}

/* An address says more than a name that two devices share. */
static HuisDevice *
choose (HuisInventory *self, HuisDevice *by_keys, HuisDevice *by_address)
{
  if (by_keys == NULL || by_address == NULL || by_keys == by_address)
    return by_keys != NULL ? by_keys : by_address;
  if (huis_device_is_apart (by_keys, by_address))
    return by_address;

  huis_inventory_absorb (self, by_keys, by_address);

  return by_keys;
}

static HuisDevice *
find_or_add (HuisInventory *self, HuisObservation *observation)
{
  HuisDevice *known =
      choose (self, find_by_keys (self, observation), find_by_address (self, observation));
  g_autoptr (HuisDevice) device = NULL;

  if (known != NULL)
    return known;
  if (self->devices->len >= HUIS_INVENTORY_DEVICES_MAX)
    return NULL;

  device = huis_device_new (HUIS_ORIGIN_SEEN);
  huis_device_add_observation (device, observation);
  huis_device_set_present (device, TRUE);
  huis_inventory_add_device (self, device);

  return device;
}

HuisDevice *
huis_inventory_add_observation (HuisInventory *self, HuisObservation *observation)
{
  const char *address = huis_observation_get_address (observation);
  HuisDevice *device;

  if (address == NULL || huis_observation_is (observation, "absent") ||
      huis_observation_is (observation, "network"))
    return NULL;

  device = find_or_add (self, observation);
  if (device == NULL)
    return NULL;

  huis_device_add_observation (device, observation);
  huis_device_set_present (device, TRUE);
  index_keys (self, device);
  g_hash_table_replace (self->by_address, g_strdup (address), device);
  huis_inventory_make_due (self, device);

  return device;
}

HuisDevice *
huis_inventory_peek (HuisInventory *self, guint position)
{
  return position < self->devices->len ? g_ptr_array_index (self->devices, position) : NULL;
}

guint
huis_inventory_get_n_devices (HuisInventory *self)
{
  return self->devices->len;
}

HuisDevice *
huis_inventory_find (HuisInventory *self, const char *id)
{
  for (guint i = 0; i < self->devices->len; i++)
    if (g_strcmp0 (huis_device_get_id (huis_inventory_peek (self, i)), id) == 0)
      return huis_inventory_peek (self, i);

  return NULL;
}

HuisDevice *
huis_inventory_find_by_address (HuisInventory *self, const char *address)
{
  HuisDevice *device = g_hash_table_lookup (self->by_address, address);

  for (guint i = 0; device == NULL && i < self->devices->len; i++)
    if (huis_device_has_address (huis_inventory_peek (self, i), address))
      device = huis_inventory_peek (self, i);

  return device;
}

HuisDevice *
huis_inventory_find_gateway (HuisInventory *self)
{
  HuisDevice *found = NULL;

  for (guint i = 0; i < self->devices->len; i++)
    {
      HuisDevice *next = huis_inventory_peek (self, i);

      if (huis_device_is_gateway (next) &&
          (found == NULL || huis_device_get_last_seen (next) > huis_device_get_last_seen (found)))
        found = next;
    }

  return found;
}

JsonArray *
huis_inventory_to_json (HuisInventory *self)
{
  JsonArray *devices = json_array_new ();

  for (guint i = 0; i < self->devices->len; i++)
    json_array_add_object_element (devices, huis_device_to_json (huis_inventory_peek (self, i)));

  return devices;
}

void
huis_inventory_load_json (HuisInventory *self, JsonArray *devices)
{
  for (guint i = 0; i < json_array_get_length (devices); i++)
    {
      JsonNode *node = json_array_get_element (devices, i);
      g_autoptr (HuisDevice) device = NULL;

      if (self->devices->len >= HUIS_INVENTORY_DEVICES_MAX)
        return;
      if (JSON_NODE_HOLDS_OBJECT (node))
        device = huis_device_new_from_json (json_node_get_object (node));
      if (device != NULL && huis_inventory_find (self, huis_device_get_id (device)) == NULL)
        huis_inventory_add_device (self, device);
    }
}

static void
huis_inventory_dispose (GObject *object)
{
  HuisInventory *self = HUIS_INVENTORY (object);

  g_clear_handle_id (&self->identify_id, g_source_remove);
  g_hash_table_remove_all (self->by_key);
  g_hash_table_remove_all (self->by_address);
  g_hash_table_remove_all (self->due);
  g_ptr_array_set_size (self->devices, 0);
  g_clear_pointer (&self->undo, json_array_unref);
  g_clear_pointer (&self->made, g_free);

  G_OBJECT_CLASS (huis_inventory_parent_class)->dispose (object);
}

static void
huis_inventory_finalize (GObject *object)
{
  HuisInventory *self = HUIS_INVENTORY (object);

  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_address);
  g_hash_table_unref (self->due);
  g_ptr_array_unref (self->devices);

  G_OBJECT_CLASS (huis_inventory_parent_class)->finalize (object);
}

static void
huis_inventory_class_init (HuisInventoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = huis_inventory_dispose;
  object_class->finalize = huis_inventory_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HUIS_TYPE_INVENTORY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
huis_inventory_init (HuisInventory *self)
{
  self->devices = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_address = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->due = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

HuisInventory *
huis_inventory_new (void)
{
  return g_object_new (HUIS_TYPE_INVENTORY, NULL);
}
