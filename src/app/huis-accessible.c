/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-accessible"

#include "huis-accessible.h"

/* A button with an icon alone is said to be labelled by that, which has no words. */
static gboolean
has_name (GtkWidget *widget)
{
  gboolean icon = GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL;
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
          !icon);
}

static const char *
find_name (GtkWidget *widget)
{
  if (GTK_IS_WINDOW (widget) && gtk_window_get_title (GTK_WINDOW (widget)) != NULL)
    return gtk_window_get_title (GTK_WINDOW (widget));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    return gtk_widget_get_tooltip_text (widget);
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL)
    return gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));

  return "";
}

/* libadwaita 1.2 cuts off the title of a group that is longer than a line. */
static void
wrap_heading (GtkWidget *widget)
{
  if (!GTK_IS_LABEL (widget) || !gtk_widget_has_css_class (widget, "heading"))
    return;

  gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
}

static gboolean
widget_realized_cb (GSignalInvocationHint *hint,
                    guint n_values,
                    const GValue *values,
                    gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  wrap_heading (widget);
  if (!has_name (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    find_name (widget), -1);

  return TRUE;
}

/* A page of a stack came into view: the others are hidden from a screen reader too. */
static gboolean
widget_mapped_cb (GSignalInvocationHint *hint,
                  guint n_values,
                  const GValue *values,
                  gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *child;

  if (!GTK_IS_STACK (parent))
    return TRUE;

  for (child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 child != gtk_stack_get_visible_child (GTK_STACK (parent)), -1);

  return TRUE;
}

void
huis_accessible_mend (void)
{
  g_type_ensure (GTK_TYPE_WIDGET);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, widget_realized_cb,
                              NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, widget_mapped_cb, NULL,
                              NULL);
}

gboolean
huis_accessible_wants_large_text (GtkWidget *widget)
{
  int dpi = -1; /* in 1024ths */

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi >= 96 * 1024 * 3 / 2;
}
