/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/* For huis-network.c and huis-network-json.c alone. */
struct _HuisNetwork
{
  GObject parent_instance;

  char *key;
  HuisObservation *interface;
  HuisOwner owner;
  gboolean recognised;
  gint64 owner_when;
  gint64 look_begun;
  gint64 last_look;
  gint64 next_look;
  HuisGrouping grouping;
  char *router_guide;
  HuisInventory *inventory;
  HuisAnswers *answers;
  HuisTripBook *trip_book;
  HuisOpeningBook *opening_book;
  HuisMakerGuides *maker_guides;
  HuisHistory *history;
};

G_END_DECLS
