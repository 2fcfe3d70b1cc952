/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far the first scrolled part within a widget is scrolled, in pixels; 0 without one. */
double huis_scroll_get (GtkWidget *widget);
/* Scrolls it there, as soon as its contents are that long. */
void huis_scroll_set (GtkWidget *widget, double scroll);

/* Scrolls the part that @widget stands in until its top is at the top, and moves the focus to the
 * first in it that takes it. */
void huis_scroll_to (GtkWidget *widget);

G_END_DECLS
