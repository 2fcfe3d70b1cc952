/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-strip"

#include "huis-strip.h"

#include "huis-icon.h"

#include <string.h>

typedef enum
{
  PIECE_TEXT,
  PIECE_BOX,
  PIECE_ICON,
  PIECE_RULE,
  PIECE_FRAME,
  PIECE_CUT,
} PieceType;

typedef struct
{
  PieceType type;
  double x, y, width, height;
  HuisMark mark;
  const char *name;    /* of the icon, the tag of the text, or what the box means; or %NULL */
  PangoLayout *layout; /* owned */
} Piece;

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
}

HuisStrip *
huis_strip_new (double gap)
{
  HuisStrip *self = g_new0 (HuisStrip, 1);

  self->gap = gap;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);

  return self;
}

void
huis_strip_free (HuisStrip *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

void
huis_strip_grow (HuisStrip *self, double height)
{
  self->height = MAX (self->height, height);
}

double
huis_strip_get_gap (const HuisStrip *self, double air)
{
  return MAX (self->gap * air, self->gap_least);
}

double
huis_strip_add_text (HuisStrip *self, PangoLayout *layout, const char *tag, double x, double y)
{
  Piece piece = { .type = PIECE_TEXT, .x = x, .y = y, .name = tag, .layout = layout };
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  piece.width = (double) width / PANGO_SCALE;
  piece.height = (double) height / PANGO_SCALE;
  g_array_append_val (self->pieces, piece);
  huis_strip_grow (self, y + piece.height);

  return piece.height;
}

void
huis_strip_add_box (HuisStrip *self,
                    HuisMark mark,
                    const char *words,
                    double x,
                    double y,
                    double size)
{
  Piece piece = { .type = PIECE_BOX, .mark = mark, .name = words, .x = x, .y = y };

  piece.width = piece.height = size;

  g_array_append_val (self->pieces, piece);
  huis_strip_grow (self, y + size);
}

void
huis_strip_add_icon (HuisStrip *self, const char *icon_name, double x, double y, double size)
{
  Piece piece = {
    .type = PIECE_ICON, .name = icon_name, .x = x, .y = y, .width = size, .height = size
  };

  g_array_append_val (self->pieces, piece);
  huis_strip_grow (self, y + size);
}

void
huis_strip_add_rule (HuisStrip *self, double x1, double x2, double y, double thickness)
{
  Piece piece = { .type = PIECE_RULE, .x = x1, .y = y, .width = x2 - x1, .height = thickness };

  g_array_append_val (self->pieces, piece);
  huis_strip_grow (self, y + thickness);
}

void
huis_strip_add_frame (HuisStrip *self,
                      double x,
                      double y,
                      double width,
                      double height,
                      gboolean dashed)
{
  Piece piece = {
    .type = dashed ? PIECE_CUT : PIECE_FRAME, .x = x, .y = y, .width = width, .height = height
  };

  g_array_append_val (self->pieces, piece);
  huis_strip_grow (self, y + height);
}

static void
draw_box (const Piece *piece, cairo_t *cr)
{
  double line = piece->mark == HUIS_MARK_TO_DO ? piece->width * 0.17 : piece->width * 0.07;
  double s = piece->width;

  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, line / 2, line / 2, s - line, s - line);
  cairo_stroke (cr);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, s * 0.15);
  if (piece->mark == HUIS_MARK_DONE)
    {
      cairo_move_to (cr, s * 0.22, s * 0.50);
      cairo_line_to (cr, s * 0.43, s * 0.74);
      cairo_line_to (cr, s * 0.86, s * 0.10);
      cairo_stroke (cr);
    }
  else if (piece->mark == HUIS_MARK_LEFT)
    {
      cairo_move_to (cr, s * 0.28, s * 0.5);
      cairo_line_to (cr, s * 0.72, s * 0.5);
      cairo_stroke (cr);
    }
}

/* One stroke: a letter without ink would not come into a PDF. */
static cairo_status_t
draw_letter (cairo_scaled_font_t *font,
             unsigned long mark,
             cairo_t *cr,
             cairo_text_extents_t *extents)
{
  extents->x_advance = 1;
  cairo_rectangle (cr, 0.4, -0.6, 0.1, 0.4);
  cairo_fill (cr);

  return CAIRO_STATUS_SUCCESS;
}

/* A font of our own with a letter for each mark: a PDF takes as its meaning what is said of it. */
static cairo_font_face_t *
get_letters (void)
{
  static cairo_font_face_t *letters;

  if (letters == NULL)
    {
      letters = cairo_user_font_face_create ();
      cairo_user_font_face_set_render_glyph_func (letters, draw_letter);
    }

  return letters;
}

/* What a box means, in words that are read aloud, searched for and copied, but not seen: white on
 * white, inside of the box. */
static void
speak (const Piece *piece, cairo_t *cr)
{
  const cairo_glyph_t letter = { piece->mark, 0, piece->height * 0.9 };
  const cairo_text_cluster_t words = { (int) strlen (piece->name), 1 };

  cairo_save (cr);
  cairo_set_font_face (cr, get_letters ());
  cairo_set_font_size (cr, piece->width);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_tag_begin (cr, "P", NULL);
  cairo_show_text_glyphs (cr, piece->name, words.num_bytes, &letter, 1, &words, 1, 0);
  cairo_tag_end (cr, "P");
  cairo_restore (cr);
}

static void
draw_frame (const Piece *piece, cairo_t *cr)
{
  static const double dashes[] = { 4, 3 };

  cairo_set_line_width (cr, piece->type == PIECE_CUT ? 0.8 : 1.2);
  if (piece->type == PIECE_CUT)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, 0, 0, piece->width, piece->height);
  cairo_stroke (cr);
}

static void
draw_piece (const Piece *piece, cairo_t *cr)
{
  switch (piece->type)
    {
    case PIECE_TEXT:
      cairo_move_to (cr, 0, 0);
      cairo_tag_begin (cr, piece->name, NULL);
      pango_cairo_show_layout (cr, piece->layout);
      cairo_tag_end (cr, piece->name);
      break;
    case PIECE_BOX:
      if (piece->name != NULL)
        speak (piece, cr);
      draw_box (piece, cr);
      break;
    case PIECE_ICON:
      huis_icon_draw (cr, piece->name, 0, 0, piece->width);
      break;
    case PIECE_RULE:
      cairo_rectangle (cr, 0, 0, piece->width, piece->height);
      cairo_fill (cr);
      break;
    case PIECE_FRAME:
    case PIECE_CUT:
    default:
      draw_frame (piece, cr);
    }
}

void
huis_strip_draw (const HuisStrip *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      cairo_save (cr);
      cairo_translate (cr, x + piece->x, y + piece->y);
      draw_piece (piece, cr);
      cairo_restore (cr);
    }
}
