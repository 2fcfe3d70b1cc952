/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-devices-page"

#include "huis-devices-page.h"

#include "huis-empty-view.h"
#include "huis-network-words.h"
#include "huis-ranked-row.h"
#include "huis-refresh.h"
#include "huis-standing.h"
#include "huis-subject-view.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisDevicesPage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  HuisEmptyView *empty;
  GtkListView *list;
  HuisSubjectView *view;
  GtkWidget *home_button;
  GtkLabel *home_label;

  /* Owned */
  HuisRefresh *refresh;
  GListStore *devices; /* HuisDevice, in their order of urgency */
  GPtrArray *rows;     /* HuisRankedRow that show one of them now, borrowed */

  guint n_known; /* devices on the network when the order was made */
  gboolean on_screen;
};

G_DEFINE_FINAL_TYPE (HuisDevicesPage, huis_devices_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisDevicesPage *self)
{
  return huis_session_get_network (huis_page_get_session (HUIS_PAGE (self)));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, huis_ranked_row_new ());
}

static void
bind_cb (HuisDevicesPage *self, GtkListItem *item)
{
  HuisRankedRow *row = HUIS_RANKED_ROW (gtk_list_item_get_child (item));

  g_ptr_array_add (self->rows, row);
  huis_ranked_row_show (row, get_network (self), huis_page_get_catalogue (HUIS_PAGE (self)),
                        gtk_list_item_get_item (item));
}

static void
unbind_cb (HuisDevicesPage *self, GtkListItem *item)
{
  HuisRankedRow *row = HUIS_RANKED_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  huis_ranked_row_show (row, NULL, NULL, NULL);
}

/* Those that are in use: what has ended, or came back, makes another list. */
static guint
count_known (HuisInventory *inventory)
{
  guint n_devices = huis_inventory_get_n_devices (inventory);
  guint n = 0;

  for (guint i = 0; i < n_devices; i++)
    n += huis_device_has_ended (huis_inventory_peek (inventory, i)) ? 0 : 1;

  return n;
}

/* The order of urgency is made when the person comes to the list, and kept while they look at it.*/
static void
rank (HuisDevicesPage *self)
{
  HuisNetwork *network = get_network (self);
  g_autoptr (GPtrArray) ranked =
      huis_standing_list_devices (network, huis_page_get_catalogue (HUIS_PAGE (self)));

  self->n_known = count_known (huis_network_get_inventory (network));
  g_list_store_splice (self->devices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->devices)),
                       ranked->pdata, ranked->len);
}

static gboolean
is_at (HuisDevicesPage *self, const char *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), view) == 0;
}

static void
show_list (HuisDevicesPage *self)
{
  huis_subject_view_clear (self->view);
  gtk_stack_set_visible_child_name (self->views, "list");
  rank (self);
}

/* The person asked for it, so the focus goes along. */
static void
return_to_list (HuisDevicesPage *self)
{
  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* @device is NULL for the home. */
static void
open_subject (HuisDevicesPage *self, HuisDevice *device, HuisDevice *next)
{
  huis_subject_view_show (self->view, huis_page_get_session (HUIS_PAGE (self)),
                          huis_page_get_catalogue (HUIS_PAGE (self)), device, next);
  gtk_stack_set_visible_child_name (self->views, "subject");
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
open_device (HuisDevicesPage *self, guint position)
{
  g_autoptr (HuisDevice) device = g_list_model_get_item (G_LIST_MODEL (self->devices), position);
  g_autoptr (HuisDevice) next = g_list_model_get_item (G_LIST_MODEL (self->devices), position + 1);

  if (device == NULL)
    return;
  open_subject (self, device, next);
}

static void
activate_cb (HuisDevicesPage *self, guint position)
{
  open_device (self, position);
}

static void
next_cb (HuisDevicesPage *self)
{
  guint position;

  if (g_list_store_find (self->devices, huis_subject_view_get_device (self->view), &position))
    open_device (self, position + 1);
}

static void
ended_cb (HuisDevicesPage *self, const char *id)
{
  return_to_list (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-use-again", "s", id);
}

static void
home_cb (HuisDevicesPage *self)
{
  open_subject (self, NULL, NULL);
}

/* "The whole home: 2 of 5 steps done" */
static void
update_home_button (HuisDevicesPage *self, HuisNetwork *network)
{
  g_autoptr (HuisStanding) standing =
      huis_standing_new (network, huis_page_get_catalogue (HUIS_PAGE (self)), NULL);
  g_autofree char *progress = huis_standing_dup_progress (standing);
  g_autofree char *text = NULL;

  /* Translators: button; "The whole home" and how many of its steps are done. */
  text = g_strdup_printf (_ ("%1$s: %2$s"), huis_network_words_whole (network), progress);
  gtk_label_set_text (self->home_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->home_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* What the list at the side says of this step: in devices, for steps are too many to be cheerful.
 */
static void
update_facts (HuisDevicesPage *self, HuisNetwork *network)
{
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));
  guint n_done, n = huis_standing_count_devices (network, catalogue, &n_done);
  g_autofree char *text = NULL;

  /* Translators: in the list of steps at the side. */
  text = g_strdup_printf (_ ("%1$u of %2$u devices done"), n_done, n);
  huis_page_set_state_text (HUIS_PAGE (self), n > 0 ? text : NULL);
  huis_page_set_done (HUIS_PAGE (self), n > 0 && n_done == n);
}

/* A device may be taken away, or go up in another one, or the network may be another one. */
static gboolean
is_subject_there (HuisDevicesPage *self, HuisInventory *inventory)
{
  HuisDevice *device = huis_subject_view_get_device (self->view);

  return device != NULL ? huis_inventory_find (inventory, huis_device_get_id (device)) == device
                        : huis_subject_view_is_shown (self->view);
}

static void
update_view (HuisDevicesPage *self, HuisNetwork *network)
{
  HuisInventory *inventory = huis_network_get_inventory (network);

  if (is_at (self, "subject") && !is_subject_there (self, inventory))
    show_list (self);
  else if (is_at (self, "subject"))
    huis_subject_view_update (self->view);
  else if (is_at (self, "empty") || count_known (inventory) != self->n_known)
    show_list (self);
  update_home_button (self, network);

  for (guint i = 0; i < self->rows->len; i++)
    huis_ranked_row_update (g_ptr_array_index (self->rows, i));
}

static void
refresh (HuisPage *page)
{
  HuisDevicesPage *self = HUIS_DEVICES_PAGE (page);
  HuisNetwork *network = get_network (self);

  if (huis_empty_view_set_reason (self->empty,
                                  huis_emptiness_of_step (huis_page_get_session (page), TRUE)))
    {
      huis_subject_view_clear (self->view);
      g_list_store_remove_all (self->devices);
      gtk_stack_set_visible_child_name (self->views, "empty");
      huis_page_set_state_text (page, NULL);
      huis_page_set_done (page, FALSE);
      return;
    }

  if (self->on_screen)
    update_view (self, network);
  update_facts (self, network);
}

static void
huis_devices_page_shown (HuisPage *page)
{
  HuisDevicesPage *self = HUIS_DEVICES_PAGE (page);

  self->on_screen = TRUE;
  self->n_known = G_MAXUINT; /* the order is to be made anew */
  refresh (page);

  HUIS_PAGE_CLASS (huis_devices_page_parent_class)->shown (page);
}

static gboolean
huis_devices_page_back (HuisPage *page)
{
  HuisDevicesPage *self = HUIS_DEVICES_PAGE (page);

  if (!is_at (self, "subject"))
    return FALSE;
  return_to_list (self);

  return TRUE;
}

static void
huis_devices_page_hidden (HuisPage *page)
{
  HUIS_DEVICES_PAGE (page)->on_screen = FALSE;
}

static void
huis_devices_page_constructed (GObject *object)
{
  HuisDevicesPage *self = HUIS_DEVICES_PAGE (object);

  G_OBJECT_CLASS (huis_devices_page_parent_class)->constructed (object);

  self->refresh = huis_refresh_new (HUIS_PAGE (self), refresh);
}

static void
huis_devices_page_dispose (GObject *object)
{
  HuisDevicesPage *self = HUIS_DEVICES_PAGE (object);

  g_clear_pointer (&self->refresh, huis_refresh_free);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->devices);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (huis_devices_page_parent_class)->dispose (object);
}

static void
huis_devices_page_class_init (HuisDevicesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_devices_page_constructed;
  object_class->dispose = huis_devices_page_dispose;
  HUIS_PAGE_CLASS (klass)->shown = huis_devices_page_shown;
  HUIS_PAGE_CLASS (klass)->hidden = huis_devices_page_hidden;
  HUIS_PAGE_CLASS (klass)->back = huis_devices_page_back;

  g_type_ensure (HUIS_TYPE_EMPTY_VIEW);
  g_type_ensure (HUIS_TYPE_SUBJECT_VIEW);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-devices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDevicesPage, views);
  gtk_widget_class_bind_template_child (widget_class, HuisDevicesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HuisDevicesPage, list);
  gtk_widget_class_bind_template_child (widget_class, HuisDevicesPage, view);
  gtk_widget_class_bind_template_child (widget_class, HuisDevicesPage, home_button);
  gtk_widget_class_bind_template_child (widget_class, HuisDevicesPage, home_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, return_to_list);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, home_cb);
}

static void
huis_devices_page_init (HuisDevicesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
  self->devices = g_list_store_new (HUIS_TYPE_DEVICE);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->devices)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->list));
}
