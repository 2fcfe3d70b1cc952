/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory"

#include "huis-inventory-private.h"

/* What the person decides about the list: remove, merge, split, and each of them taken back. */

/* As it is stored, and what is true of this look alone: whether it was seen, and its place. */
static JsonObject *
take_picture (HuisInventory *self, HuisDevice *device)
{
  JsonObject *picture = huis_device_to_json (device);
  guint position = self->devices->len;

  g_ptr_array_find (self->devices, device, &position);
  json_object_set_boolean_member (picture, "present", huis_device_get_present (device));
  json_object_set_int_member (picture, "position", position);

  return picture;
}

static void
remember_for_undo (HuisInventory *self, HuisDevice *device, HuisDevice *other)
{
  g_clear_pointer (&self->undo, json_array_unref);
  g_clear_pointer (&self->made, g_free);
  self->undo = json_array_new ();
  json_array_add_object_element (self->undo, take_picture (self, device));
  if (other != NULL)
    json_array_add_object_element (self->undo, take_picture (self, other));
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

/* Puts @now in the place of the one of the same id, or where that is gone at @position. */
static void
put_back (HuisInventory *self, HuisDevice *now, guint position)
{
  HuisDevice *before = huis_inventory_find (self, huis_device_get_id (now));

  if (before != NULL)
    {
      g_ptr_array_find (self->devices, before, &position);
      huis_inventory_hand_addresses (self, before, now);
      huis_inventory_take_out (self, before);
    }
  huis_inventory_insert (self, position, now);
}

/* The addresses of @device that stand for @holder, or for nobody (%NULL), stand for it again. */
static void
claim_addresses (HuisInventory *self, HuisDevice *device, HuisDevice *holder)
{
  g_auto (GStrv) addresses = huis_device_dup_addresses (device);

  for (guint i = 0; huis_device_get_present (device) && addresses[i] != NULL; i++)
    if (g_hash_table_lookup (self->by_address, addresses[i]) == holder)
      g_hash_table_replace (self->by_address, g_strdup (addresses[i]), device);
}

HuisDevice *
huis_inventory_split (HuisInventory *self, HuisDevice *device, const char *part)
{
  g_autoptr (HuisDevice) rest = NULL;
  g_autoptr (HuisDevice) other = NULL;

  if (self->devices->len >= HUIS_INVENTORY_DEVICES_MAX ||
      !huis_device_divide (device, part, &rest, &other))
    return NULL;

  remember_for_undo (self, device, NULL);
  self->made = g_strdup (huis_device_get_id (other));
  huis_device_set_present (rest, huis_device_get_present (device));
  huis_device_set_present (other, huis_device_get_present (device));
  put_back (self, rest, 0);
  huis_inventory_add_device (self, other);
  claim_addresses (self, other, rest);
  huis_inventory_settle (self);

  return other;
}

gboolean
huis_inventory_undo (HuisInventory *self)
{
  g_autoptr (JsonArray) devices = g_steal_pointer (&self->undo);
  g_autofree char *made = g_steal_pointer (&self->made);
  HuisDevice *extra = made != NULL ? huis_inventory_find (self, made) : NULL;
  HuisDevice *first = NULL;

  if (devices == NULL)
    return FALSE;

  if (extra != NULL)
    huis_inventory_take_out (self, extra);
  for (guint i = 0; i < json_array_get_length (devices); i++)
    {
      JsonObject *picture = json_array_get_object_element (devices, i);
      g_autoptr (HuisDevice) before = huis_device_new_from_json (picture);

      huis_device_set_present (before, huis_json_get_boolean (picture, "present", FALSE));
      put_back (self, before, (guint) huis_json_get_int (picture, "position", 0));
      claim_addresses (self, before, first);
      if (first == NULL)
        first = before;
    }
  huis_inventory_settle (self);

  return TRUE;
}
