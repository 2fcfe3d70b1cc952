/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-blocks"

#include "config.h"

#include "huis-paper-private.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a line for notes needs, in sizes of the letters. */
#define NOTE_LEAST 9

/* The name of a room, and a thin rule to the edge. */
HuisPaperGroup *
huis_paper_compose_room (const HuisPaperStyle *style, const char *title)
{
  HuisPaperGroup *group = huis_paper_group_new ();
  HuisStrip *strip = huis_strip_new (style->base * 0.9 * style->air);
  double width = huis_paper_style_measure (style, title, HUIS_FACE_HEADING);
  double room = style->width - style->base * 3;
  double height = huis_strip_add_text (
      strip, huis_paper_style_layout (style, title, HUIS_FACE_HEADING, 0, style->width), "H2", 0,
      0);

  if (width < room)
    huis_strip_add_rule (strip, width + style->base * 0.8, style->width, height * 0.56, 0.5);
  group->keep_next = TRUE;

  return huis_paper_group_take (group, strip);
}

/* Icon and name, then what it is; where rooms have no headings, its room at the right. */
static HuisStrip *
make_title (const HuisPaperStyle *style, const HuisChecklistBlock *block, const char *more)
{
  HuisStrip *strip = huis_strip_new (style->base * 0.75 * style->air);
  double gutter = style->base * HUIS_ICON_GUTTER, y = style->base * 0.1, right = 0;
  g_autofree char *title = huis_words_isolate (block->title);
  g_autofree char *facts = huis_words_isolate (block->facts);
  g_autofree char *text = g_strconcat (title, facts[0] != '\0' ? "  " : "", facts,
                                       more[0] != '\0' ? " · " : "", more, NULL);

  if (style->dense && block->room[0] != '\0')
    {
      PangoLayout *room =
          huis_paper_style_layout (style, block->room, HUIS_FACE_BOLD, 0, style->base * 12);

      pango_layout_set_alignment (room, PANGO_ALIGN_RIGHT);
      pango_layout_set_ellipsize (room, PANGO_ELLIPSIZE_END);
      right =
          MIN (huis_paper_style_measure (style, block->room, HUIS_FACE_BOLD), style->base * 12) +
          style->base;
      huis_strip_add_text (strip, room, "P", style->width - style->base * 12, y);
    }
  huis_strip_add_icon (strip, block->icon_name, 0, 0, style->base * 1.6);
  huis_strip_add_text (strip,
                       huis_paper_style_layout (style, text, HUIS_FACE_PLAIN, strlen (title),
                                                style->width - gutter - right),
                       "H3", gutter, y);

  return strip;
}

static char *
dup_item_text (const HuisChecklistItem *item, gboolean with_place)
{
  GString *text = g_string_new (item->title);

  if (item->remark[0] != '\0')
    g_string_append_printf (text, " · %s", item->remark);
  if (item->saw != NULL)
    g_string_append_printf (text, "\n%s", item->saw);
  else if (item->why != NULL)
    g_string_append_printf (text, "\n%s", item->why);
  if (with_place && item->steps == NULL && item->look_for != NULL)
    g_string_append_printf (text, "\n%s", item->look_for);

  return g_string_free (text, FALSE);
}

static gboolean
has_bold_title (const HuisChecklistItem *item, gboolean with_place)
{
  return item->status == HUIS_STATUS_TO_DO || item->steps != NULL ||
         (with_place && item->look_for != NULL);
}

static void
add_item (const HuisPaperStyle *style,
          HuisStrip *strip,
          const HuisChecklistItem *item,
          gboolean with_place,
          double x,
          double width)
{
  double gutter = style->base * HUIS_BOX_GUTTER;
  g_autofree char *text = dup_item_text (item, with_place);
  gsize n_bold = has_bold_title (item, with_place) ? strlen (item->title) : 0;

  huis_paper_add_box (style, strip, huis_paper_get_mark (item->status), x, 0);
  huis_strip_add_text (
      strip, huis_paper_style_layout (style, text, HUIS_FACE_PLAIN, n_bold, width - gutter), "P",
      x + gutter, 0);
}

/* "1." and the step. */
static HuisStrip *
make_step (const HuisPaperStyle *style, guint number, const char *step, double x, double width)
{
  HuisStrip *strip = huis_strip_new (style->base * 0.15 * style->air);
  g_autofree char *label = g_strdup_printf ("%u.", number);

  huis_paper_add_plain (style, strip, label, x, 0, style->base * 1.5);
  huis_paper_add_plain (style, strip, step, x + style->base * 1.5, 0, width - style->base * 1.5);

  return strip;
}

/* To-do items, and all items of a sheet that says how, over the whole width. */
static gboolean
is_wide (const HuisChecklistItem *item)
{
  return item->steps != NULL || item->status == HUIS_STATUS_TO_DO;
}

static void
add_wide_item (const HuisPaperStyle *style,
               HuisPaperGroup *group,
               const HuisChecklistItem *item,
               gboolean with_place)
{
  double x = style->base * HUIS_ICON_GUTTER, gutter = style->base * HUIS_BOX_GUTTER;
  HuisStrip *strip = huis_strip_new (style->base * (item->steps != NULL ? 0.6 : 0.3) * style->air);

  add_item (style, strip, item, with_place, x, style->width - x);
  huis_paper_group_take (group, strip);
  for (guint i = 0; item->steps != NULL && item->steps[i] != NULL; i++)
    {
      strip->keep_next = TRUE;
      strip = make_step (style, i + 1, item->steps[i], x + gutter, style->width - x - gutter);
      huis_paper_group_take (group, strip);
    }
}

static void
add_note (const HuisPaperStyle *style,
          HuisStrip *strip,
          const HuisChecklistBlock *block,
          double x,
          double width)
{
  if (block->note[0] != '\0')
    {
      /* Translators: %s is what the person wrote. */
      g_autofree char *text = g_strdup_printf (_ ("Note: %s"), block->note);

      huis_paper_add_plain (style, strip, text, x, 0, width);
    }
  else
    huis_paper_add_writing_line (style, strip, _ ("Notes"), x, 0, width);
}

/* Rows of boxes below a name. */
typedef struct
{
  const HuisPaperStyle *style;
  HuisPaperGroup *group;
  HuisStrip *strip; /* the row of now, of the group; %NULL before the first */
  double x;         /* where its next box goes */
} Rows;

static void
next_row (Rows *rows, double gap)
{
  rows->strip = huis_strip_new (rows->style->base * gap * rows->style->air);
  huis_paper_group_take (rows->group, rows->strip);
  rows->x = rows->style->base * HUIS_ICON_GUTTER;
}

/* A column, or as wide as the words are. */
static double
measure_cell (const HuisPaperStyle *style, const HuisChecklistItem *item, gboolean flow)
{
  double room = style->width - style->base * HUIS_ICON_GUTTER;
  double gap = style->base * HUIS_COLUMN_GAP;
  g_autofree char *text = NULL;

  if (!flow)
    return (room - gap * (style->columns - 1)) / style->columns;

  text = dup_item_text (item, FALSE);

  return MIN (room, style->base * HUIS_BOX_GUTTER + 1 +
                        huis_paper_style_measure (style, text, HUIS_FACE_PLAIN));
}

static gboolean
is_open (const HuisChecklistItem *item)
{
  return item->status == HUIS_STATUS_TO_DO || item->status == HUIS_STATUS_NOT_TESTED;
}

/* Which of @items comes next in the row: in columns the first; else the widest that still fits,
 * of the open ones while there are any. Their number where none fits. */
static guint
find_fitting (const Rows *rows, GPtrArray *items, gboolean flow)
{
  gboolean open = is_open (g_ptr_array_index (items, 0));
  guint best = items->len;
  double widest = 0;

  for (guint i = 0; rows->strip != NULL && i < items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (items, i);
      double width = measure_cell (rows->style, item, flow);

      if (is_open (item) == open && width > widest && rows->x + width <= rows->style->width + 0.5)
        {
          best = i;
          widest = width;
        }
    }

  return best;
}

/* The boxes side by side; the line for notes takes the place that is left in the last row. */
static void
add_narrow_items (Rows *rows, const HuisChecklistBlock *block, gboolean with_place)
{
  const HuisPaperStyle *style = rows->style;
  gboolean flow = style->dense && !with_place;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < block->items->len; i++)
    if (!is_wide (g_ptr_array_index (block->items, i)))
      g_ptr_array_add (items, g_ptr_array_index (block->items, i));

  while (items->len > 0)
    {
      guint next = find_fitting (rows, items, flow);
      const HuisChecklistItem *item;
      double width;

      if (next == items->len)
        {
          next_row (rows, style->dense ? 0.2 : 0.3);
          next = 0;
        }
      item = g_ptr_array_steal_index (items, next);
      width = measure_cell (style, item, flow);
      add_item (style, rows->strip, item, with_place, rows->x, width);
      rows->x += width + style->base * HUIS_COLUMN_GAP;
    }
}

static void
add_notes (Rows *rows, const HuisChecklistBlock *block)
{
  const HuisPaperStyle *style = rows->style;

  if (rows->strip == NULL || style->width - rows->x < style->base * NOTE_LEAST)
    next_row (rows, 0.5);
  add_note (style, rows->strip, block, rows->x, style->width - rows->x);
}

/* Words over the whole width, below a name or at the end of a block. */
static void
add_sentence (const HuisPaperStyle *style, HuisPaperGroup *group, const char *text)
{
  double x = style->base * HUIS_ICON_GUTTER;
  HuisStrip *strip;

  if (text[0] == '\0')
    return;
  strip = huis_strip_new (style->base * 0.2 * style->air);
  huis_paper_add_plain (style, strip, text, x, 0, style->width - x);
  huis_paper_group_take (group, strip);
}

HuisPaperGroup *
huis_paper_compose_block (const HuisPaperStyle *style,
                          const HuisChecklist *list,
                          const HuisChecklistBlock *block)
{
  HuisPaperGroup *group = huis_paper_group_new ();
  gboolean with_place = block == list->router;
  Rows rows = { style, group, NULL, 0 };

  huis_paper_group_take (group, make_title (style, block, block->tally));
  add_sentence (style, group, block->intro);
  for (guint i = 0; i < block->items->len; i++)
    if (is_wide (g_ptr_array_index (block->items, i)))
      add_wide_item (style, group, g_ptr_array_index (block->items, i), with_place);
  add_narrow_items (&rows, block, with_place);
  if (block != list->home)
    add_notes (&rows, block);
  add_sentence (style, group, block->sources);
  group->continued = make_title (style, block, _ ("continued"));

  return group;
}
