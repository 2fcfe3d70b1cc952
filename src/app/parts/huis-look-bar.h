/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * How far the look is, with Stop or Look Again, and under it what limited the look. The buttons
 * activate "inventory.stop", "inventory.look" and "inventory.look-large" of the page around it.
 */
#define HUIS_TYPE_LOOK_BAR (huis_look_bar_get_type ())
G_DECLARE_FINAL_TYPE (HuisLookBar, huis_look_bar, HUIS, LOOK_BAR, GtkBox)

void huis_look_bar_set_session (HuisLookBar *self, HuisSession *session);

G_END_DECLS
