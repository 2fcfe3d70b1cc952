/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The list of devices of one network: a GListModel of HuisDevice in the order in which they were
 * found, so that no row moves under the person's hand. It decides which observations are about
 * the same device (by the keys of huis_observation_get_keys(), then by address within one look).
 *
 * Signal "changed": something in a device, or the list, changed.
 */

#define HUIS_TYPE_INVENTORY (huis_inventory_get_type ())
G_DECLARE_FINAL_TYPE (HuisInventory, huis_inventory, HUIS, INVENTORY, GObject)

/* More devices than this are not listed: a network that shows more is playing tricks. */
#define HUIS_INVENTORY_DEVICES_MAX 1024

/* Says what a device is, out of all its observations (HuisObservation). Never returns %NULL. The
 * data come first, so that a method of an object can serve. */
typedef HuisIdentity *(*HuisIdentifyFunc) (gpointer user_data, GPtrArray *observations);

HuisInventory *huis_inventory_new (void);

/* Identities are made in batches, at most ten times a second, while observations arrive. */
void
huis_inventory_set_identify_func (HuisInventory *self, HuisIdentifyFunc func, gpointer user_data);
/* Makes the identities that are still due, now. */
void huis_inventory_settle (HuisInventory *self);

/* A new look begins: nothing has been seen in it yet. */
void huis_inventory_begin_look (HuisInventory *self);
/* The whole look that began at @begun has ended: see huis_device_forget_old_names(). */
void huis_inventory_forget_old_names (HuisInventory *self, gint64 begun);

/* Returns the device that @observation is about, or %NULL where it is about none (borrowed). */
HuisDevice *huis_inventory_add_observation (HuisInventory *self, HuisObservation *observation);

/* Takes a reference to @device. */
void huis_inventory_add_device (HuisInventory *self, HuisDevice *device);
void huis_inventory_remove (HuisInventory *self, HuisDevice *device);

/* "These two are one device": @other goes up in @device, for ever. */
void huis_inventory_merge (HuisInventory *self, HuisDevice *device, HuisDevice *other);

/*
 * "This part of it is another device", for ever: returns the new one (borrowed), and puts another
 * object of the same id in the place of @device. @part is one of huis_device_dup_parts(). %NULL
 * where there is no such part.
 */
HuisDevice *huis_inventory_split (HuisInventory *self, HuisDevice *device, const char *part);

/*
 * Takes the newest removal, merge or split back. Returns FALSE where there is none.
 * Device objects that were merged or split are replaced by new ones of the same id.
 */
gboolean huis_inventory_undo (HuisInventory *self);

/* Borrowed, or %NULL. */
HuisDevice *huis_inventory_find (HuisInventory *self, const char *id);
HuisDevice *huis_inventory_find_by_address (HuisInventory *self, const char *address);
HuisDevice *huis_inventory_find_gateway (HuisInventory *self);
/* Borrowed; for loops over g_list_model_get_n_items (). */
HuisDevice *huis_inventory_peek (HuisInventory *self, guint position);
guint huis_inventory_get_n_devices (HuisInventory *self);

JsonArray *huis_inventory_to_json (HuisInventory *self);
void huis_inventory_load_json (HuisInventory *self, JsonArray *devices);

G_END_DECLS
