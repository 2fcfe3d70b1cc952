/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-measure-list"

#include "huis-measure-list.h"

#include "huis-measure-card.h"

struct _HuisMeasureList
{
  GtkBox parent_instance;

  /* Owned; NULL while it is empty */
  HuisSession *session;
  HuisCatalogue *catalogue;
  HuisDevice *device;
  HuisRouterGuides *guides;

  HuisScope scope;
};

G_DEFINE_FINAL_TYPE (HuisMeasureList, huis_measure_list, GTK_TYPE_BOX)

static HuisMeasureCard *
first_card (HuisMeasureList *self)
{
  return (HuisMeasureCard *) gtk_widget_get_first_child (GTK_WIDGET (self));
}

static HuisMeasureCard *
next_card (HuisMeasureCard *card)
{
  return (HuisMeasureCard *) gtk_widget_get_next_sibling (GTK_WIDGET (card));
}

static HuisMeasureCard *
find_card (HuisMeasureList *self, const char *measure_id)
{
  for (HuisMeasureCard *card = first_card (self); card != NULL; card = next_card (card))
    if (g_strcmp0 (huis_task_get_measure (huis_measure_card_get_task (card))->id, measure_id) == 0)
      return card;

  return NULL;
}

static void
open_cb (HuisMeasureList *self, GParamSpec *pspec, HuisMeasureCard *opened)
{
  if (!huis_measure_card_get_open (opened))
    return;
  for (HuisMeasureCard *card = first_card (self); card != NULL; card = next_card (card))
    if (card != opened)
      huis_measure_card_set_open (card, FALSE);
}

static void
add_card (HuisMeasureList *self, const HuisMeasure *measure, HuisMeasureCard *after)
{
  g_autoptr (HuisTask) task = huis_task_new (self->session, self->catalogue, measure, self->device);
  GtkWidget *card;

  if (self->guides != NULL)
    huis_task_set_guide (task, self->guides,
                         huis_router_guides_for_network (self->guides,
                                                         huis_session_get_network (self->session)));
  card = huis_measure_card_new (task);
  g_signal_connect_object (card, "notify::open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self), card, (GtkWidget *) after);
}

/* What is not on the screen yet comes where it belongs; what is, stays where it is. */
static void
add_missing (HuisMeasureList *self)
{
  g_autoptr (GPtrArray) measures =
      huis_assessment_list (huis_session_get_network (self->session), self->catalogue, self->scope,
                            self->device);
  HuisMeasureCard *before = NULL;

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);
      HuisMeasureCard *card = find_card (self, measure->id);

      if (card == NULL)
        {
          add_card (self, measure, before);
          card = find_card (self, measure->id);
        }
      before = card;
    }
}

static void
huis_measure_list_dispose (GObject *object)
{
  huis_measure_list_clear (HUIS_MEASURE_LIST (object));
  g_clear_object (&HUIS_MEASURE_LIST (object)->guides);

  G_OBJECT_CLASS (huis_measure_list_parent_class)->dispose (object);
}

static void
huis_measure_list_class_init (HuisMeasureListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = huis_measure_list_dispose;
}

static void
huis_measure_list_init (HuisMeasureList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
huis_measure_list_new (void)
{
  return g_object_new (HUIS_TYPE_MEASURE_LIST, NULL);
}

void
huis_measure_list_set_guides (HuisMeasureList *self, HuisRouterGuides *guides)
{
  g_return_if_fail (HUIS_IS_MEASURE_LIST (self));

  g_set_object (&self->guides, guides);
}

void
huis_measure_list_fill (HuisMeasureList *self,
                        HuisSession *session,
                        HuisCatalogue *catalogue,
                        HuisScope scope,
                        HuisDevice *device)
{
  g_return_if_fail (HUIS_IS_MEASURE_LIST (self));
  g_return_if_fail (huis_session_get_network (session) != NULL);

  huis_measure_list_clear (self);
  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  g_set_object (&self->device, device);
  self->scope = scope;
  add_missing (self);
}

void
huis_measure_list_clear (HuisMeasureList *self)
{
  HuisMeasureCard *card;

  g_return_if_fail (HUIS_IS_MEASURE_LIST (self));

  while ((card = first_card (self)) != NULL)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (card));
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->device);
}

void
huis_measure_list_update (HuisMeasureList *self)
{
  g_return_if_fail (HUIS_IS_MEASURE_LIST (self));

  if (self->session == NULL)
    return;
  for (HuisMeasureCard *card = first_card (self); card != NULL; card = next_card (card))
    huis_measure_card_update (card);
  add_missing (self);
}

void
huis_measure_list_open (HuisMeasureList *self, const char *measure_id)
{
  HuisMeasureCard *card;

  g_return_if_fail (HUIS_IS_MEASURE_LIST (self));

  card = find_card (self, measure_id);
  if (card == NULL)
    return;
  huis_measure_card_set_open (card, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (card), GTK_DIR_TAB_FORWARD);
}

guint
huis_measure_list_count_changes (HuisMeasureList *self)
{
  guint n = 0;

  g_return_val_if_fail (HUIS_IS_MEASURE_LIST (self), 0);

  for (HuisMeasureCard *card = first_card (self); card != NULL; card = next_card (card))
    n += huis_measure_card_get_change (card) != NULL ? 1 : 0;

  return n;
}
