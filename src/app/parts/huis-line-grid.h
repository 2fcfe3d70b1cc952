/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @grid anew with @lines (char *), one below the other; @numbered ones hang from their
 * number. */
void huis_line_grid_fill (GtkGrid *grid, GPtrArray *lines, gboolean numbered);

G_END_DECLS
