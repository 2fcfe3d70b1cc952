/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A line with an icon, a title, a subtitle and whatever is appended to it: the one row for text
 * that came from the network or from a file. Everything is shown as the plain text it is;
 * AdwActionRow and its kin read markup, and are for our own words only.
 *
 * For lists that the network fills, make it the child of a GtkListView's items.
 */
#define HUIS_TYPE_ROW (huis_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisRow, huis_row, HUIS, ROW, GtkBox)

GtkWidget *huis_row_new (void);

/* Properties of the same names; %NULL hides the icon or the subtitle. */
void huis_row_set_icon_name (HuisRow *self, const char *icon_name);
void huis_row_set_title (HuisRow *self, const char *title);
void huis_row_set_subtitle (HuisRow *self, const char *subtitle);

/*
 * At most this many lines for the title and one more for the subtitle, cut with an ellipsis; 0 at
 * first: as many as they need.
 */
void huis_row_set_lines (HuisRow *self, int lines);

/* In pixels; 24 at first. */
void huis_row_set_icon_size (HuisRow *self, int size);

/* Greyed: not seen this time. The words must say so too. */
void huis_row_set_faint (HuisRow *self, gboolean faint);

G_END_DECLS
