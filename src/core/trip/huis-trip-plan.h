/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-door-list.h"
#include "huis-network.h"
#include "huis-trip.h"

G_BEGIN_DECLS

/* Which doors a trip knocks at, out of what is known of the network. */

/* Why a trip makes no sense now; by the facts of the newest look. */
typedef enum
{
  HUIS_OBSTACLE_NONE,
  HUIS_OBSTACLE_NOT_LOOKED,    /* look around first */
  HUIS_OBSTACLE_NOT_TOLD,      /* the router does not tell its outside address */
  HUIS_OBSTACLE_SHARED,        /* many homes have one address (CGNAT) */
  HUIS_OBSTACLE_DS_LITE,       /* there is no IPv4 address at all, and no IPv6 we know of */
  HUIS_OBSTACLE_SECOND_ROUTER, /* the outside address is that of another home network */
  HUIS_OBSTACLE_NOBODY,        /* no device to try */
  HUIS_OBSTACLE_MOVED,         /* IPv6 addresses of before the home got others are all we know */
} HuisObstacle;

HuisObstacle huis_trip_plan_find_obstacle (HuisNetwork *network, HuisTripKind kind);

/*
 * Fills @trip, which is preparing. From outside: the router's own address, at the doors of @list
 * and those it is known to keep open, and a few devices that have an IPv6 address of the internet.
 * From the guest network: the devices of the newest look, each at doors that it has.
 */
void huis_trip_plan_fill (HuisTrip *trip, HuisNetwork *network, HuisDoorList *list);

G_END_DECLS
