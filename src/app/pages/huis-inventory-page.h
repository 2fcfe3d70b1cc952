/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/*
 * The devices at home: the list that fills while Huiswacht looks, and the views that open from it
 * (one device, the walk through the house, the choice of a device to join with another).
 */
#define HUIS_TYPE_INVENTORY_PAGE (huis_inventory_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisInventoryPage, huis_inventory_page, HUIS, INVENTORY_PAGE, HuisPage)

G_END_DECLS
