/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

G_BEGIN_DECLS

/* "How do we know?": appends a row (GtkWidget) to @rows for each reason, and for the bare facts. */
void huis_device_evidence_rows_make (HuisDevice *device, GPtrArray *rows);

G_END_DECLS
