/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-trip.h"

G_BEGIN_DECLS

/* For huis-trip.c (the rules), huis-trip-doors.c (what is tried, and what came of it) and
 * huis-trip-json.c (what is kept on disk) alone. */

struct _HuisTrip
{
  GObject parent_instance;

  HuisTripKind kind;
  HuisTripStage stage;
  HuisTrouble trouble;
  gint64 begun;
  gint64 tried;
  guint waits;
  char *elsewhere;
  char *outside;
  gboolean near;
  gboolean passed;
  gboolean blocked;
  GPtrArray *doors;
};

void huis_door_free (HuisDoor *door);
/* %NULL where there is none. */
HuisDoor *huis_trip_find_door (HuisTrip *self, const char *address, gint64 port);
/* As before the try. */
void huis_trip_forget_try (HuisTrip *self);

G_END_DECLS
