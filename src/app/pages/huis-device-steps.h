/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One device laid open: what it is, how far it is, its steps, and a good way to part with it.
 *
 * Signals: "back" (the person wants the list), "next" (the person wants the next device),
 * "ended" (the person said that the device is unplugged or gone; char *: its id).
 */
#define HUIS_TYPE_DEVICE_STEPS (huis_device_steps_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceSteps, huis_device_steps, HUIS, DEVICE_STEPS, GtkBox)

/* The session must have a network. @next is the device behind this one, or %NULL. */
void huis_device_steps_show (HuisDeviceSteps *self,
                             HuisSession *session,
                             HuisCatalogue *catalogue,
                             HuisDevice *device,
                             HuisDevice *next);
/* %NULL while none is shown. */
HuisDevice *huis_device_steps_get_device (HuisDeviceSteps *self);
void huis_device_steps_clear (HuisDeviceSteps *self);

/* Shows what is known now. */
void huis_device_steps_update (HuisDeviceSteps *self);

G_END_DECLS
