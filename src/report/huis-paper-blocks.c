/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-blocks"

#include "config.h"

#include "huis-paper-private.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many strips at its beginning and at its end stay on one page: the name, how to come in and two
 * steps; two steps and the notes. */
#define KEPT_FIRST 3
#define KEPT_LAST  3

/* How much of the width a room, or who looks after it, may take beside a name. */
#define PLACE_MOST 0.45

/* The name of a room, and a thin rule to the edge. */
HuisPaperGroup *
huis_paper_compose_room (const HuisPaperStyle *style, const char *title)
{
  HuisPaperGroup *group = huis_paper_group_new ();
  HuisStrip *strip = huis_strip_new (style->base * 0.9);
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

static PangoLayout *
make_name (const HuisPaperStyle *style,
           const HuisChecklistBlock *block,
           const char *more,
           double width)
{
  g_autofree char *title = huis_words_isolate (block->title);
  g_autofree char *facts = huis_words_isolate (block->facts);
  g_autofree char *text = g_strconcat (title, facts[0] != '\0' ? "  " : "", facts,
                                       more[0] != '\0' ? " · " : "", more, NULL);

  return huis_paper_style_layout (style, text, HUIS_FACE_NAME, strlen (title), width);
}

/* How much of the width what stands at the right of a name takes, with the white before it. */
static double
measure_place (const HuisPaperStyle *style, const char *place)
{
  if (place[0] == '\0')
    return 0;

  return MIN (huis_paper_style_measure (style, place, HUIS_FACE_BOLD), style->width * PLACE_MOST) +
         style->base;
}

static void
add_place (const HuisPaperStyle *style, HuisStrip *strip, const char *place, double y)
{
  double width = style->width * PLACE_MOST;
  PangoLayout *layout;

  if (place[0] == '\0')
    return;
  layout = huis_paper_style_layout (style, place, HUIS_FACE_BOLD, 0, width);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  huis_strip_add_text (strip, layout, "P", style->width - width, y);
}

/* Icon and name, then what it is, and @more; at the right @place, unless it is "". */
static HuisStrip *
make_title (const HuisPaperStyle *style,
            const HuisChecklistBlock *block,
            const char *place,
            const char *more)
{
  HuisStrip *strip = huis_strip_new (style->base * 0.75);
  gboolean dense = style->arrangement >= HUIS_ARRANGEMENT_DENSE;
  double gutter = style->base * HUIS_ICON_GUTTER, y = style->base * 0.1;
  double icon = style->base * (dense ? 1.45 : 1.6);
  double width = style->width - gutter - measure_place (style, place);
  PangoLayout *name;

  strip->gap_least = style->base * 0.6;
  name = make_name (style, block, more, width);
  /* How many boxes there are is not worth a second line. */
  if (more == block->tally && pango_layout_get_line_count (name) > 1)
    {
      g_object_unref (name);
      name = make_name (style, block, "", width);
    }
  huis_strip_add_icon (strip, block->icon_name, 0, 0, icon);
  huis_strip_add_text (strip, name, "H3", gutter, y);
  add_place (style, strip, place, y);

  return strip;
}

/* "1." and the step. */
static HuisStrip *
make_step (const HuisPaperStyle *style, guint number, const char *step, double x, double width)
{
  HuisStrip *strip = huis_strip_new (style->base * 0.15);
  g_autofree char *label = g_strdup_printf ("%u.", number);

  huis_paper_add_plain (style, strip, label, x, 0, style->base * 1.5);
  huis_paper_add_plain (style, strip, step, x + style->base * 1.5, 0, width - style->base * 1.5);

  return strip;
}

static void
add_wide_item (const HuisPaperStyle *style,
               HuisPaperGroup *group,
               const HuisChecklistItem *item,
               gboolean with_place)
{
  double x = style->base * HUIS_ICON_GUTTER, gutter = style->base * HUIS_BOX_GUTTER;
  HuisStrip *strip = huis_strip_new (style->base * (item->steps != NULL ? 0.6 : 0.3));

  huis_paper_add_item (style, strip, item, with_place, x, style->width - x);
  huis_paper_group_take (group, strip);
  for (guint i = 0; item->steps != NULL && item->steps[i] != NULL; i++)
    {
      strip->keep_next = TRUE;
      strip = make_step (style, i + 1, item->steps[i], x + gutter, style->width - x - gutter);
      huis_paper_group_take (group, strip);
    }
}

/* Words over the whole width, below a name or at the end of a block. */
static void
add_sentence (const HuisPaperStyle *style, HuisPaperGroup *group, const char *text)
{
  double x = style->base * HUIS_ICON_GUTTER;
  HuisStrip *strip;

  if (text[0] == '\0')
    return;
  strip = huis_strip_new (style->base * 0.2);
  huis_paper_add_plain (style, strip, text, x, 0, style->width - x);
  huis_paper_group_take (group, strip);
}

/* The steps of a router stand each by itself, and take half a page: they may be cut, but neither
 * after the first nor before the last of them. */
static void
make_divisible (HuisPaperGroup *group)
{
  guint n = group->strips->len;

  group->divisible = TRUE;
  for (guint i = 0; i + 1 < n; i++)
    if (i < KEPT_FIRST || i + KEPT_LAST >= n)
      ((HuisStrip *) group->strips->pdata[i])->keep_next = TRUE;
}

HuisPaperGroup *
huis_paper_compose_block (const HuisPaperStyle *style,
                          const HuisChecklist *list,
                          const HuisChecklistBlock *block)
{
  HuisPaperGroup *group = huis_paper_group_new ();
  HuisBlockType type = block == list->router ? HUIS_BLOCK_ROUTER
                       : block == list->home ? HUIS_BLOCK_HOME
                                             : HUIS_BLOCK_DEVICE;

  /* The router stands below no heading. */
  const char *place =
      style->arrangement >= HUIS_ARRANGEMENT_DENSE || type == HUIS_BLOCK_ROUTER ? block->place : "";

  huis_paper_group_take (group, make_title (style, block, place, block->tally));
  add_sentence (style, group, block->intro);
  for (guint i = 0; i < block->items->len; i++)
    if (huis_paper_is_wide_item (g_ptr_array_index (block->items, i)))
      add_wide_item (style, group, g_ptr_array_index (block->items, i), type == HUIS_BLOCK_ROUTER);
  huis_paper_add_rows (style, group, block, type);
  add_sentence (style, group, block->pages);
  add_sentence (style, group, block->sources);
  group->continued = make_title (style, block, place, _ ("continued"));
  if (type == HUIS_BLOCK_ROUTER)
    make_divisible (group);

  return group;
}
