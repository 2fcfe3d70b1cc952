/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-device.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What a person may say of a device: its name, kind, maker and model, for ever. Each letter counts
 * from the moment it is typed, unless the form is patient. Rows of one's own may be added below.
 */
#define HUIS_TYPE_DEVICE_FORM (huis_device_form_get_type ())
G_DECLARE_FINAL_TYPE (HuisDeviceForm, huis_device_form, HUIS, DEVICE_FORM, AdwPreferencesGroup)

/* Once, before the first device. */
void huis_device_form_set_catalogue (HuisDeviceForm *self, HuisCatalogue *catalogue);

/* %NULL for none. What is being typed stays as it is, whatever the network tells meanwhile. */
void huis_device_form_set_device (HuisDeviceForm *self, HuisDevice *device);

/* A patient form waits until it is told to apply what was typed: where each letter would move the
 * row that it stands at. */
void huis_device_form_set_patient (HuisDeviceForm *self, gboolean patient);
void huis_device_form_apply (HuisDeviceForm *self);

void huis_device_form_focus_name (HuisDeviceForm *self);

G_END_DECLS
