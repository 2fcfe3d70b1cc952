/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-wsd"

#include "huis-datagram.h"
#include "huis-fetch.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-wsd.h"
#include "huis-xml.h"

#include <string.h>

/*
 * Cameras (ONVIF), printers and Windows computers answer a search by multicast within half a
 * second. Cameras tell make and model in it; the others are asked for it once, at the link that
 * they gave.
 */

#define AGAIN_MS    1000
#define DEVICES_MAX 256

typedef struct
{
  HuisLook *look;
  HuisDatagram *datagram;
  GHashTable *met;
  guint again;
} Probe;

typedef struct
{
  HuisLook *look;
  JsonObject *fact;
} Errand;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->again, g_source_remove);
  huis_datagram_free (self->datagram);
  g_hash_table_unref (self->met);
  g_free (self);
}

static void
set_found (JsonObject *fact, const char *member, HuisXml *document, const char *element)
{
  const char *text = huis_xml_text (huis_xml_find (document, element));

  huis_json_set_string (fact, member, text);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, NULL);
  g_autoptr (HuisXml) document = NULL;

  if (reply != NULL && reply->status == SOUP_STATUS_OK)
    document = huis_xml_parse (huis_reply_get_text (reply), reply->body->len - 1);
  if (document != NULL)
    {
      set_found (errand->fact, "friendly_name", document, "FriendlyName");
      set_found (errand->fact, "manufacturer", document, "Manufacturer");
      set_found (errand->fact, "model", document, "ModelName");
    }
  huis_look_emit (errand->look, errand->fact);
  g_free (errand);
}

/* Asks the device at the first link that leads back to it. Takes @fact. */
static gboolean
ask_device (Probe *self, const char *address, HuisWsdMatch *match, JsonObject *fact)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *body = NULL;

  if (match->endpoint == NULL)
    return FALSE;
  body = huis_wsd_write_get (id, match->endpoint);
  for (guint i = 0; match->links[i] != NULL; i++)
    {
      HuisFetchRequest request = { .address = address };
      g_autofree char *path = NULL;
      Errand *errand;

      if (!huis_fetch_split_link (match->links[i], address, &request.port, &path))
        continue;
      errand = g_new (Errand, 1);
      errand->look = self->look;
      errand->fact = fact;
      request.path = path;
      request.content_type = "application/soap+xml; charset=utf-8";
      request.body = body;
      huis_fetch_async (self->look, &request, got_cb, errand);
      return TRUE;
    }

  return FALSE;
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
  g_autoptr (HuisWsdMatch) match = huis_wsd_parse_match ((const char *) bytes, length);
  g_autofree char *model = NULL;
  g_autofree char *name = NULL;
  g_autofree char *links = NULL;
  JsonObject *fact;

  if (match == NULL || g_hash_table_size (self->met) >= DEVICES_MAX ||
      !g_hash_table_add (self->met, g_strconcat (address, " ", match->endpoint, NULL)))
    return;

  huis_look_meet (look, address, "wsd");
  fact = huis_look_fact (look, "wsd", address);
  links = g_strjoinv (" ", match->links);
  model = huis_wsd_get_scope (match, "hardware");
  name = huis_wsd_get_scope (match, "name");
  huis_json_set_strv (fact, "types", (const char *const *) match->types);
  huis_json_set_strv (fact, "scopes", (const char *const *) match->scopes);
  huis_json_set_string (fact, "xaddrs", links);
  huis_json_set_string (fact, "model", model);
  huis_json_set_string (fact, "friendly_name", name);
  if (model != NULL || !ask_device (self, address, match, fact))
    huis_look_emit (look, fact);
}

static void
ask (Probe *self)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *probe = huis_wsd_write_probe (id);

  (void) huis_datagram_send (self->datagram, HUIS_WSD_GROUP, HUIS_WSD_PORT, probe, strlen (probe));
}

static gboolean
again_cb (gpointer data)
{
  Probe *self = data;

  self->again = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

void
huis_probe_wsd_start (HuisLook *look)
{
  Probe *self = g_new0 (Probe, 1);

  self->look = look;
  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->datagram = huis_datagram_new (look, 0, packet_cb, self);
  huis_look_set_state (look, "wsd", self, free_probe);
  if (self->datagram == NULL)
    return;
  ask (self);
  self->again = g_timeout_add (AGAIN_MS, again_cb, self);
}
