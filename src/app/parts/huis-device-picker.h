/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Which of the other devices is the same one as the device that is open.
 *
 * Signals: "picked" (HuisDevice *other).
 */
#define HUIS_TYPE_DEVICE_PICKER (huis_device_picker_get_type ())
G_DECLARE_FINAL_TYPE (HuisDevicePicker, huis_device_picker, HUIS, DEVICE_PICKER, GtkBox)

/* To be called once. */
void huis_device_picker_set_catalogue (HuisDevicePicker *self, HuisCatalogue *catalogue);

/* Offers all devices of @inventory but @device; both %NULL: none. */
void huis_device_picker_set_device (HuisDevicePicker *self,
                                    HuisInventory *inventory,
                                    HuisDevice *device);

/* The device that another one is being chosen for; %NULL where there is none. */
HuisDevice *huis_device_picker_get_device (HuisDevicePicker *self);

G_END_DECLS
