/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory"

#include "huis-inventory-private.h"

/* Facts of one device come in bursts: one identity for all of them. Many devices are identified in
 * slices, so that the window keeps drawing. */
#define IDENTIFY_INTERVAL_MS 100
#define IDENTIFY_SLICE_US    8000
#define IDENTIFY_PAUSE_MS    10

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

void
huis_inventory_make_due (HuisInventory *self, HuisDevice *device)
{
  g_hash_table_add (self->due, g_object_ref (device));
  if (self->identify != NULL && self->identify_id == 0)
    self->identify_id = g_timeout_add (IDENTIFY_INTERVAL_MS, identify_cb, self);
}

void
huis_inventory_set_identify_func (HuisInventory *self, HuisIdentifyFunc func, gpointer user_data)
{
  self->identify = func;
  self->identify_data = user_data;
  for (guint i = 0; i < self->devices->len; i++)
    huis_inventory_make_due (self, huis_inventory_peek (self, i));
}
