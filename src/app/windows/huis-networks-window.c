/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-networks-window"

#include "huis-networks-window.h"

#include "huis-assessment.h"
#include "huis-network-words.h"
#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisNetworksWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkListView *list;

  /* Owned */
  HuisSession *session;
};

G_DEFINE_FINAL_TYPE (HuisNetworksWindow, huis_networks_window, ADW_TYPE_WINDOW)

static char *
describe (HuisNetwork *network)
{
  guint n = huis_inventory_get_n_devices (huis_network_get_inventory (network));
  g_autofree char *devices = g_strdup_printf (ngettext ("%u device", "%u devices", n), n);
  g_autofree char *day = NULL;

  if (huis_network_get_last_look (network) == 0)
    return g_steal_pointer (&devices);

  day = huis_assessment_format_day (huis_network_get_last_look (network));
  /* Translators: the first %s is "14 devices", the second a day, "3 March 2026". */
  return g_strdup_printf (_ ("%s, looked around %s"), devices, day);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = huis_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Forget…"));

  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "activatable");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  HuisNetwork *network = gtk_list_item_get_item (item);
  HuisRow *row = HUIS_ROW (gtk_list_item_get_child (item));
  GtkWidget *button = gtk_widget_get_last_child (GTK_WIDGET (row));
  g_autofree char *words = describe (network);

  huis_row_set_icon_name (row, huis_network_words_icon (huis_network_get_interface (network)));
  huis_row_set_title (row, huis_network_get_title (network));
  huis_row_set_subtitle (row, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", huis_network_get_key (network));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "networks.forget");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, huis_network_get_title (network),
                                  -1);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
activated_cb (HuisNetworksWindow *self, guint position)
{
  GListModel *networks = huis_store_get_networks (huis_session_get_store (self->session));
  g_autoptr (HuisNetwork) network = g_list_model_get_item (networks, position);

  if (network == NULL || huis_session_get_looking (self->session) != HUIS_LOOK_NONE)
    return;

  huis_session_choose_interface (self->session, huis_network_get_interface (network));
  gtk_window_close (GTK_WINDOW (self));
}

/* The network that is being worked at may be the one: then the computer's own takes its place. */
static void
forget (HuisNetworksWindow *self, HuisNetwork *network)
{
  if (network == huis_session_get_network (self->session))
    huis_session_stop (self->session);
  huis_store_forget (huis_session_get_store (self->session), network);
  huis_interfaces_find (huis_session_get_interfaces (self->session));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, HuisNetworksWindow *self)
{
  HuisStore *store = huis_session_get_store (self->session);
  const char *key = gtk_widget_get_name (GTK_WIDGET (dialog));
  HuisNetwork *network = huis_store_find_network (store, key);

  if (network != NULL && g_strcmp0 (response, "forget") == 0)
    forget (self, network);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisNetworksWindow *self = HUIS_NETWORKS_WINDOW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  HuisNetwork *network = huis_store_find_network (huis_session_get_store (self->session), key);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (network == NULL)
    return;

  /* Translators: %s is the name of a network. */
  heading = g_strdup_printf (_ ("Forget ‘%s’?"), huis_network_get_title (network));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                   _ ("All that Huiswacht knows of this network is removed: the "
                                      "devices, your answers and the dates."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "forget",
                                    _ ("Forget"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_set_name (dialog, key);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
huis_networks_window_dispose (GObject *object)
{
  g_clear_object (&HUIS_NETWORKS_WINDOW (object)->session);

  G_OBJECT_CLASS (huis_networks_window_parent_class)->dispose (object);
}

static void
huis_networks_window_class_init (HuisNetworksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_networks_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-networks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisNetworksWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "networks.forget", "s", forget_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
huis_networks_window_init (HuisNetworksWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

GtkWidget *
huis_networks_window_new (GtkWindow *parent, HuisSession *session)
{
  HuisNetworksWindow *self = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  self = g_object_new (HUIS_TYPE_NETWORKS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  selection = gtk_no_selection_new (
      g_object_ref (huis_store_get_networks (huis_session_get_store (session))));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));

  return GTK_WIDGET (self);
}
