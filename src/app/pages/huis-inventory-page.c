/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory-page"

#include "huis-inventory-page.h"

#include "huis-device-picker.h"
#include "huis-device-view.h"
#include "huis-empty-view.h"
#include "huis-inventory-list.h"
#include "huis-picture-window.h"
#include "huis-router-list-window.h"
#include "huis-walk-view.h"

#include <glib/gi18n.h>

struct _HuisInventoryPage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  HuisEmptyView *empty;
  HuisInventoryList *list;
  HuisDeviceView *device_view;
  HuisDevicePicker *picker;
  HuisWalkView *walk_view;

  /* Owned */
  GSignalGroup *network_signals;
};

G_DEFINE_FINAL_TYPE (HuisInventoryPage, huis_inventory_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisInventoryPage *self)
{
  return huis_session_get_network (huis_page_get_session (HUIS_PAGE (self)));
}

static gboolean
is_at (HuisInventoryPage *self, const char *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), view) == 0;
}

/* What the frame is to know. */
static void
update_facts (HuisInventoryPage *self)
{
  HuisPage *page = HUIS_PAGE (self);
  HuisSession *session = huis_page_get_session (page);
  HuisNetwork *network = get_network (self);
  gboolean inside = is_at (self, "device") || is_at (self, "walk");
  g_autofree char *text = NULL;
  guint n = 0;

  if (network != NULL)
    n = huis_inventory_get_n_devices (huis_network_get_inventory (network));
  if (n > 0)
    /* Translators: under the step "Devices at home" in the list at the side. */
    text = g_strdup_printf (ngettext ("%u found", "%u found", n), n);

  huis_page_set_state_text (page, text);
  huis_page_set_done (page, n > 0 && huis_session_get_looking (session) != HUIS_LOOK_ALL);
  huis_page_set_next_label (page, is_at (self, "picker") ? "" : inside ? _ ("Done") : NULL);
}

/* Undo, and a join, put another object in the place of the device that is open. */
static void
follow_device (HuisInventoryPage *self)
{
  HuisDevice *device = huis_device_view_get_device (self->device_view);
  HuisDevice *now = NULL;

  if (device == NULL)
    return;

  if (get_network (self) != NULL)
    now = huis_inventory_find (huis_network_get_inventory (get_network (self)),
                               huis_device_get_id (device));
  if (now == device)
    return;

  huis_device_view_set_device (self->device_view, now);
  if (now == NULL && is_at (self, "device"))
    gtk_stack_set_visible_child_name (self->views, "list");
}

/* The list, or where it is empty, why, and one thing to do about it. */
static void
update (HuisInventoryPage *self)
{
  const HuisEmptiness *why = huis_emptiness_of_inventory (huis_page_get_session (HUIS_PAGE (self)));

  follow_device (self);
  huis_inventory_list_update_grouping (self->list);
  if (is_at (self, "list") || is_at (self, "empty"))
    gtk_stack_set_visible_child_name (self->views, huis_empty_view_set_reason (self->empty, why)
                                                       ? "empty"
                                                       : "list");
  update_facts (self);
}

static void
show_view (HuisInventoryPage *self, const char *view, GtkWidget *focus)
{
  gtk_stack_set_visible_child_name (self->views, view);
  update (self);
  if (focus != NULL)
    gtk_widget_child_focus (focus, GTK_DIR_TAB_FORWARD);
}

static void
show_list (HuisInventoryPage *self)
{
  huis_device_view_set_device (self->device_view, NULL);
  huis_device_picker_set_device (self->picker, NULL, NULL);
  show_view (self, "list", GTK_WIDGET (self->list));
}

static void
show_device (HuisInventoryPage *self, HuisDevice *device)
{
  huis_device_view_set_device (self->device_view, device);
  show_view (self, "device", GTK_WIDGET (self->device_view));
}

static void
join_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);
  HuisDevice *device = huis_device_view_get_device (self->device_view);

  if (device == NULL)
    return;

  huis_device_picker_set_device (self->picker, huis_network_get_inventory (get_network (self)),
                                 device);
  show_view (self, "picker", GTK_WIDGET (self->picker));
}

static void
picked_cb (HuisInventoryPage *self, HuisDevice *picked)
{
  HuisInventory *inventory = huis_network_get_inventory (get_network (self));
  g_autoptr (HuisDevice) device = g_object_ref (huis_device_picker_get_device (self->picker));
  g_autoptr (HuisDevice) other = g_object_ref (picked);

  huis_device_picker_set_device (self->picker, NULL, NULL);
  huis_inventory_merge (inventory, device, other);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s",
                              _ ("The two are one device now"));
  show_device (self, device);
}

/* To the list, where both can be seen. */
static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);
  HuisInventory *inventory = huis_network_get_inventory (get_network (self));
  g_autoptr (HuisDevice) device = NULL;

  g_set_object (&device, huis_device_view_get_device (self->device_view));
  if (device == NULL)
    return;

  show_list (self);
  if (huis_inventory_split (inventory, device, g_variant_get_string (parameter, NULL)) != NULL)
    gtk_widget_activate_action (widget, "win.offer-undo", "s", _ ("They are two devices now"));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);
  g_autoptr (HuisDevice) device = NULL;

  g_set_object (&device, huis_device_view_get_device (self->device_view));
  if (device == NULL)
    return;

  show_list (self);
  huis_inventory_remove (huis_network_get_inventory (get_network (self)), device);
  gtk_widget_activate_action (widget, "win.offer-undo", "s", _ ("Removed from the list"));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);

  huis_inventory_add_device (huis_network_get_inventory (get_network (self)), device);
  show_device (self, device);
}

static void
router_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (huis_router_list_window_new (
      parent, get_network (self), huis_page_get_catalogue (HUIS_PAGE (self)))));
}

static void
picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (huis_picture_window_new (
      parent, get_network (self), huis_page_get_catalogue (HUIS_PAGE (self)))));
}

static void
walk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (widget);

  huis_walk_view_begin (self->walk_view);
  show_view (self, "walk", GTK_WIDGET (self->walk_view));
}

static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisSession *session = huis_page_get_session (HUIS_PAGE (widget));

  if (!huis_session_look (session))
    huis_interfaces_find (huis_session_get_interfaces (session));
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  huis_session_stop (huis_page_get_session (HUIS_PAGE (widget)));
}

static void
look_large_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  huis_session_confirm_large (huis_page_get_session (HUIS_PAGE (widget)));
  look_action (widget, name, parameter);
}

/* Something was added by hand, and nothing was said of it. */
static void
drop_if_empty (HuisInventoryPage *self)
{
  g_autoptr (HuisDevice) device = NULL;

  g_set_object (&device, huis_device_view_get_device (self->device_view));
  if (device == NULL || huis_device_get_origin (device) != HUIS_ORIGIN_BY_HAND ||
      huis_device_get_given_name (device) != NULL ||
      huis_device_get_kind (device) != HUIS_KIND_UNKNOWN)
    return;

  huis_device_view_set_device (self->device_view, NULL);
  huis_inventory_remove (huis_network_get_inventory (get_network (self)), device);
}

static gboolean
huis_inventory_page_back (HuisPage *page)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (page);

  if (is_at (self, "list") || is_at (self, "empty"))
    return FALSE;
  if (is_at (self, "walk") && huis_walk_view_back (self->walk_view))
    return TRUE;
  if (is_at (self, "picker"))
    {
      show_device (self, huis_device_picker_get_device (self->picker));
      return TRUE;
    }

  drop_if_empty (self);
  show_list (self);

  return TRUE;
}

/* "Done" in the view of a device says that name and kind are right. */
static gboolean
huis_inventory_page_next (HuisPage *page)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (page);
  HuisDevice *device = huis_device_view_get_device (self->device_view);

  if (is_at (self, "list") || is_at (self, "empty"))
    return FALSE;

  drop_if_empty (self);
  if (is_at (self, "device") && device != NULL && huis_device_get_known (device) &&
      huis_device_get_kind (device) != HUIS_KIND_UNKNOWN)
    huis_device_set_confirmed (device, TRUE);
  show_list (self);

  return TRUE;
}

static void
network_cb (HuisInventoryPage *self)
{
  HuisNetwork *network = get_network (self);

  g_signal_group_set_target (self->network_signals, network);
  huis_inventory_list_set_network (self->list, network);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inventory.add", network != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inventory.router-list", network != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inventory.picture", network != NULL);
  huis_walk_view_set_network (self->walk_view, network);
  show_list (self);
}

static void
huis_inventory_page_constructed (GObject *object)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (object);
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));

  G_OBJECT_CLASS (huis_inventory_page_parent_class)->constructed (object);

  huis_inventory_list_set_session (self->list, session, catalogue);
  huis_device_picker_set_catalogue (self->picker, catalogue);
  huis_device_view_set_session (self->device_view, session, catalogue);
  huis_walk_view_set_session (self->walk_view, session, catalogue);

  g_signal_connect_object (session, "notify::looking", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (huis_session_get_interfaces (session), "found", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::network", G_CALLBACK (network_cb), self,
                           G_CONNECT_SWAPPED);
  network_cb (self);
}

static void
huis_inventory_page_dispose (GObject *object)
{
  HuisInventoryPage *self = HUIS_INVENTORY_PAGE (object);

  g_clear_object (&self->network_signals);

  G_OBJECT_CLASS (huis_inventory_page_parent_class)->dispose (object);
}

static void
huis_inventory_page_class_init (HuisInventoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_inventory_page_constructed;
  object_class->dispose = huis_inventory_page_dispose;
  HUIS_PAGE_CLASS (klass)->back = huis_inventory_page_back;
  HUIS_PAGE_CLASS (klass)->next = huis_inventory_page_next;

  g_type_ensure (HUIS_TYPE_DEVICE_PICKER);
  g_type_ensure (HUIS_TYPE_DEVICE_VIEW);
  g_type_ensure (HUIS_TYPE_EMPTY_VIEW);
  g_type_ensure (HUIS_TYPE_INVENTORY_LIST);
  g_type_ensure (HUIS_TYPE_WALK_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-inventory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryPage, views);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryPage, device_view);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryPage, picker);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryPage, walk_view);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_device);

  gtk_widget_class_install_action (widget_class, "inventory.look", NULL, look_action);
  gtk_widget_class_install_action (widget_class, "inventory.look-large", NULL, look_large_action);
  gtk_widget_class_install_action (widget_class, "inventory.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "inventory.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "inventory.router-list", NULL, router_list_action);
  gtk_widget_class_install_action (widget_class, "inventory.walk", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "inventory.picture", NULL, picture_action);
  gtk_widget_class_install_action (widget_class, "inventory.join", NULL, join_action);
  gtk_widget_class_install_action (widget_class, "inventory.split", "s", split_action);
  gtk_widget_class_install_action (widget_class, "inventory.remove", NULL, remove_action);
}

static void
huis_inventory_page_init (HuisInventoryPage *self)
{
  self->network_signals = g_signal_group_new (HUIS_TYPE_NETWORK);
  g_signal_group_connect_object (self->network_signals, "changed", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->list));
}
