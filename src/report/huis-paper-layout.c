/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-layout"

#include "config.h"

#include "huis-paper-private.h"

#include <glib/gi18n.h>

/*
 * A normal home is to be on both sides of one sheet. How tightly all is arranged, and how much
 * white there is between the lines, against what is usual: tried in this order, and the first with
 * the fewest pages is taken. Who asks for large letters needs the white around them too.
 */
typedef struct
{
  HuisArrangement arrangement;
  double air;
  gboolean large; /* for large letters too */
} Try;

static const Try tries[] = {
  { HUIS_ARRANGEMENT_ROOMY, 1, TRUE },     { HUIS_ARRANGEMENT_ROOMY, 0.7, TRUE },
  { HUIS_ARRANGEMENT_DENSE, 0.7, TRUE },   { HUIS_ARRANGEMENT_DENSE, 0.4, FALSE },
  { HUIS_ARRANGEMENT_FILLED, 0.7, TRUE },  { HUIS_ARRANGEMENT_FILLED, 0.5, TRUE },
  { HUIS_ARRANGEMENT_FILLED, 0.4, FALSE }, { HUIS_ARRANGEMENT_BRIEF, 0.4, FALSE },
};

#define AIR_LEAST 0.4

/* Of more pages than this, one page less is not worth the tightness; a fifth of them is. */
#define FEW_PAGES 4

/* The most white between two lines; and how finely it is looked for. */
#define AIR_MAX   1.5
#define AIR_STEPS 6

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
    height -= huis_paper_group_get_height (g_ptr_array_index (self->head, i), 1);
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
  huis_paper_add_end (style, list, self->tail);
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
compose_devices (HuisPaper *self)
{
  const GArray *order = self->order;
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

      room -= huis_paper_group_get_height (group, AIR_LEAST);
      self->devices->pdata[i] = group;
    }

  return n;
}

/* The heading of the room of device @i. */
static HuisPaperGroup *
get_heading (HuisPaper *self, guint i)
{
  const HuisChecklistBlock *block = g_ptr_array_index (self->checklist->devices, i);

  if (self->headings->pdata[i] == NULL)
    self->headings->pdata[i] =
        huis_paper_compose_room (&self->style,
                                 block->room[0] != '\0' ? block->room : self->checklist->nowhere);

  return self->headings->pdata[i];
}

static HuisPaperGroup *
make_more (HuisPaper *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("And %u more device. It is in Huiswacht, and in the list that it saves.",
                "And %u more devices. They are in Huiswacht, and in the list that it saves.", n),
      n);

  g_clear_pointer (&self->more, huis_paper_group_free);
  self->more = huis_paper_compose_sentence (&self->style, text);

  return self->more;
}

/* All groups in order, with the @n most urgent devices. Borrowed groups. */
static GPtrArray *
assemble (HuisPaper *self, guint n)
{
  const HuisChecklist *list = self->checklist;
  g_autofree gboolean *chosen = g_new0 (gboolean, list->devices->len + 1);
  GPtrArray *groups = g_ptr_array_new ();
  const HuisChecklistBlock *before = NULL;
  guint room = 0;

  g_ptr_array_extend (groups, self->head, NULL, NULL);
  for (guint i = 0; i < n; i++)
    chosen[g_array_index (self->order, guint, i)] = TRUE;
  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);
      HuisPaperGroup *group = g_ptr_array_index (self->devices, i);

      if (!chosen[i])
        continue;
      if (before == NULL || g_strcmp0 (before->room, block->room) != 0)
        {
          room++;
          if (self->style.arrangement == HUIS_ARRANGEMENT_ROOMY)
            g_ptr_array_add (groups, get_heading (self, i));
        }
      before = block;
      /* Where space is what counts, any device may fill a page: its room stands beside its name. */
      group->room = self->style.arrangement < HUIS_ARRANGEMENT_FILLED ? room : 1;
      g_ptr_array_add (groups, group);
    }
  if (n < list->devices->len && list->sheet != HUIS_SHEET_PICTURE)
    g_ptr_array_add (groups, make_more (self, list->devices->len - n));
  g_ptr_array_extend (groups, self->tail, NULL, NULL);

  return groups;
}

static guint
count_pages (HuisPaper *self, guint n, double air)
{
  g_autoptr (GPtrArray) groups = assemble (self, n);

  return huis_paper_place (groups, self->style.height, air, NULL);
}

/* The greatest number of devices, most urgent first, that the cap leaves room for. */
static guint
find_fitting (HuisPaper *self, double air)
{
  guint low = 0, high = self->n_composed;

  if (high == self->order->len && count_pages (self, high, air) <= HUIS_PAPER_PAGES_MAX)
    return high;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (count_pages (self, middle, air) <= HUIS_PAPER_PAGES_MAX)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

static void
compose (HuisPaper *self, HuisArrangement arrangement)
{
  int n = (int) self->checklist->devices->len;

  g_ptr_array_set_size (self->head, 0);
  g_ptr_array_set_size (self->devices, 0);
  g_ptr_array_set_size (self->devices, n);
  g_ptr_array_set_size (self->headings, 0);
  g_ptr_array_set_size (self->headings, n);
  g_ptr_array_set_size (self->tail, 0);
  self->style.arrangement = arrangement;
  compose_fixed (self);
  self->n_composed = compose_devices (self);
}

/* Gives each strip its place, with as many devices as fit. Returns how many pages that takes. */
static guint
arrange (HuisPaper *self, double air)
{
  guint n = find_fitting (self, air);
  g_autoptr (GPtrArray) groups = assemble (self, n);
  guint pages;

  g_array_set_size (self->placed, 0);
  pages = huis_paper_place (groups, self->style.height, air, self->placed);
  self->n_pages = MIN (pages, HUIS_PAPER_PAGES_MAX);
  self->n_left_out = self->checklist->sheet == HUIS_SHEET_PICTURE ? 0 : self->order->len - n;

  return self->n_pages;
}

/* The white that the last page has left goes between the lines, for eye and pen. */
static void
spread (HuisPaper *self, double air)
{
  double low = air, high = AIR_MAX;
  guint pages = self->n_pages;

  for (guint i = 0; i < AIR_STEPS; i++)
    {
      air = (low + high) / 2;
      if (arrange (self, air) <= pages)
        low = air;
      else
        high = air;
    }
  arrange (self, low);
}

static void
try (HuisPaper *self, const Try *way)
{
  if (way == tries || self->style.arrangement != way->arrangement)
    compose (self, way->arrangement);
  arrange (self, way->air);
}

static gboolean
is_worth_it (const HuisPaper *self, guint pages)
{
  return self->n_pages < pages &&
         (self->format.large || pages <= FEW_PAGES || self->n_pages * 5 <= pages * 4);
}

void
huis_paper_lay_out (HuisPaper *self)
{
  const Try *best = tries, *last = tries;
  guint pages;

  self->order = rank_devices (self->checklist);
  try (self, best);
  pages = self->n_pages;
  for (const Try *way = tries; way < tries + G_N_ELEMENTS (tries); way++)
    if (!self->format.large || way->large)
      last = way;

  /* Where not all devices fit, as many as can are. */
  if (self->n_left_out > 0)
    best = last;
  else
    for (const Try *way = tries + 1; way <= last && pages > 1; way++)
      {
        if (self->format.large && !way->large)
          continue;
        try (self, way);
        if (!is_worth_it (self, pages))
          continue;
        best = way;
        pages = self->n_pages;
      }
  try (self, best);
  if (self->n_left_out == 0)
    spread (self, best->air);
}
