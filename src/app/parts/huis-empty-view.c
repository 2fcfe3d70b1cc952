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
  GtkLabel *button_label;

  const HuisEmptiness *why; /* NULL before the first */
};

G_DEFINE_FINAL_TYPE (HuisEmptyView, huis_empty_view, ADW_TYPE_BIN)

/* By hand: a button that changes its action meets, half-way, the target of the other. */
static void
clicked_cb (HuisEmptyView *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (self->why->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

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
  gtk_widget_class_bind_template_child (widget_class, HuisEmptyView, button_label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
huis_empty_view_init (HuisEmptyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
huis_empty_view_set_reason (HuisEmptyView *self, const HuisEmptiness *why)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (HUIS_IS_EMPTY_VIEW (self), FALSE);

  if (why == NULL || why == self->why)
    return why != NULL;

  self->why = why;
  text = g_markup_escape_text (_ (why->text), -1);
  adw_status_page_set_icon_name (self->status, why->icon_name);
  adw_status_page_set_title (self->status, _ (why->title));
  g_object_set (self->status, "description", text, NULL);
  gtk_label_set_text (self->button_label, _ (why->button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (why->button), -1);

  return TRUE;
}
