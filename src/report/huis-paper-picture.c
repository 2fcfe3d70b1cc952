/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-picture"

#include "config.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>

/*
 * The home at a glance: the internet, the router below it, and a trunk with the rooms on both
 * sides. The way on which visitors from the internet come in is thick, as far as it goes. A room
 * that is the only one is as wide as the page.
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

/* More devices of a room than fit on any page. */
#define DEVICES_MAX 120

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

/* The devices of @room from @from on that stand below each other. */
static guint
count_lines (const Picture *self, const Room *room, guint from, guint end)
{
  guint lines = end - from;

  for (guint i = from; i < end; i++)
    lines += get_device (self, room->first + i)->door[0] != '\0';

  return lines;
}

/* Where the second column of devices begins; after all where there is one. */
static guint
get_split (const Picture *self, guint shown)
{
  return self->rooms->len == 1 ? (shown + 1) / 2 : shown;
}

static double
measure_room (const Picture *self, const Room *room)
{
  guint shown = MIN (room->n, self->shown), split = get_split (self, shown);
  guint lines = MAX (count_lines (self, room, 0, split), count_lines (self, room, split, shown));

  return (1 + lines + (room->n > shown)) * get_pitch (self) + self->style->base * INSET * 2;
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
  for (self->shown = DEVICES_MAX; self->shown > 1; self->shown--)
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

/* Returns where they end. */
static double
add_devices (const Picture *self,
             const Room *room,
             guint from,
             guint end,
             double x,
             double y,
             double width)
{
  for (guint i = from; i < end; i++)
    add_device (self, get_device (self, room->first + i), x, &y, width);

  return y;
}

/* The frame of @room and what stands in it. */
static void
fill_room (const Picture *self, const Room *room, double x, double y, double width)
{
  double inset = self->style->base * INSET, inside = width - 2 * inset, end;
  guint shown = MIN (room->n, self->shown), split = get_split (self, shown);

  huis_strip_add_frame (self->strip, x, y, width, measure_room (self, room), FALSE);
  x += inset;
  y += inset;
  add_line (self, room->title[0] != '\0' ? room->title : self->list->nowhere, HUIS_FACE_BOLD, x, y,
            inside);
  y += get_pitch (self);
  end = add_devices (self, room, 0, split, x, y, split < shown ? inside / 2 : inside);
  if (split < shown)
    end = MAX (end, add_devices (self, room, split, shown, x + inside / 2, y, inside / 2));
  if (room->n > shown)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more device", "and %u more devices", room->n - shown),
                           room->n - shown);

      add_line (self, more, HUIS_FACE_PLAIN, x, end, inside);
    }
}

static void
add_room (const Picture *self, const Room *room, gboolean right, double y)
{
  double base = self->style->base, middle = self->style->width / 2;
  double width = middle - base * GUTTER, left = right ? middle + base * GUTTER : 0;
  double line = is_open (self, room) ? THICK : THIN;
  double knot = y + base * INSET + get_pitch (self) / 2;

  if (self->rooms->len == 1)
    {
      fill_room (self, room, 0, y, self->style->width);
      return;
    }

  huis_strip_add_rule (self->strip, right ? middle : width, right ? left : middle, knot - line / 2,
                       line);
  fill_room (self, room, left, y, width);
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
      double knot = y[side];

      if (self->rooms->len > 1)
        knot += self->style->base * INSET + get_pitch (self) / 2;

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

/* What is not in the picture, or what it could be made better with. */
static void
add_remark (const Picture *self, double y)
{
  guint devices = 0, n = self->rooms->len - self->n_rooms;
  g_autofree char *text = NULL;

  if (n == 0)
    {
      if (self->rooms->len == 1 && g_array_index (self->rooms, Room, 0).title[0] == '\0')
        huis_paper_add_plain (self->style, self->strip,
                              _ ("Tell Huiswacht where each device stands. Then you see your "
                                 "rooms here."),
                              0, y, self->style->width);
      return;
    }
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
  fit (&self, height - style->line * 2);
  add_trunk (&self, y);
  add_remark (&self, place_rooms (&self, add_room));

  return huis_paper_group_take (huis_paper_group_new (), strip);
}
