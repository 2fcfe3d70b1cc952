/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ssdp"

#include "huis-description.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-reach.h"

#include <glib-unix.h>
#include <libgssdp/gssdp.h>
#include <libsoup/soup.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/*
 * M-SEARCH and NOTIFY are GSSDP's; what a device says is read from its headers here, because the
 * browser's own signal tells neither who sent it nor the Server header, and a link is only followed
 * to its sender. Nothing of GUPnP: that would fetch whatever a stranger names (see huis-fetch.h).
 *
 * The router is also asked by itself: multicast is what Wi-Fi loses first.
 */

#define SSDP_PORT 1900
#define PACKET    2048

/* Devices wait a random time up to MX seconds: a quick round first, then a patient one. */
#define QUICK_MX   1
#define PATIENT_MX 3
#define PATIENT_MS 1500
#define REST_MS    4000

static const char gateway_search[] = "M-SEARCH * HTTP/1.1\r\n"
                                     "HOST: 239.255.255.250:1900\r\n"
                                     "MAN: \"ssdp:discover\"\r\n"
                                     "MX: 1\r\n"
                                     "ST: upnp:rootdevice\r\n\r\n";

typedef struct
{
  HuisLook *look;
  GSSDPClient *client;
  GSSDPResourceBrowser *browser;
  guint timer;
  int fd;
  guint source;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_object (&self->browser);
  g_clear_object (&self->client);
  g_free (self);
}

static void
take_headers (Probe *self, const char *address, SoupMessageHeaders *headers)
{
  const char *st = soup_message_headers_get_one (headers, "ST");
  const char *nts = soup_message_headers_get_one (headers, "NTS");
  const char *location = soup_message_headers_get_one (headers, "Location");
  JsonObject *fact;

  if (st == NULL)
    st = soup_message_headers_get_one (headers, "NT");
  if (st == NULL || g_strcmp0 (nts, "ssdp:byebye") == 0)
    return;

  if (huis_look_meet (self->look, address, "ssdp") == NULL)
    return;
  fact = huis_look_fact (self->look, "ssdp", address);
  huis_json_set_string (fact, "st", st);
  huis_json_set_string (fact, "usn", soup_message_headers_get_one (headers, "USN"));
  huis_json_set_string (fact, "server", soup_message_headers_get_one (headers, "Server"));
  huis_json_set_string (fact, "location", location);
  huis_look_emit (self->look, fact);
  huis_description_fetch (self->look, address, location);
}

static void
message_received_cb (GSSDPClient *client,
                     const char *from_address,
                     guint from_port,
                     int type,
                     SoupMessageHeaders *headers,
                     gpointer data)
{
  /* A search of somebody else (type 1) tells nothing of the searcher. */
  if (soup_message_headers_get_one (headers, "MAN") == NULL)
    take_headers (data, from_address, headers);
}

static gboolean
gateway_cb (int fd, GIOCondition condition, gpointer data)
{
  Probe *self = data;
  char packet[PACKET];
  struct sockaddr_in sender = { 0 };
  socklen_t sender_length = sizeof sender;
  gssize length =
      recvfrom (fd, packet, sizeof packet, 0, (struct sockaddr *) &sender, &sender_length);
  g_autofree char *address = huis_ipv4_to_string (ntohl (sender.sin_addr.s_addr));
  SoupMessageHeaders *headers;
  guint status = 0;

  if (length <= 0)
    return G_SOURCE_CONTINUE;

  headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  if (soup_headers_parse_response (packet, (int) length, headers, NULL, &status, NULL) &&
      status == SOUP_STATUS_OK)
    take_headers (self, address, headers);
  soup_message_headers_unref (headers);

  return G_SOURCE_CONTINUE;
}

static void
ask_gateway (Probe *self)
{
  HuisInterface *interface = huis_look_get_interface (self->look);

  self->fd = interface->gateway == 0 ? -1 : huis_reach_open_datagram (interface, 0, FALSE);
  if (self->fd < 0)
    return;
  self->source = g_unix_fd_add (self->fd, G_IO_IN, gateway_cb, self);
  huis_look_count_sent (self->look, 1);
  (void) huis_reach_send (self->fd, interface->gateway, SSDP_PORT, gateway_search,
                          strlen (gateway_search));
}

/*
 * The browser remembers whatever it hears, without a limit. When the answers are in it is put to
 * rest; what passes by later is heard all the same, for that is the client's.
 */
static gboolean
rest_cb (gpointer data)
{
  Probe *self = data;

  self->timer = 0;
  (void) gssdp_resource_browser_set_active (self->browser, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
ask_patiently_cb (gpointer data)
{
  Probe *self = data;

  /* A rescan is refused while the first round goes on; a fresh start is not. */
  (void) gssdp_resource_browser_set_active (self->browser, FALSE);
  gssdp_resource_browser_set_mx (self->browser, PATIENT_MX);
  huis_look_count_sent (self->look, 1);
  (void) gssdp_resource_browser_set_active (self->browser, TRUE);
  self->timer = g_timeout_add (REST_MS, rest_cb, self);

  return G_SOURCE_REMOVE;
}

static void
start_browser (Probe *self)
{
  HuisInterface *interface = huis_look_get_interface (self->look);
  g_autoptr (GError) error = NULL;

  self->client = gssdp_client_new_full (interface->name, NULL, 0, GSSDP_UDA_VERSION_1_1, &error);
  if (self->client == NULL)
    {
      huis_look_notice (self->look, "no-ssdp", error->message);
      return;
    }
  g_signal_connect (self->client, "message-received", G_CALLBACK (message_received_cb), self);
  self->browser = gssdp_resource_browser_new (self->client, GSSDP_ALL_RESOURCES);
  gssdp_resource_browser_set_mx (self->browser, QUICK_MX);
  huis_look_count_sent (self->look, 1);
  (void) gssdp_resource_browser_set_active (self->browser, TRUE);
  self->timer = g_timeout_add (PATIENT_MS, ask_patiently_cb, self);
}

void
huis_probe_ssdp_start (HuisLook *look)
{
  Probe *self = g_new0 (Probe, 1);

  self->look = look;
  self->fd = -1;
  huis_look_set_state (look, "ssdp", self, free_probe);
  start_browser (self);
  ask_gateway (self);
}
