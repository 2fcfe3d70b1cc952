/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Puts its children next to each other while they fit, and the rest on lines below: a row of
 * buttons on a wide window, a column on a phone. Children with "hexpand" share what a line has
 * left. (GTK 4.8 and libadwaita 1.2 have nothing of the kind without a selection of its own.)
 *
 * Properties: "spacing" between the children of a line, "line-spacing" between lines; pixels.
 */
#define HUIS_TYPE_WRAP_BOX (huis_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (HuisWrapBox, huis_wrap_box, HUIS, WRAP_BOX, GtkWidget)

GtkWidget *huis_wrap_box_new (void);

void huis_wrap_box_append (HuisWrapBox *self, GtkWidget *child);
void huis_wrap_box_clear (HuisWrapBox *self);

G_END_DECLS
