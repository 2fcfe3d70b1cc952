/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-page"

#include "config.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>

#define BASE_PLAIN 11.0
#define BASE_LARGE 16.0
#define NAME_SCALE 1.1

HuisPaperGroup *
huis_paper_group_new (void)
{
  HuisPaperGroup *self = g_new0 (HuisPaperGroup, 1);

  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_strip_free);

  return self;
}

void
huis_paper_group_free (HuisPaperGroup *self)
{
  g_ptr_array_unref (self->strips);
  g_clear_pointer (&self->continued, huis_strip_free);
  g_free (self);
}

double
huis_paper_group_get_height (const HuisPaperGroup *self, double air)
{
  double height = 0;

  for (guint i = 0; i < self->strips->len; i++)
    {
      const HuisStrip *strip = g_ptr_array_index (self->strips, i);

      height += huis_strip_get_gap (strip, air) + strip->height;
    }

  return height;
}

HuisPaperGroup *
huis_paper_group_take (HuisPaperGroup *self, HuisStrip *strip)
{
  g_ptr_array_add (self->strips, strip);

  return self;
}

static PangoContext *
make_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Letters are placed alike at every size, on a screen as in print. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));

  return context;
}

void
huis_paper_style_init (HuisPaperStyle *self, const HuisPaperFormat *format)
{
  g_autoptr (PangoLayout) probe = NULL;
  int height;

  self->context = make_context (format->language);
  self->base = format->large ? BASE_LARGE : BASE_PLAIN;
  self->columns = format->large ? 1 : 2;

  probe = huis_paper_style_layout (self, "x", HUIS_FACE_PLAIN, 0, 0);
  pango_layout_get_size (probe, NULL, &height);
  self->line = (double) height / PANGO_SCALE;
}

static double
get_scale (const HuisPaperStyle *style, HuisFace face)
{
  switch (face)
    {
    case HUIS_FACE_TITLE:
      /* Large letters have no room for a title that is as large again. */
      return style->columns > 1 ? 1.8 : 1.5;
    case HUIS_FACE_HEADING:
      return 1.25;
    case HUIS_FACE_PLAIN:
    case HUIS_FACE_BOLD:
    case HUIS_FACE_NAME:
    default:
      return 1;
    }
}

/* Cantarell and Adwaita Sans are the desktop's own; the others read well in print too. */
static PangoFontDescription *
make_font (const HuisPaperStyle *style, HuisFace face)
{
  PangoFontDescription *font = pango_font_description_from_string (
      "Cantarell, Adwaita Sans, Noto Sans, DejaVu Sans Condensed, Sans");

  pango_font_description_set_absolute_size (font,
                                            style->base * get_scale (style, face) * PANGO_SCALE);
  if (face != HUIS_FACE_PLAIN && face != HUIS_FACE_NAME)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);

  return font;
}

/* Over the first @n bytes. */
static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize n)
{
  attribute->start_index = 0;
  attribute->end_index = (guint) n;
  pango_attr_list_insert (attributes, attribute);
}

PangoLayout *
huis_paper_style_layout (const HuisPaperStyle *style,
                         const char *text,
                         HuisFace face,
                         gsize n_bold,
                         double width)
{
  PangoLayout *layout = pango_layout_new (style->context);
  PangoFontDescription *font = make_font (style, face);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (n_bold > 0)
    insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), n_bold);
  if (n_bold > 0 && face == HUIS_FACE_NAME)
    insert_attribute (attributes, pango_attr_scale_new (NAME_SCALE), n_bold);
  /* A hyphen that isn't in a name would be read as part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  /* In a PDF, "fi" as one letter is found by nobody who looks for a word. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
huis_paper_style_measure (const HuisPaperStyle *style, const char *text, HuisFace face)
{
  g_autoptr (PangoLayout) layout = huis_paper_style_layout (style, text, face, 0, 0);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

HuisMark
huis_paper_get_mark (HuisStatus status)
{
  switch (status)
    {
    case HUIS_STATUS_TO_DO:
      return HUIS_MARK_TO_DO;
    case HUIS_STATUS_IN_ORDER:
      return HUIS_MARK_DONE;
    case HUIS_STATUS_ACCEPTED:
    case HUIS_STATUS_NOT_APPLICABLE:
      return HUIS_MARK_LEFT;
    case HUIS_STATUS_NOT_TESTED:
    case HUIS_N_STATUSES:
    default:
      return HUIS_MARK_EMPTY;
    }
}

double
huis_paper_add_plain (const HuisPaperStyle *style,
                      HuisStrip *strip,
                      const char *text,
                      double x,
                      double y,
                      double width)
{
  return huis_strip_add_text (strip,
                              huis_paper_style_layout (style, text, HUIS_FACE_PLAIN, 0, width), "P",
                              x, y);
}

static void
add_box (const HuisPaperStyle *style,
         HuisStrip *strip,
         HuisMark mark,
         const char *words,
         double x,
         double y)
{
  double size = style->base * HUIS_BOX_SIZE;

  huis_strip_add_box (strip, mark, words, x, y + (style->line - size) / 2, size);
}

void
huis_paper_add_box (const HuisPaperStyle *style,
                    HuisStrip *strip,
                    HuisMark mark,
                    double x,
                    double y)
{
  add_box (style, strip, mark, NULL, x, y);
}

/* Of what was left, the words beside it say why. */
static const char *
get_words (HuisStatus status)
{
  switch (status)
    {
    case HUIS_STATUS_TO_DO:
      return _ ("to do");
    case HUIS_STATUS_NOT_TESTED:
      return _ ("not tested");
    case HUIS_STATUS_IN_ORDER:
      return _ ("in order");
    case HUIS_STATUS_ACCEPTED:
    case HUIS_STATUS_NOT_APPLICABLE:
    case HUIS_N_STATUSES:
    default:
      return NULL;
    }
}

void
huis_paper_add_status (const HuisPaperStyle *style,
                       HuisStrip *strip,
                       HuisStatus status,
                       double x,
                       double y)
{
  add_box (style, strip, huis_paper_get_mark (status), get_words (status), x, y);
}

void
huis_paper_add_writing_line (const HuisPaperStyle *style,
                             HuisStrip *strip,
                             const char *label,
                             double x,
                             double y,
                             double width)
{
  double label_width = huis_paper_style_measure (style, label, HUIS_FACE_PLAIN);

  huis_paper_add_plain (style, strip, label, x, y, label_width + 1);
  huis_strip_add_rule (strip, x + label_width + style->base * 0.4, x + width,
                       y + style->line * 0.92, 0.5);
}
