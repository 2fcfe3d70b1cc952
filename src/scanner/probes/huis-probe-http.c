/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-http"

#include "huis-brand.h"
#include "huis-fetch.h"
#include "huis-html.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-tls.h"

#include <string.h>

/* An icon is a fingerprint: the same one for every device of a make. Larger than this is none. */
#define ICON_MAX (64 * 1024)

typedef struct
{
  HuisLook *look;
  JsonObject *fact;
} Visit;

static void
finish_visit (Visit *visit)
{
  huis_look_emit (visit->look, visit->fact);
  g_free (visit);
}

static void
forget_visit (Visit *visit)
{
  json_object_unref (visit->fact);
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
icon_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Visit *visit = data;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, NULL);

  /* The last byte is our own NUL. */
  if (reply != NULL && reply->status == SOUP_STATUS_OK && reply->body->len > 1 &&
      reply->body->len <= ICON_MAX)
    {
      g_autofree char *hash =
          g_compute_checksum_for_data (G_CHECKSUM_MD5, reply->body->data, reply->body->len - 1);

      json_object_set_string_member (visit->fact, "favicon", hash);
    }
  finish_visit (visit);
}

/* Where the icon is: the page may name a path on the same device, and nothing else. */
static char *
get_icon_path (const char *page)
{
  g_autofree char *link = huis_html_get_icon (page);

  if (link == NULL || *link == '\0' || strstr (link, ":") != NULL || g_str_has_prefix (link, "//"))
    return g_strdup ("/favicon.ico");

  return *link == '/' ? g_steal_pointer (&link) : g_strconcat ("/", link, NULL);
}

static void
visited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Visit *visit = data;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, NULL);
  HuisFetchRequest request = { 0 };
  g_autofree char *icon = NULL;

  if (reply != NULL && reply->certificate != NULL)
    huis_tls_report (visit->look, reply->address, reply->port, reply->certificate,
                     reply->tls_version);
  /* Anything below is not HTTP, or no answer. */
  if (reply == NULL || reply->status < 100)
    {
      forget_visit (visit);
      return;
    }

  describe (visit->fact, reply);
  huis_brand_ask (visit->look, reply->address, reply->port, reply->secure, visit->fact);
  if (reply->status != SOUP_STATUS_OK)
    {
      finish_visit (visit);
      return;
    }
  icon = get_icon_path (huis_reply_get_text (reply));
  request.address = reply->address;
  request.port = reply->port;
  request.secure = reply->secure;
  request.path = icon;
  request.max_size = ICON_MAX + 1;
  huis_fetch_async (visit->look, &request, icon_cb, visit);
}

static void
start_visit (HuisLook *look, HuisHost *host, guint16 port, gboolean secure)
{
  HuisFetchRequest request = {
    .address = host->address,
    .port = port,
    .secure = secure,
    .path = "/",
  };
  Visit *visit = g_new0 (Visit, 1);

  visit->look = look;
  visit->fact = huis_look_fact (look, "http", host->address);
  huis_fetch_async (look, &request, visited_cb, visit);
}

void
huis_probe_http_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  start_visit (look, host, port, FALSE);
}

void
huis_probe_https_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  start_visit (look, host, port, TRUE);
}
