/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-natpmp"

#include "huis-datagram.h"
#include "huis-natpmp.h"
#include "huis-probe-list.h"

#include <string.h>

/*
 * NAT-PMP and its successor PCP share a port. Asked is only what changes nothing: the outside
 * address (NAT-PMP) and whether anybody is there (PCP's ANNOUNCE). A router that knows one answers
 * the other's question with "unsupported version", which is an answer as well.
 */

#define TRIES    3
#define FIRST_MS 250

typedef struct
{
  HuisLook *look;
  HuisDatagram *datagram;
  guint tries;
  guint source;
  gboolean has_natpmp;
  gboolean has_pcp;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  huis_datagram_free (self->datagram);
  g_free (self);
}

static void
take_natpmp (Probe *self, const char *address, const HuisNatpmpAnswer *answer)
{
  g_autofree char *external = huis_ipv4_to_string (answer->external);
  JsonObject *fact;

  if (self->has_natpmp)
    return;
  self->has_natpmp = TRUE;
  fact = huis_look_fact (self->look, "natpmp", address);
  if (answer->external != 0)
    json_object_set_string_member (fact, "external_address", external);
  json_object_set_int_member (fact, "epoch", answer->epoch);
  json_object_set_int_member (fact, "result", answer->result);
  huis_look_emit (self->look, fact);
}

static void
take_pcp (Probe *self, const char *address, const HuisNatpmpAnswer *answer)
{
  JsonObject *fact;

  if (self->has_pcp)
    return;
  self->has_pcp = TRUE;
  fact = huis_look_fact (self->look, "pcp", address);
  json_object_set_int_member (fact, "result", answer->result);
  json_object_set_int_member (fact, "epoch", answer->epoch);
  huis_look_emit (self->look, fact);
}

static void
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  HuisNatpmpAnswer answer;

  if (huis_ipv4_from_string (address) != huis_look_get_interface (look)->gateway ||
      port != HUIS_NATPMP_PORT || !huis_natpmp_parse (bytes, length, &answer))
    return;

  huis_look_meet (look, address, "natpmp");
  if (answer.version == HUIS_NATPMP_VERSION && answer.has_external)
    take_natpmp (data, address, &answer);
  else if (answer.version == HUIS_PCP_VERSION)
    take_pcp (data, address, &answer);
}

static gboolean
ask_cb (gpointer data)
{
  Probe *self = data;
  HuisInterface *interface = huis_look_get_interface (self->look);
  guint8 natpmp[2], pcp[24];

  self->source = 0;
  huis_natpmp_write_address_request (natpmp);
  huis_natpmp_write_announce (pcp, interface->address);
  if (!self->has_natpmp)
    (void) huis_datagram_send (self->datagram, interface->gateway, HUIS_NATPMP_PORT, natpmp,
                               sizeof natpmp);
  if (!self->has_pcp)
    (void) huis_datagram_send (self->datagram, interface->gateway, HUIS_NATPMP_PORT, pcp,
                               sizeof pcp);
  if (++self->tries < TRIES)
    self->source = g_timeout_add (FIRST_MS << self->tries, ask_cb, self);

  return G_SOURCE_REMOVE;
}

void
huis_probe_natpmp_start (HuisLook *look)
{
  Probe *self = g_new0 (Probe, 1);

  self->look = look;
  huis_look_set_state (look, "natpmp", self, free_probe);
  self->datagram = huis_datagram_new (look, 0, packet_cb, self);
  if (self->datagram != NULL)
    ask_cb (self);
}
