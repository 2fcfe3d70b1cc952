/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * How far the look is, the devices in groups, and what else can be done for the list. Its buttons
 * activate the actions "inventory.*" of the page around it.
 *
 * Signals: "opened" (HuisDevice *device).
 */
#define HUIS_TYPE_INVENTORY_LIST (huis_inventory_list_get_type ())
G_DECLARE_FINAL_TYPE (HuisInventoryList, huis_inventory_list, HUIS, INVENTORY_LIST, GtkBox)

/* To be called once. */
void huis_inventory_list_set_session (HuisInventoryList *self,
                                      HuisSession *session,
                                      HuisCatalogue *catalogue);

/* @network may be %NULL. */
void huis_inventory_list_set_network (HuisInventoryList *self, HuisNetwork *network);

/* The person chose another order of the groups. */
void huis_inventory_list_update_grouping (HuisInventoryList *self);

G_END_DECLS
