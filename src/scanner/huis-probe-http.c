/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-http"

#include "huis-fetch.h"
#include "huis-html.h"
#include "huis-json.h"
#include "huis-probe-list.h"

#include <string.h>

typedef struct
{
  HuisLook *look;
  JsonObject *fact;
} Visit;

static void
free_visit (Visit *visit)
{
  g_clear_pointer (&visit->fact, json_object_unref);
  g_free (visit);
}

/* The name alone: a value is a ticket, and none of our business. */
static char *
get_cookie_name (const char *header)
{
  return header == NULL ? NULL : g_strndup (header, MIN (strcspn (header, "=; "), 64));
}

static void
describe (JsonObject *fact, HuisReply *reply)
{
  const char *text = huis_reply_get_text (reply);
  SoupMessageHeaders *headers = reply->headers;
  g_autofree char *title = huis_html_get_title (text);
  g_autofree char *realm =
      huis_html_get_realm (soup_message_headers_get_list (headers, "WWW-Authenticate"));
  g_autofree char *cookie = get_cookie_name (soup_message_headers_get_list (headers, "Set-Cookie"));

  json_object_set_int_member (fact, "port", reply->port);
  json_object_set_boolean_member (fact, "secure", reply->secure);
  json_object_set_int_member (fact, "status", reply->status);
  huis_json_set_string (fact, "title", title);
  huis_json_set_string (fact, "server", soup_message_headers_get_one (headers, "Server"));
  huis_json_set_string (fact, "realm", realm);
  huis_json_set_string (fact, "location", soup_message_headers_get_one (headers, "Location"));
  huis_json_set_string (fact, "cookie", cookie);
  if (realm != NULL || huis_html_has_password (text))
    json_object_set_boolean_member (fact, "login", TRUE);
}

static void
visited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Visit *visit = data;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, NULL);

  if (reply != NULL && reply->status >= 100)
    {
      describe (visit->fact, reply);
      huis_look_emit (visit->look, g_steal_pointer (&visit->fact));
    }
  free_visit (visit);
}

void
huis_probe_http_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  HuisFetchRequest request = { .address = host->address, .port = port, .path = "/" };
  Visit *visit = g_new0 (Visit, 1);

  visit->look = look;
  visit->fact = huis_look_fact (look, "http", host->address);
  huis_fetch_async (look, &request, visited_cb, visit);
}
