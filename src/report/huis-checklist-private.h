/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-checklist.h"

G_BEGIN_DECLS

/* What a block is made from; @device is %NULL for the home and for a router that was not seen. */
typedef struct
{
  HuisChecklist *checklist;
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  const HuisChecklistOptions *options;
  GHashTable *urgent;                /* HuisMeasure * to GPtrArray of the names where it is to do */
  GHashTable *seen;                  /* those of them that Huiswacht saw for itself */
  HuisDevice *device;                /* of the block that is being built, or %NULL */
  const HuisMakerGuide *maker_guide; /* of its maker, or %NULL */

  const HuisRouterGuide *guide; /* of this router, or %NULL */
  GPtrArray *guide_steps;       /* HuisGuideStep * that are in the block: for their sources */
  GPtrArray *kept_steps;        /* the arrays that these live in */
} HuisChecklistBuild;

/* Keeps @text for as long as the checklist lives. */
const char *huis_checklist_keep (HuisChecklist *self, const char *text);
/* The same, and frees @text. */
const char *huis_checklist_take (HuisChecklist *self, char *text);
/* An array that goes with the checklist. */
GPtrArray *huis_checklist_new_array (HuisChecklist *self, GDestroyNotify free_func);
/* The texts of @steps in the language of now, %NULL-terminated. */
const char *const *huis_checklist_keep_steps (HuisChecklist *self, const char *const *steps);

/* Whether the devices stand by the person who looks after them; the picture is one of rooms. */
gboolean huis_checklist_is_by_keeper (const HuisChecklistBuild *build);

/* The name of a room of the catalogue, or @id itself: a name of the person's own. */
const char *huis_checklist_find_room_title (HuisCatalogue *catalogue, const char *id);
/* What a device is and where, on one line: "Camera · Reolink · last seen 3 March". */
char *huis_checklist_dup_facts (HuisChecklistBuild *build, HuisDevice *device);
/* Where the maker of the device of @build tells of updates; on the sheet of one device, else "". */
char *huis_checklist_dup_pages (HuisChecklistBuild *build);

HuisChecklistItem *huis_checklist_build_item (HuisChecklistBuild *build,
                                              const HuisMeasure *measure,
                                              const HuisVerdict *verdict);

/*
 * The boxes of one scope, and those of @device: with %HUIS_SCOPE_ROUTER the router's own. On the
 * sheet of what is to do, the others are counted and left out. Adds to the tally of the sheet.
 */
HuisChecklistBlock *
huis_checklist_build_block (HuisChecklistBuild *build, HuisScope scope, HuisDevice *device);

/* Has what several devices share in steps told at one of them. After the devices. */
void huis_checklist_tell_steps_once (HuisChecklist *self);

/* The doors that stand open, and what is known of them. After the devices. */
void huis_checklist_build_picture (HuisChecklistBuild *build);

G_END_DECLS
