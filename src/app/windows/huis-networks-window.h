/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The networks that were met before: to read what was found there, or to forget one. */
#define HUIS_TYPE_NETWORKS_WINDOW (huis_networks_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisNetworksWindow, huis_networks_window, HUIS, NETWORKS_WINDOW, AdwWindow)

GtkWidget *huis_networks_window_new (GtkWindow *parent, HuisSession *session);

G_END_DECLS
