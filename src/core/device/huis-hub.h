/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/*
 * Devices without a network address of their own (Zigbee lamps, say) work through a hub. The person
 * says through which; their steps are the hub's.
 */

/* The hub of @device: %NULL where it has none, was seen on the network itself, or the hub is gone.
 */
HuisDevice *huis_hub_find (HuisNetwork *network, HuisDevice *device);
/* Whether @device may be said to work through a hub: it has never been seen itself. */
gboolean huis_hub_may_have (HuisDevice *device);
/* The HuisDevice * that others can work through: what is, or may hold, a hub. Borrowed devices. */
GPtrArray *huis_hub_list (HuisNetwork *network);
/* The HuisDevice * that work through @hub. Borrowed devices. */
GPtrArray *huis_hub_list_behind (HuisNetwork *network, HuisDevice *hub);

G_END_DECLS
