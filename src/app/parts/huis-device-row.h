/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device-groups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry of HuisDeviceGroups on the screen: a heading, or a device that follows its changes. */
#define HUIS_TYPE_DEVICE_ROW (huis_device_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceRow, huis_device_row, HUIS, DEVICE_ROW, GtkBox)

/*
 * Makes the rows of a GtkListView over HuisDeviceGroups, or over a list of HuisDevice. Keeps a
 * reference to @catalogue. With @changeable, each has a button to change the device.
 */
GtkListItemFactory *huis_device_row_factory_new (HuisCatalogue *catalogue, gboolean changeable);

G_END_DECLS
