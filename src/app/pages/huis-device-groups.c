/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-groups"

#include "huis-device-groups.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/*
 * A row costs about a millisecond to lay out, and a list view keeps some two hundred of them. So
 * the devices that are new to the list are let in a few at a time, and the window stays awake.
 */
#define UPDATE_MS   30
#define NEW_AT_ONCE 12

struct _HuisDeviceEntry
{
  GObject parent_instance;

  HuisDevice *device;
  char *heading;
};

G_DEFINE_FINAL_TYPE (HuisDeviceEntry, huis_device_entry, G_TYPE_OBJECT)

static void
huis_device_entry_finalize (GObject *object)
{
  HuisDeviceEntry *self = HUIS_DEVICE_ENTRY (object);

  g_clear_object (&self->device);
  g_free (self->heading);

  G_OBJECT_CLASS (huis_device_entry_parent_class)->finalize (object);
}

static void
huis_device_entry_class_init (HuisDeviceEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_device_entry_finalize;
}

static void
huis_device_entry_init (HuisDeviceEntry *self)
{
}

HuisDevice *
huis_device_entry_get_device (HuisDeviceEntry *self)
{
  g_return_val_if_fail (HUIS_IS_DEVICE_ENTRY (self), NULL);

  return self->device;
}

const char *
huis_device_entry_get_heading (HuisDeviceEntry *self)
{
  g_return_val_if_fail (HUIS_IS_DEVICE_ENTRY (self), NULL);

  return self->heading;
}

struct _HuisDeviceGroups
{
  GObject parent_instance;

  /* Owned */
  HuisInventory *inventory;
  HuisCatalogue *catalogue;
  GPtrArray *entries;    /* HuisDeviceEntry, as shown */
  GHashTable *by_device; /* HuisDevice → its entry, so that one device keeps one entry */
  GHashTable *by_group;  /* name of a group → its heading */

  HuisGrouping grouping;
  guint source;
  guint room_for_new; /* how many more devices may come in during this update */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HuisDeviceGroups,
                               huis_device_groups,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return HUIS_TYPE_DEVICE_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return HUIS_DEVICE_GROUPS (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HuisDeviceGroups *self = HUIS_DEVICE_GROUPS (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position))
                                       : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The name of the group, never shown: "" no place or nobody, "?" hides, else the room, its words
 * or the person. */
static const char *
group_of (HuisDeviceGroups *self, HuisDevice *device)
{
  const char *group = self->grouping == HUIS_GROUPING_KEEPER ? huis_device_get_keeper (device)
                                                             : huis_device_get_room (device);

  if (group != NULL)
    return group;

  return huis_device_is_hiding (device) ? "?" : "";
}

static const char *
heading_of (HuisDeviceGroups *self, const char *group)
{
  gboolean by_keeper = self->grouping == HUIS_GROUPING_KEEPER;
  const HuisRoom *room = by_keeper ? NULL : huis_catalogue_find_room (self->catalogue, group);

  if (*group == '\0')
    return by_keeper ? _ ("Who looks after these?") : _ ("Where is this?");
  if (g_str_equal (group, "?"))
    return _ ("Probably phones, tablets and laptops");

  return room != NULL ? huis_catalogue_text (room->title) : group;
}

static HuisDeviceEntry *
get_heading_entry (HuisDeviceGroups *self, const char *group)
{
  HuisDeviceEntry *entry = g_hash_table_lookup (self->by_group, group);

  if (entry == NULL)
    {
      entry = g_object_new (HUIS_TYPE_DEVICE_ENTRY, NULL);
      entry->heading = g_strdup (heading_of (self, group));
      g_hash_table_insert (self->by_group, g_strdup (group), entry);
    }

  return entry;
}

static HuisDeviceEntry *
get_device_entry (HuisDeviceGroups *self, HuisDevice *device)
{
  HuisDeviceEntry *entry = g_hash_table_lookup (self->by_device, device);

  if (entry == NULL)
    {
      entry = g_object_new (HUIS_TYPE_DEVICE_ENTRY, NULL);
      entry->device = g_object_ref (device);
      g_hash_table_insert (self->by_device, device, entry);
    }

  return entry;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the groups that are known beforehand. */
static GPtrArray *
new_order (HuisDeviceGroups *self)
{
  GPtrArray *order = g_ptr_array_new ();
  const GPtrArray *rooms = huis_catalogue_get_rooms (self->catalogue);

  g_ptr_array_add (order, (gpointer) "");
  g_ptr_array_add (order, (gpointer) "?");
  for (guint i = 0; i < rooms->len && self->grouping == HUIS_GROUPING_ROOM; i++)
    g_ptr_array_add (order, (gpointer) ((const HuisRoom *) g_ptr_array_index (rooms, i))->id);

  return order;
}

/* The devices of each group, under the names of the groups in the order of the list. */
static GPtrArray *
sort_into_groups (HuisDeviceGroups *self, GHashTable *members)
{
  GPtrArray *order = new_order (self);
  guint n_known = order->len;
  guint n = huis_inventory_get_n_devices (self->inventory);

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (self->inventory, i);
      const char *group = group_of (self, device);
      GPtrArray *devices = g_hash_table_lookup (members, group);

      if (devices == NULL)
        {
          devices = g_ptr_array_new ();
          g_hash_table_insert (members, g_strdup (group), devices);
          if (!g_ptr_array_find_with_equal_func (order, group, g_str_equal, NULL))
            g_ptr_array_add (order, (gpointer) group);
        }
      g_ptr_array_add (devices, device);
    }
  if (self->grouping == HUIS_GROUPING_KEEPER && order->len > n_known)
    qsort (order->pdata + n_known, order->len - n_known, sizeof (gpointer), compare_names);

  return order;
}

static void
add_devices (HuisDeviceGroups *self, GPtrArray *devices, GPtrArray *entries)
{
  for (guint i = 0; i < devices->len; i++)
    {
      HuisDevice *device = g_ptr_array_index (devices, i);

      if (!g_hash_table_contains (self->by_device, device))
        {
          if (self->room_for_new == 0)
            continue;
          self->room_for_new--;
        }
      g_ptr_array_add (entries, g_object_ref (get_device_entry (self, device)));
    }
}

static GPtrArray *
make_entries (HuisDeviceGroups *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GPtrArray) order = NULL;

  members =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  order = sort_into_groups (self, members);

  for (guint i = 0; i < order->len; i++)
    {
      const char *group = g_ptr_array_index (order, i);
      GPtrArray *devices = g_hash_table_lookup (members, group);

      if (devices == NULL)
        continue;
      g_ptr_array_add (entries, g_object_ref (get_heading_entry (self, group)));
      add_devices (self, devices, entries);
    }

  return entries;
}

static gboolean
is_gone (gpointer device, gpointer entry, gpointer entries)
{
  return !g_ptr_array_find (entries, entry, NULL);
}

static void
take_in (HuisDeviceGroups *self, guint room_for_new)
{
  g_autoptr (GPtrArray) before = NULL;
  guint head = 0;
  guint tail = 0;

  self->room_for_new = room_for_new;
  before = g_steal_pointer (&self->entries);
  self->entries = make_entries (self);
  if (g_hash_table_size (self->by_device) > huis_inventory_get_n_devices (self->inventory))
    g_hash_table_foreach_remove (self->by_device, is_gone, self->entries);

  /* What is the same at both ends stays: only the rows between are told to have changed. */
  while (head < MIN (before->len, self->entries->len) &&
         before->pdata[head] == self->entries->pdata[head])
    head++;
  while (tail < MIN (before->len, self->entries->len) - head &&
         before->pdata[before->len - 1 - tail] ==
             self->entries->pdata[self->entries->len - 1 - tail])
    tail++;

  if (before->len != self->entries->len || head + tail < before->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                self->entries->len - head - tail);
}

static gboolean
update_cb (gpointer user_data)
{
  HuisDeviceGroups *self = user_data;

  take_in (self, NEW_AT_ONCE);
  if (self->room_for_new == 0)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_update (HuisDeviceGroups *self)
{
  /* The first row is waited for. */
  gboolean first = self->entries->len == 0;

  if (self->source == 0)
    self->source = g_timeout_add_full (first ? G_PRIORITY_DEFAULT : G_PRIORITY_DEFAULT_IDLE,
                                       first ? 0 : UPDATE_MS, update_cb, self, NULL);
}

void
huis_device_groups_set_grouping (HuisDeviceGroups *self, HuisGrouping grouping)
{
  g_return_if_fail (HUIS_IS_DEVICE_GROUPS (self));

  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  g_hash_table_remove_all (self->by_group); /* the headings are other ones */
  huis_device_groups_update (self);
}

void
huis_device_groups_update (HuisDeviceGroups *self)
{
  g_return_if_fail (HUIS_IS_DEVICE_GROUPS (self));

  g_clear_handle_id (&self->source, g_source_remove);
  take_in (self, G_MAXUINT);
}

static void
huis_device_groups_dispose (GObject *object)
{
  HuisDeviceGroups *self = HUIS_DEVICE_GROUPS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->inventory);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (huis_device_groups_parent_class)->dispose (object);
}

static void
huis_device_groups_finalize (GObject *object)
{
  HuisDeviceGroups *self = HUIS_DEVICE_GROUPS (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_device);
  g_hash_table_unref (self->by_group);

  G_OBJECT_CLASS (huis_device_groups_parent_class)->finalize (object);
}

static void
huis_device_groups_class_init (HuisDeviceGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = huis_device_groups_dispose;
  object_class->finalize = huis_device_groups_finalize;
}

static void
huis_device_groups_init (HuisDeviceGroups *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_device = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->by_group = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

HuisDeviceGroups *
huis_device_groups_new (HuisInventory *inventory, HuisCatalogue *catalogue)
{
  HuisDeviceGroups *self = g_object_new (HUIS_TYPE_DEVICE_GROUPS, NULL);

  self->inventory = g_object_ref (inventory);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (inventory, "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  take_in (self, NEW_AT_ONCE);
  queue_update (self);

  return self;
}
