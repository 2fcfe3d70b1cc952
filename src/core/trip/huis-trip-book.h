/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-trip.h"

G_BEGIN_DECLS

/*
 * The trips from one network: the one that is under way, and of each kind the newest that came to a
 * good end, which is evidence until the next one does. Signal "changed".
 */

#define HUIS_TYPE_TRIP_BOOK (huis_trip_book_get_type ())
G_DECLARE_FINAL_TYPE (HuisTripBook, huis_trip_book, HUIS, TRIP_BOOK, GObject)

HuisTripBook *huis_trip_book_new (void);

/* Under way, or ended in trouble that the person did not read yet; else %NULL. */
HuisTrip *huis_trip_book_get_current (HuisTripBook *self);
void huis_trip_book_set_current (HuisTripBook *self, HuisTrip *trip);
/* Whether the person is on the road: from leaving home until they are home again. */
gboolean huis_trip_book_is_travelling (HuisTripBook *self);

/* %NULL where none came to a good end yet. */
HuisTrip *huis_trip_book_get_report (HuisTripBook *self, HuisTripKind kind);
/* Puts the current trip among the reports, if it counts; else leaves all as it is. */
void huis_trip_book_file (HuisTripBook *self);

JsonObject *huis_trip_book_to_json (HuisTripBook *self);
void huis_trip_book_load_json (HuisTripBook *self, JsonObject *object);

G_END_DECLS
