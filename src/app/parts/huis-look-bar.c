/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-look-bar"

#include "huis-look-bar.h"

#include "huis-inventory-words.h"
#include "huis-notices.h"
#include "huis-row.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisLookBar
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkSpinner *spinner;
  GtkLabel *status;
  GtkButton *button;
  GtkLabel *button_label;
  GtkListBox *notices;

  /* Owned */
  HuisSession *session;
  GSignalGroup *network_signals;
  guint idle;
};

G_DEFINE_FINAL_TYPE (HuisLookBar, huis_look_bar, GTK_TYPE_BOX)

static void
update (HuisLookBar *self)
{
  gboolean looking = huis_session_get_looking (self->session) == HUIS_LOOK_ALL;
  g_autofree char *words = huis_inventory_words_look (self->session);
  HuisNetwork *network = huis_session_get_network (self->session);
  const char *label = looking ? _ ("Stop Looking") : _ ("Look Again");
  gboolean may_look = network != NULL && huis_network_may_look (network);

  gtk_label_set_text (self->status, words);
  gtk_spinner_set_spinning (self->spinner, looking);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), looking);
  gtk_label_set_text (self->button_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  looking ? "inventory.stop" : "inventory.look");
  gtk_widget_set_visible (GTK_WIDGET (self->button), may_look);
}

static gboolean
update_cb (gpointer user_data)
{
  HuisLookBar *self = user_data;

  self->idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* A busy network changes the list hundreds of times a second; nobody reads that fast. */
static void
queue_update (HuisLookBar *self)
{
  if (self->idle == 0)
    self->idle = g_timeout_add (100, update_cb, self);
}

static void
add_notice (HuisLookBar *self, HuisObservation *notice)
{
  GtkWidget *row = huis_row_new ();
  const char *code = huis_observation_get_string (notice, "code");

  huis_row_set_icon_name (HUIS_ROW (row), "huis-status-not-tested-symbolic");
  huis_row_set_title (HUIS_ROW (row), huis_notice_to_text (notice));
  if (g_strcmp0 (code, "too-large") == 0)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Look at All of It"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inventory.look-large");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_list_box_append (self->notices, row);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), TRUE);
}

static void
notice_cb (HuisLookBar *self, HuisObservation *notice)
{
  add_notice (self, notice);
}

static void
looking_cb (HuisLookBar *self)
{
  GPtrArray *notices = huis_session_get_notices (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notices))) != NULL)
    gtk_list_box_remove (self->notices, child);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), FALSE);
  for (guint i = 0; i < notices->len; i++)
    add_notice (self, g_ptr_array_index (notices, i));

  update (self);
}

static void
network_cb (HuisLookBar *self)
{
  g_signal_group_set_target (self->network_signals, huis_session_get_network (self->session));
  update (self);
}

static void
huis_look_bar_dispose (GObject *object)
{
  HuisLookBar *self = HUIS_LOOK_BAR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->network_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_LOOK_BAR);

  G_OBJECT_CLASS (huis_look_bar_parent_class)->dispose (object);
}

static void
huis_look_bar_class_init (HuisLookBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_look_bar_dispose;

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-look-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisLookBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, HuisLookBar, status);
  gtk_widget_class_bind_template_child (widget_class, HuisLookBar, button);
  gtk_widget_class_bind_template_child (widget_class, HuisLookBar, button_label);
  gtk_widget_class_bind_template_child (widget_class, HuisLookBar, notices);
}

static void
huis_look_bar_init (HuisLookBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->network_signals = g_signal_group_new (HUIS_TYPE_NETWORK);
  g_signal_group_connect_object (self->network_signals, "changed", G_CALLBACK (queue_update), self,
                                 G_CONNECT_SWAPPED);
}

void
huis_look_bar_set_session (HuisLookBar *self, HuisSession *session)
{
  g_return_if_fail (HUIS_IS_LOOK_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::network", G_CALLBACK (network_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::looking", G_CALLBACK (looking_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::stage", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  network_cb (self);
  looking_cb (self);
}
