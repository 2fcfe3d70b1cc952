/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A device in the list of what to do first: what it is, where, how far it is, and why it is here.
 */
#define HUIS_TYPE_RANKED_ROW (huis_ranked_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisRankedRow, huis_ranked_row, HUIS, RANKED_ROW, GtkBox)

GtkWidget *huis_ranked_row_new (void);

/* @device %NULL: forget the one before. */
void huis_ranked_row_show (HuisRankedRow *self,
                           HuisNetwork *network,
                           HuisCatalogue *catalogue,
                           HuisDevice *device);

/* Shows what is known now. */
void huis_ranked_row_update (HuisRankedRow *self);

G_END_DECLS
