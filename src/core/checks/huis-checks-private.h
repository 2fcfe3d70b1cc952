/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-checks.h"

G_BEGIN_DECLS

/*
 * For huis-checks.c (the table), huis-checks-said.c (what the person told), huis-checks-router.c
 * (UPnP and openings), huis-checks-trips.c (the home seen from other networks),
 * huis-checks-gateway.c (the router itself), huis-checks-network.c (the network it makes),
 * huis-checks-services.c (what stands open on a device) and huis-checks-age.c (what may be too old,
 * and no longer supported) alone. A check fills @finding, or leaves it as not tested.
 */

/* Judged: @observation is the proof. @saw is copied. What is to do was there, what is in order was
 * not, unless the check says otherwise. */
void huis_finding_set (HuisFinding *finding,
                       HuisStatus status,
                       HuisObservation *observation,
                       const char *saw);
/* Looked at, without an answer that settles it; @sight tells what there was to see. */
void huis_finding_not_tested (HuisFinding *finding, HuisSight sight, const char *saw);
/* What still stands: seen in the newest look that tested @device (may be %NULL), or since. */
HuisObservation *huis_find_current (HuisDevice *device, const char *type);
gboolean huis_was_tested (HuisDevice *device);
/* Whether @announcement ("mdns", "vendor") still stands: only a look at the whole network asks for
 * those, so one at this device alone does not make it old. */
gboolean
huis_is_announced (HuisNetwork *network, HuisDevice *device, HuisObservation *announcement);
/* The newest look that could have seen @device did not: it may be gone, or asleep. */
gboolean huis_was_missed (HuisNetwork *network, HuisDevice *device);

void huis_check_upnp (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_openings (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_opening_to_device (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_second_router (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_other_router (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_router_page (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_router_version (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_router_services (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_dns (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_wifi (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_wps (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_ipv6_firewall (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_firewall (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_guest (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_reached (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_https (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_telnet (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_ftp (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_camera (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_mqtt (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_page_without_login (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_adb (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_media_server (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_shares (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_snmp (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_padlock_age (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_version (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_main_network (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_kept_offline (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_ended (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_next_look (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_unknown_devices (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_unknown (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
void huis_check_support (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);

G_END_DECLS
