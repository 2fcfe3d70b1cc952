/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/* How far one device is, or the home, in the words of the page "Each device". All text is
 * translated. */
typedef struct
{
  guint n_steps;     /* those that are shown and apply */
  guint n_done;      /* in order or accepted */
  guint n_to_do;     /* of the rest, those that are to do */
  HuisStatus status; /* to do before not tested before in order */
  char *progress;    /* "4 of 6" */
  char *next;        /* why it is where it is in the list, or what comes next; %NULL at the end */
  gboolean urgent;   /* Huiswacht saw that something is not in order */
} HuisStanding;

/* @device is %NULL for the steps of the home as a whole. */
HuisStanding *
huis_standing_new (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device);
void huis_standing_free (HuisStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisStanding, huis_standing_free)
/* "2 of 5 steps done", or that all are. */
char *huis_standing_dup_progress (const HuisStanding *self);

/* The title of the room of @device, or the person's own words for it; %NULL where not said. */
const char *huis_standing_find_room (HuisCatalogue *catalogue, HuisDevice *device);

/* The devices that have steps of their own, in the order of huis_assessment_rank_devices(). */
GPtrArray *huis_standing_list_devices (HuisNetwork *network, HuisCatalogue *catalogue);
/* How many devices have steps of their own; @n_done gets how many of them have all done. */
guint huis_standing_count_devices (HuisNetwork *network, HuisCatalogue *catalogue, guint *n_done);

G_END_DECLS
