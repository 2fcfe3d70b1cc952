/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One door in the router: to which device, for what, and the button that closes it. Signal "close":
 * the button was used.
 */
#define HUIS_TYPE_OPENING_ROW (huis_opening_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisOpeningRow, huis_opening_row, HUIS, OPENING_ROW, GtkBox)

GtkWidget *huis_opening_row_new (HuisNetwork *network, HuisObservation *opening);

HuisObservation *huis_opening_row_get_opening (HuisOpeningRow *self);
void huis_opening_row_set_may_close (HuisOpeningRow *self, gboolean may_close);

G_END_DECLS
