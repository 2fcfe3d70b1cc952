/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-place"

#include "config.h"

#include "huis-paper-private.h"

/* Where the next strip goes. */
typedef struct
{
  GArray *placed; /* or %NULL: only counting */
  double height;
  double air;
  guint page;
  double y;
} Cursor;

static double
measure_strip (const Cursor *cursor, const HuisStrip *strip)
{
  return huis_strip_get_gap (strip, cursor->air) + strip->height;
}

static void
place (Cursor *cursor, const HuisStrip *strip)
{
  HuisPlaced placed;

  if (cursor->y > 0)
    cursor->y += huis_strip_get_gap (strip, cursor->air);
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

/* How much must stay on one page from strip @i on. */
static double
measure_run (const Cursor *cursor, const HuisPaperGroup *group, guint i)
{
  double height = 0;

  for (; i < group->strips->len; i++)
    {
      const HuisStrip *strip = g_ptr_array_index (group->strips, i);

      height += measure_strip (cursor, strip);
      if (!strip->keep_next)
        break;
    }

  return height;
}

/* What must stand on one page of @group: all where that has room and it may not be cut, else how it
 * begins. */
static double
measure_group (const Cursor *cursor, const HuisPaperGroup *group, double room)
{
  double all = huis_paper_group_get_height (group, cursor->air);

  return all <= room && !group->divisible ? all : measure_run (cursor, group, 0);
}

/* A group that is longer than a page, or divisible, is cut between two of its strips. */
static void
place_group (Cursor *cursor, const HuisPaperGroup *group)
{
  for (guint i = 0; i < group->strips->len; i++)
    {
      const HuisStrip *strip = g_ptr_array_index (group->strips, i);
      double run = measure_run (cursor, group, i);
      gboolean begins = i == 0 || !((HuisStrip *) group->strips->pdata[i - 1])->keep_next;

      if (!begins || run > cursor->height)
        run = measure_strip (cursor, strip);
      if (cursor->y > 0 && cursor->y + run > cursor->height)
        {
          turn_page (cursor);
          if (i > 0 && group->continued != NULL)
            place (cursor, group->continued);
        }
      place (cursor, strip);
    }
}

/* The first group of the room of @groups[@i] that the page has room for besides @above; @i itself
 * where none has, or where it has a place of its own. */
static guint
find_fitting (const Cursor *cursor, GPtrArray *groups, guint i, double above)
{
  const HuisPaperGroup *first = g_ptr_array_index (groups, i);

  for (guint j = i; first->room != 0 && cursor->y > 0 && j < groups->len; j++)
    {
      const HuisPaperGroup *group = g_ptr_array_index (groups, j);

      if (group->room != first->room)
        break;
      if (cursor->y + above + huis_paper_group_get_height (group, cursor->air) <= cursor->height)
        return j;
    }

  return i;
}

/* Those between move up by one. */
static void
move (GPtrArray *groups, guint from, guint to)
{
  if (from != to)
    g_ptr_array_insert (groups, (int) to, g_ptr_array_steal_index (groups, from));
}

/* @groups[@i] is next. A heading stays with what comes below it. */
static void
place_next (Cursor *cursor, GPtrArray *groups, guint i)
{
  const HuisPaperGroup *group = g_ptr_array_index (groups, i);
  gboolean heads = group->keep_next && i + 1 < groups->len;
  double above = heads ? huis_paper_group_get_height (group, cursor->air) : 0, wanted;
  guint next = heads ? i + 1 : i;

  move (groups, find_fitting (cursor, groups, next, above), next);
  wanted = above + measure_group (cursor, g_ptr_array_index (groups, next), cursor->height - above);
  if (wanted <= cursor->height && cursor->y + wanted > cursor->height)
    turn_page (cursor);
  place_group (cursor, g_ptr_array_index (groups, i));
}

guint
huis_paper_place (GPtrArray *groups, double height, double air, GArray *placed)
{
  Cursor cursor = { placed, height, air, 0, 0 };

  for (guint i = 0; i < groups->len; i++)
    place_next (&cursor, groups, i);

  return cursor.page + 1;
}
