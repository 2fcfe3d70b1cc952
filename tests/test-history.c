/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-change.h"

#include <string.h>

#define LOOK  1000
#define AGAIN 2000
#define THIRD 3000
#define MANY  900

static HuisCatalogue *catalogue;

static HuisDevice *
observe (HuisNetwork *network, const char *members, gint64 when)
{
  g_autofree char *line =
      g_strdup_printf ("{\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\",%s}", members);
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  return huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

/* A camera that was seen with Telnet open. */
static HuisNetwork *
make_network (HuisDevice **camera)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\"}",
      -1, LOOK, NULL);
  HuisNetwork *network = huis_network_new (interface);

  *camera = observe (network, "\"type\":\"host\"", LOOK);
  observe (network, "\"type\":\"port\",\"port\":23,\"state\":\"open\"", LOOK);
  huis_device_set_tested (*camera, LOOK);
  huis_change_remember (network, catalogue, LOOK + 10);

  return network;
}

static const HuisPast *
get_past (HuisNetwork *network, HuisDevice *device)
{
  return huis_history_get (huis_network_get_history (network), "telnet-open",
                           huis_device_get_id (device));
}

static void
assert_told (HuisNetwork *network, HuisDevice *device, const char *words)
{
  const HuisMeasure *measure = huis_catalogue_find_measure (catalogue, "telnet-open");
  g_autofree char *told = huis_change_dup_past (network, measure, device);
  g_autoptr (GPtrArray) past = huis_change_list_past (network, catalogue, device);

  g_assert_cmpuint (past->len, ==, words != NULL ? 1 : 0);
  g_assert_cmpint (told != NULL, ==, words != NULL);
  if (words != NULL)
    g_assert_nonnull (strstr (told, words));
}

/* As the program does when it ends and is begun again. */
static HuisNetwork *
restart (HuisNetwork *network)
{
  g_autoptr (JsonObject) object = huis_network_to_json (network);

  json_object_set_array_member (object, "devices",
                                huis_inventory_to_json (huis_network_get_inventory (network)));

  return huis_network_new_from_json (object);
}

static void
test_gone (void)
{
  HuisDevice *camera;
  g_autoptr (HuisNetwork) network = make_network (&camera);
  g_autoptr (HuisNetwork) later = NULL;

  g_assert_cmpint (get_past (network, camera)->seen, ==, LOOK);
  g_assert_cmpint (get_past (network, camera)->gone, ==, 0);
  assert_told (network, camera, NULL);

  huis_device_set_tested (camera, AGAIN); /* no word of the port */
  huis_change_remember (network, catalogue, AGAIN + 10);
  assert_told (network, camera, "not seen any more. (1 January 1970)");

  later = restart (network);
  camera = huis_inventory_find (huis_network_get_inventory (later), huis_device_get_id (camera));
  g_assert_cmpint (get_past (later, camera)->gone, ==, AGAIN + 10);
  assert_told (later, camera, "not seen any more.");

  huis_change_remember (later, catalogue, THIRD); /* the day of the mending stays */
  g_assert_cmpint (get_past (later, camera)->gone, ==, AGAIN + 10);
}

static void
test_shut_and_back (void)
{
  HuisDevice *camera;
  g_autoptr (HuisNetwork) network = make_network (&camera);

  observe (network, "\"type\":\"ports\",\"closed\":[23,992,2323]", AGAIN);
  huis_device_set_tested (camera, AGAIN);
  huis_change_remember (network, catalogue, AGAIN + 10);
  assert_told (network, camera, "in order");

  observe (network, "\"type\":\"port\",\"port\":23,\"state\":\"open\"", THIRD);
  huis_change_remember (network, catalogue, THIRD + 10);
  assert_told (network, camera, NULL);
  g_assert_cmpint (get_past (network, camera)->seen, ==, THIRD);
}

/* Nothing is told of what was never found, nor of what is merely asleep. */
static void
test_nothing_to_tell (void)
{
  HuisDevice *camera;
  g_autoptr (HuisNetwork) network = make_network (&camera);

  g_assert_null (huis_history_get (huis_network_get_history (network), "ftp-open",
                                   huis_device_get_id (camera)));
  huis_change_remember (network, catalogue, THIRD); /* a look that missed it: not tested */
  assert_told (network, camera, NULL);
}

/* More devices than are judged in one go: the others follow. */
static void
test_large_network (void)
{
  HuisDevice *camera;
  g_autoptr (HuisNetwork) network = make_network (&camera);
  HuisInventory *inventory = huis_network_get_inventory (network);

  for (guint i = 0; i < MANY; i++)
    for (guint part = 0; part < 2; part++)
      {
        g_autofree char *line =
            g_strdup_printf ("{\"address\":\"10.1.%u.%u\",\"mac\":\"00:11:22:44:%02x:%02x\",%s}",
                             i / 250, i % 250 + 1, i / 256, i % 256,
                             part == 0 ? "\"type\":\"host\""
                                       : "\"type\":\"port\",\"port\":23,\"state\":\"open\"");
        g_autoptr (HuisObservation) observation =
            huis_observation_new_from_line (line, -1, AGAIN, NULL);

        huis_inventory_add_observation (inventory, observation);
      }
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, MANY + 1);

  huis_change_remember (network, catalogue, AGAIN + 10);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < MANY + 1; i++)
    g_assert_nonnull (get_past (network, huis_inventory_peek (inventory, i)));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_assert_nonnull (catalogue);

  g_test_add_func ("/history/gone", test_gone);
  g_test_add_func ("/history/shut-and-back", test_shut_and_back);
  g_test_add_func ("/history/nothing-to-tell", test_nothing_to_tell);
  g_test_add_func ("/history/large-network", test_large_network);
  result = g_test_run ();
  g_object_unref (catalogue);

  return result;
}
