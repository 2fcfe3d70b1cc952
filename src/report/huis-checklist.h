/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"
#include "huis-router-guides.h"

G_BEGIN_DECLS

/*
 * What goes on paper, as plain data: the words in the language of the moment, in the order in
 * which they are read. How it looks is huis-paper's business.
 *
 * Every string belongs to the HuisChecklist and is never %NULL unless the comment says so.
 */

/* What a person can choose to print. */
typedef enum
{
  HUIS_SHEET_ALL,
  HUIS_SHEET_ROUTER,   /* the router's steps, each with how */
  HUIS_SHEET_TO_DO,    /* what was seen or said to be not in order, each with how */
  HUIS_SHEET_DEVICE,   /* one device's steps, each with how */
  HUIS_SHEET_SHOPPING, /* the card to take to the shop (factsheet G1a, G1b) */
  HUIS_SHEET_PICTURE,  /* the home at a glance: rooms, devices, router, and what is open */
} HuisSheet;

#define HUIS_TYPE_SHEET (huis_sheet_get_type ())
GType huis_sheet_get_type (void);

typedef struct
{
  HuisSheet sheet;
  const char *device_id;    /* for HUIS_SHEET_DEVICE */
  gboolean addresses;       /* network and MAC addresses too; a MAC address tells devices apart for
                               ever, so it is on paper only where the person asked for it */
  HuisRouterGuides *guides; /* for the words of this router's menu; or %NULL */
  gint64 now;               /* unix time: the date on the sheet; 0 for the clock's */
} HuisChecklistOptions;

/* One box to tick. */
typedef struct
{
  HuisStatus status;
  HuisWitness witness;
  const char *title;
  const char *brief;    /* the title in two or three words, or the title */
  const char *remark;   /* who says so and when, or why it was left: "seen 3 March"; or "" */
  const char *look_for; /* the words to look for on a screen, or a way through a menu; or %NULL */
  const char *saw;      /* what was seen to be not in order; or %NULL */
  const char *why;      /* what can happen; set where steps is */
  const char *const *steps; /* how to do it; %NULL where the sheet is to be short */
  const char *like; /* "Do as with “NAS”.": where the steps stand; %NULL where it has them itself */
} HuisChecklistItem;

/* The home, the router or a device. */
typedef struct
{
  const char *icon_name; /* "huis-camera-symbolic" */
  const char *title;
  const char *facts; /* what it is, where, what is particular: on one line; may be "" */
  const char *tally; /* "2 to do · 5 not tested · 1 in order" */
  const char *note;  /* what the person wrote; "" where nothing: then there is a line to write on */
  const char *intro; /* of the router: how to come in; of a device: what can happen; or "" */
  const char *pages; /* of the maker, where there are updates: "Updates: reolink.com"; or "" */
  const char *sources; /* who says where things are in the menus; or "" */
  const char *room;    /* or who looks after it, by the network's grouping; "" for the home, and
                          where neither was said */
  const char *place;   /* the same, where it stands beside the name: also that it has nobody */
  HuisDevice *device;  /* borrowed from the network while the list is made; not for later */
  const char *door;    /* in the picture: what of it the internet can reach, or "" */
  GPtrArray *items;    /* HuisChecklistItem *: to do, not tested, then settled ones */
  guint rank;          /* 0 is the device that needs attention soonest */
  guint room_order;    /* rooms are printed in the order of a walk through the house */
} HuisChecklistBlock;

/* One of the few things to begin with. */
typedef struct
{
  const char *title;
  const char *where; /* "Garden camera, Printer and 3 more" */
  const char *why;
} HuisChecklistUrgent;

typedef struct
{
  HuisSheet sheet;
  const char *heading; /* "Huiswacht checklist" */
  const char *network; /* the network's own name, or "Cabled network" */
  const char *date;    /* of the sheet */
  const char *looked;  /* "Looked on 3 March 2026", or that it never did */
  const char *summary; /* "9 devices" */
  const char *next;    /* when to look again; "" where no day was chosen */
  HuisTally tally;     /* of all that is on the sheet */

  GPtrArray *urgent;          /* HuisChecklistUrgent *, three at most */
  HuisChecklistBlock *home;   /* %NULL where the sheet has none; so is the next */
  HuisChecklistBlock *router; /* also where no router was seen: its steps hold anyway */
  GPtrArray *devices;         /* HuisChecklistBlock *, by room, then most urgent first */
  const char *nowhere;        /* the heading of those that have no room, or nobody */
  const char *left_out;       /* what is not on this sheet, in a sentence; "" where all is */
  const char *outside; /* in the picture: what the internet can reach, in a sentence; or "" */
  guint n_doors;       /* how many doors stand open */

  const char *updates_title;
  const char *const *updates; /* how to look up updates; %NULL where the sheet has none */
  GPtrArray *help;            /* const HuisExplanation *: M1–M3 */
  const char *shopping_title;
  const char *const *shopping; /* before you buy; %NULL where the sheet has none */

  /* For huis-checklist alone */
  GStringChunk *texts;
  GPtrArray *arrays;
} HuisChecklist;

HuisChecklist *huis_checklist_new (HuisNetwork *network,
                                   HuisCatalogue *catalogue,
                                   const HuisChecklistOptions *options);
void huis_checklist_free (HuisChecklist *self);

/* The picture in words, for who can't see it; %NULL for any other sheet. */
char *huis_checklist_dup_picture_words (const HuisChecklist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisChecklist, huis_checklist_free)

G_END_DECLS
