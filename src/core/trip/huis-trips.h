/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"
#include "huis-trip-plan.h"

G_BEGIN_DECLS

/*
 * The two tests from another network, from hand to hand:
 *
 *   huis-trip-plan.h   what is to be tried, out of the inventory, or what stands in the way
 *   huis-trip.h        the stages and their rules; what was tried and what came of it
 *   huis-trip-book.h   the trip under way and the newest reports, kept with the network
 *   huis-whereabouts.h where this computer is, by its interfaces alone
 *   HuisTrips          here: goes along, and does the work that each stage asks for
 *   huis-trip-scene.h  all that is to be told at a moment → huis-trip-words.h → huis-trip-card.h
 *   huis-checks-trips.c  reads the reports, for the router's and the devices' cards
 *
 * In the scanner huis-target.h checks once more what may be tried, huis-visit.h tries it and
 * huis-answer.h reads what came back. The ports tried from outside are data/scanner/outside.xml.
 * Three things keep it honest: only addresses that the router told, or that are on the home's own
 * IPv6 link, are ever tried; nothing is tried before the person agreed; and after coming home the
 * addresses must still be the same, or the whole trip counts for nothing.
 */

/*
 * Goes along on the trip of the session's network (huis-trip.h): sees every few seconds on which
 * network this computer is, which sends nothing; knocks once the person agreed; asks the router
 * before leaving and after coming home.
 *
 * Signal "changed": the trip, the place or the progress.
 */

#define HUIS_TYPE_TRIPS (huis_trips_get_type ())
G_DECLARE_FINAL_TYPE (HuisTrips, huis_trips, HUIS, TRIPS, GObject)

/* Borrows @session, which must outlive it. @scanner as for huis_session_new(). */
HuisTrips *huis_trips_new (HuisSession *session, const char *scanner);

/* The trip that is under way from the session's network; %NULL without one. Borrowed. */
HuisTrip *huis_trips_get_current (HuisTrips *self);
/* The newest that came to a good end, or %NULL. Borrowed. */
HuisTrip *huis_trips_get_report (HuisTrips *self, HuisTripKind kind);

/* Where this computer is, as the current trip needs to know. */
HuisPlace huis_trips_get_place (HuisTrips *self);
/* The interface to the other network; %NULL while there is none. Borrowed. */
HuisObservation *huis_trips_get_elsewhere (HuisTrips *self);
/* Whether a VPN is on: then what is tried may take another way than we think. */
gboolean huis_trips_has_tunnel (HuisTrips *self);
/* How many doors were tried, of how many; both 0 where nothing is being tried. */
void huis_trips_get_progress (HuisTrips *self, guint *done, guint *total);

/* Each returns FALSE, and does nothing, where it makes no sense now. Takes @list. */
gboolean huis_trips_may_begin (HuisTrips *self);
gboolean huis_trips_begin (HuisTrips *self, HuisTripKind kind, HuisDoorList *list);
gboolean huis_trips_agree (HuisTrips *self);

/* Stops knocking; the trip goes on. */
void huis_trips_stop (HuisTrips *self);
/* The person says that they are home, where that can't be seen for certain. */
void huis_trips_come_home (HuisTrips *self);
void huis_trips_compare_again (HuisTrips *self);
/* No more of this trip. Where it ended already, its last words are put away. */
void huis_trips_give_up (HuisTrips *self);

G_END_DECLS
