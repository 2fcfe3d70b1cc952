/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-inventory.h"

G_BEGIN_DECLS

/* For huis-inventory.c (what is observed), huis-inventory-hand.c (what the person decides) and
 * huis-inventory-identify.c (what that makes of a device) alone. */
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
  char *made;      /* the id of the one that undo takes away, or %NULL */
};

/* The identity of @device is older than what was observed of it. */
void huis_inventory_make_due (HuisInventory *self, HuisDevice *device);

void huis_inventory_insert (HuisInventory *self, guint position, HuisDevice *device);
void huis_inventory_take_out (HuisInventory *self, HuisDevice *device);
/* The addresses of this look that stand for @device stand for @heir from now on. */
void huis_inventory_hand_addresses (HuisInventory *self, HuisDevice *device, HuisDevice *heir);
void huis_inventory_absorb (HuisInventory *self, HuisDevice *device, HuisDevice *other);

G_END_DECLS
