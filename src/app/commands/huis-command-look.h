/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interfaces.h"
#include "huis-inventory.h"

G_BEGIN_DECLS

/*
 * What the commands without a window have in common: which network this computer is on, whether it
 * may be looked at, and a look that is waited for. What limits them goes to standard error.
 */

/* The home's own interface, where the person did not say that its network is not theirs; %NULL
 * otherwise. Whoever types the command says that the network is theirs. */
HuisObservation *huis_command_find_home (HuisInterfaces *interfaces);

/* Hands @request ("discover", "router"...) to @scanner, and what it finds on the interface of @home
 * to @inventory. @address is the device of a "look", or %NULL. FALSE where it did not end well. */
gboolean huis_command_look (const char *scanner,
                            HuisObservation *home,
                            const char *request,
                            const char *address,
                            HuisInventory *inventory);

G_END_DECLS
