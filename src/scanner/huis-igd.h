/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/*
 * Asks a router's port-opening service (UPnP InternetGatewayDevice 1 and 2; @type such as
 * "urn:schemas-upnp-org:service:WANIPConnection:1") what it is and which openings there are: facts
 * "igd" and "mapping". It only reads.
 */
void huis_igd_ask (HuisLook *look,
                   const char *address,
                   guint16 port,
                   const char *control,
                   const char *type);

/* Whether the router of this network was asked in this look. */
gboolean huis_igd_is_met (HuisLook *look);

/*
 * The one change this program makes, on the person's own click: removes an opening that was listed.
 * It is tried on each service that huis_igd_ask() meets in this look, and what came of it is a
 * fact "closed". Set before the look starts.
 */
void huis_igd_close_when_met (HuisLook *look, const char *protocol, guint16 external_port);

G_END_DECLS
