/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

G_BEGIN_DECLS

/*
 * "It is more than one device": appends a row (GtkWidget) to @rows for each part that can be made a
 * device of its own. A press on it activates "inventory.split". None where nothing can be divided.
 */
void huis_device_parts_rows_make (HuisDevice *device, GPtrArray *rows);

G_END_DECLS
