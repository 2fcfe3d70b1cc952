/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "identify-corpus"

/*
 * identify-corpus CASES.jsonl: identifies labelled cases with the rules of the app and prints one
 * JSON object a line: id, maker, model, kind, strength (as the app shows it: of the kind, or of the
 * maker where no kind is claimed), and each claim's own strength beside it. A case is
 *   {"id": …, "evidence": {"mdns": [..], "ssdp": [..], "http": {..}, "oui": "…", …}}
 */

#include "huis-identifier.h"
#include "huis-json.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

/* A case may be longer than a line of the scanner. */
#define CASE_MAX (1024 * 1024)

/* Members of the evidence, and what the scanner calls them. */
static const struct
{
  const char *type;
  const char *from;
  const char *to;
} renamed[] = {
  { "mdns", "type", "service" },
  { "ssdp", "deviceType", "device_type" },
  { "ssdp", "friendlyName", "friendly_name" },
  { "ssdp", "manufacturerURL", "manufacturer_url" },
  { "ssdp", "modelName", "model_name" },
  { "ssdp", "modelNumber", "model_number" },
  { "ssdp", "modelDescription", "model_description" },
  { "ssdp", "modelURL", "model_url" },
  { "ssdp", "presentationURL", "presentation_url" },
  { "ssdp", "serialNumber", "serial" },
  { "http", "www_authenticate", "realm" },
  { "http", "set_cookie", "cookie" },
  { "http", "favicon_md5", "favicon" },
  { "snmp", "sysdescr", "description" },
  { "snmp", "sysname", "name" },
  { "snmp", "sysobjectid", "object" },
};

/* What an answer to a search says; the rest of "ssdp" evidence is the description. */
static const char *const ssdp_members[] = { "st", "usn", "server", "location", "ext", NULL };

/* Evidence that the scanner gives under the same name. */
static const char *const plain_types[] = {
  "http", "tls", "rtsp", "wsd", "sip", "snmp", "mqtt", NULL
};

static const char *
rename_member (const char *type, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    if (strcmp (renamed[i].type, type) == 0 && strcmp (renamed[i].from, name) == 0)
      return renamed[i].to;

  return name;
}

/* Basic realm="IPCamera" → IPCamera */
static char *
get_realm (const char *challenge)
{
  const char *start = strstr (challenge, "realm=\"");
  const char *end = start != NULL ? strchr (start + 7, '"') : NULL;

  return end != NULL ? g_strndup (start + 7, (gsize) (end - start - 7)) : g_strdup (challenge);
}

static void
add_observation (GPtrArray *observations, JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  HuisObservation *observation = huis_observation_new (object, 0, &error);

  if (observation != NULL)
    g_ptr_array_add (observations, observation);
  else
    g_printerr ("Left out: %s\n", error->message);
}

static JsonObject *
new_object (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);

  return object;
}

/* Copies the members of one piece of evidence; @only: which half of "ssdp" evidence. */
static guint
copy_members (JsonObject *to, const char *type, JsonObject *from, gboolean search_half)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint n = 0;

  json_object_iter_init (&iter, from);
  while (json_object_iter_next (&iter, &name, &node))
    {
      if (strcmp (type, "ssdp") == 0 && g_strv_contains (ssdp_members, name) != search_half)
        continue;
      if (strcmp (name, "www_authenticate") == 0)
        {
          g_autofree char *realm = get_realm (huis_json_get_string (from, name));

          huis_json_set_string (to, "realm", realm);
        }
      else
        json_object_set_member (to, rename_member (type, name), json_node_copy (node));
      n++;
    }

  return n;
}

static void
add_ssdp (GPtrArray *observations, JsonObject *evidence)
{
  for (guint half = 0; half < 2; half++)
    {
      g_autoptr (JsonObject) object = new_object (half == 0 ? "ssdp" : "upnp");

      if (copy_members (object, "ssdp", evidence, half == 0) > 0)
        add_observation (observations, object);
    }
}

static void
add_vendor (GPtrArray *observations, const char *protocol, JsonObject *evidence)
{
  g_autoptr (JsonObject) object = new_object ("vendor");

  json_object_set_string_member (object, "protocol", protocol);
  json_object_set_object_member (object, "fields", json_object_ref (evidence));
  add_observation (observations, object);
}

static void
add_banners (GPtrArray *observations, JsonObject *evidence)
{
  JsonObjectIter iter;
  const char *protocol;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, evidence);
  while (json_object_iter_next_ordered (&iter, &protocol, &node))
    {
      g_autoptr (JsonObject) object = new_object ("banner");

      json_object_set_string_member (object, "protocol", protocol);
      huis_json_set_string (object, "text", huis_json_get_string (evidence, protocol));
      add_observation (observations, object);
    }
}

static void
add_evidence (GPtrArray *observations, const char *type, JsonObject *evidence)
{
  g_autoptr (JsonObject) object = NULL;

  if (strcmp (type, "ssdp") == 0)
    add_ssdp (observations, evidence);
  else if (strcmp (type, "banner") == 0)
    add_banners (observations, evidence);
  else if (strcmp (type, "mdns") == 0 || g_strv_contains (plain_types, type))
    {
      object = new_object (type);
      copy_members (object, type, evidence, FALSE);
      add_observation (observations, object);
    }
  else
    add_vendor (observations, type, evidence);
}

static void
add_text (GPtrArray *observations, const char *type, const char *text)
{
  g_autoptr (JsonObject) object = new_object ("host");

  json_object_set_string_member (object, strcmp (type, "oui") == 0 ? "mac" : "name", text);
  add_observation (observations, object);
}

static GPtrArray *
read_evidence (JsonObject *evidence)
{
  GPtrArray *observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);
  JsonObjectIter iter;
  const char *type;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, evidence);
  while (json_object_iter_next_ordered (&iter, &type, &node))
    {
      JsonArray *array = huis_json_get_array (evidence, type);

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
          add_evidence (observations, type, json_array_get_object_element (array, i));
      if (JSON_NODE_HOLDS_OBJECT (node))
        add_evidence (observations, type, json_node_get_object (node));
      else if (huis_json_get_string (evidence, type) != NULL)
        add_text (observations, type, huis_json_get_string (evidence, type));
    }

  return observations;
}

static void
set_strength (JsonObject *object, const char *name, HuisStrength strength)
{
  if (strength != HUIS_STRENGTH_NONE)
    json_object_set_string_member (object, name,
                                   huis_enum_to_id (HUIS_TYPE_STRENGTH, (int) strength));
}

static void
print_identity (const char *id, const HuisIdentity *identity, gboolean explain)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *line = NULL;

  huis_json_set_string (object, "id", id);
  huis_json_set_string (object, "maker", identity->maker);
  huis_json_set_string (object, "model", identity->model);
  if (identity->kind != HUIS_KIND_UNKNOWN)
    huis_json_set_string (object, "kind", huis_kind_to_id (identity->kind));
  set_strength (object, "strength", huis_identity_get_strength (identity));
  set_strength (object, "maker_strength", identity->maker_strength);
  set_strength (object, "model_strength", identity->model_strength);
  set_strength (object, "kind_strength", identity->kind_strength);
  huis_json_set_string (object, "name", identity->name);
  huis_json_set_string (object, "chip_maker", identity->chip_maker);
  for (guint i = 0; explain && i < identity->reasons->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("why_%u", i + 1);
      g_autofree char *text = huis_reason_to_text (identity->reasons->pdata[i]);

      huis_json_set_string (object, name, text);
    }
  line = huis_json_to_line (object);
  puts (line);
}

static void
identify_line (HuisIdentifier *identifier, const char *line, gboolean explain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = huis_json_parse_object (line, -1, CASE_MAX, &error);
  g_autoptr (GPtrArray) observations = NULL;
  g_autoptr (HuisIdentity) identity = NULL;
  JsonObject *evidence;

  evidence = object != NULL ? huis_json_get_object (object, "evidence") : NULL;
  if (evidence == NULL)
    {
      g_printerr ("Not a case: %s\n", error != NULL ? error->message : line);
      return;
    }

  observations = read_evidence (evidence);
  identity = huis_identifier_identify (identifier, observations);
  print_identity (huis_json_get_string (object, "id"), identity, explain);
}

int
main (int argc, char **argv)
{
  const char *datadir = g_getenv ("HUISWACHT_DATADIR");
  gboolean explain = argc > 2 && strcmp (argv[1], "--explain") == 0;
  g_autoptr (HuisIdentifier) identifier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("Usage: identify-corpus [--explain] CASES.jsonl\n");
      return 2;
    }
  identifier = huis_identifier_new (datadir != NULL ? datadir : HUIS_TEST_DATADIR, &error);
  if (identifier == NULL || !g_file_get_contents (argv[argc - 1], &content, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  for (char *line = content, *end; line != NULL && *line != '\0'; line = end)
    {
      end = strchr (line, '\n');
      if (end != NULL)
        *end++ = '\0';
      if (*line != '\0')
        identify_line (identifier, line, explain);
    }

  return 0;
}
