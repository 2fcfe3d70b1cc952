/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-netbios"

#include "huis-datagram.h"
#include "huis-json.h"
#include "huis-names.h"
#include "huis-probe-list.h"

static void
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;
  JsonObject *fact;

  if (port != HUIS_NETBIOS_PORT || !huis_netbios_parse (bytes, length, &name, &group))
    return;

  huis_look_meet (look, address, "netbios");
  fact = huis_look_fact (look, "netbios", address);
  huis_json_set_string (fact, "name", name);
  huis_json_set_string (fact, "group", group);
  huis_look_emit (look, fact);
}

void
huis_probe_netbios_meet (HuisLook *look, HuisHost *host)
{
  HuisDatagram *datagram = huis_look_get_state (look, "netbios");
  guint8 query[HUIS_NETBIOS_QUERY];

  if (datagram == NULL)
    {
      datagram = huis_datagram_new (look, 0, packet_cb, NULL);
      if (datagram == NULL)
        return;
      huis_look_set_state (look, "netbios", datagram, (GDestroyNotify) huis_datagram_free);
    }
  huis_netbios_write_query (query, (guint16) g_random_int ());
  if (!host->is_self)
    (void) huis_datagram_send (datagram, host->ipv4, HUIS_NETBIOS_PORT, query, sizeof query);
}
