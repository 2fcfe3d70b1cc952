/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* For moving to another computer: saves a copy of all that Huiswacht knows, and puts one back. */
#define HUIS_TYPE_MOVING_WINDOW (huis_moving_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisMovingWindow, huis_moving_window, HUIS, MOVING_WINDOW, AdwWindow)

GtkWidget *huis_moving_window_new (GtkWindow *parent, HuisSession *session);

G_END_DECLS
