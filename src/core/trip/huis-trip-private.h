/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-trip.h"

G_BEGIN_DECLS

/* For huis-trip.c (the rules), huis-trip-doors.c (what is tried, and what came of it) and
 * huis-trip-json.c (what is kept on disk) alone. */

enum
{
  HUIS_WAY_IPV4,
  HUIS_WAY_IPV6,
  HUIS_N_WAYS
};

typedef struct
{
  gboolean passed;  /* what was sent did get beyond the other network */
  gboolean blocked; /* somebody said that there is no way */
} HuisTripWay;

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
  HuisTripWay ways[HUIS_N_WAYS];
  GPtrArray *doors;
};

void huis_door_free (HuisDoor *door);
/* %NULL where there is none. */
HuisDoor *huis_trip_find_door (HuisTrip *self, const char *address, gint64 port);
/* The one of HUIS_WAY_IPV4 and HUIS_WAY_IPV6 that leads to @address. */
int huis_trip_find_way (const char *address);
/* How many doors that way leads to, in @state; in any for -1. */
guint huis_trip_count_by_way (HuisTrip *self, int way, int state);
/* As before the try. */
void huis_trip_forget_try (HuisTrip *self);

G_END_DECLS
