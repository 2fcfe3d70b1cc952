/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-rows"

#include "config.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a line for notes needs, and the white above it for a pen; in sizes of the letters. */
#define NOTE_LEAST 11
#define NOTE_WHITE 0.45

/* So many settled items share a row with the line for notes; more of them go in columns. */
#define IN_LINE_MAX 2

/* Rows of boxes below a name. */
typedef struct
{
  const HuisPaperStyle *style;
  HuisPaperGroup *group;
  gboolean with_place; /* say where in a menu it is done */
  const char *word;    /* on which all that is settled stands: told once, not at each; or %NULL */
  HuisStrip *strip;    /* the row of now, of the group; %NULL before the first */
  double x;            /* where its next box goes */
  HuisStrip *open;     /* the last row of what is open, and what it has left; or %NULL */
  double open_x;
} Rows;

/* The title and who says so: on one line where that has room. */
static char *
dup_line (const HuisPaperStyle *style,
          const char *title,
          const HuisChecklistItem *item,
          HuisFace face,
          double width)
{
  g_autofree char *line = NULL;

  if (item->remark[0] == '\0')
    return g_strdup (title);
  line = g_strconcat (title, " · ", item->remark, NULL);
  if (huis_paper_style_measure (style, line, face) <= width)
    return g_steal_pointer (&line);

  return g_strconcat (title, "\n", item->remark, NULL);
}

static gboolean
has_bold_title (const HuisChecklistItem *item, gboolean with_place)
{
  return huis_paper_is_wide_item (item) || (with_place && item->look_for != NULL);
}

/* On the line of the title where that has room, else below it. */
static void
append_place (const HuisPaperStyle *style, GString *text, const char *place, double width)
{
  g_autofree char *line = g_strconcat (text->str, " · ", place, NULL);

  if (strchr (text->str, '\n') == NULL &&
      huis_paper_style_measure (style, line, HUIS_FACE_BOLD) <= width)
    g_string_assign (text, line);
  else
    g_string_append_printf (text, "\n%s", place);
}

static char *
dup_text (const HuisPaperStyle *style,
          const char *title,
          const HuisChecklistItem *item,
          gboolean with_place,
          double width)
{
  g_autofree char *line =
      dup_line (style, title, item,
                has_bold_title (item, with_place) ? HUIS_FACE_BOLD : HUIS_FACE_PLAIN, width);
  GString *text = g_string_new (line);

  if (item->saw != NULL)
    g_string_append_printf (text, "\n%s", item->saw);
  else if (item->why != NULL)
    g_string_append_printf (text, "\n%s", item->why);
  if (item->like != NULL)
    g_string_append_printf (text, "\n%s", item->like);
  else if (with_place && item->steps == NULL && item->look_for != NULL)
    append_place (style, text, item->look_for, width);

  return g_string_free (text, FALSE);
}

/* Returns its height. */
static double
add_item (const HuisPaperStyle *style,
          HuisStrip *strip,
          const HuisChecklistItem *item,
          const char *title,
          gboolean with_place,
          double x,
          double y,
          double width)
{
  double gutter = style->base * HUIS_BOX_GUTTER;
  g_autofree char *text = dup_text (style, title, item, with_place, width - gutter);
  gsize n_bold = has_bold_title (item, with_place) ? strlen (title) : 0;

  huis_paper_add_status (style, strip, item->status, x, y);

  return huis_strip_add_text (
      strip, huis_paper_style_layout (style, text, HUIS_FACE_PLAIN, n_bold, width - gutter), "P",
      x + gutter, y);
}

void
huis_paper_add_item (const HuisPaperStyle *style,
                     HuisStrip *strip,
                     const HuisChecklistItem *item,
                     gboolean with_place,
                     double x,
                     double width)
{
  add_item (style, strip, item, item->title, with_place, x, 0, width);
}

gboolean
huis_paper_is_wide_item (const HuisChecklistItem *item)
{
  return item->steps != NULL || item->saw != NULL || item->like != NULL;
}

static void
next_row (Rows *rows, double gap, double gap_least)
{
  rows->strip = huis_strip_new (rows->style->base * gap);
  rows->strip->gap_least = rows->style->base * gap_least;
  huis_paper_group_take (rows->group, rows->strip);
  rows->x = rows->style->base * HUIS_ICON_GUTTER;
}

static gboolean
is_open (const HuisChecklistItem *item)
{
  return item->status == HUIS_STATUS_NOT_TESTED || item->status == HUIS_STATUS_TO_DO;
}

/* Of the items of @block that are not wide. */
static GPtrArray *
list_items (const HuisChecklistBlock *block, gboolean open)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < block->items->len; i++)
    {
      HuisChecklistItem *item = g_ptr_array_index (block->items, i);

      if (is_open (item) == open && !huis_paper_is_wide_item (item))
        g_ptr_array_add (items, item);
    }

  return items;
}

static double
get_column_width (const HuisPaperStyle *style, guint columns)
{
  double gaps = style->base * HUIS_COLUMN_GAP * (columns - 1);

  return (style->width - style->base * HUIS_ICON_GUTTER - gaps) / columns;
}

/* Row by row: a step has the same place below each name. */
static void
add_in_rows (Rows *rows, GPtrArray *items, guint columns, gboolean brief)
{
  const HuisPaperStyle *style = rows->style;
  double width = get_column_width (style, columns);

  for (guint i = 0; i < items->len; i++)
    {
      HuisChecklistItem item = *(HuisChecklistItem *) g_ptr_array_index (items, i);

      if (i % columns == 0)
        next_row (rows, 0.3, 0);
      if (g_strcmp0 (item.remark, rows->word) == 0)
        item.remark = "";
      add_item (style, rows->strip, &item, brief ? item.brief : item.title, rows->with_place,
                rows->x, 0, width);
      rows->x += width + style->base * HUIS_COLUMN_GAP;
    }
}

/* How many of @items go into the first of two columns, so that both are about as high. */
static guint
find_split (const HuisPaperStyle *style, GPtrArray *items, double width)
{
  g_autoptr (HuisStrip) trial = huis_strip_new (0);
  g_autofree double *heights = g_new0 (double, items->len + 1);
  double all = 0, left = 0;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (items, i);

      heights[i] = add_item (style, trial, item, item->title, TRUE, 0, 0, width);
      all += heights[i];
    }
  while (left < all / 2 - 0.5)
    left += heights[n++];

  return n;
}

/* Down the first column, then down the second: steps of several lines leave no holes so. */
static void
add_in_columns (Rows *rows, GPtrArray *items)
{
  const HuisPaperStyle *style = rows->style;
  double width = get_column_width (style, 2), y = 0;
  guint n = find_split (style, items, width);

  if (items->len > 0)
    next_row (rows, 0.3, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (items, i);

      if (i == n)
        {
          rows->x += width + style->base * HUIS_COLUMN_GAP;
          y = 0;
        }
      y += add_item (style, rows->strip, item, item->title, TRUE, rows->x, y, width);
      y += style->base * (style->arrangement >= HUIS_ARRANGEMENT_DENSE ? 0.12 : 0.3);
    }
}

/* One after the other, each as wide as its words. */
static void
add_in_line (Rows *rows, GPtrArray *items, gboolean brief)
{
  const HuisPaperStyle *style = rows->style;
  double left = style->base * HUIS_ICON_GUTTER, gutter = style->base * HUIS_BOX_GUTTER;

  for (guint i = 0; i < items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (items, i);
      const char *title = brief ? item->brief : item->title;
      g_autofree char *text = dup_line (style, title, item, HUIS_FACE_PLAIN, G_MAXDOUBLE);
      double width = gutter + 1 + huis_paper_style_measure (style, text, HUIS_FACE_PLAIN);

      width = MIN (width, style->width - left);
      if (rows->strip == NULL || rows->x + width > style->width)
        next_row (rows, rows->strip == NULL ? NOTE_WHITE : 0.3,
                  rows->strip == NULL ? NOTE_WHITE : 0);
      add_item (style, rows->strip, item, title, FALSE, rows->x, 0, width);
      rows->x += width + style->base * HUIS_COLUMN_GAP;
    }
}

static guint
count_remarks (GPtrArray *items, const char *remark)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += strcmp (((HuisChecklistItem *) g_ptr_array_index (items, i))->remark, remark) == 0;

  return n;
}

/* The one that most of @settled stand on, where they are many; else %NULL. */
static const char *
find_word (GPtrArray *settled)
{
  for (guint i = 0; settled->len > IN_LINE_MAX && i < settled->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (settled, i);

      if (item->status == HUIS_STATUS_IN_ORDER && item->remark[0] != '\0' &&
          count_remarks (settled, item->remark) > settled->len / 2)
        return item->remark;
    }

  return NULL;
}

static void
add_word (Rows *rows)
{
  const HuisPaperStyle *style = rows->style;
  g_autofree char *text = NULL;

  if (rows->word == NULL)
    return;
  /* Translators: of the boxes that are ticked; %s is on whose word, "you said 3 March". */
  text = g_strdup_printf (_ ("Ticked: %s"), rows->word);
  next_row (rows, NOTE_WHITE, NOTE_WHITE);
  huis_paper_add_plain (style, rows->strip, text, rows->x, 0, style->width - rows->x);
  rows->x +=
      huis_paper_style_measure (style, text, HUIS_FACE_PLAIN) + style->base * HUIS_COLUMN_GAP;
}

static gboolean
has_room_to_write (const Rows *rows, const HuisStrip *strip, double x)
{
  return strip != NULL && rows->style->width - x >= rows->style->base * NOTE_LEAST;
}

/* In the row of what is settled, where that leaves room to write, or in that above it. */
static void
add_note (Rows *rows, const HuisChecklistBlock *block)
{
  const HuisPaperStyle *style = rows->style;

  if (block->note[0] != '\0')
    {
      /* Translators: %s is what the person wrote. */
      g_autofree char *text = g_strdup_printf (_ ("Note: %s"), block->note);

      next_row (rows, 0.3, 0);
      huis_paper_add_plain (style, rows->strip, text, rows->x, 0, style->width - rows->x);
      return;
    }

  if (!has_room_to_write (rows, rows->strip, rows->x))
    {
      if (has_room_to_write (rows, rows->open, rows->open_x))
        {
          rows->strip = rows->open;
          rows->x = rows->open_x;
        }
      else
        next_row (rows, NOTE_WHITE, NOTE_WHITE);
    }
  huis_paper_add_writing_line (style, rows->strip, _ ("Notes"), rows->x, 0, style->width - rows->x);
}

void
huis_paper_add_rows (const HuisPaperStyle *style,
                     HuisPaperGroup *group,
                     const HuisChecklistBlock *block,
                     HuisBlockType type)
{
  g_autoptr (GPtrArray) open = list_items (block, TRUE);
  g_autoptr (GPtrArray) settled = list_items (block, FALSE);
  Rows rows = { style, group, type == HUIS_BLOCK_ROUTER, find_word (settled), NULL, 0, NULL, 0 };
  gboolean brief = style->arrangement >= HUIS_ARRANGEMENT_DENSE && type == HUIS_BLOCK_DEVICE;
  gboolean filled = style->arrangement >= HUIS_ARRANGEMENT_FILLED && brief;
  guint columns = brief ? style->columns + 1 : style->columns;

  if (rows.with_place && columns == 2)
    add_in_columns (&rows, open);
  else
    add_in_rows (&rows, open, columns, brief);

  if (settled->len > IN_LINE_MAX)
    add_in_rows (&rows, settled, columns, brief);
  if (!filled)
    rows.strip = NULL;
  rows.open = rows.strip;
  rows.open_x = rows.x;
  if (settled->len <= IN_LINE_MAX)
    add_in_line (&rows, settled, filled);
  add_word (&rows);
  if (type != HUIS_BLOCK_HOME)
    add_note (&rows, block);
}
