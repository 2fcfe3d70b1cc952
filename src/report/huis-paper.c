/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper"

#include "config.h"

#include "huis-paper.h"

#include "huis-paper-private.h"

#define SIDE_MARGIN 38.0
/* Large letters need the width: as much white as above them is enough. */
#define SIDE_MARGIN_LARGE 30.0
/* Many printers can't reach nearer to the lower edge. */
#define TOP_MARGIN    30.0
#define BOTTOM_MARGIN 34.0

/* What the foot leaves of a page, and the margins of a sheet. */
static void
init_style (HuisPaper *self)
{
  HuisPaperStyle *style = &self->style;

  huis_paper_style_init (style, &self->format);
  self->side = self->format.large ? SIDE_MARGIN_LARGE : SIDE_MARGIN;
  style->width = self->format.width - 2 * self->side;
  self->foot = style->line + style->base * 0.4;
  style->height = self->format.height - TOP_MARGIN - BOTTOM_MARGIN - self->foot - style->base * 0.6;
}

static void
free_group (gpointer group)
{
  if (group != NULL)
    huis_paper_group_free (group);
}

HuisPaper *
huis_paper_new (HuisChecklist *checklist, const HuisPaperFormat *format)
{
  HuisPaper *self = g_new0 (HuisPaper, 1);

  g_ref_count_init (&self->refs);
  self->checklist = checklist;
  self->format = *format;
  self->format.width = MAX (format->width, 200);
  self->format.height = MAX (format->height, 300);
  self->head = g_ptr_array_new_with_free_func (free_group);
  self->devices = g_ptr_array_new_with_free_func (free_group);
  self->tail = g_ptr_array_new_with_free_func (free_group);
  self->headings = g_ptr_array_new_with_free_func (free_group);
  self->placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  self->feet = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_strip_free);

  init_style (self);
  huis_paper_lay_out (self);
  for (guint i = 0; i < self->n_pages; i++)
    g_ptr_array_add (self->feet,
                     huis_paper_make_foot (&self->style, self->checklist, i, self->n_pages));

  return self;
}

HuisPaper *
huis_paper_ref (HuisPaper *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

void
huis_paper_unref (HuisPaper *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->head);
  g_ptr_array_unref (self->devices);
  g_ptr_array_unref (self->tail);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->order);
  free_group (self->more);
  g_array_unref (self->placed);
  g_ptr_array_unref (self->feet);
  g_object_unref (self->style.context);
  huis_checklist_free (self->checklist);
  g_free (self);
}

guint
huis_paper_get_n_pages (const HuisPaper *self)
{
  return self->n_pages;
}

void
huis_paper_get_size (const HuisPaper *self, double *width, double *height)
{
  *width = self->format.width;
  *height = self->format.height;
}

char *
huis_paper_dup_picture_words (const HuisPaper *self)
{
  return huis_checklist_dup_picture_words (self->checklist);
}

const char *
huis_paper_get_title (const HuisPaper *self)
{
  return self->checklist->heading;
}

guint
huis_paper_get_n_left_out (const HuisPaper *self)
{
  return self->n_left_out;
}

void
huis_paper_draw_page (const HuisPaper *self, cairo_t *cr, guint page)
{
  if (page >= self->n_pages)
    return;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const HuisPlaced *placed = &g_array_index (self->placed, HuisPlaced, i);

      if (placed->page == page)
        huis_strip_draw (placed->strip, cr, self->side, TOP_MARGIN + placed->y);
    }
  huis_strip_draw (g_ptr_array_index (self->feet, page), cr, self->side,
                   self->format.height - BOTTOM_MARGIN - self->foot);
  cairo_restore (cr);
}
