/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-device.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The form for a device in a bubble beside its row, so that the list stays in view. What
 * was typed counts once it closes. */
#define HUIS_TYPE_DEVICE_CHANGE (huis_device_change_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceChange, huis_device_change, HUIS, DEVICE_CHANGE, GtkPopover)

GtkWidget *huis_device_change_new (HuisCatalogue *catalogue, HuisDevice *device);

G_END_DECLS
