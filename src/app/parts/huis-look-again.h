/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The button "Look Again" for the router or one device, and what came of it, in words. */
#define HUIS_TYPE_LOOK_AGAIN (huis_look_again_get_type ())
G_DECLARE_FINAL_TYPE (HuisLookAgain, huis_look_again, HUIS, LOOK_AGAIN, GtkBox)

/* @device is %NULL for the router. Once. */
void huis_look_again_attach (HuisLookAgain *self, HuisSession *session, HuisDevice *device);

/* What the newest look changed here; %NULL: nothing. */
void huis_look_again_set_change (HuisLookAgain *self, const char *change);

G_END_DECLS
