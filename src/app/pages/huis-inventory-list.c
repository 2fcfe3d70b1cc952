/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory-list"

#include "huis-inventory-list.h"

#include "huis-accessible.h"
#include "huis-device-groups.h"
#include "huis-device-row.h"
#include "huis-grouping-switch.h"
#include "huis-look-bar.h"

struct _HuisInventoryList
{
  GtkBox parent_instance;

  /* Template widgets */
  HuisLookBar *look_bar;
  HuisGroupingSwitch *grouping;
  GtkListView *list;
  GtkWidget *foot;
  GtkWidget *more; /* the same in a menu, where letters are large */

  /* Owned */
  HuisCatalogue *catalogue;
  HuisNetwork *network; /* NULL where there is none, and groups likewise */
  HuisDeviceGroups *groups;
};

G_DEFINE_FINAL_TYPE (HuisInventoryList, huis_inventory_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (HuisInventoryList *self, guint position)
{
  g_autoptr (HuisDeviceEntry) entry = NULL;

  entry = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  if (entry != NULL && huis_device_entry_get_device (entry) != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, huis_device_entry_get_device (entry));
}

static gboolean
huis_inventory_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HUIS_INVENTORY_LIST (widget)->list));
}

static void
huis_inventory_list_dispose (GObject *object)
{
  HuisInventoryList *self = HUIS_INVENTORY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_INVENTORY_LIST);
  g_clear_object (&self->groups);
  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (huis_inventory_list_parent_class)->dispose (object);
}

static void
huis_inventory_list_class_init (HuisInventoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_inventory_list_dispose;
  widget_class->grab_focus = huis_inventory_list_grab_focus;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, HUIS_TYPE_DEVICE);

  g_type_ensure (HUIS_TYPE_GROUPING_SWITCH);
  g_type_ensure (HUIS_TYPE_LOOK_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-inventory-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryList, look_bar);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryList, grouping);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryList, list);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryList, foot);
  gtk_widget_class_bind_template_child (widget_class, HuisInventoryList, more);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
huis_inventory_list_init (HuisInventoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Four large buttons would leave no room for the list. */
  if (huis_accessible_wants_large_text (GTK_WIDGET (self)))
    {
      gtk_widget_set_visible (self->foot, FALSE);
      gtk_widget_set_visible (self->more, TRUE);
    }
}

void
huis_inventory_list_set_session (HuisInventoryList *self,
                                 HuisSession *session,
                                 HuisCatalogue *catalogue)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (HUIS_IS_INVENTORY_LIST (self));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  factory = huis_device_row_factory_new (catalogue, TRUE);
  gtk_list_view_set_factory (self->list, factory);
  huis_look_bar_set_session (self->look_bar, session);
}

void
huis_inventory_list_set_network (HuisInventoryList *self, HuisNetwork *network)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (HUIS_IS_INVENTORY_LIST (self));
  g_return_if_fail (self->catalogue != NULL);

  g_set_object (&self->network, network);
  huis_grouping_switch_set_network (self->grouping, network);
  g_clear_object (&self->groups);
  if (network != NULL)
    {
      self->groups = huis_device_groups_new (huis_network_get_inventory (network), self->catalogue);
      selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->groups)));
    }
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

void
huis_inventory_list_update_grouping (HuisInventoryList *self)
{
  g_return_if_fail (HUIS_IS_INVENTORY_LIST (self));

  if (self->network != NULL)
    huis_device_groups_set_grouping (self->groups, huis_network_get_grouping (self->network));
}
