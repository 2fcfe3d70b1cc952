/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * By room or by person: how the lists of an organisation are put in order. Hidden elsewhere: at
 * home nobody is asked who looks after what.
 */
#define HUIS_TYPE_GROUPING_SWITCH (huis_grouping_switch_get_type ())
G_DECLARE_FINAL_TYPE (HuisGroupingSwitch, huis_grouping_switch, HUIS, GROUPING_SWITCH, GtkBox)

/* @network may be %NULL. */
void huis_grouping_switch_set_network (HuisGroupingSwitch *self, HuisNetwork *network);

G_END_DECLS
