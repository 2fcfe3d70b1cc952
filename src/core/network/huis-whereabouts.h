/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interfaces.h"
#include "huis-network.h"

G_BEGIN_DECLS

/* Where this computer is, seen from the home that a trip began at: by its interfaces alone. */
typedef struct
{
  /* HUIS_PLACE_NOWHERE, HUIS_PLACE_HOME or HUIS_PLACE_PERHAPS_HOME */
  HuisPlace home;
  /* The interface to another network, owned; %NULL where there is none. With a cable at home and
   * the Wi-Fi on the phone, one is at both places. */
  HuisObservation *elsewhere;
  gboolean same_router; /* @elsewhere is behind the home's own router */
} HuisWhereabouts;

void
huis_whereabouts_look (HuisWhereabouts *self, HuisNetwork *network, HuisInterfaces *interfaces);
void huis_whereabouts_clear (HuisWhereabouts *self);

/* The place that counts for who is under way, or with @homeward for who goes home. */
HuisPlace huis_whereabouts_get_place (const HuisWhereabouts *self, gboolean homeward);
/* Whether @before, an earlier @elsewhere, is still where we are. */
gboolean huis_whereabouts_is_still (const HuisWhereabouts *self, HuisObservation *before);

G_END_DECLS
