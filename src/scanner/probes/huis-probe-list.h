/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/* The one function of each probe, for the table in huis-probes.c. One file a probe. */

void huis_probe_neighbour_start (HuisLook *look);
void huis_probe_mdns_start (HuisLook *look);
void huis_probe_ssdp_start (HuisLook *look);
void huis_probe_firewall_start (HuisLook *look);
void huis_probe_gateway_start (HuisLook *look);
void huis_probe_natpmp_start (HuisLook *look);
void huis_probe_ports_meet (HuisLook *look, HuisHost *host);
void huis_probe_http_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_ssh_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_ftp_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_smtp_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_telnet_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_rtsp_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_mqtt_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_sip_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_tls_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_https_open (HuisLook *look, HuisHost *host, guint16 port, int fd);
void huis_probe_mdns_meet (HuisLook *look, HuisHost *host);
void huis_probe_netbios_meet (HuisLook *look, HuisHost *host);
void huis_probe_llmnr_meet (HuisLook *look, HuisHost *host);
void huis_probe_sip_meet (HuisLook *look, HuisHost *host);
void huis_probe_snmp_meet (HuisLook *look, HuisHost *host);
void huis_probe_ipv6_meet (HuisLook *look, HuisHost *host);
void huis_probe_wsd_start (HuisLook *look);
void huis_probe_ping6_start (HuisLook *look);
void huis_probe_lifx_start (HuisLook *look);
void huis_probe_wiz_start (HuisLook *look);
void huis_probe_yeelight_start (HuisLook *look);
void huis_probe_govee_start (HuisLook *look);
void huis_probe_tuya_start (HuisLook *look);
void huis_probe_miio_start (HuisLook *look);
void huis_probe_ubiquiti_start (HuisLook *look);
void huis_probe_mikrotik_start (HuisLook *look);
void huis_probe_kasa_start (HuisLook *look);

/* Has the kernel find the MAC of an IPv6 address that a device announced, and so its other half: by
 * IPv4 the same MAC was met. Once for each, and not for ever more of them. */
void huis_probe_neighbour_find (HuisLook *look, const char *address);

/* Takes in what the kernel told of neighbours and waits to be read; %FALSE where it tells nothing.
 */
gboolean huis_probe_neighbour_refresh (HuisLook *look);

G_END_DECLS
