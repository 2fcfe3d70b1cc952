/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory"

#include "huis-inventory-private.h"

/* What the person decides about the list: remove, merge, split, and each of them taken back. */

static void
remember_for_undo (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_clear_pointer (&self->undo, json_array_unref);
  g_clear_pointer (&self->made, g_free);
  self->undo = json_array_new ();
  json_array_add_object_element (self->undo, huis_device_to_json (device));
  if (other != NULL)
    json_array_add_object_element (self->undo, huis_device_to_json (other));
}

void
huis_inventory_remove (HuisInventory *self, HuisDevice *device)
{
  remember_for_undo (self, device, NULL);
  huis_inventory_take_out (self, device);
}

void
huis_inventory_merge (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_return_if_fail (device != other);

  remember_for_undo (self, device, other);
  huis_inventory_absorb (self, device, other);
}

/* Puts @now in the place of the one of the same id, which is still there or not. */
static void
put_back (HuisInventory *self, HuisDevice *now)
{
  HuisDevice *before = huis_inventory_find (self, huis_device_get_id (now));
  guint position = self->devices->len;

  if (before != NULL)
    {
      g_ptr_array_find (self->devices, before, &position);
      huis_device_set_present (now, huis_device_get_present (before));
      huis_inventory_hand_addresses (self, before, now);
      huis_inventory_take_out (self, before);
    }
  huis_inventory_insert (self, position, now);
}

HuisDevice *
huis_inventory_split (HuisInventory *self, HuisDevice *device, const char *part)
{
  g_autoptr (HuisDevice) rest = NULL;
  g_autoptr (HuisDevice) other = NULL;
  g_auto (GStrv) addresses = NULL;

  if (self->devices->len >= HUIS_INVENTORY_DEVICES_MAX ||
      !huis_device_divide (device, part, &rest, &other))
    return NULL;

  remember_for_undo (self, device, NULL);
  self->made = g_strdup (huis_device_get_id (other));
  huis_device_set_present (other, huis_device_get_present (device));
  put_back (self, rest);
  huis_inventory_add_device (self, other);
  addresses = huis_device_dup_addresses (other);
  for (guint i = 0; addresses[i] != NULL; i++)
    if (g_hash_table_lookup (self->by_address, addresses[i]) == rest)
      g_hash_table_replace (self->by_address, g_strdup (addresses[i]), other);
  huis_inventory_settle (self);

  return other;
}

gboolean
huis_inventory_undo (HuisInventory *self)
{
  g_autoptr (JsonArray) devices = g_steal_pointer (&self->undo);
  g_autofree char *made = g_steal_pointer (&self->made);
  HuisDevice *extra = made != NULL ? huis_inventory_find (self, made) : NULL;

  if (devices == NULL)
    return FALSE;

  if (extra != NULL)
    huis_inventory_take_out (self, extra);
  for (guint i = 0; i < json_array_get_length (devices); i++)
    {
      g_autoptr (HuisDevice) before =
          huis_device_new_from_json (json_array_get_object_element (devices, i));

      put_back (self, before);
    }
  huis_inventory_settle (self);

  return TRUE;
}
