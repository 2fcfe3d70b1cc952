/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/* A step that was brought in order. */
typedef struct
{
  const HuisMeasure *measure;
  HuisDevice *device; /* borrowed from the network; %NULL for the home and its router */
  gint64 when;        /* unix time at which it was said, or of the end of the look that saw it */
  gboolean seen;      /* Huiswacht saw that what was to do is gone; else the person said so */
} HuisDone;

/*
 * What was done since @since, the latest first: HuisDone *, to be freed with the array. What the
 * person said and a look contradicts is not done.
 */
GPtrArray *huis_done_find (HuisNetwork *network, HuisCatalogue *catalogue, gint64 since);

/* The first second of today, as the clock on the wall has it. */
gint64 huis_done_get_midnight (void);

G_END_DECLS
