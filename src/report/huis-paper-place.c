/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-place"

#include "config.h"

#include "huis-paper-private.h"

/* Where the next strip goes. */
typedef struct
{
  GArray *placed; /* or %NULL: only counting */
  double height;
  guint page;
  double y;
} Cursor;

static void
place (Cursor *cursor, const HuisStrip *strip)
{
  HuisPlaced placed;

  if (cursor->y > 0)
    cursor->y += strip->gap;
  placed = (HuisPlaced){ strip, cursor->page, cursor->y };
  cursor->y += strip->height;
  if (cursor->placed != NULL)
    g_array_append_val (cursor->placed, placed);
}

static void
turn_page (Cursor *cursor)
{
  if (cursor->y == 0)
    return;
  cursor->page++;
  cursor->y = 0;
}

/* What must stand on the same page: headings stay with what comes below them. */
static double
measure_from (GPtrArray *groups, guint i, double height)
{
  const HuisPaperGroup *group = g_ptr_array_index (groups, i);
  double own = huis_paper_group_get_height (group);

  if (group->keep_next && i + 1 < groups->len)
    {
      const HuisPaperGroup *next = g_ptr_array_index (groups, i + 1);
      const HuisStrip *first = g_ptr_array_index (next->strips, 0);
      double both = own + measure_from (groups, i + 1, height);

      return both <= height ? both : own + first->gap + first->height;
    }

  return own;
}

/* How much must stay on one page from strip @i on. */
static double
measure_run (const HuisPaperGroup *group, guint i)
{
  double height = 0;

  for (; i < group->strips->len; i++)
    {
      const HuisStrip *strip = g_ptr_array_index (group->strips, i);

      height += strip->gap + strip->height;
      if (!strip->keep_next)
        break;
    }

  return height;
}

/* A group that is longer than a page is cut between two of its strips. */
static void
place_group (Cursor *cursor, const HuisPaperGroup *group, double wanted)
{
  if (wanted <= cursor->height && cursor->y + wanted > cursor->height)
    turn_page (cursor);

  for (guint i = 0; i < group->strips->len; i++)
    {
      const HuisStrip *strip = g_ptr_array_index (group->strips, i);

      double run = measure_run (group, i);
      gboolean begins = i == 0 || !((HuisStrip *) group->strips->pdata[i - 1])->keep_next;

      if (!begins || run > cursor->height)
        run = strip->gap + strip->height;
      if (cursor->y > 0 && cursor->y + run > cursor->height)
        {
          turn_page (cursor);
          if (i > 0 && group->continued != NULL)
            place (cursor, group->continued);
        }
      place (cursor, strip);
    }
}

guint
huis_paper_place (GPtrArray *groups, double height, GArray *placed)
{
  Cursor cursor = { placed, height, 0, 0 };

  for (guint i = 0; i < groups->len; i++)
    place_group (&cursor, g_ptr_array_index (groups, i), measure_from (groups, i, height));

  return cursor.page + 1;
}
