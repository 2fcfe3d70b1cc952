/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-empty-view"

#include "huis-empty-view.h"

#include <glib/gi18n.h>

struct _HuisEmptyView
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage *status;
  GtkButton *button;

  int reason; /* the view that is shown; -1 before the first */
};

G_DEFINE_FINAL_TYPE (HuisEmptyView, huis_empty_view, ADW_TYPE_BIN)

/* Each reason; @step is where the button leads. */
static const struct
{
  const char *icon_name;
  const char *title;
  const char *description;
  const char *button;
  const char *step;
} views[] = {
  { "network-offline-symbolic", N_ ("No network"),
    N_ ("This computer is not on a network now. Connect it to your Wi-Fi, or plug in the cable."),
    N_ ("To Your Network"), "network" },
  { "huis-not-mine-symbolic", N_ ("Whose network is this?"),
    N_ ("Huiswacht only helps with a network that is yours. Say first whose network this is."),
    N_ ("To Your Network"), "network" },
  { "huis-home-symbolic", N_ ("No devices yet"),
    N_ ("Look around first, or add your devices by hand. Then come back here."),
    N_ ("To the Devices"), "inventory" },
};

/* Not on the part that scrolls, which GTK finds first. */
static gboolean
huis_empty_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (HUIS_EMPTY_VIEW (widget)->button));

  return GTK_WIDGET_CLASS (huis_empty_view_parent_class)->focus (widget, direction);
}

static void
huis_empty_view_class_init (HuisEmptyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = huis_empty_view_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-empty-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisEmptyView, status);
  gtk_widget_class_bind_template_child (widget_class, HuisEmptyView, button);
}

static void
huis_empty_view_init (HuisEmptyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reason = -1;
}

static int
find_reason (HuisSession *session, gboolean needs_devices)
{
  HuisNetwork *network = huis_session_get_network (session);

  if (network == NULL)
    return 0;
  if (!huis_network_may_look (network))
    return 1;
  if (needs_devices && huis_inventory_get_n_devices (huis_network_get_inventory (network)) == 0)
    return 2;

  return -1;
}

gboolean
huis_empty_view_update (HuisEmptyView *self, HuisSession *session, gboolean needs_devices)
{
  int reason = find_reason (session, needs_devices);
  g_autofree char *description = NULL;

  g_return_val_if_fail (HUIS_IS_EMPTY_VIEW (self), FALSE);

  if (reason < 0)
    return FALSE;

  description = g_markup_escape_text (_ (views[reason].description), -1);
  adw_status_page_set_icon_name (self->status, views[reason].icon_name);
  adw_status_page_set_title (self->status, _ (views[reason].title));
  g_object_set (self->status, "description", description, NULL);
  gtk_button_set_label (self->button, _ (views[reason].button));
  /* A button whose target is set loses the focus, even where it is the target that it had. */
  if (reason != self->reason)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", views[reason].step);
  self->reason = reason;

  return TRUE;
}
