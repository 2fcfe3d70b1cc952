/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/* The router: which one it is, its own page, and its steps. */
#define HUIS_TYPE_ROUTER_PAGE (huis_router_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisRouterPage, huis_router_page, HUIS, ROUTER_PAGE, HuisPage)

G_END_DECLS
