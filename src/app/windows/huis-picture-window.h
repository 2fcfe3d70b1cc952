/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The home at a glance, as it is on paper: rooms, devices, the router, and what is open. */
#define HUIS_TYPE_PICTURE_WINDOW (huis_picture_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisPictureWindow, huis_picture_window, HUIS, PICTURE_WINDOW, AdwWindow)

GtkWidget *
huis_picture_window_new (GtkWindow *parent, HuisNetwork *network, HuisCatalogue *catalogue);

G_END_DECLS
