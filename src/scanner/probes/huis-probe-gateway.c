/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-gateway"

#include "huis-datagram.h"
#include "huis-description.h"
#include "huis-igd.h"
#include "huis-probe-list.h"
#include "huis-ssdp.h"

#include <string.h>

/*
 * The router by itself. Multicast is what Wi-Fi loses first, and a firewall of this computer does
 * not know the answers to it for answers; what is sent to the router alone has neither trouble.
 * Where it stays silent all the same, its description is looked for in the places where routers
 * are known to keep it. Some take seconds to answer: the look goes on until then.
 */

#define TICK_MS       500
#define TICKS_PER_ASK 3
#define LAST_ASK      6
#define GUESS_TICK    4
#define LAST_TICK     12

static const char *const targets[] = {
  "upnp:rootdevice",
  /* Whoever is a version 2 answers to this as well (UPnP Device Architecture 1.1, 1.3.2). */
  "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
};

/* As their makers chose it; each was seen in an answer to a search. */
static const struct
{
  guint16 port;
  const char *path;
} places[] = {
  { 49000, "/igddesc.xml" },             /* FRITZ!Box */
  { 5000, "/rootDesc.xml" },             /* MiniUPnPd: OpenWrt and very many others */
  { 1900, "/igd.xml" },                  /* TP-Link */
  { 49152, "/gatedesc.xml" },            /* linux-igd */
  { 5000, "/Public_UPNP_gatedesc.xml" }, /* Netgear */
};

typedef struct
{
  HuisLook *look;
  HuisDatagram *datagram;
  guint source;
  guint tick;
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
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  if (huis_ipv4_from_string (address) == huis_look_get_interface (look)->gateway)
    huis_ssdp_take_packet (look, address, bytes, length);
}

static void
ask (Probe *self)
{
  guint32 gateway = huis_look_get_interface (self->look)->gateway;
  g_autofree char *address = huis_ipv4_to_string (gateway);

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *packet = g_strdup_printf ("M-SEARCH * HTTP/1.1\r\n"
                                                 "HOST: %s:%d\r\n"
                                                 "MAN: \"ssdp:discover\"\r\n"
                                                 "MX: 1\r\n"
                                                 "ST: %s\r\n\r\n",
                                                 address, HUIS_SSDP_PORT, targets[i]);

      (void) huis_datagram_send (self->datagram, gateway, HUIS_SSDP_PORT, packet, strlen (packet));
    }
}

static void
guess (Probe *self)
{
  g_autofree char *address = huis_ipv4_to_string (huis_look_get_interface (self->look)->gateway);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *link =
          g_strdup_printf ("http://%s:%u%s", address, places[i].port, places[i].path);

      huis_look_count_sent (self->look, 1);
      huis_description_fetch (self->look, address, link);
    }
}

static gboolean
tick_cb (gpointer data)
{
  Probe *self = data;

  if (huis_igd_is_met (self->look) || self->tick == LAST_TICK)
    {
      self->source = 0;
      huis_look_release (self->look);
      return G_SOURCE_REMOVE;
    }

  if (self->tick % TICKS_PER_ASK == 0 && self->tick <= LAST_ASK)
    ask (self);
  if (self->tick == GUESS_TICK)
    guess (self);
  self->tick++;

  return G_SOURCE_CONTINUE;
}

void
huis_probe_gateway_start (HuisLook *look)
{
  Probe *self = g_new0 (Probe, 1);

  self->look = look;
  huis_look_set_state (look, "gateway", self, free_probe);
  self->datagram = huis_datagram_new (look, 0, packet_cb, self);
  if (self->datagram == NULL)
    return;
  huis_look_hold (look);
  self->source = g_timeout_add (TICK_MS, tick_cb, self);
  (void) tick_cb (self);
}
