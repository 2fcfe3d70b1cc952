/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-probes"

#include "huis-probes.h"

#include "huis-probe-list.h"

#include <string.h>

#define EVERYWHERE  (1u << HUIS_LOOK_DISCOVER | 1u << HUIS_LOOK_DEVICE | 1u << HUIS_LOOK_ROUTER)
#define ON_DISCOVER (1u << HUIS_LOOK_DISCOVER)
#define ON_ROUTER   (1u << HUIS_LOOK_DISCOVER | 1u << HUIS_LOOK_ROUTER)
#define ON_DEVICE   (1u << HUIS_LOOK_DISCOVER | 1u << HUIS_LOOK_DEVICE)

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
  { "ssdp", HUIS_PROBE_NETWORK, ON_ROUTER,
    "Asks UPnP devices to name themselves, and reads the description that each points to",
    "UPnP Device Architecture 1.1, sections 1 and 2",
    .start = huis_probe_ssdp_start },
  { "natpmp", HUIS_PROBE_GATEWAY, ON_ROUTER,
    "Asks the router whether devices may open it by NAT-PMP, and for its outside address",
    "RFC 6886, section 3.2",
    .start = huis_probe_natpmp_start },
  { "ports", HUIS_PROBE_HOST, ON_DEVICE,
    "Tries a connection to each TCP port of the list, and closes it again",
    "RFC 9293, data/scanner/ports.xml",
    .meet = huis_probe_ports_meet },
  { "http", HUIS_PROBE_PORT, ON_DEVICE,
    "Asks for the front page, and keeps its title and what the server says of itself",
    "RFC 9110, RFC 9112",
    .open = huis_probe_http_open },
  { NULL },
};
/* clang-format on */

const HuisProbe *
huis_probes_for_port (const char *speaks)
{
  for (const HuisProbe *probe = huis_probes; speaks != NULL && probe->name != NULL; probe++)
    if (probe->moment == HUIS_PROBE_PORT && strcmp (probe->name, speaks) == 0)
      return probe;

  return NULL;
}
