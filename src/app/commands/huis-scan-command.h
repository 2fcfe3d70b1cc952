/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * huiswacht --scan: one whole look at the network that this computer is on, without a window. The
 * devices go to standard output as a JSON array of objects: address, addresses, mac, name, maker,
 * model, kind, strength, evidence, gateway, self. What limited the look goes to standard error.
 * Nothing is saved.
 *
 * Whoever types the command says that the network is theirs; a network that the person called
 * "not mine" in the window is refused all the same.
 *
 * Returns the exit status: 0, or 1 where no look could be made.
 */
int huis_scan_command_run (const char *datadir);

G_END_DECLS
