/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-llmnr"

#include "huis-datagram.h"
#include "huis-json.h"
#include "huis-names.h"
#include "huis-probe-list.h"

/* A crowd is not asked one by one: by then NetBIOS and mDNS have told what there is to tell. */
#define HOSTS_MAX 128

static void
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  g_autofree char *name = huis_llmnr_parse (bytes, length);
  JsonObject *fact;

  if (port != HUIS_LLMNR_PORT || name == NULL)
    return;

  huis_look_meet (look, address, "llmnr");
  fact = huis_look_fact (look, "llmnr", address);
  huis_json_set_string (fact, "name", name);
  huis_look_emit (look, fact);
}

void
huis_probe_llmnr_meet (HuisLook *look, HuisHost *host)
{
  HuisDatagram *datagram = huis_look_get_state (look, "llmnr");
  guint8 query[HUIS_LLMNR_QUERY];
  gsize length;

  if (datagram == NULL)
    {
      datagram = huis_datagram_new (look, 0, packet_cb, NULL);
      if (datagram == NULL)
        return;
      huis_look_set_state (look, "llmnr", datagram, (GDestroyNotify) huis_datagram_free);
    }
  if (host->is_self || huis_look_count (look) > HOSTS_MAX)
    return;
  length = huis_llmnr_write_query (query, (guint16) g_random_int (), host->ipv4);
  (void) huis_datagram_send (datagram, HUIS_LLMNR_GROUP, HUIS_LLMNR_PORT, query, length);
}
