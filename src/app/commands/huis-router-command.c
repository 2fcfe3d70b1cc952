/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-command"

#include "huis-router-command.h"

#include "huis-checks.h"
#include "huis-command-look.h"
#include "huis-identifier.h"
#include "huis-openings.h"
#include "huis-router-firmware.h"
#include "huis-router-guides.h"
#include "huis-scan.h"

#include <glib/gi18n.h>

/* The check of huis-checks.h, or else the fact that is all there is to see. */
static const struct
{
  const char *name;
  const char *check;
  const char *fact;
} rows[] = {
  { "upnp", "upnp", NULL },
  { "nat-pmp", NULL, "natpmp" },
  { "pcp", NULL, "pcp" },
  { "openings", "openings", NULL },
  { "ipv6-firewall", "ipv6-firewall", NULL },
  { "second-router", "second-router", NULL },
  { "other-router", "other-router", NULL },
  { "router-version", "router-version", NULL },
  { "router-page", "router-page", NULL },
  { "router-services", "router-services", NULL },
  { "dns", "dns", NULL },
  { "wifi", "wifi", NULL },
  { "wps", "wps", NULL },
};

static const char *const sights[] = {
  [HUIS_SIGHT_NOT_TESTED] = "not-tested",
  [HUIS_SIGHT_NOT_SEEN] = "not-seen",
  [HUIS_SIGHT_SEEN] = "seen",
};

static JsonObject *
make_check (const char *status, const char *evidence)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  if (evidence != NULL)
    json_array_add_string_element (array, evidence);
  json_object_set_string_member (object, "status", status);
  json_object_set_array_member (object, "evidence", array);

  return object;
}

static JsonObject *
check_fact (HuisDevice *router, const char *type)
{
  HuisObservation *seen = router != NULL ? huis_device_find_observation (router, type, 0) : NULL;
  const char *outside =
      seen != NULL ? huis_observation_get_string (seen, "external_address") : NULL;
  g_autofree char *text = NULL;

  if (router == NULL)
    return make_check ("not-tested", NULL);
  if (seen == NULL)
    return make_check ("not-seen", _ ("The router gave no answer about this. That does not mean "
                                      "that it is off."));

  /* Translators: %s is an address. */
  text = outside != NULL
             ? g_strdup_printf (_ ("The router answers; its outside address is %s."), outside)
             : g_strdup (_ ("The router answers."));

  return make_check ("seen", text);
}

static JsonObject *
run_check (HuisNetwork *network, HuisCatalogue *catalogue, guint row)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisFinding finding;
  JsonObject *check;

  if (rows[row].check == NULL)
    return check_fact (router, rows[row].fact);

  huis_check_run (rows[row].check, catalogue, network, NULL, &finding);
  check = make_check (sights[finding.sight], finding.saw);
  g_free (finding.saw);

  return check;
}

static JsonArray *
describe_openings (HuisNetwork *network)
{
  g_autoptr (GPtrArray) openings = huis_openings_list (network);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < openings->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (openings, i);
      JsonObject *object = json_object_new ();

      huis_json_set_string (object, "protocol", huis_observation_get_string (next, "protocol"));
      json_object_set_int_member (object, "external_port",
                                  huis_observation_get_int (next, "external_port", 0));
      huis_json_set_string (object, "internal_address",
                            huis_observation_get_string (next, "internal_address"));
      json_object_set_int_member (object, "internal_port",
                                  huis_observation_get_int (next, "internal_port", 0));
      huis_json_set_string (object, "description",
                            huis_observation_get_string (next, "description"));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
describe_router (HuisNetwork *network, HuisRouterGuides *guides)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  g_autofree char *firmware = router != NULL ? huis_router_dup_firmware (router) : NULL;
  JsonObject *object = json_object_new ();

  if (router != NULL)
    {
      huis_json_set_string (object, "maker", huis_device_get_maker (router));
      huis_json_set_string (object, "model", huis_device_get_model (router));
      huis_json_set_string (object, "firmware", firmware);
      huis_json_set_string (object, "address", huis_device_get_address (router));
    }
  huis_json_set_string (object, "guide",
                        huis_router_guide_get_id (huis_router_guides_match (guides, router)));

  return object;
}

static void
print_result (HuisNetwork *network, HuisCatalogue *catalogue, HuisRouterGuides *guides)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *checks = json_object_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    json_object_set_object_member (checks, rows[i].name, run_check (network, catalogue, i));
  json_object_set_object_member (object, "checks", checks);
  json_object_set_array_member (object, "openings", describe_openings (network));
  json_object_set_object_member (object, "router", describe_router (network, guides));
  json_node_take_object (root, object);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static gboolean
look_at_router (HuisNetwork *network, HuisObservation *home, const char *scanner)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  gint64 begun = g_get_real_time () / G_USEC_PER_SEC;
  gboolean complete = huis_command_look (scanner, home, "router", NULL, inventory);
  HuisDevice *router;

  huis_inventory_settle (inventory);
  router = huis_inventory_find_gateway (inventory);
  if (router != NULL)
    huis_device_set_tested (router, begun);

  return complete;
}

int
huis_router_command_run (const char *datadir)
{
  g_autofree char *scanner = huis_scan_dup_scanner_path ();
  g_autoptr (HuisInterfaces) interfaces = huis_interfaces_new (scanner);
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisIdentifier) identifier = huis_identifier_new (datadir, &error);
  g_autoptr (HuisCatalogue) catalogue = NULL;
  g_autoptr (HuisRouterGuides) guides = NULL;
  g_autoptr (HuisNetwork) network = NULL;
  HuisObservation *home;
  gboolean complete;

  if (identifier != NULL)
    catalogue = huis_catalogue_new (datadir, &error);
  if (catalogue != NULL)
    guides = huis_router_guides_new (datadir, &error);
  if (guides == NULL)
    {
      g_printerr (_ ("Huiswacht can’t read its advice. Install it again. (%s)\n"), error->message);
      return 1;
    }

  home = huis_command_find_home (interfaces);
  if (home == NULL)
    return 1;
  network = huis_network_new (home);
  huis_inventory_set_identify_func (huis_network_get_inventory (network),
                                    (HuisIdentifyFunc) huis_identifier_identify, identifier);
  complete = look_at_router (network, home, scanner);
  print_result (network, catalogue, guides);

  return complete ? 0 : 1;
}
