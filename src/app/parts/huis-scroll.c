/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-scroll.h"

/* Shows that something stands above, in pixels. */
#define MARGIN 12

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);

  return found;
}

/* Before its first allocation an adjustment has no room to scroll in. */
static void
scroll_when_possible_cb (GtkAdjustment *adjustment, double *scroll)
{
  if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < *scroll)
    return;

  gtk_adjustment_set_value (adjustment, *scroll);
  g_signal_handlers_disconnect_by_data (adjustment, scroll);
}

static void
free_scroll (gpointer data, GClosure *closure)
{
  g_free (data);
}

double
huis_scroll_get (GtkWidget *widget)
{
  GtkAdjustment *adjustment = find_adjustment (widget);

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

void
huis_scroll_set (GtkWidget *widget, double scroll)
{
  GtkAdjustment *adjustment = find_adjustment (widget);

  if (adjustment != NULL && scroll > 0)
    g_signal_connect_data (adjustment, "changed", G_CALLBACK (scroll_when_possible_cb),
                           g_memdup2 (&scroll, sizeof (double)), free_scroll, G_CONNECT_DEFAULT);
}

void
huis_scroll_to (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  double top = huis_scroll_get (scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;

  /* That scrolls too, as far as it must to show what has the focus then. */
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (find_adjustment (scroller), top + bounds.origin.y - MARGIN);
}
