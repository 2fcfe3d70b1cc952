/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-network-page"

#include "huis-network-page.h"

#include "huis-network-words.h"
#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisNetworkPage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  AdwStatusPage *broken;
  HuisRow *network;
  GtkListBox *notes;
  AdwPreferencesGroup *others_group;
  GtkListBox *others;
  GtkCheckButton *owner_mine;
  GtkCheckButton *owner_organisation;
  GtkCheckButton *owner_not_mine;
  GtkWidget *not_mine_note;

  /* Owned */
  GSignalGroup *network_signals;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisNetworkPage, huis_network_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisNetworkPage *self)
{
  return huis_session_get_network (huis_page_get_session (HUIS_PAGE (self)));
}

static HuisInterfaces *
get_interfaces (HuisNetworkPage *self)
{
  return huis_session_get_interfaces (huis_page_get_session (HUIS_PAGE (self)));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
append_row (GtkListBox *list,
            const char *icon_name,
            const char *title,
            const char *subtitle,
            gboolean activatable)
{
  GtkWidget *row = huis_row_new ();
  GtkWidget *parent = gtk_list_box_row_new ();

  huis_row_set_icon_name (HUIS_ROW (row), icon_name);
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (parent), row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (parent), activatable);
  gtk_widget_set_focusable (parent, activatable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_list_box_append (list, parent);

  return parent;
}

static void
add_note_cb (const char *icon_name, const char *title, const char *text, gpointer user_data)
{
  HuisNetworkPage *self = user_data;

  append_row (self->notes, icon_name, title, text, FALSE);
}

static void
update_notes (HuisNetworkPage *self)
{
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));

  clear_list (self->notes);
  huis_network_words_for_each_note (session, add_note_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->notes),
                          gtk_list_box_get_row_at_index (self->notes, 0) != NULL);
}

/* The interfaces that are a network of their own, except the one that is being worked at. */
static void
update_others (HuisNetworkPage *self)
{
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));
  GPtrArray *interfaces = huis_interfaces_get_list (huis_session_get_interfaces (session));
  const char *current = huis_network_get_key (get_network (self));

  clear_list (self->others);
  for (guint i = 0; i < interfaces->len; i++)
    {
      HuisObservation *interface = g_ptr_array_index (interfaces, i);
      g_autofree char *key = huis_network_key_new (interface);
      GtkWidget *row;

      if (key == NULL || g_strcmp0 (key, current) == 0 ||
          huis_observation_get_string (interface, "ignored") != NULL)
        continue;

      row = append_row (self->others, huis_network_words_icon (interface),
                        huis_network_words_title (interface), huis_network_words_medium (interface),
                        TRUE);
      g_object_set_data_full (G_OBJECT (row), "interface", huis_observation_ref (interface),
                              (GDestroyNotify) huis_observation_unref);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others_group),
                          gtk_list_box_get_row_at_index (self->others, 0) != NULL);
}

static void
update_owner (HuisNetworkPage *self)
{
  HuisOwner owner = huis_network_get_owner (get_network (self));

  self->updating = TRUE;
  gtk_check_button_set_active (self->owner_mine, owner == HUIS_OWNER_MINE);
  gtk_check_button_set_active (self->owner_organisation, owner == HUIS_OWNER_ORGANISATION);
  gtk_check_button_set_active (self->owner_not_mine, owner == HUIS_OWNER_NOT_MINE);
  self->updating = FALSE;
  gtk_widget_set_visible (self->not_mine_note, owner == HUIS_OWNER_NOT_MINE);
}

static void
show_broken (HuisNetworkPage *self)
{
  const GError *error = huis_interfaces_get_error (get_interfaces (self));

  if (error != NULL)
    {
      adw_status_page_set_icon_name (self->broken, "huis-status-not-tested-symbolic");
      adw_status_page_set_title (self->broken, _ ("A Part of Huiswacht Is Missing"));
      adw_status_page_set_description (
          self->broken, _ ("The part that looks around did not start. Install Huiswacht again."));
    }
  else
    {
      adw_status_page_set_icon_name (self->broken, "huis-wifi-symbolic");
      adw_status_page_set_title (self->broken, _ ("No Network"));
      adw_status_page_set_description (self->broken,
                                       _ ("This computer is not connected. Choose your Wi-Fi, or "
                                          "plug in the cable. Then look again."));
    }
  gtk_stack_set_visible_child_name (self->views, "broken");
}

/* What the frame is to know. */
static void
update_facts (HuisNetworkPage *self)
{
  HuisPage *page = HUIS_PAGE (self);
  HuisNetwork *network = get_network (self);
  HuisOwner owner = network != NULL ? huis_network_get_owner (network) : HUIS_OWNER_NOT_ASKED;
  gboolean may_look = network != NULL && huis_network_may_look (network);
  gboolean fresh = may_look && huis_network_get_last_look (network) == 0 &&
                   huis_session_is_connected (huis_page_get_session (page));

  huis_page_set_complete (page, owner != HUIS_OWNER_NOT_ASKED);
  huis_page_set_done (page, owner != HUIS_OWNER_NOT_ASKED);
  huis_page_set_next_label (page, fresh ? _ ("Look Around") : NULL);
  huis_page_set_state_text (page, network != NULL ? huis_network_words_owner (owner) : NULL);
}

static void
update (HuisNetworkPage *self)
{
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));
  HuisNetwork *network = get_network (self);

  update_facts (self);

  if (network == NULL)
    {
      if (huis_interfaces_get_finding (get_interfaces (self)))
        gtk_stack_set_visible_child_name (self->views, "finding");
      else
        show_broken (self);
      return;
    }

  huis_row_set_icon_name (self->network,
                          huis_network_words_icon (huis_network_get_interface (network)));
  huis_row_set_title (self->network, huis_network_get_title (network));
  huis_row_set_subtitle (self->network, huis_network_words_state (session));
  update_notes (self);
  update_others (self);
  update_owner (self);
  gtk_stack_set_visible_child_name (self->views, "network");
}

static void
owner_toggled_cb (HuisNetworkPage *self, GtkCheckButton *button)
{
  HuisNetwork *network = get_network (self);

  if (self->updating || network == NULL || !gtk_check_button_get_active (button))
    return;

  if (button == self->owner_mine)
    huis_network_set_owner (network, HUIS_OWNER_MINE);
  else if (button == self->owner_organisation)
    huis_network_set_owner (network, HUIS_OWNER_ORGANISATION);
  else if (button == self->owner_not_mine)
    huis_network_set_owner (network, HUIS_OWNER_NOT_MINE);

  update (self);
}

static void
other_activated_cb (HuisNetworkPage *self, GtkListBoxRow *row)
{
  HuisObservation *interface = g_object_get_data (G_OBJECT (row), "interface");
  g_autoptr (HuisObservation) kept = huis_observation_ref (interface);

  huis_session_choose_interface (huis_page_get_session (HUIS_PAGE (self)), kept);
}

static void
again_clicked_cb (HuisNetworkPage *self)
{
  huis_interfaces_find (get_interfaces (self));
}

static void
network_cb (HuisNetworkPage *self)
{
  g_signal_group_set_target (self->network_signals, get_network (self));
  update (self);
}

/* A cable may have been moved since the page was shown last. */
static void
huis_network_page_shown (HuisPage *page)
{
  HuisSession *session = huis_page_get_session (page);

  if (huis_session_get_looking (session) == HUIS_LOOK_NONE)
    huis_interfaces_find (huis_session_get_interfaces (session));

  HUIS_PAGE_CLASS (huis_network_page_parent_class)->shown (page);
}

static gboolean
huis_network_page_next (HuisPage *page)
{
  HuisSession *session = huis_page_get_session (page);
  HuisNetwork *network = huis_session_get_network (session);

  /* The session looks only where the owner said so. */
  if (network != NULL && huis_network_get_last_look (network) == 0)
    huis_session_look (session);

  return FALSE;
}

static void
huis_network_page_constructed (GObject *object)
{
  HuisNetworkPage *self = HUIS_NETWORK_PAGE (object);
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));

  G_OBJECT_CLASS (huis_network_page_parent_class)->constructed (object);

  g_signal_connect_object (session, "notify::network", G_CALLBACK (network_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_interfaces (self), "found", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_interfaces (self), "notify::finding", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  network_cb (self);
}

static void
huis_network_page_dispose (GObject *object)
{
  HuisNetworkPage *self = HUIS_NETWORK_PAGE (object);

  g_clear_object (&self->network_signals);

  G_OBJECT_CLASS (huis_network_page_parent_class)->dispose (object);
}

static void
huis_network_page_class_init (HuisNetworkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_network_page_constructed;
  object_class->dispose = huis_network_page_dispose;
  HUIS_PAGE_CLASS (klass)->shown = huis_network_page_shown;
  HUIS_PAGE_CLASS (klass)->next = huis_network_page_next;

  g_type_ensure (HUIS_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, views);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, broken);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, network);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, notes);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, others_group);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, others);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, owner_mine);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, owner_organisation);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, owner_not_mine);
  gtk_widget_class_bind_template_child (widget_class, HuisNetworkPage, not_mine_note);
  gtk_widget_class_bind_template_callback (widget_class, owner_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
huis_network_page_init (HuisNetworkPage *self)
{
  self->network_signals = g_signal_group_new (HUIS_TYPE_NETWORK);
  g_signal_group_connect_object (self->network_signals, "notify::last-look",
                                 G_CALLBACK (update_facts), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->owner_mine));
}
