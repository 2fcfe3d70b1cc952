/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-identifier.h"
#include "huis-json.h"
#include "huis-router-guides.h"

static HuisIdentifier *identifier;
static HuisRouterGuides *guides;

static void
observe (HuisInventory *inventory, JsonObject *case_fields, JsonObject *fact)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisObservation) observation = NULL;

  huis_json_set_string (fact, "address", huis_json_get_string (case_fields, "address"));
  huis_json_set_string (fact, "mac", huis_json_get_string (case_fields, "mac"));
  observation = huis_observation_new (fact, 100, &error);
  g_assert_no_error (error);
  huis_inventory_add_observation (inventory, observation);
}

static const char *
recognise (JsonObject *case_fields)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (JsonObject) host = json_object_new ();
  JsonArray *facts = huis_json_get_array (case_fields, "facts");
  HuisDevice *router;

  huis_inventory_set_identify_func (inventory, (HuisIdentifyFunc) huis_identifier_identify,
                                    identifier);
  json_object_set_string_member (host, "type", "host");
  json_object_set_boolean_member (host, "gateway", TRUE);
  observe (inventory, case_fields, host);
  for (guint i = 0; i < json_array_get_length (facts); i++)
    observe (inventory, case_fields, json_array_get_object_element (facts, i));
  huis_inventory_settle (inventory);
  router = huis_inventory_find_gateway (inventory);
  g_assert_nonnull (router);

  return huis_router_guide_get_id (huis_router_guides_match (guides, router));
}

/*
 * The cases of fixtures/routers.jsonl, one a line: which guide fits what was seen of a router. Each
 * guide has at least one; the last ones are of routers that none fits.
 */
static void
test_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "routers.jsonl", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *list = huis_router_guides_list (guides);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) fields = huis_json_parse_object (lines[i], -1, 4096, &error);
      const char *found;

      g_assert_no_error (error);
      found = recognise (fields);
      g_hash_table_add (met, (char *) found);
      if (g_strcmp0 (found, huis_json_get_string (fields, "guide")) != 0)
        {
          g_test_message ("%s: found as %s", lines[i], found);
          g_test_fail ();
        }
    }
  for (guint i = 0; i < list->len; i++)
    {
      const char *id = huis_router_guide_get_id (g_ptr_array_index (list, i));

      if (!g_hash_table_contains (met, id))
        g_error ("no case of %s", id);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  identifier = huis_identifier_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);
  guides = huis_router_guides_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/router-recognition/cases", test_cases);
  status = g_test_run ();
  g_object_unref (guides);
  huis_identifier_free (identifier);

  return status;
}
