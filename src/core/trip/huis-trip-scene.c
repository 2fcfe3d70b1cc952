/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-scene"

#include "huis-trip-scene.h"

void
huis_trip_scene_see (HuisTripScene *self, HuisTrips *trips, HuisNetwork *network, HuisTripKind kind)
{
  HuisTrip *current = huis_trips_get_current (trips);
  gboolean own = current != NULL && huis_trip_get_kind (current) == kind;

  *self = (HuisTripScene){
    .kind = kind,
    .trip = own ? current : NULL,
    .other = current != NULL && !own,
    .again = huis_trips_get_report (trips, kind) != NULL,
    .obstacle = huis_trip_plan_find_obstacle (network, kind),
    .place = huis_trips_get_place (trips),
    .tunnel = huis_trips_has_tunnel (trips),
    .home = huis_observation_get_string (huis_network_get_interface (network), "ssid"),
  };
  huis_trips_get_progress (trips, &self->done, &self->total);
}
