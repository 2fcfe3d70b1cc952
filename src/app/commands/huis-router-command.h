/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * huiswacht --check-router: looks at the router without a window and prints one JSON object:
 *
 *   checks    an object by the name of the check: upnp, nat-pmp, pcp, openings, ipv6-firewall,
 *             second-router, other-router, router-version, router-page, router-services,
 *             dns, wifi, wps. Each has
 *             status    "seen": it was there, and the evidence tells how; "not-seen": it was looked
 *                       for without being seen, which is never proof that it is off;
 *                       "not-tested": it could not be looked for
 *             evidence  sentences, possibly none
 *   openings  an array: protocol, external_port, internal_address, internal_port, description
 *   router    maker, model, firmware (all where known), address, guide (the id of the file of
 *             data/routers that fits it)
 *
 * Nothing is saved or changed. Consent is as with huis_scan_command_run(). Returns the exit status:
 * 0, or 1 where no look could be made.
 */
int huis_router_command_run (const char *datadir);

G_END_DECLS
