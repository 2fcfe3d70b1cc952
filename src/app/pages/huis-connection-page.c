/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-connection-page"

#include "huis-connection-page.h"

#include "huis-connection-card.h"
#include "huis-connection.h"
#include "huis-empty-view.h"
#include "huis-refresh.h"

#include <glib/gi18n.h>

struct _HuisConnectionPage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  HuisEmptyView *empty;
  GtkLabel *progress;
  GtkBox *cards;

  /* Owned */
  HuisRefresh *refresh;

  gboolean on_screen;
};

G_DEFINE_FINAL_TYPE (HuisConnectionPage, huis_connection_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisConnectionPage *self)
{
  return huis_session_get_network (huis_page_get_session (HUIS_PAGE (self)));
}

static gboolean
fits (HuisConnectionPage *self, GPtrArray *groups)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; i < groups->len; i++, card = gtk_widget_get_next_sibling (card))
    if (card == NULL ||
        !huis_connection_card_fits (HUIS_CONNECTION_CARD (card), g_ptr_array_index (groups, i)))
      return FALSE;

  return card == NULL;
}

static void
clear (HuisConnectionPage *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
}

static void
show_groups (HuisConnectionPage *self, GPtrArray *groups)
{
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));

  if (fits (self, groups))
    {
      for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
           card = gtk_widget_get_next_sibling (card))
        huis_connection_card_update (HUIS_CONNECTION_CARD (card));
      return;
    }

  clear (self);
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (self->cards, huis_connection_card_new (get_network (self), catalogue,
                                                           g_ptr_array_index (groups, i)));
}

static void
update_facts (HuisConnectionPage *self, GPtrArray *groups)
{
  g_autofree char *text = NULL;
  guint n = 0, n_open = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      HuisConnectionGroup *group = g_ptr_array_index (groups, i);

      n += group->devices->len;
      n_open += group->n_open;
    }

  /* Translators: %1$u of %2$u devices have an answer. */
  text = g_strdup_printf (_ ("%1$u of %2$u answered"), n - n_open, n);
  gtk_label_set_text (self->progress, n > 0 ? text : _ ("Nothing to ask about these devices."));
  huis_page_set_state_text (HUIS_PAGE (self), n > 0 ? text : NULL);
  huis_page_set_done (HUIS_PAGE (self), n > 0 && n_open == 0);
}

static void
refresh (HuisPage *page)
{
  HuisConnectionPage *self = HUIS_CONNECTION_PAGE (page);
  g_autoptr (GPtrArray) groups = NULL;

  if (huis_empty_view_set_reason (self->empty,
                                  huis_emptiness_of_step (huis_page_get_session (page), TRUE)))
    {
      gtk_stack_set_visible_child_name (self->views, "empty");
      clear (self);
      huis_page_set_state_text (page, NULL);
      huis_page_set_done (page, FALSE);
      return;
    }

  groups = huis_connection_list (get_network (self), huis_page_get_catalogue (page));
  gtk_stack_set_visible_child_name (self->views, "questions");
  if (self->on_screen)
    show_groups (self, groups);
  update_facts (self, groups);
}

static void
huis_connection_page_shown (HuisPage *page)
{
  HUIS_CONNECTION_PAGE (page)->on_screen = TRUE;
  refresh (page);

  HUIS_PAGE_CLASS (huis_connection_page_parent_class)->shown (page);
}

static void
huis_connection_page_hidden (HuisPage *page)
{
  HUIS_CONNECTION_PAGE (page)->on_screen = FALSE;
}

static void
huis_connection_page_constructed (GObject *object)
{
  HuisConnectionPage *self = HUIS_CONNECTION_PAGE (object);

  G_OBJECT_CLASS (huis_connection_page_parent_class)->constructed (object);

  self->refresh = huis_refresh_new (HUIS_PAGE (self), refresh);
}

static void
huis_connection_page_dispose (GObject *object)
{
  HuisConnectionPage *self = HUIS_CONNECTION_PAGE (object);

  g_clear_pointer (&self->refresh, huis_refresh_free);

  G_OBJECT_CLASS (huis_connection_page_parent_class)->dispose (object);
}

static void
huis_connection_page_class_init (HuisConnectionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_connection_page_constructed;
  object_class->dispose = huis_connection_page_dispose;
  HUIS_PAGE_CLASS (klass)->shown = huis_connection_page_shown;
  HUIS_PAGE_CLASS (klass)->hidden = huis_connection_page_hidden;

  g_type_ensure (HUIS_TYPE_EMPTY_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-connection-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionPage, views);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionPage, cards);
}

static void
huis_connection_page_init (HuisConnectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
