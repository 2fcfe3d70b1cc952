/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-trips.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One of the two tests that need another network, as a card: what it is, how far it is and what to
 * do now, and what the newest one found. All it knows is in HuisTrips; it may be built anew at any
 * moment.
 */
#define HUIS_TYPE_TRIP_CARD (huis_trip_card_get_type ())
G_DECLARE_FINAL_TYPE (HuisTripCard, huis_trip_card, HUIS, TRIP_CARD, GtkBox)

/* Once, after construction. */
void huis_trip_card_attach (HuisTripCard *self,
                            HuisSession *session,
                            HuisCatalogue *catalogue,
                            HuisTripKind kind);

G_END_DECLS
