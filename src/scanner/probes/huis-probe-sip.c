/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-sip"

#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-talk.h"

#include <string.h>

/* What a telephone calls itself: OPTIONS, which rings nothing (RFC 3261, 11). */

#define PATIENCE_MS 2000

static void
heard_cb (HuisTalk *talk, const char *heard, gsize length)
{
  HuisLook *look = huis_talk_get_look (talk);
  g_autofree char *agent = huis_talk_get_header (heard, "User-Agent");
  g_autofree char *server = huis_talk_get_header (heard, "Server");
  JsonObject *fact;

  if (huis_talk_get_status (heard, "SIP/") == 0)
    return;

  fact = huis_look_fact (look, "sip", huis_talk_get_address (talk));
  json_object_set_int_member (fact, "port", huis_talk_get_port (talk));
  huis_json_set_string (fact, "user_agent", agent != NULL ? agent : server);
  huis_look_emit (look, fact);
}

void
huis_probe_sip_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  HuisTalkOptions options = { look,    fd, host->address, port, PATIENCE_MS, huis_talk_has_headers,
                              heard_cb };
  g_autofree char *own = huis_ipv4_to_string (huis_look_get_interface (look)->address);
  g_autofree char *request =
      g_strdup_printf ("OPTIONS sip:%s SIP/2.0\r\nVia: SIP/2.0/TCP %s;branch=z9hG4bK%08x\r\n"
                       "From: <sip:huiswacht@%s>;tag=%08x\r\nTo: <sip:%s>\r\nCall-ID: %08x@%s\r\n"
                       "CSeq: 1 OPTIONS\r\nMax-Forwards: 1\r\nContent-Length: 0\r\n\r\n",
                       host->address, own, g_random_int (), own, g_random_int (), host->address,
                       g_random_int (), own);

  huis_talk_start (&options, request, strlen (request));
}
