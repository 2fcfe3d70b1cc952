/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

G_BEGIN_DECLS

/*
 * Who of the home could move to the guest network (factsheet N4), and who had better stay: by its
 * kind, and by what it was seen to offer to others on its own network. What is known of both
 * stands in data/advice/kinds.xml.
 */
typedef struct
{
  HuisDevice *device; /* owned */
  HuisMove move;
  const char *reason; /* an English msgid of the catalogue: why, or why not */
} HuisGuestAdvice;

HuisMove huis_guest_advice_find (HuisCatalogue *catalogue, HuisDevice *device, const char **reason);

/*
 * Of HuisGuestAdvice: the devices that stand on the main network now, so those of the newest look
 * without the router and this computer. Those that can move first; else as in the inventory.
 */
GPtrArray *huis_guest_advice_list (HuisNetwork *network, HuisCatalogue *catalogue);

G_END_DECLS
