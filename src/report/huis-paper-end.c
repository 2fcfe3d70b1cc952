/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-end"

#include "config.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of the width the left column at the end takes. */
#define END_SPLIT_LEAST 0.44
#define END_SPLIT_MOST  0.6
#define END_SPLIT_STEP  0.01

/*
 * A column of words at the end of a sheet; @y is where the next goes.
 */
typedef struct
{
  const HuisPaperStyle *style;
  HuisStrip *strip;
  double x, y, width;
} Column;

static void
add_heading (Column *column, const char *text, gboolean ruled)
{
  column->y += huis_strip_add_text (column->strip,
                                    huis_paper_style_layout (column->style, text, HUIS_FACE_HEADING,
                                                             0, column->width),
                                    "H2", column->x, column->y);
  if (ruled)
    huis_strip_add_rule (column->strip, column->x, column->x + column->width, column->y + 1, 0.8);
  column->y += column->style->base * 0.3;
}

static void
add_updates (Column *column, const HuisChecklist *list)
{
  double gutter = column->style->base * 1.5;

  if (list->updates == NULL)
    return;
  add_heading (column, list->updates_title, TRUE);
  for (guint i = 0; list->updates[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      huis_paper_add_plain (column->style, column->strip, number, column->x, column->y, gutter);
      column->y += huis_paper_add_plain (column->style, column->strip, list->updates[i],
                                         column->x + gutter, column->y, column->width - gutter);
      column->y += column->style->base * 0.15;
    }
  column->y += column->style->base * 0.6;
}

/* Never the first on a line. */
#define DOT "\302\240· "

/* Where it stands, as one types it. */
static char *
dup_help_text (const HuisExplanation *help)
{
  const char *site = help->link->href + strlen ("https://");
  g_autofree char *address = g_strndup (site, strcspn (site, "/"));

  if (g_strcmp0 (address, help->link->title) == 0)
    return g_strconcat (address, DOT, huis_catalogue_text (help->title), NULL);

  return g_strconcat (help->link->title, DOT, huis_catalogue_text (help->title), DOT, address,
                      NULL);
}

static void
add_help (Column *column, const HuisChecklist *list)
{
  if (list->help->len == 0)
    return;
  add_heading (column, _ ("More help"), TRUE);
  for (guint i = 0; i < list->help->len; i++)
    {
      const HuisExplanation *help = g_ptr_array_index (list->help, i);
      g_autofree char *text = dup_help_text (help);

      column->y +=
          huis_strip_add_text (column->strip,
                               huis_paper_style_layout (column->style, text, HUIS_FACE_PLAIN,
                                                        strlen (help->link->title), column->width),
                               "P", column->x, column->y);
      column->y += column->style->base * 0.2;
    }
  column->y += column->style->base * 0.6;
}

/* Room for what one found in the shop: three devices to choose from. */
static void
add_shopping_lines (Column *column)
{
  const HuisPaperStyle *style = column->style;
  double gap = style->base * HUIS_COLUMN_GAP, split = column->width * 0.6;

  for (guint i = 0; i < 3; i++)
    {
      column->y += style->base;
      huis_paper_add_writing_line (style, column->strip, _ ("Brand and model"), column->x,
                                   column->y, split - gap);
      huis_paper_add_writing_line (style, column->strip, _ ("Updates until"), column->x + split,
                                   column->y, column->width - split);
      column->y += style->line;
    }
}

/* A card to cut out and take along. */
static void
add_shopping (Column *column, const HuisChecklist *list)
{
  const HuisPaperStyle *style = column->style;
  double inset = style->base * 0.6, gutter = style->base * HUIS_BOX_GUTTER;
  Column inner = { style, column->strip, column->x + inset, column->y + inset,
                   column->width - 2 * inset };

  if (list->shopping == NULL)
    return;
  add_heading (&inner, list->shopping_title, FALSE);
  for (guint i = 0; list->shopping[i] != NULL; i++)
    {
      huis_paper_add_box (style, inner.strip, HUIS_MARK_EMPTY, inner.x, inner.y);
      inner.y += huis_paper_add_plain (style, inner.strip, list->shopping[i], inner.x + gutter,
                                       inner.y, inner.width - gutter);
      inner.y += style->base * 0.2;
    }
  if (list->sheet == HUIS_SHEET_SHOPPING)
    add_shopping_lines (&inner);
  inner.y += inset;
  huis_strip_add_frame (column->strip, column->x, column->y, column->width, inner.y - column->y,
                        TRUE);
  column->y = inner.y + style->base;
}

/* With @split of the width for what stands at the left. */
static HuisStrip *
make_columns (const HuisPaperStyle *style, const HuisChecklist *list, double split)
{
  HuisStrip *strip = huis_strip_new (style->base * 1.4);
  double gap = style->base * 1.4, width = (style->width - gap) * split;
  Column left = { style, strip, 0, 0, width };
  Column right = { style, strip, width + gap, 0, style->width - gap - width };

  add_updates (&left, list);
  add_help (&left, list);
  add_shopping (&right, list);

  return strip;
}

/* As wide as makes them lowest. */
static HuisStrip *
find_lowest_columns (const HuisPaperStyle *style, const HuisChecklist *list)
{
  HuisStrip *best = make_columns (style, list, END_SPLIT_LEAST);

  for (double split = END_SPLIT_LEAST + END_SPLIT_STEP; split <= END_SPLIT_MOST;
       split += END_SPLIT_STEP)
    {
      HuisStrip *other = make_columns (style, list, split);

      if (other->height < best->height)
        {
          huis_strip_free (best);
          best = other;
        }
      else
        huis_strip_free (other);
    }

  return best;
}

static void
add_strip (GPtrArray *groups, HuisStrip *strip)
{
  g_ptr_array_add (groups, huis_paper_group_take (huis_paper_group_new (), strip));
}

/* Side by side where the letters leave room for two columns. */
void
huis_paper_add_end (const HuisPaperStyle *style, const HuisChecklist *list, GPtrArray *groups)
{
  static void (*const parts[]) (Column *, const HuisChecklist *) = { add_updates, add_help,
                                                                     add_shopping };

  if (list->shopping != NULL && list->help->len > 0 && style->columns > 1)
    {
      add_strip (groups, find_lowest_columns (style, list));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      HuisStrip *strip = huis_strip_new (style->base);
      Column column = { style, strip, 0, 0, style->width };

      parts[i](&column, list);
      if (strip->pieces->len > 0)
        add_strip (groups, strip);
      else
        huis_strip_free (strip);
    }
}
