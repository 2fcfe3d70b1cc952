/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-sip"

#include "huis-datagram.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-talk.h"

#include <string.h>

/*
 * What a telephone calls itself: OPTIONS, which rings nothing (RFC 3261, 11). By TCP where that
 * port is open; by UDP, where most of them listen alone, once to each that said something already.
 */

#define SIP_PORT    5060
#define PATIENCE_MS 2000

static void
take_answer (HuisLook *look, const char *address, guint16 port, const char *heard)
{
  g_autofree char *agent = huis_talk_get_header (heard, "User-Agent");
  g_autofree char *server = huis_talk_get_header (heard, "Server");
  JsonObject *fact;

  if (huis_talk_get_status (heard, "SIP/") == 0)
    return;

  fact = huis_look_fact (look, "sip", address);
  json_object_set_int_member (fact, "port", port);
  huis_json_set_string (fact, "user_agent", agent != NULL ? agent : server);
  huis_look_emit (look, fact);
}

static char *
write_request (HuisLook *look, const char *address, const char *transport)
{
  g_autofree char *own = huis_ipv4_to_string (huis_look_get_interface (look)->address);

  return g_strdup_printf (
      "OPTIONS sip:%s SIP/2.0\r\nVia: SIP/2.0/%s %s;branch=z9hG4bK%08x;rport\r\n"
      "From: <sip:huiswacht@%s>;tag=%08x\r\nTo: <sip:%s>\r\nCall-ID: %08x@%s\r\n"
      "CSeq: 1 OPTIONS\r\nMax-Forwards: 1\r\nContent-Length: 0\r\n\r\n",
      address, transport, own, g_random_int (), own, g_random_int (), address, g_random_int (),
      own);
}

static void
heard_cb (HuisTalk *talk, const char *heard, gsize length)
{
  take_answer (huis_talk_get_look (talk), huis_talk_get_address (talk), huis_talk_get_port (talk),
               heard);
}

void
huis_probe_sip_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  HuisTalkOptions options = { look,    fd, host->address, port, PATIENCE_MS, huis_talk_has_headers,
                              heard_cb };
  g_autofree char *request = write_request (look, host->address, "TCP");

  huis_talk_start (&options, request, strlen (request));
}

static void
packet_cb (HuisLook *look,
           const char *address,
           guint16 port,
           const guint8 *bytes,
           gsize length,
           gpointer data)
{
  g_autofree char *heard = g_strndup ((const char *) bytes, length);

  if (port == SIP_PORT)
    take_answer (look, address, port, heard);
}

void
huis_probe_sip_meet (HuisLook *look, HuisHost *host)
{
  HuisDatagram *datagram = huis_look_get_state (look, "sip");
  g_autofree char *request = write_request (look, host->address, "UDP");

  if (datagram == NULL)
    {
      datagram = huis_datagram_new (look, 0, packet_cb, NULL);
      if (datagram == NULL)
        return;
      huis_look_set_state (look, "sip", datagram, (GDestroyNotify) huis_datagram_free);
    }
  if (!host->is_self)
    (void) huis_datagram_send (datagram, host->ipv4, SIP_PORT, request, strlen (request));
}
