/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-checklist.h"
#include "huis-paper-size.h"

#include <cairo.h>

G_BEGIN_DECLS

/*
 * A checklist laid out on sheets of paper. Preview, printer and PDF all draw it with the same
 * huis_paper_draw_page(): what is seen on the screen is what comes out.
 *
 * Black on white, no letter under 11 points. A device stays on one sheet where it fits on one.
 */

/* More than this helps nobody, and a hostile network is not to empty a printer. */
#define HUIS_PAPER_PAGES_MAX 20

typedef struct
{
  double width, height; /* points; at least 200 by 300 */
  gboolean large;       /* 16 points instead of 11 */
  const char *language; /* of the words, "nl": tells where they may be broken; or %NULL */
} HuisPaperFormat;

typedef struct _HuisPaper HuisPaper;

/* Takes @checklist. */
HuisPaper *huis_paper_new (HuisChecklist *checklist, const HuisPaperFormat *format);
HuisPaper *huis_paper_ref (HuisPaper *self);
void huis_paper_unref (HuisPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisPaper, huis_paper_unref)

/* What kind of sheet it is: "Router checklist". It names nobody. */
const char *huis_paper_get_title (const HuisPaper *self);
/* The picture of the home in words; %NULL for any other sheet. */
char *huis_paper_dup_picture_words (const HuisPaper *self);
/* At least one. */
guint huis_paper_get_n_pages (const HuisPaper *self);
void huis_paper_get_size (const HuisPaper *self, double *width, double *height);
/* How many devices did not fit; the paper says so in words too. */
guint huis_paper_get_n_left_out (const HuisPaper *self);

/* @page counts from 0. The unit of @cr is the point, its origin the corner of the sheet. */
void huis_paper_draw_page (const HuisPaper *self, cairo_t *cr, guint page);

G_END_DECLS
