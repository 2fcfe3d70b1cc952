/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * The smallest part of a sheet that stays whole: a band over the width of the text with words,
 * rules, boxes and icons at fixed places. Lengths are points (1/72 inch), y goes down.
 */

/* What stands in a box to tick. */
typedef enum
{
  HUIS_MARK_EMPTY, /* not tested: a thin box */
  HUIS_MARK_TO_DO, /* a thick box */
  HUIS_MARK_DONE,  /* ticked */
  HUIS_MARK_LEFT,  /* a dash: accepted, or does not apply */
} HuisMark;

typedef struct
{
  double gap; /* white above, unless it begins a page: the usual, and the least */
  double gap_least;
  double height;
  gboolean keep_next; /* a page is not turned below it, where that can be helped */
  GArray *pieces;
} HuisStrip;

HuisStrip *huis_strip_new (double gap);
void huis_strip_free (HuisStrip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisStrip, huis_strip_free)

/* Takes @layout. @tag is the PDF structure it is ("H1", "P"). The strip grows to hold it. Returns
 * the height of the words. */
double
huis_strip_add_text (HuisStrip *self, PangoLayout *layout, const char *tag, double x, double y);
/* @words is what it means for who hears the PDF instead of seeing it: the same for each box with
 * that mark, and they must live as long as the strip; %NULL where what stands beside it says so. */
void huis_strip_add_box (HuisStrip *self,
                         HuisMark mark,
                         const char *words,
                         double x,
                         double y,
                         double size);
/* @icon_name must live as long as the strip. */
void huis_strip_add_icon (HuisStrip *self, const char *icon_name, double x, double y, double size);
void huis_strip_add_rule (HuisStrip *self, double x1, double x2, double y, double thickness);
/* A frame around what there is; @dashed says: cut here. */
void huis_strip_add_frame (HuisStrip *self,
                           double x,
                           double y,
                           double width,
                           double height,
                           gboolean dashed);
void huis_strip_grow (HuisStrip *self, double height);
/* The white above with @air times the usual. */
double huis_strip_get_gap (const HuisStrip *self, double air);

void huis_strip_draw (const HuisStrip *self, cairo_t *cr, double x, double y);

G_END_DECLS
