/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-probe-snmp"

#include "huis-datagram.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-snmp.h"

/*
 * What a printer, a switch or a storage box says of itself to anyone who asks. One question, once,
 * to those that said something already: the rest has nothing to tell.
 */

typedef struct
{
  HuisDatagram *datagram;
  guint32 id;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  huis_datagram_free (self->datagram);
  g_free (self);
}

static void
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  Probe *self = data;
  g_auto (HuisSnmpAnswer) answer = { 0 };
  JsonObject *fact;

  if (port != HUIS_SNMP_PORT || !huis_snmp_parse (bytes, length, self->id, &answer))
    return;

  huis_look_meet (look, address, "snmp");
  fact = huis_look_fact (look, "snmp", address);
  huis_json_set_string (fact, "description", answer.description);
  huis_json_set_string (fact, "object", answer.object);
  huis_json_set_string (fact, "name", answer.name);
  huis_look_emit (look, fact);
}

static Probe *
get_probe (HuisLook *look)
{
  Probe *self = huis_look_get_state (look, "snmp");

  if (self != NULL)
    return self;
  self = g_new0 (Probe, 1);
  self->id = g_random_int () & G_MAXINT32;
  self->datagram = huis_datagram_new (look, 0, packet_cb, self);
  huis_look_set_state (look, "snmp", self, free_probe);

  return self;
}

void
huis_probe_snmp_meet (HuisLook *look, HuisHost *host)
{
  Probe *self = get_probe (look);
  guint8 query[HUIS_SNMP_QUERY_MAX];
  gsize length;

  if (host->is_self || self->datagram == NULL)
    return;
  length = huis_snmp_write_query (query, self->id);
  (void) huis_datagram_send (self->datagram, host->ipv4, HUIS_SNMP_PORT, query, length);
}
