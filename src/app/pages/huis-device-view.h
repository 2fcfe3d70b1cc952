/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * One device: its name, kind and room, what Huiswacht knows it by, and what to do when nobody
 * knows it. What the person types is kept at once. Buttons activate "inventory.join" and
 * "inventory.remove" of the page around it.
 */
#define HUIS_TYPE_DEVICE_VIEW (huis_device_view_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceView, huis_device_view, HUIS, DEVICE_VIEW, AdwBin)

/* To be called once, before a device is shown. */
void
huis_device_view_set_session (HuisDeviceView *self, HuisSession *session, HuisCatalogue *catalogue);

/* May be %NULL. */
HuisDevice *huis_device_view_get_device (HuisDeviceView *self);
void huis_device_view_set_device (HuisDeviceView *self, HuisDevice *device);

G_END_DECLS
