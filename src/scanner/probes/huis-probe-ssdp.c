/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ssdp"

#include "huis-probe-list.h"
#include "huis-ssdp.h"

#include <libgssdp/gssdp.h>

/*
 * M-SEARCH and NOTIFY are GSSDP's; what a device says is read from its headers by huis-ssdp.c,
 * because the browser's own signal tells neither who sent it nor the Server header, and a link is
 * only followed to its sender. Nothing of GUPnP: that would fetch whatever a stranger names (see
 * huis-fetch.h).
 */

/* Devices wait a random time up to MX seconds: a quick round first, then a patient one. */
#define QUICK_MX   1
#define PATIENT_MX 3
#define PATIENT_MS 1500
#define REST_MS    4000

typedef struct
{
  HuisLook *look;
  GSSDPClient *client;
  GSSDPResourceBrowser *browser;
  guint timer;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->browser);
  g_clear_object (&self->client);
  g_free (self);
}

static void
message_received_cb (GSSDPClient *client,
                     const char *from_address,
                     guint from_port,
                     int type,
                     SoupMessageHeaders *headers,
                     gpointer data)
{
  /* A search of somebody else tells nothing of the searcher. */
  if (soup_message_headers_get_one (headers, "MAN") == NULL)
    huis_ssdp_take (((Probe *) data)->look, from_address, headers);
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
  huis_look_set_state (look, "ssdp", self, free_probe);
  start_browser (self);
}
