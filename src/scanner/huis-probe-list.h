/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/* The one function of each probe, for the table in huis-probes.c. One file a probe. */

void huis_probe_neighbour_start (HuisLook *look);
void huis_probe_mdns_start (HuisLook *look);
void huis_probe_ssdp_start (HuisLook *look);
void huis_probe_natpmp_start (HuisLook *look);
void huis_probe_ports_meet (HuisLook *look, HuisHost *host);
void huis_probe_http_open (HuisLook *look, HuisHost *host, guint16 port, int fd);

/* Takes in what the kernel told of neighbours and waits to be read. */
void huis_probe_neighbour_refresh (HuisLook *look);

G_END_DECLS
