/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-trips.h"

G_BEGIN_DECLS

/*
 * All that is to be told of one of the two tests at this moment, and nothing of where it comes
 * from: what huis-trip-words.h turns into words. Everything is borrowed, until HuisTrips changes.
 */
typedef struct
{
  HuisTripKind kind;
  HuisTrip *trip; /* the one of this kind that is under way, or %NULL */
  gboolean other; /* one of the other kind is */
  gboolean again; /* one came to a good end before */
  HuisObstacle obstacle;
  HuisPlace place;
  gboolean tunnel;  /* a VPN is on */
  const char *home; /* the name of the home's own Wi-Fi; %NULL by cable */
  guint done;       /* doors tried, */
  guint total;      /* of how many */
} HuisTripScene;

/* @network is that of the session that @trips goes along with. */
void huis_trip_scene_see (HuisTripScene *self,
                          HuisTrips *trips,
                          HuisNetwork *network,
                          HuisTripKind kind);

G_END_DECLS
