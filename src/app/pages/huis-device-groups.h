/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

G_BEGIN_DECLS

/*
 * The inventory as a list to be shown: devices grouped by room, each group led by a heading. A
 * GListModel of HuisDeviceEntry. GTK 4.8 lists know no headings of their own.
 *
 * First come the devices without a place, then those that hide behind a made-up address (phones
 * do), then the rooms in the order of the walk, then places in the person's own words. Within a
 * group the order is that of the inventory, so a row never moves but by the person's own hand.
 * By the person who looks after them, those that nobody does come first, then the persons by name.
 * Changes are taken in together, some thirty times a second at most, and many new devices a few at
 * a time.
 */
#define HUIS_TYPE_DEVICE_GROUPS (huis_device_groups_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceGroups, huis_device_groups, HUIS, DEVICE_GROUPS, GObject)

#define HUIS_TYPE_DEVICE_ENTRY (huis_device_entry_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceEntry, huis_device_entry, HUIS, DEVICE_ENTRY, GObject)

/* A heading has no device. */
HuisDevice *huis_device_entry_get_device (HuisDeviceEntry *self);
/* Of a heading: in the language of when the model was made; plain text. */
const char *huis_device_entry_get_heading (HuisDeviceEntry *self);

HuisDeviceGroups *huis_device_groups_new (HuisInventory *inventory, HuisCatalogue *catalogue);

/* By room, until this says otherwise. */
void huis_device_groups_set_grouping (HuisDeviceGroups *self, HuisGrouping grouping);

/* Takes in all that has changed, now. */
void huis_device_groups_update (HuisDeviceGroups *self);

G_END_DECLS
