/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * Since when each door in the router is open, and which ones came and went: what one look cannot
 * tell. Kept with the network; it outlives the look and the program. Signal "changed".
 */

#define HUIS_TYPE_OPENING_BOOK (huis_opening_book_get_type ())
G_DECLARE_FINAL_TYPE (HuisOpeningBook, huis_opening_book, HUIS, OPENING_BOOK, GObject)

/* All times are unix time, of looks that came to their end. */
typedef struct
{
  HuisObservation *opening; /* "mapping", as it was last seen */
  char *device_id;          /* of the device that it led to; %NULL where that was not known */
  gint64 first;             /* when it was first seen */
  gint64 gone;              /* when it was first seen to be gone; 0 while it stands */
  gboolean closed;          /* Huiswacht closed it, on the person's word */
} HuisOpeningRecord;

HuisOpeningBook *huis_opening_book_new (void);

/* When the router's whole list was first read; 0 for never. What was open then is older than the
 * book can tell. */
gint64 huis_opening_book_get_begun (HuisOpeningBook *self);
void huis_opening_book_begin (HuisOpeningBook *self, gint64 when);

/* @opening, which leads to @device_id or nobody known, was seen at @when. */
void huis_opening_book_note_open (HuisOpeningBook *self,
                                  HuisObservation *opening,
                                  const char *device_id,
                                  gint64 when);
/* The router's whole list of @when lacks it; @closed: Huiswacht had closed it. */
void huis_opening_book_note_gone (HuisOpeningBook *self,
                                  HuisObservation *opening,
                                  gboolean closed,
                                  gint64 when);

/* The record of @opening while it stands, or %NULL. Borrowed. */
const HuisOpeningRecord *huis_opening_book_find (HuisOpeningBook *self, HuisObservation *opening);
/* All of them: const HuisOpeningRecord *, the newest first. Borrowed; never %NULL. */
const GPtrArray *huis_opening_book_list (HuisOpeningBook *self);

JsonObject *huis_opening_book_to_json (HuisOpeningBook *self);
void huis_opening_book_load_json (HuisOpeningBook *self, JsonObject *object);

G_END_DECLS
