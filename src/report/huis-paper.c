/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper"

#include "config.h"

#include "huis-paper.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define SIDE_MARGIN 38.0
/* Many printers can't reach nearer to the lower edge. */
#define TOP_MARGIN    34.0
#define BOTTOM_MARGIN 34.0

/* With more pages than this, one page less is not worth the tightness. */
#define TIGHTENED_MAX 4

/* The most white between two lines, against what is usual; and how finely it is looked for. */
#define AIR_MAX   1.5
#define AIR_STEPS 4

struct _HuisPaper
{
  grefcount refs;
  HuisChecklist *checklist;
  HuisPaperFormat format;
  HuisPaperStyle style;
  double foot; /* its height */

  GPtrArray *head;    /* HuisPaperGroup *: what comes before the devices */
  GPtrArray *devices; /* HuisPaperGroup *, beside checklist->devices; %NULL where not composed */
  GPtrArray *tail;    /* what comes after */
  GPtrArray *rooms;   /* headings of rooms and the sentence on what is left out */

  GArray *placed;  /* HuisPlaced */
  GPtrArray *feet; /* HuisStrip * of each page */
  guint n_pages;
  guint n_left_out;
};

static void
add_group (GPtrArray *groups, HuisPaperGroup *group)
{
  if (group->strips->len > 0)
    g_ptr_array_add (groups, group);
  else
    huis_paper_group_free (group);
}

/* On what the head leaves of the page. */
static void
compose_picture (HuisPaper *self)
{
  double height = self->style.height - self->style.base;

  for (guint i = 0; i < self->head->len; i++)
    height -= huis_paper_group_get_height (g_ptr_array_index (self->head, i));
  add_group (self->head, huis_paper_compose_picture (&self->style, self->checklist, height));
}

static void
compose_fixed (HuisPaper *self)
{
  const HuisChecklist *list = self->checklist;
  const HuisPaperStyle *style = &self->style;

  add_group (self->head, huis_paper_compose_head (style, list));
  if (list->sheet == HUIS_SHEET_PICTURE)
    {
      compose_picture (self);
      return;
    }
  if (list->sheet == HUIS_SHEET_ALL)
    add_group (self->head, huis_paper_compose_urgent (style, list));
  if (list->home != NULL && list->home->items->len > 0)
    add_group (self->head, huis_paper_compose_block (style, list, list->home));
  if (list->router != NULL && list->router->items->len > 0)
    add_group (self->head, huis_paper_compose_block (style, list, list->router));

  if (list->left_out[0] != '\0')
    add_group (self->tail, huis_paper_compose_sentence (style, list->left_out));
  add_group (self->tail, huis_paper_compose_end (style, list));
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer devices)
{
  const HuisChecklistBlock *left = g_ptr_array_index ((GPtrArray *) devices, *(const guint *) a);
  const HuisChecklistBlock *right = g_ptr_array_index ((GPtrArray *) devices, *(const guint *) b);

  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

/* The positions of the devices, most urgent first: the order in which paper is given to them. */
static GArray *
rank_devices (const HuisChecklist *list)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < list->devices->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_ranks, list->devices);

  return order;
}

/* Composes as many as could ever fit: the others need no letters. */
static guint
compose_devices (HuisPaper *self, GArray *order)
{
  double room = self->style.height * HUIS_PAPER_PAGES_MAX;
  guint n;

  /* The picture holds them already. */
  if (self->checklist->sheet == HUIS_SHEET_PICTURE)
    return 0;
  for (n = 0; n < order->len && room > 0; n++)
    {
      guint i = g_array_index (order, guint, n);
      HuisPaperGroup *group =
          huis_paper_compose_block (&self->style, self->checklist,
                                    g_ptr_array_index (self->checklist->devices, i));

      room -= huis_paper_group_get_height (group);
      self->devices->pdata[i] = group;
    }

  return n;
}

static HuisPaperGroup *
make_room (HuisPaper *self, const HuisChecklistBlock *block)
{
  HuisPaperGroup *room =
      huis_paper_compose_room (&self->style,
                               block->room[0] != '\0' ? block->room : _ ("Not in a room yet"));

  g_ptr_array_add (self->rooms, room);

  return room;
}

static HuisPaperGroup *
make_more (HuisPaper *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("And %u more device. It is in Huiswacht, and in the list that it saves.",
                "And %u more devices. They are in Huiswacht, and in the list that it saves.", n),
      n);
  HuisPaperGroup *group = huis_paper_compose_sentence (&self->style, text);

  g_ptr_array_add (self->rooms, group);

  return group;
}

/* All groups in order, with the @n most urgent devices of @order. Borrowed groups. */
static GPtrArray *
assemble (HuisPaper *self, GArray *order, guint n)
{
  const HuisChecklist *list = self->checklist;
  g_autofree gboolean *chosen = g_new0 (gboolean, list->devices->len + 1);
  GPtrArray *groups = g_ptr_array_new ();
  const HuisChecklistBlock *before = NULL;

  g_ptr_array_extend (groups, self->head, NULL, NULL);
  for (guint i = 0; i < n; i++)
    chosen[g_array_index (order, guint, i)] = TRUE;
  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      if (!chosen[i])
        continue;
      if (!self->style.dense && (before == NULL || g_strcmp0 (before->room, block->room) != 0))
        g_ptr_array_add (groups, make_room (self, block));
      before = block;
      g_ptr_array_add (groups, g_ptr_array_index (self->devices, i));
    }
  if (n < list->devices->len && list->sheet != HUIS_SHEET_PICTURE)
    g_ptr_array_add (groups, make_more (self, list->devices->len - n));
  g_ptr_array_extend (groups, self->tail, NULL, NULL);

  return groups;
}

static guint
count_pages (HuisPaper *self, GArray *order, guint n)
{
  g_autoptr (GPtrArray) groups = assemble (self, order, n);
  guint pages = huis_paper_place (groups, self->style.height, NULL);

  g_ptr_array_set_size (self->rooms, 0);

  return pages;
}

/* The greatest number of devices, most urgent first, that the cap leaves room for. */
static guint
find_fitting (HuisPaper *self, GArray *order, guint composed)
{
  guint low = 0, high = composed;

  if (composed == order->len && count_pages (self, order, composed) <= HUIS_PAPER_PAGES_MAX)
    return composed;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (count_pages (self, order, middle) <= HUIS_PAPER_PAGES_MAX)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

static void
clear_layout (HuisPaper *self)
{
  g_ptr_array_set_size (self->head, 0);
  g_ptr_array_set_size (self->devices, 0);
  g_ptr_array_set_size (self->devices, (int) self->checklist->devices->len);
  g_ptr_array_set_size (self->tail, 0);
  g_ptr_array_set_size (self->rooms, 0);
  g_array_set_size (self->placed, 0);
}

/* How tightly all is arranged. */
typedef struct
{
  double air;
  gboolean dense, brief;
} Way;

static void
lay_out (HuisPaper *self, const Way *way)
{
  g_autoptr (GArray) order = rank_devices (self->checklist);
  g_autoptr (GPtrArray) groups = NULL;
  guint n;

  clear_layout (self);
  self->style.air = way->air;
  self->style.dense = way->dense;
  self->style.brief = way->brief;
  compose_fixed (self);
  n = compose_devices (self, order);
  n = find_fitting (self, order, n);
  groups = assemble (self, order, n);
  self->n_pages =
      MIN (huis_paper_place (groups, self->style.height, self->placed), HUIS_PAPER_PAGES_MAX);
  self->n_left_out =
      self->checklist->sheet == HUIS_SHEET_PICTURE ? 0 : self->checklist->devices->len - n;
}

/* The white that the last page has left goes between the lines, for eye and pen. */
static void
spread (HuisPaper *self, Way way, guint pages)
{
  double low = way.air, high = AIR_MAX;

  for (guint i = 0; i < AIR_STEPS; i++)
    {
      way.air = (low + high) / 2;
      lay_out (self, &way);
      if (self->n_pages <= pages)
        low = way.air;
      else
        high = way.air;
    }
  way.air = low;
  lay_out (self, &way);
}

/* A normal home is to be on both sides of one sheet: where a little less white saves a page, or
 * else a tighter arrangement, that is taken. Where not all devices fit, as many as can are. */
static void
lay_out_well (HuisPaper *self)
{
  static const Way ways[] = {
    { 1, FALSE, FALSE },  { 0.7, FALSE, FALSE }, { 0.7, TRUE, FALSE },
    { 0.4, TRUE, FALSE }, { 0.4, TRUE, TRUE },
  };
  /* Who asks for large letters needs the white around them too. */
  guint n_ways = self->format.large ? 3 : G_N_ELEMENTS (ways);
  guint best = 0, least = G_MAXUINT;

  for (guint i = 0; i < n_ways; i++)
    {
      lay_out (self, &ways[i]);
      if (self->n_pages < least)
        {
          best = i;
          least = self->n_pages;
        }
      if (self->n_pages == 1 || self->n_pages > TIGHTENED_MAX)
        break;
    }
  if (self->n_left_out > 0)
    lay_out (self, &ways[n_ways - 1]);
  else
    spread (self, ways[best], least);
}

/* What the foot leaves of a page, and the margins of a sheet. */
static void
init_style (HuisPaper *self)
{
  HuisPaperStyle *style = &self->style;

  huis_paper_style_init (style, &self->format);
  style->width = self->format.width - 2 * SIDE_MARGIN;
  self->foot = style->line + style->base * 0.4;
  style->height = self->format.height - TOP_MARGIN - BOTTOM_MARGIN - self->foot - style->base * 0.6;
}

static void
free_group (gpointer group)
{
  if (group != NULL)
    huis_paper_group_free (group);
}

HuisPaper *
huis_paper_new (HuisChecklist *checklist, const HuisPaperFormat *format)
{
  HuisPaper *self = g_new0 (HuisPaper, 1);

  g_ref_count_init (&self->refs);
  self->checklist = checklist;
  self->format = *format;
  self->format.width = MAX (format->width, 200);
  self->format.height = MAX (format->height, 300);
  self->head = g_ptr_array_new_with_free_func (free_group);
  self->devices = g_ptr_array_new_with_free_func (free_group);
  self->tail = g_ptr_array_new_with_free_func (free_group);
  self->rooms = g_ptr_array_new_with_free_func (free_group);
  self->placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  self->feet = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_strip_free);

  init_style (self);
  lay_out_well (self);
  for (guint i = 0; i < self->n_pages; i++)
    g_ptr_array_add (self->feet,
                     huis_paper_make_foot (&self->style, self->checklist, i, self->n_pages));

  return self;
}

HuisPaper *
huis_paper_ref (HuisPaper *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

void
huis_paper_unref (HuisPaper *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->head);
  g_ptr_array_unref (self->devices);
  g_ptr_array_unref (self->tail);
  g_ptr_array_unref (self->rooms);
  g_array_unref (self->placed);
  g_ptr_array_unref (self->feet);
  g_object_unref (self->style.context);
  huis_checklist_free (self->checklist);
  g_free (self);
}

guint
huis_paper_get_n_pages (const HuisPaper *self)
{
  return self->n_pages;
}

void
huis_paper_get_size (const HuisPaper *self, double *width, double *height)
{
  *width = self->format.width;
  *height = self->format.height;
}

char *
huis_paper_dup_picture_words (const HuisPaper *self)
{
  return huis_checklist_dup_picture_words (self->checklist);
}

const char *
huis_paper_get_title (const HuisPaper *self)
{
  return self->checklist->heading;
}

guint
huis_paper_get_n_left_out (const HuisPaper *self)
{
  return self->n_left_out;
}

void
huis_paper_draw_page (const HuisPaper *self, cairo_t *cr, guint page)
{
  if (page >= self->n_pages)
    return;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const HuisPlaced *placed = &g_array_index (self->placed, HuisPlaced, i);

      if (placed->page == page)
        huis_strip_draw (placed->strip, cr, SIDE_MARGIN, TOP_MARGIN + placed->y);
    }
  huis_strip_draw (g_ptr_array_index (self->feet, page), cr, SIDE_MARGIN,
                   self->format.height - BOTTOM_MARGIN - self->foot);
  cairo_restore (cr);
}
