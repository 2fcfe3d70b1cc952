/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-probes"

#include "huis-probes.h"

#include "huis-probe-list.h"

#include <string.h>

#define EVERYWHERE  (1u << HUIS_LOOK_DISCOVER | 1u << HUIS_LOOK_DEVICE | 1u << HUIS_LOOK_ROUTER)
#define ON_DISCOVER (1u << HUIS_LOOK_DISCOVER)
#define ON_ROUTER   (1u << HUIS_LOOK_DISCOVER | 1u << HUIS_LOOK_ROUTER)

/* clang-format off */
const HuisProbe huis_probes[] = {
  { "neighbour", HUIS_PROBE_NETWORK, EVERYWHERE,
    "Sends an empty datagram to each address and listens to what the kernel learns about it",
    "RFC 826 (ARP), RFC 863 (discard), rtnetlink(7)",
    .start = huis_probe_neighbour_start },
  { "mdns", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks Avahi which services devices announce, and what they say about them",
    "RFC 6762, RFC 6763, Avahi's D-Bus interfaces",
    .start = huis_probe_mdns_start },
  { "ssdp", HUIS_PROBE_NETWORK, EVERYWHERE,
    "Asks UPnP devices to name themselves, and reads the description that each points to",
    "UPnP Device Architecture 1.1, sections 1 and 2",
    .start = huis_probe_ssdp_start },
  { "firewall", HUIS_PROBE_NETWORK, ON_ROUTER,
    "Sends this computer itself a word by multicast, to see whether its own firewall stops that",
    "RFC 1112, section 6.1; nothing of it leaves",
    .start = huis_probe_firewall_start },
  { "wsd", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks cameras, printers and Windows computers to name themselves",
    "OASIS WS-Discovery 1.1; ONVIF Core Specification, 7",
    .start = huis_probe_wsd_start },
  { "ping6", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Sends one IPv6 echo to everyone, where the system allows it",
    "RFC 4443, section 4.1",
    .start = huis_probe_ping6_start },
  { "kasa", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks TP-Link's Kasa and Tapo devices which model they are",
    "python-kasa, discover.py",
    .start = huis_probe_kasa_start },
  { "lifx", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks LIFX lamps for their product and name",
    "LIFX LAN protocol, lan.developer.lifx.com",
    .start = huis_probe_lifx_start },
  { "wiz", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks WiZ lamps for their model",
    "pywizlight, discovery.py",
    .start = huis_probe_wiz_start },
  { "yeelight", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks Yeelight lamps for their model",
    "Yeelight WiFi Light Inter-Operation Specification, section 3.1",
    .start = huis_probe_yeelight_start },
  { "govee", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks Govee lamps for their model",
    "Govee WLAN Guide, \"Device scanning\"",
    .start = huis_probe_govee_start },
  { "tuya", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Listens for devices on Tuya's platform, which call out by themselves",
    "tinytuya, scanner.py",
    .start = huis_probe_tuya_start },
  { "miio", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Says hello to Xiaomi's devices",
    "python-miio, miioprotocol.py",
    .start = huis_probe_miio_start },
  { "ubiquiti", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks Ubiquiti's access points and routers for their model",
    "nmap's ubiquiti-discovery script, its description",
    .start = huis_probe_ubiquiti_start },
  { "mikrotik", HUIS_PROBE_NETWORK, ON_DISCOVER,
    "Asks MikroTik's routers for their model",
    "MikroTik's manual, \"Neighbor discovery\"",
    .start = huis_probe_mikrotik_start },
  { "gateway", HUIS_PROBE_GATEWAY, ON_ROUTER,
    "Asks the router by itself for its UPnP, and looks for the description in the usual places",
    "UPnP Device Architecture 1.1, section 1.3.2",
    .start = huis_probe_gateway_start },
  { "natpmp", HUIS_PROBE_GATEWAY, ON_ROUTER,
    "Asks the router whether devices may open it by NAT-PMP, and for its outside address",
    "RFC 6886, section 3.2",
    .start = huis_probe_natpmp_start },
  { "ports", HUIS_PROBE_HOST, EVERYWHERE,
    "Tries a connection to each TCP port of the list, and closes it again",
    "RFC 9293, data/scanner/ports.xml",
    .meet = huis_probe_ports_meet },
  { "mdns-name", HUIS_PROBE_HOST, ON_DISCOVER,
    "Asks by multicast which name belongs to an address",
    "RFC 6762, section 4",
    .meet = huis_probe_mdns_meet },
  { "netbios", HUIS_PROBE_HOST, EVERYWHERE,
    "Asks a computer for its Windows name and workgroup",
    "RFC 1002, section 4.2.17",
    .meet = huis_probe_netbios_meet },
  { "llmnr", HUIS_PROBE_HOST, EVERYWHERE,
    "Asks which name belongs to an address",
    "RFC 4795",
    .meet = huis_probe_llmnr_meet },
  { "snmp", HUIS_PROBE_SPEAKER, EVERYWHERE,
    "Asks what it says of itself to anyone: description, maker's number and name",
    "RFC 1157; RFC 1213, section 6.2",
    .meet = huis_probe_snmp_meet },
  { "ipv6", HUIS_PROBE_SPEAKER, ON_DISCOVER,
    "Looks whether it has the IPv6 address that follows from the home's prefix and its MAC",
    "RFC 4291, appendix A; RFC 4861",
    .meet = huis_probe_ipv6_meet },
  { "sip-udp", HUIS_PROBE_SPEAKER, EVERYWHERE,
    "Asks a telephone what it calls itself, by UDP",
    "RFC 3261, section 11; RFC 3581",
    .meet = huis_probe_sip_meet },
  { "http", HUIS_PROBE_PORT, EVERYWHERE,
    "Asks for the front page, and keeps its title and what the server says of itself",
    "RFC 9110, RFC 9112",
    .open = huis_probe_http_open },
  { "https", HUIS_PROBE_PORT, EVERYWHERE,
    "The same over TLS, with what the certificate claims",
    "RFC 9110, RFC 8446",
    .open = huis_probe_https_open },
  { "tls", HUIS_PROBE_PORT, EVERYWHERE,
    "Greets by TLS and reads the certificate, nothing more",
    "RFC 8446, RFC 5280",
    .open = huis_probe_tls_open },
  { "ssh", HUIS_PROBE_PORT, EVERYWHERE,
    "Listens to the line by which an SSH server introduces itself",
    "RFC 4253, section 4.2",
    .open = huis_probe_ssh_open },
  { "ftp", HUIS_PROBE_PORT, EVERYWHERE,
    "Listens to the line by which an FTP server introduces itself",
    "RFC 959, section 5.4",
    .open = huis_probe_ftp_open },
  { "smtp", HUIS_PROBE_PORT, EVERYWHERE,
    "Listens to the line by which a mail server introduces itself",
    "RFC 5321, section 3.1",
    .open = huis_probe_smtp_open },
  { "telnet", HUIS_PROBE_PORT, EVERYWHERE,
    "Listens to what a command line says before it asks for a name",
    "RFC 854",
    .open = huis_probe_telnet_open },
  { "rtsp", HUIS_PROBE_PORT, EVERYWHERE,
    "Asks a camera whether its picture is free to see, without looking at it",
    "RFC 2326, sections 10.1 and 10.2",
    .open = huis_probe_rtsp_open },
  { "mqtt", HUIS_PROBE_PORT, EVERYWHERE,
    "Asks whether messages may be heard without a user, and hangs up",
    "MQTT 3.1.1, section 3.1",
    .open = huis_probe_mqtt_open },
  { "sip", HUIS_PROBE_PORT, EVERYWHERE,
    "Asks a telephone what it calls itself",
    "RFC 3261, section 11",
    .open = huis_probe_sip_open },
  { NULL },
};
/* clang-format on */

/* A look at the one device that is the router is a look at the router too: what was known of its
 * openings would else be older than the look, and count for nothing. */
static gboolean
takes_part (const HuisProbe *probe, HuisLook *look)
{
  const HuisLookOptions *options = huis_look_get_options (look);
  guint32 gateway = huis_look_get_interface (look)->gateway;
  guint scopes = 1u << options->scope;

  if (options->scope == HUIS_LOOK_DEVICE && gateway != 0 &&
      huis_ipv4_from_string (options->target) == gateway)
    scopes |= 1u << HUIS_LOOK_ROUTER;

  return (probe->scopes & scopes) != 0;
}

typedef struct
{
  HuisLook *look;
  const HuisProbe *next;
  guint source;
} Start;

static void
free_start (gpointer data)
{
  Start *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static gboolean
start_next_cb (gpointer data)
{
  Start *self = data;
  const HuisProbe *probe = self->next++;
  gboolean has_gateway = huis_look_get_interface (self->look)->gateway != 0;

  if (probe->name == NULL)
    {
      self->source = 0;
      huis_look_release (self->look);
      return G_SOURCE_REMOVE;
    }
  if (probe->start != NULL && takes_part (probe, self->look) &&
      (probe->moment == HUIS_PROBE_NETWORK || has_gateway))
    probe->start (self->look);

  return G_SOURCE_CONTINUE;
}

/*
 * One row a turn of the loop, in the order of the table: together they take longer than the whole
 * sweep of a home network, which is the first row and goes on between them. Each starts before the
 * answers to what the rows before it asked are heard.
 */
void
huis_probes_start (HuisLook *look)
{
  Start *self = g_new0 (Start, 1);

  self->look = look;
  self->next = huis_probes;
  huis_look_hold (look);
  huis_look_set_state (look, "start", self, free_start);
  self->source = g_idle_add_full (G_PRIORITY_HIGH, start_next_cb, self, NULL);
}

void
huis_probes_meet (HuisLook *look, HuisHost *host, HuisProbeMoment moment)
{
  for (const HuisProbe *probe = huis_probes; host->ipv4 != 0 && probe->name != NULL; probe++)
    if (probe->moment == moment && takes_part (probe, look))
      probe->meet (look, host);
}

const HuisProbe *
huis_probes_for_port (const char *speaks)
{
  for (const HuisProbe *probe = huis_probes; speaks != NULL && probe->name != NULL; probe++)
    if (probe->moment == HUIS_PROBE_PORT && strcmp (probe->name, speaks) == 0)
      return probe;

  return NULL;
}
