/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/*
 * Which network this is, and whose. Nothing is sent before the person has said that it is theirs;
 * the answer is kept per network.
 */
#define HUIS_TYPE_NETWORK_PAGE (huis_network_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisNetworkPage, huis_network_page, HUIS, NETWORK_PAGE, HuisPage)

G_END_DECLS
