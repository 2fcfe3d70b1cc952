/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The questions of the Connection step about one device. What the person replies is kept at once.
 */
#define HUIS_TYPE_CONNECTION_ROW (huis_connection_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisConnectionRow, huis_connection_row, HUIS, CONNECTION_ROW, GtkBox)

/* @alone: there is no other of its kind, so the row shows what kind it is. */
GtkWidget *huis_connection_row_new (HuisNetwork *network,
                                    HuisCatalogue *catalogue,
                                    HuisDevice *device,
                                    gboolean alone);

/* Shows what is known now. */
void huis_connection_row_update (HuisConnectionRow *self);

G_END_DECLS
