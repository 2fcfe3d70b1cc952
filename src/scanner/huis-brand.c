/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-brand"

#include "huis-brand.h"

#include "huis-fetch.h"
#include "huis-json.h"
#include "huis-pick.h"
#include "huis-xml.h"

#include <string.h>

#define CLUES_MAX  3
#define FIELDS_MAX 6
#define ANSWER_MAX (32 * 1024)
#define VALUE_MAX  256

typedef enum
{
  FORMAT_JSON,
  FORMAT_XML,
  FORMAT_LINES,
} Format;

typedef struct
{
  const char *id;
  /* Each a part of the title, the realm, the Server header or the redirect of the front page. */
  const char *clues[CLUES_MAX];
  /* Or simply the port, where that is enough. */
  guint16 port;
  const char *path;
  const char *content_type;
  const char *body;
  Format format;
  HuisPick fields[FIELDS_MAX];
} Brand;

#define SAH_TYPE "application/x-sah-ws-4-call+json"
#define SAH_BODY "{\"service\":\"DeviceInfo\",\"method\":\"get\",\"parameters\":{}}"

/*
 * Sources, all of them open interfaces that others read too: AVM's "jason_boxinfo.xml"; the web
 * service of SoftAtHome boxes (sysbus clients); OnHub's /api/v1/status and Netgear's currentsetting
 * (Home Assistant integrations google_wifi and netgear); Zyxel's getBasicInformation; the short
 * configuration of the Hue API; Shelly's /shelly (shelly-api-docs); Chromecast's eureka_info;
 * WLED's JSON API; the HomeWizard v1 API.
 */
static const Brand brands[] = {
  { "fritzbox",
    { "FRITZ!" },
    0,
    "/jason_boxinfo.xml",
    NULL,
    NULL,
    FORMAT_XML,
    { { "Name", "model" },
      { "Version", "version" },
      { "OEM", "oem" },
      { "Lang", "language" },
      { "UpdateConfig", "update_config" } } },
  { "softathome",
    { "/2.0/gui", "Livebox", "KPN" },
    0,
    "/ws",
    SAH_TYPE,
    SAH_BODY,
    FORMAT_JSON,
    { { "status.ProductClass", "model" },
      { "status.ModelName", "model_name" },
      { "status.SoftwareVersion", "version" },
      { "status.Manufacturer", "manufacturer" } } },
  { "google-wifi",
    { "Google Wifi" },
    0,
    "/api/v1/status",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "software.softwareVersion", "version" },
      { "software.updateNewVersion", "update" },
      { "system.modelId", "model" } } },
  { "netgear",
    { "NETGEAR" },
    0,
    "/currentsetting.htm",
    NULL,
    NULL,
    FORMAT_LINES,
    { { "Model", "model" }, { "Firmware", "version" } } },
  { "zyxel",
    { "Zyxel" },
    0,
    "/getBasicInformation",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "ModelName", "model" }, { "SoftwareVersion", "version" } } },
  { "hue",
    { "IpBridge", "Hue" },
    0,
    "/api/config",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "name", "name" }, { "modelid", "model" }, { "swversion", "version" } } },
  { "shelly",
    { "Shelly" },
    0,
    "/shelly",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "type", "model" },
      { "model", "model" },
      { "fw", "version" },
      { "ver", "version" },
      { "auth", "login" },
      { "auth_en", "login" } } },
  { "wled",
    { "WLED" },
    0,
    "/json/info",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "name", "name" },
      { "brand", "manufacturer" },
      { "product", "model" },
      { "ver", "version" } } },
  { "homewizard",
    { "HomeWizard" },
    0,
    "/api",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "product_type", "model" },
      { "product_name", "name" },
      { "firmware_version", "version" } } },
  { "cast",
    { NULL },
    8008,
    "/setup/eureka_info",
    NULL,
    NULL,
    FORMAT_JSON,
    { { "name", "name" }, { "model_name", "model" }, { "cast_build_revision", "version" } } },
};

static gboolean
has_clue (JsonObject *http, const char *clue)
{
  static const char *const members[] = { "title", "realm", "server", "location" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = huis_json_get_string (http, members[i]);

      if (text != NULL && strcasestr (text, clue) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits (const Brand *brand, guint16 port, JsonObject *http)
{
  if (brand->port != 0)
    return brand->port == port;
  for (gsize i = 0; i < CLUES_MAX && brand->clues[i] != NULL; i++)
    if (has_clue (http, brand->clues[i]))
      return TRUE;

  return FALSE;
}

static const Brand *
find_brand (guint16 port, JsonObject *http)
{
  for (gsize i = 0; i < G_N_ELEMENTS (brands); i++)
    if (fits (&brands[i], port, http))
      return &brands[i];

  return NULL;
}

const char *
huis_brand_recognise (guint16 port, JsonObject *http)
{
  const Brand *brand = find_brand (port, http);

  return brand == NULL ? NULL : brand->id;
}

/* "Model=R7000P", one a line. */
static char *
read_line (const char *text, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = text; line != NULL && *line != '\0';)
    {
      if (strncmp (line, name, length) == 0 && line[length] == '=')
        return g_strndup (line + length + 1, MIN (strcspn (line + length + 1, "\r\n"), VALUE_MAX));
      line = strchr (line, '\n');
      if (line != NULL)
        line++;
    }

  return NULL;
}

static JsonObject *
read_fields (const Brand *brand, const char *answer)
{
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (HuisXml) xml = NULL;
  JsonObject *fields = json_object_new ();

  if (brand->format == FORMAT_JSON)
    json = huis_json_parse_object (answer, -1, ANSWER_MAX, NULL);
  else if (brand->format == FORMAT_XML)
    xml = huis_xml_parse (answer, strlen (answer));

  for (gsize i = 0; i < FIELDS_MAX && brand->fields[i].theirs != NULL; i++)
    {
      const char *theirs = brand->fields[i].theirs;
      g_autofree char *value = NULL;

      if (json != NULL)
        value = huis_pick_json (json, theirs);
      else if (xml != NULL)
        value = g_strdup (huis_xml_text (huis_xml_find (xml, theirs)));
      else if (brand->format == FORMAT_LINES)
        value = read_line (answer, theirs);
      huis_json_set_string (fields, brand->fields[i].ours, value);
    }
  if (json_object_get_size (fields) > 0)
    return fields;
  json_object_unref (fields);

  return NULL;
}

JsonObject *
huis_brand_read (const char *id, const char *answer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (brands); i++)
    if (strcmp (brands[i].id, id) == 0)
      return read_fields (&brands[i], answer);

  return NULL;
}

typedef struct
{
  HuisLook *look;
  const Brand *brand;
} Errand;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  g_autoptr (HuisReply) reply = huis_fetch_finish (result, NULL);
  JsonObject *fields = NULL;

  if (reply != NULL && reply->status == SOUP_STATUS_OK)
    fields = read_fields (errand->brand, huis_reply_get_text (reply));
  if (fields != NULL)
    {
      JsonObject *fact = huis_look_fact (errand->look, "vendor", reply->address);

      json_object_set_string_member (fact, "protocol", errand->brand->id);
      json_object_set_object_member (fact, "fields", fields);
      huis_look_emit (errand->look, fact);
    }
  g_free (errand);
}

/* Each device is asked once, whichever of its front pages came first. */
static gboolean
is_first_time (HuisLook *look, const char *address)
{
  GHashTable *asked = huis_look_get_state (look, "brand");

  if (asked == NULL)
    {
      asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      huis_look_set_state (look, "brand", asked, (GDestroyNotify) g_hash_table_unref);
    }

  return g_hash_table_add (asked, g_strdup (address));
}

void
huis_brand_ask (HuisLook *look,
                const char *address,
                guint16 port,
                gboolean secure,
                JsonObject *http)
{
  const Brand *brand = find_brand (port, http);
  HuisFetchRequest request = { 0 };
  Errand *errand;

  if (brand == NULL || !is_first_time (look, address))
    return;

  errand = g_new (Errand, 1);
  errand->look = look;
  errand->brand = brand;
  request.address = address;
  request.port = port;
  request.secure = secure;
  request.path = brand->path;
  request.content_type = brand->content_type;
  request.body = brand->body;
  request.max_size = ANSWER_MAX;
  huis_fetch_async (look, &request, answered_cb, errand);
}
