/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rtsp"

#include "huis-html.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-talk.h"

#include <string.h>

/*
 * Whether a camera shows its picture to anyone: OPTIONS to hear who it is, then DESCRIBE, which a
 * camera with a password answers by 401. No stream is ever set up, and no user is ever named.
 */

#define PATIENCE_MS 2000

static void
heard_cb (HuisTalk *talk, const char *heard, gsize length)
{
  HuisLook *look = huis_talk_get_look (talk);
  guint status = huis_talk_get_status (heard, "RTSP/");
  g_autofree char *server = huis_talk_get_header (heard, "Server");
  g_autofree char *challenge = huis_talk_get_header (heard, "WWW-Authenticate");
  g_autofree char *realm = huis_html_get_realm (challenge);
  g_autofree char *request = NULL;
  JsonObject *fact;

  if (status == 0)
    return;
  if (huis_talk_get_turn (talk) == 1 && status == 200)
    {
      request = g_strdup_printf ("DESCRIBE rtsp://%s:%u/ RTSP/1.0\r\nCSeq: 2\r\n"
                                 "Accept: application/sdp\r\n\r\n",
                                 huis_talk_get_address (talk), huis_talk_get_port (talk));
      huis_talk_say (talk, request, strlen (request));
      return;
    }

  fact = huis_look_fact (look, "rtsp", huis_talk_get_address (talk));
  json_object_set_int_member (fact, "port", huis_talk_get_port (talk));
  json_object_set_int_member (fact, "status", status);
  huis_json_set_string (fact, "server", server);
  huis_json_set_string (fact, "realm", realm);
  /* 404 says nothing: the picture may be at another path, with or without a password. */
  if (status == 200 || status == 401)
    json_object_set_boolean_member (fact, "open", status == 200 && strstr (heard, "m=") != NULL);
  huis_look_emit (look, fact);
}

void
huis_probe_rtsp_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  HuisTalkOptions options = { look,    fd, host->address, port, PATIENCE_MS, huis_talk_has_headers,
                              heard_cb };
  g_autofree char *request =
      g_strdup_printf ("OPTIONS rtsp://%s:%u/ RTSP/1.0\r\nCSeq: 1\r\n\r\n", host->address, port);

  huis_talk_start (&options, request, strlen (request));
}
