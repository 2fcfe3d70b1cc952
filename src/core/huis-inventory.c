/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory"

#include "huis-inventory.h"

/* Facts of one device come in bursts: one identity for all of them. Many devices are identified in
 * slices, so that the window keeps drawing. */
#define IDENTIFY_INTERVAL_MS 100
#define IDENTIFY_SLICE_US    8000
#define IDENTIFY_PAUSE_MS    10

struct _HuisInventory
{
  GObject parent_instance;

  GPtrArray *devices;
  GHashTable *by_key;     /* key → borrowed device */
  GHashTable *by_address; /* address → borrowed device, of this look alone */

  HuisIdentifyFunc identify;
  gpointer identify_data;
  GHashTable *due; /* devices (owned) whose identity is older than their observations */
  guint identify_id;

  JsonArray *undo; /* the devices to put back, as they were */
};

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

/* Makes identities that are due until @until (monotonic time). Returns whether any is left. */
static gboolean
identify_until (HuisInventory *self, gint64 until)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->due);
  while (self->identify != NULL && g_get_monotonic_time () < until &&
         g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr (HuisDevice) device = g_object_ref (key);
      g_autoptr (HuisIdentity) identity =
          self->identify (self->identify_data, huis_device_get_observations (device));

      g_hash_table_iter_remove (&iter);
      huis_device_set_identity (device, identity);
      /* Whoever heard of that may have changed the table. */
      g_hash_table_iter_init (&iter, self->due);
    }

  return self->identify != NULL && g_hash_table_size (self->due) > 0;
}

void
huis_inventory_settle (HuisInventory *self)
{
  identify_until (self, G_MAXINT64);
}

static gboolean
identify_cb (gpointer user_data)
{
  HuisInventory *self = HUIS_INVENTORY (user_data);

  self->identify_id = 0;
  if (identify_until (self, g_get_monotonic_time () + IDENTIFY_SLICE_US))
    self->identify_id = g_timeout_add (IDENTIFY_PAUSE_MS, identify_cb, self);

  return G_SOURCE_REMOVE;
}

static void
make_due (HuisInventory *self, HuisDevice *device)
{
  g_hash_table_add (self->due, g_object_ref (device));
  if (self->identify != NULL && self->identify_id == 0)
    self->identify_id = g_timeout_add (IDENTIFY_INTERVAL_MS, identify_cb, self);
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
huis_inventory_add_device (HuisInventory *self, HuisDevice *device)
{
  g_ptr_array_add (self->devices, g_object_ref (device));
  index_keys (self, device);
  make_due (self, device);
  g_signal_connect_object (device, "notify", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_list_model_items_changed (G_LIST_MODEL (self), self->devices->len - 1, 0, 1);
  emit_changed (self);
}

static void
take_out (HuisInventory *self, HuisDevice *device)
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

static void
remember_for_undo (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_clear_pointer (&self->undo, json_array_unref);
  self->undo = json_array_new ();
  json_array_add_object_element (self->undo, huis_device_to_json (device));
  if (other != NULL)
    json_array_add_object_element (self->undo, huis_device_to_json (other));
}

void
huis_inventory_remove (HuisInventory *self, HuisDevice *device)
{
  remember_for_undo (self, device, NULL);
  take_out (self, device);
}

static void
absorb (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_autoptr (HuisDevice) alive = g_object_ref (other);

  take_out (self, other);
  huis_device_absorb (device, other);
  index_keys (self, device);
  make_due (self, device);
}

void
huis_inventory_merge (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_return_if_fail (device != other);

  remember_for_undo (self, device, other);
  absorb (self, device, other);
}

gboolean
huis_inventory_undo (HuisInventory *self)
{
  g_autoptr (JsonArray) devices = g_steal_pointer (&self->undo);

  if (devices == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (devices); i++)
    {
      JsonObject *object = json_array_get_object_element (devices, i);
      HuisDevice *now = huis_inventory_find (self, huis_json_get_string (object, "id"));
      g_autoptr (HuisDevice) before = huis_device_new_from_json (object);

      if (now != NULL)
        {
          huis_device_set_present (before, huis_device_get_present (now));
          take_out (self, now);
        }
      huis_inventory_add_device (self, before);
    }
  huis_inventory_settle (self);

  return TRUE;
}

void
huis_inventory_begin_look (HuisInventory *self)
{
  g_hash_table_remove_all (self->by_address);
  for (guint i = 0; i < self->devices->len; i++)
    huis_device_set_present (huis_inventory_peek (self, i), FALSE);
}

/* The device that holds one of the keys. Where several do, they turn out to be one. */
static HuisDevice *
find_by_keys (HuisInventory *self, const char *const *keys)
{
  HuisDevice *found = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      HuisDevice *next = g_hash_table_lookup (self->by_key, keys[i]);

      if (found == NULL)
        found = next;
      else if (next != NULL && next != found)
        absorb (self, found, next);
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

static HuisDevice *
find_or_add (HuisInventory *self, HuisObservation *observation)
{
  HuisDevice *by_keys = find_by_keys (self, huis_observation_get_keys (observation));
  HuisDevice *by_address = find_by_address (self, observation);
  g_autoptr (HuisDevice) device = NULL;

  if (by_keys != NULL && by_address != NULL && by_keys != by_address)
    absorb (self, by_keys, by_address);
  if (by_keys != NULL || by_address != NULL)
    return by_keys != NULL ? by_keys : by_address;
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
  make_due (self, device);

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

void
huis_inventory_set_identify_func (HuisInventory *self, HuisIdentifyFunc func, gpointer user_data)
{
  self->identify = func;
  self->identify_data = user_data;
  for (guint i = 0; i < self->devices->len; i++)
    make_due (self, huis_inventory_peek (self, i));
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
