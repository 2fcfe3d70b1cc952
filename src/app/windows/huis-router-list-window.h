/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The router's own list, pasted or from a saved page: what we did not see goes into the inventory.
 */
#define HUIS_TYPE_ROUTER_LIST_WINDOW (huis_router_list_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisRouterListWindow,
                      huis_router_list_window,
                      HUIS,
                      ROUTER_LIST_WINDOW,
                      AdwWindow)

GtkWidget *
huis_router_list_window_new (GtkWindow *parent, HuisNetwork *network, HuisCatalogue *catalogue);

G_END_DECLS
