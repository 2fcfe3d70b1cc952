/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

G_BEGIN_DECLS

/* For huis-session.c (which network) and huis-session-look.c (the look that is under way) alone. */
struct _HuisSession
{
  GObject parent_instance;

  HuisStore *store;
  char *scanner;
  HuisIdentifyFunc identify;
  gpointer identify_data;
  HuisMakerGuides *maker_guides; /* NULL while they are not read */

  HuisInterfaces *interfaces;
  HuisNetwork *network;
  HuisTrips *trips;

  HuisScan *scan;
  HuisLook looking;
  HuisNetwork *look_network; /* what is found is its, wherever this computer goes meanwhile */
  HuisDevice *looked_at;
  gint64 begun;
  char *stage;
  gboolean large_confirmed; /* of this network alone */
  GPtrArray *notices;
  GError *look_error;
};

G_END_DECLS
