/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-grouping-switch"

#include "huis-grouping-switch.h"

struct _HuisGroupingSwitch
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkToggleButton *by_room;
  GtkToggleButton *by_keeper;

  /* Owned */
  GSignalGroup *signals;
  HuisNetwork *network;
};

G_DEFINE_FINAL_TYPE (HuisGroupingSwitch, huis_grouping_switch, GTK_TYPE_BOX)

static void
update (HuisGroupingSwitch *self)
{
  gboolean shown =
      self->network != NULL && huis_network_get_owner (self->network) == HUIS_OWNER_ORGANISATION;
  gboolean by_keeper = shown && huis_network_get_grouping (self->network) == HUIS_GROUPING_KEEPER;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_toggle_button_set_active (by_keeper ? self->by_keeper : self->by_room, TRUE);
}

static void
toggled_cb (HuisGroupingSwitch *self)
{
  if (self->network != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    huis_network_set_grouping (self->network, gtk_toggle_button_get_active (self->by_keeper)
                                                  ? HUIS_GROUPING_KEEPER
                                                  : HUIS_GROUPING_ROOM);
}

static void
huis_grouping_switch_dispose (GObject *object)
{
  HuisGroupingSwitch *self = HUIS_GROUPING_SWITCH (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->network);
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_GROUPING_SWITCH);

  G_OBJECT_CLASS (huis_grouping_switch_parent_class)->dispose (object);
}

static void
huis_grouping_switch_class_init (HuisGroupingSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_grouping_switch_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-grouping-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisGroupingSwitch, by_room);
  gtk_widget_class_bind_template_child (widget_class, HuisGroupingSwitch, by_keeper);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
huis_grouping_switch_init (HuisGroupingSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HUIS_TYPE_NETWORK);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}

void
huis_grouping_switch_set_network (HuisGroupingSwitch *self, HuisNetwork *network)
{
  g_return_if_fail (HUIS_IS_GROUPING_SWITCH (self));

  g_set_object (&self->network, network);
  g_signal_group_set_target (self->signals, network);
  update (self);
}
