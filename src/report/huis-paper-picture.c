/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-picture"

#include "config.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>

/*
 * The home at a glance: the internet, the router below it, and a trunk with the rooms on both
 * sides. The way on which visitors from the internet come in is thick, as far as it goes.
 */

#define THIN  1.0
#define THICK 3.5

/* In sizes of the letters. */
#define GAP     1.0 /* between rooms */
#define INSET   0.6 /* of the words in a frame */
#define GUTTER  1.8 /* between the trunk and a room */
#define PITCH   1.6 /* from line to line */
#define DROP    1.4 /* from the internet to the router, and on to the rooms */
#define ICON    1.3
#define BOX_MAX 24 /* width of the router */

typedef struct
{
  const char *title;
  guint first, n; /* of the devices of the list */
} Room;

typedef struct
{
  const HuisPaperStyle *style;
  const HuisChecklist *list;
  HuisStrip *strip;
  GArray *rooms; /* Room */
  guint shown;   /* how many devices of a room, at most */
  guint n_rooms; /* how many rooms */
  double top;    /* where the rooms begin */
} Picture;

static const HuisChecklistBlock *
get_device (const Picture *self, guint i)
{
  return g_ptr_array_index (self->list->devices, i);
}

/* The devices stand by room in the list already. */
static GArray *
list_rooms (const HuisChecklist *list)
{
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (Room));

  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);
      Room *last = rooms->len > 0 ? &g_array_index (rooms, Room, rooms->len - 1) : NULL;
      Room room = { block->room, i, 1 };

      if (last != NULL && g_str_equal (last->title, block->room))
        last->n++;
      else
        g_array_append_val (rooms, room);
    }

  return rooms;
}

static double
get_pitch (const Picture *self)
{
  return self->style->base * PITCH;
}

static gboolean
is_open (const Picture *self, const Room *room)
{
  for (guint i = 0; i < room->n; i++)
    if (get_device (self, room->first + i)->door[0] != '\0')
      return TRUE;

  return FALSE;
}

static double
measure_room (const Picture *self, const Room *room)
{
  guint shown = MIN (room->n, self->shown), lines = 1 + shown + (room->n > shown);

  for (guint i = 0; i < shown; i++)
    lines += get_device (self, room->first + i)->door[0] != '\0';

  return lines * get_pitch (self) + self->style->base * INSET * 2;
}

/* Each room goes to the side that is shorter. Returns the height of the longer one. */
static double
place_rooms (const Picture *self, void (*place) (const Picture *, const Room *, gboolean, double))
{
  double y[2] = { self->top, self->top };

  for (guint i = 0; i < self->n_rooms; i++)
    {
      const Room *room = &g_array_index (self->rooms, Room, i);
      guint side = y[1] < y[0];

      if (place != NULL)
        place (self, room, side == 1, y[side]);
      y[side] += measure_room (self, room) + self->style->base * GAP;
    }

  return MAX (y[0], y[1]);
}

/* All, or what there is room for: first fewer devices of each room, then fewer rooms. */
static void
fit (Picture *self, double height)
{
  self->n_rooms = self->rooms->len;
  for (self->shown = 40; self->shown > 1; self->shown--)
    if (place_rooms (self, NULL) <= height)
      return;
  while (self->n_rooms > 1 && place_rooms (self, NULL) > height)
    self->n_rooms--;
}

/* One line that ends with an ellipsis where it must. */
static void
add_line (const Picture *self, const char *text, HuisFace face, double x, double y, double width)
{
  PangoLayout *layout = huis_paper_style_layout (self->style, text, face, 0, width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  huis_strip_add_text (self->strip, layout, "P", x, y);
}

static void
add_device (const Picture *self, const HuisChecklistBlock *block, double x, double *y, double width)
{
  double gutter = self->style->base * (ICON + 0.5);

  huis_strip_add_icon (self->strip, block->icon_name, x, *y, self->style->base * ICON);
  add_line (self, block->title, HUIS_FACE_PLAIN, x + gutter, *y, width - gutter);
  *y += get_pitch (self);
  if (block->door[0] == '\0')
    return;
  add_line (self, block->door, HUIS_FACE_BOLD, x + gutter, *y, width - gutter);
  *y += get_pitch (self);
}

static void
add_room (const Picture *self, const Room *room, gboolean right, double y)
{
  double base = self->style->base, middle = self->style->width / 2, inset = base * INSET;
  double width = middle - base * GUTTER, left = right ? middle + base * GUTTER : 0;
  double line = is_open (self, room) ? THICK : THIN, knot = y + inset + get_pitch (self) / 2;
  guint shown = MIN (room->n, self->shown);

  huis_strip_add_rule (self->strip, right ? middle : width, right ? left : middle, knot - line / 2,
                       line);
  huis_strip_add_frame (self->strip, left, y, width, measure_room (self, room), FALSE);
  y += inset;
  add_line (self, room->title[0] != '\0' ? room->title : _ ("Not in a room yet"), HUIS_FACE_BOLD,
            left + inset, y, width - 2 * inset);
  y += get_pitch (self);
  for (guint i = 0; i < shown; i++)
    add_device (self, get_device (self, room->first + i), left + inset, &y, width - 2 * inset);
  if (room->n > shown)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more device", "and %u more devices", room->n - shown),
                           room->n - shown);

      add_line (self, more, HUIS_FACE_PLAIN, left + inset, y, width - 2 * inset);
    }
}

/* A frame with an icon and words in the middle of the page. Returns where it ends. */
static double
add_box (const Picture *self, const char *icon_name, const char *text, double y)
{
  double base = self->style->base, gutter = base * (ICON + 0.6), inset = base * INSET;
  double words = huis_paper_style_measure (self->style, text, HUIS_FACE_BOLD) + 1;
  double width = MIN (words + gutter, base * BOX_MAX) + 2 * inset;
  double left = (self->style->width - width) / 2, height = self->style->line + 2 * inset;

  huis_strip_add_frame (self->strip, left, y, width, height, FALSE);
  huis_strip_add_icon (self->strip, icon_name, left + inset, y + inset, base * ICON);
  add_line (self, text, HUIS_FACE_BOLD, left + inset + gutter, y + inset,
            width - 2 * inset - gutter);

  return y + height;
}

static void
add_upright (const Picture *self, double from, double to, double line)
{
  double middle = self->style->width / 2;

  huis_strip_add_rule (self->strip, middle - line / 2, middle + line / 2, from, to - from);
}

/* From the router down to the lowest room, and thick to the lowest that is open. */
static void
add_trunk (const Picture *self, double from)
{
  double y[2] = { self->top, self->top }, lowest = 0, open = 0;

  for (guint i = 0; i < self->n_rooms; i++)
    {
      const Room *room = &g_array_index (self->rooms, Room, i);
      guint side = y[1] < y[0];
      double knot = y[side] + self->style->base * INSET + get_pitch (self) / 2;

      lowest = MAX (lowest, knot);
      if (is_open (self, room))
        open = MAX (open, knot);
      y[side] += measure_room (self, room) + self->style->base * GAP;
    }
  if (lowest > 0)
    add_upright (self, from, lowest, THIN);
  if (open > 0)
    add_upright (self, from, open, THICK);
}

static void
add_left_out (const Picture *self, double y)
{
  guint devices = 0, n = self->rooms->len - self->n_rooms;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  for (guint i = self->n_rooms; i < self->rooms->len; i++)
    devices += g_array_index (self->rooms, Room, i).n;
  /* Translators: %1$u is a number of rooms, %2$u of the devices in them. */
  text = g_strdup_printf (ngettext ("And %1$u more room, with %2$u devices.",
                                    "And %1$u more rooms, with %2$u devices.", n),
                          n, devices);
  huis_paper_add_plain (self->style, self->strip, text, 0, y, self->style->width);
}

HuisPaperGroup *
huis_paper_compose_picture (const HuisPaperStyle *style, const HuisChecklist *list, double height)
{
  g_autoptr (GArray) rooms = list_rooms (list);
  HuisStrip *strip = huis_strip_new (style->base);
  Picture self = { style, list, strip, rooms, 0, 0, 0 };
  double y, drop = style->base * DROP;
  gboolean open = list->n_doors > 0;

  y = huis_strip_add_text (
      strip, huis_paper_style_layout (style, list->outside, HUIS_FACE_BOLD, 0, style->width), "P",
      0, 0);
  y = add_box (&self, "huis-internet-symbolic", _ ("Internet"), y + style->base);
  add_upright (&self, y, y + drop, open ? THICK : THIN);
  y = add_box (&self, list->router->icon_name, list->router->title, y + drop);
  self.top = y + drop;
  fit (&self, height - style->line);
  add_trunk (&self, y);
  add_left_out (&self, place_rooms (&self, add_room));

  return huis_paper_group_take (huis_paper_group_new (), strip);
}
