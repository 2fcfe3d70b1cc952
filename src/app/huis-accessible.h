/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Mends faults of GTK 4.8 and libadwaita 1.2, for every widget from this call on. To be called
 * once.
 *
 * A widget without an accessible name gets the name of its type, and a screen reader then reads
 * "GtkScrollbar" aloud: here it gets an empty one the moment it is realised; a window gets its
 * title, and what has a tooltip gets that.
 *
 * The pages of a stack that are not in view are read all the same: here they are hidden.
 *
 * The title of a group is cut off where letters are large: here it wraps.
 */
void huis_accessible_mend (void);

/* Whether the person reads in letters of one and a half times the usual size, or larger: what
 * stands side by side then goes better below each other. */
gboolean huis_accessible_wants_large_text (GtkWidget *widget);

G_END_DECLS
