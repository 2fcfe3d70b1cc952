/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-description"

#include "huis-description.h"

#include "huis-fetch.h"
#include "huis-igd.h"
#include "huis-json.h"

#include <string.h>

/* A device has one description, or a handful; whoever names more is playing. */
#define LINKS_PER_HOST 6
#define DEVICES_MAX    16
#define SERVICES_MAX   32

static const struct
{
  const char *element;
  const char *member;
} members[] = {
  { "UDN", "udn" },
  { "deviceType", "device_type" },
  { "friendlyName", "friendly_name" },
  { "manufacturer", "manufacturer" },
  { "manufacturerURL", "manufacturer_url" },
  { "modelName", "model_name" },
  { "modelNumber", "model_number" },
  { "modelDescription", "model_description" },
  { "serialNumber", "serial" },
  { "presentationURL", "presentation_url" },
};

typedef struct
{
  HuisLook *look;
  const char *address;
  const char *link;
  const char *base;
  guint devices;
  GPtrArray *openers;
} Reading;

static void
free_service (gpointer data)
{
  HuisDescribedService *service = data;

  g_free (service->type);
  g_free (service->control);
  g_free (service);
}

static gboolean
opens_ports (const char *type)
{
  return strstr (type, ":WANIPConnection:") != NULL ||
         strstr (type, ":WANPPPConnection:") != NULL ||
         strstr (type, ":WANIPv6FirewallControl:") != NULL;
}

/* controlURL may be a path, or a whole link; in the latter case it must lead back too. */
static char *
resolve_control (Reading *reading, const char *control)
{
  g_autofree char *whole = NULL;
  char *path = NULL;
  guint16 port, own_port;
  g_autofree char *own_path = NULL;

  if (control == NULL)
    return NULL;
  whole = g_uri_resolve_relative (reading->base, control, SOUP_HTTP_URI_FLAGS, NULL);
  if (!huis_fetch_split_link (reading->link, reading->address, &own_port, &own_path) ||
      !huis_fetch_split_link (whole, reading->address, &port, &path))
    return NULL;
  if (port != own_port)
    g_clear_pointer (&path, g_free);

  return path;
}

static GStrv
read_services (Reading *reading, const HuisXml *device)
{
  g_autoptr (GStrvBuilder) types = g_strv_builder_new ();
  const HuisXml *list = huis_xml_child (device, "serviceList");
  guint count = 0;

  for (guint i = 0; i < huis_xml_count (list) && count < SERVICES_MAX; i++)
    {
      const HuisXml *node = huis_xml_get (list, i);
      const char *type = huis_xml_child_text (node, "serviceType");
      const char *control_text = huis_xml_child_text (node, "controlURL");

      if (type == NULL)
        continue;
      count++;
      g_strv_builder_add (types, type);
      if (opens_ports (type))
        {
          g_autofree char *control = resolve_control (reading, control_text);
          HuisDescribedService *service;

          if (control == NULL)
            continue;
          service = g_new0 (HuisDescribedService, 1);
          service->type = g_strdup (type);
          service->control = g_steal_pointer (&control);
          g_ptr_array_add (reading->openers, service);
        }
    }

  return g_strv_builder_end (types);
}

static void
read_device (Reading *reading, const HuisXml *device)
{
  const HuisXml *list = huis_xml_child (device, "deviceList");
  g_auto (GStrv) services = NULL;
  JsonObject *fact;

  if (reading->devices++ >= DEVICES_MAX)
    return;

  fact = huis_look_fact (reading->look, "upnp", reading->address);
  huis_json_set_string (fact, "location", reading->link);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = huis_xml_child_text (device, members[i].element);

      huis_json_set_string (fact, members[i].member, text);
    }
  services = read_services (reading, device);
  huis_json_set_strv (fact, "services", (const char *const *) services);
  huis_look_emit (reading->look, fact);

  for (guint i = 0; i < huis_xml_count (list); i++)
    if (huis_xml_is (huis_xml_get (list, i), "device"))
      read_device (reading, huis_xml_get (list, i));
}

GPtrArray *
huis_description_read (HuisLook *look,
                       const char *address,
                       const char *link,
                       const HuisXml *document)
{
  const HuisXml *root = document;
  const HuisXml *device = huis_xml_child (root, "device");
  const char *base = huis_xml_child_text (root, "URLBase");
  Reading reading = { look, address, link, base == NULL ? link : base, 0, NULL };

  reading.openers = g_ptr_array_new_with_free_func (free_service);
  if (device != NULL)
    read_device (&reading, device);

  return reading.openers;
}

typedef struct
{
  HuisLook *look;
  char *address;
  char *link;
  guint16 port;
} Errand;

static void
free_errand (Errand *errand)
{
  g_free (errand->address);
  g_free (errand->link);
  g_free (errand);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, NULL);
  g_autoptr (HuisXml) document = NULL;
  g_autoptr (GPtrArray) openers = NULL;

  if (reply != NULL && reply->status == SOUP_STATUS_OK)
    document = huis_xml_parse (huis_reply_get_text (reply), reply->body->len - 1);
  if (document != NULL)
    {
      openers = huis_description_read (errand->look, errand->address, errand->link, document);
      for (guint i = 0; i < openers->len; i++)
        {
          HuisDescribedService *service = g_ptr_array_index (openers, i);

          huis_igd_ask (errand->look, errand->address, errand->port, service->control,
                        service->type);
        }
    }
  free_errand (errand);
}

/* Which links were followed: "address link", and how many for an address. */
static gboolean
is_new_link (HuisLook *look, const char *address, const char *link)
{
  GHashTable *links = huis_look_get_state (look, "description");
  g_autofree char *key = g_strconcat (address, " ", link, NULL);
  guint count;

  if (links == NULL)
    {
      links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      huis_look_set_state (look, "description", links, (GDestroyNotify) g_hash_table_unref);
    }
  count = GPOINTER_TO_UINT (g_hash_table_lookup (links, address));
  if (count >= LINKS_PER_HOST || g_hash_table_contains (links, key))
    return FALSE;
  g_hash_table_add (links, g_steal_pointer (&key));
  g_hash_table_replace (links, g_strdup (address), GUINT_TO_POINTER (count + 1));

  return TRUE;
}

void
huis_description_fetch (HuisLook *look, const char *address, const char *link)
{
  HuisFetchRequest request = { .address = address };
  g_autofree char *path = NULL;
  Errand *errand;

  if (!huis_fetch_split_link (link, address, &request.port, &path) ||
      !is_new_link (look, address, link))
    return;

  errand = g_new0 (Errand, 1);
  errand->look = look;
  errand->address = g_strdup (address);
  errand->link = g_strdup (link);
  errand->port = request.port;
  request.path = *path == '\0' ? "/" : path;
  huis_fetch_async (look, &request, fetched_cb, errand);
}
