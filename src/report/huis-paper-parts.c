/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-parts"

#include "config.h"

#include "huis-paper-private.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where what is to be filled in begins, in parts of the width: right of the first rows; and the
 * second of two in one row. */
#define FILL_IN_RIGHT 0.64
#define FILL_IN_LEFT  0.46

/* What the three boxes mean, with how many of each there are. Returns how much of the last row
 * it takes; @y comes down to that row. */
static double
add_legend (const HuisPaperStyle *style, HuisStrip *strip, const HuisTally *tally, double *y)
{
  /* clang-format off */
  const struct
  {
    HuisStatus status;
    const char *word;
  } entries[] = {
    { HUIS_STATUS_TO_DO, _ ("to do") },
    { HUIS_STATUS_NOT_TESTED, _ ("not tested") },
    { HUIS_STATUS_IN_ORDER, _ ("in order") },
  };
  /* clang-format on */
  double x = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      /* Translators: a number and what it counts: "12 to do". */
      g_autofree char *text =
          g_strdup_printf (_ ("%1$u %2$s"), tally->n[entries[i].status], entries[i].word);
      double width = huis_paper_style_measure (style, text, HUIS_FACE_PLAIN);
      double gutter = style->base * HUIS_BOX_GUTTER;

      if (x > 0 && x + gutter + width > style->width)
        {
          x = 0;
          *y += style->line * 1.15;
        }
      huis_paper_add_box (style, strip, huis_paper_get_mark (entries[i].status), x, *y);
      huis_paper_add_plain (style, strip, text, x + gutter, *y, width + 1);
      x += gutter + width + style->base * 1.5;
    }

  return x;
}

static char *
dup_subtitle (const HuisChecklist *list)
{
  g_autofree char *network = huis_words_isolate (list->network);

  return g_strconcat (network, " · ", list->summary, " · ", list->looked, NULL);
}

/* A word, and what stands there or a line to fill it in. */
static void
add_fill_in (const HuisPaperStyle *style,
             HuisStrip *strip,
             const char *label,
             const char *answer,
             double x,
             double y,
             double width)
{
  double label_width =
      huis_paper_style_measure (style, label, HUIS_FACE_PLAIN) + style->base * 0.25;

  if (answer[0] == '\0')
    {
      huis_paper_add_writing_line (style, strip, label, x, y, width);
      return;
    }
  huis_paper_add_plain (style, strip, label, x, y, label_width);
  huis_paper_add_plain (style, strip, answer, x + label_width, y, width - label_width);
}

static double
add_masthead (const HuisPaperStyle *style, HuisStrip *strip, const HuisChecklist *list)
{
  double base = style->base, x = base * 2.8, width = style->width - x, y;
  double date_width = huis_paper_style_measure (style, list->date, HUIS_FACE_PLAIN) + base;
  double title_width = huis_paper_style_measure (style, list->heading, HUIS_FACE_TITLE);

  huis_strip_add_icon (strip, "huis-home-symbolic", 0, 0, base * 2.2);
  y = huis_strip_add_text (
      strip, huis_paper_style_layout (style, list->heading, HUIS_FACE_TITLE, 0, width), "H1", x, 0);
  /* It stands at the foot of each page as well. */
  if (title_width + date_width <= width)
    huis_paper_add_plain (style, strip, list->date, style->width - date_width + base - 1,
                          base * 0.75, date_width);
  y = MAX (y, base * 2.2) + base * 0.25;
  huis_strip_add_rule (strip, 0, style->width, y, 2);

  return y + base * 0.7;
}

HuisPaperGroup *
huis_paper_compose_head (const HuisPaperStyle *style, const HuisChecklist *list)
{
  HuisPaperGroup *group = huis_paper_group_new ();
  HuisStrip *strip = huis_strip_new (0);
  g_autofree char *subtitle = dup_subtitle (list);
  double y = add_masthead (style, strip, list), row, taken;
  double x = style->width * FILL_IN_RIGHT, width = style->width - x;

  y += huis_paper_add_plain (style, strip, subtitle, 0, y, style->width);
  if (list->sheet == HUIS_SHEET_SHOPPING || list->sheet == HUIS_SHEET_PICTURE)
    return huis_paper_group_take (group, strip);

  row = y - style->line;
  y += style->base * 0.6;
  taken = MAX (huis_paper_style_measure (style, subtitle, HUIS_FACE_PLAIN),
               add_legend (style, strip, &list->tally, &y));
  /* At the right of both rows, or else in a row below them. */
  if (taken > style->width * FILL_IN_RIGHT - style->base)
    {
      row = y += style->line + style->base * 0.6;
      x = 0;
      width = style->width * FILL_IN_LEFT - style->base;
    }
  add_fill_in (style, strip, _ ("Filled in by"), "", x, row, width);
  x = x > 0 ? x : style->width * FILL_IN_LEFT;
  add_fill_in (style, strip, _ ("Look again on"), list->next, x, y, style->width - x);

  return huis_paper_group_take (group, strip);
}

static double
add_urgent (const HuisPaperStyle *style,
            HuisStrip *strip,
            const HuisChecklistUrgent *urgent,
            double y)
{
  double inset = style->base * 0.9, gutter = style->base * HUIS_BOX_GUTTER;
  g_autofree char *text =
      g_strconcat (urgent->title, " · ", urgent->where,
                   style->arrangement >= HUIS_ARRANGEMENT_BRIEF ? NULL : "\n", urgent->why, NULL);

  huis_paper_add_status (style, strip, HUIS_STATUS_TO_DO, inset, y);

  return huis_strip_add_text (strip,
                              huis_paper_style_layout (style, text, HUIS_FACE_PLAIN,
                                                       strlen (urgent->title),
                                                       style->width - 2 * inset - gutter),
                              "P", inset + gutter, y);
}

/* What stands in the frame where nothing has to be done first. */
static void
get_calm_words (const HuisChecklist *list, const char **heading, const char **text)
{
  if (list->tally.n[HUIS_STATUS_NOT_TESTED] > 0)
    {
      *heading = _ ("Nothing urgent was seen");
      *text = _ ("Begin with the router, then go from room to room. Not tested does not "
                 "mean that it is safe.");
    }
  else
    {
      *heading = _ ("Every step has its answer");
      *text = _ ("Keep this sheet. Look again in three months: devices and their weak spots "
                 "change.");
    }
}

HuisPaperGroup *
huis_paper_compose_urgent (const HuisPaperStyle *style, const HuisChecklist *list)
{
  HuisStrip *strip = huis_strip_new (style->base * 1.2);
  double inset = style->base * 0.9, y = style->base * 0.7, width = style->width - 2 * inset;
  double white = style->base * (style->arrangement >= HUIS_ARRANGEMENT_FILLED ? 0.15 : 0.3);
  const char *heading = _ ("Do this first"), *text = NULL;

  if (list->urgent->len == 0)
    get_calm_words (list, &heading, &text);
  y += huis_strip_add_text (strip,
                            huis_paper_style_layout (style, heading, HUIS_FACE_HEADING, 0, width),
                            "H2", inset, y);
  if (text != NULL)
    y += huis_paper_add_plain (style, strip, text, inset, y, width);
  for (guint i = 0; i < list->urgent->len; i++)
    y += add_urgent (style, strip, g_ptr_array_index (list->urgent, i), y + white) + white;

  huis_strip_add_frame (strip, 0, 0, style->width, y + style->base * 0.7, FALSE);

  return huis_paper_group_take (huis_paper_group_new (), strip);
}

HuisPaperGroup *
huis_paper_compose_sentence (const HuisPaperStyle *style, const char *text)
{
  HuisStrip *strip = huis_strip_new (style->base * 0.9);

  huis_strip_add_text (strip,
                       huis_paper_style_layout (style, text, HUIS_FACE_BOLD, 0, style->width), "P",
                       0, 0);

  return huis_paper_group_take (huis_paper_group_new (), strip);
}

HuisStrip *
huis_paper_make_foot (const HuisPaperStyle *style,
                      const HuisChecklist *list,
                      guint page,
                      guint n_pages)
{
  HuisStrip *strip = huis_strip_new (0);
  /* Translators: %1$u is this page, %2$u how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
  g_autofree char *text = g_strconcat ("Huiswacht · ", list->date, NULL);
  double width = huis_paper_style_measure (style, number, HUIS_FACE_PLAIN) + 1;
  PangoLayout *left =
      huis_paper_style_layout (style, text, HUIS_FACE_PLAIN, 0, style->width - width - style->base);

  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  huis_strip_add_rule (strip, 0, style->width, 0, 0.5);
  huis_strip_add_text (strip, left, "P", 0, style->base * 0.4);
  huis_strip_add_text (strip, huis_paper_style_layout (style, number, HUIS_FACE_PLAIN, 0, width),
                       "P", style->width - width, style->base * 0.4);

  return strip;
}
