/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-openings.h"

#define FIRST_LOOK  1000
#define SECOND_LOOK 2000

static HuisDevice *
observe (HuisNetwork *network, const char *line, gint64 when)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  g_assert_nonnull (observation);
  return huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

#define ROUTER  "\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\""
#define OPENING "{\"type\":\"mapping\"," ROUTER ",\"protocol\":\"tcp\","
#define TO_CAM                                                                                     \
  OPENING "\"external_port\":8554,\"internal_port\":554,"                                          \
          "\"internal_address\":\"10.0.0.2\",\"lease\":0}"
#define TO_OTHER OPENING "\"external_port\":4711,\"internal_address\":\"10.0.0.9\",\"lease\":5000}"

static HuisNetwork *
make_network (HuisDevice **router)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\"}",
      -1, FIRST_LOOK, NULL);
  HuisNetwork *network = huis_network_new (interface);

  *router = observe (network, "{\"type\":\"host\"," ROUTER ",\"gateway\":true}", FIRST_LOOK);
  observe (network, "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"}",
           FIRST_LOOK);
  observe (network, TO_CAM, FIRST_LOOK);
  observe (network, TO_OTHER, FIRST_LOOK);
  huis_device_set_tested (*router, FIRST_LOOK);

  return network;
}

static void
test_list (void)
{
  HuisDevice *router, *camera;
  g_autoptr (HuisNetwork) network = make_network (&router);
  g_autoptr (GPtrArray) openings = huis_openings_list (network);
  g_autofree char *port = NULL, *lease = NULL, *other_port = NULL, *other_lease = NULL;

  camera = huis_inventory_find_by_address (huis_network_get_inventory (network), "10.0.0.2");
  g_assert_cmpuint (openings->len, ==, 2);
  g_assert_null (huis_openings_find_device (network, openings->pdata[0]));
  g_assert_true (huis_openings_find_device (network, openings->pdata[1]) == camera);
  g_assert_true (huis_openings_lead_to (network, camera));
  g_assert_false (huis_openings_lead_to (network, router));

  other_port = huis_openings_describe_port (openings->pdata[0]);
  g_assert_cmpstr (other_port, ==, "Port 4711");
  other_lease = huis_openings_describe_lease (openings->pdata[0]);
  g_assert_cmpstr (other_lease, ==, "It closes by itself within 2 hours, if the device lets it.");
  port = huis_openings_describe_port (openings->pdata[1]);
  g_assert_cmpstr (port, ==, "Picture of a camera (port 8554)");
  lease = huis_openings_describe_lease (openings->pdata[1]);
  g_assert_cmpstr (lease, ==, "It stays open until someone closes it.");
}

/* A router that lies. */
static void
test_nonsense (void)
{
  HuisDevice *router;
  g_autoptr (HuisNetwork) network = make_network (&router);
  g_autoptr (GPtrArray) openings = NULL;

  observe (network, OPENING "\"external_port\":4294967295,\"internal_address\":\"10.0.0.9\"}",
           FIRST_LOOK);
  observe (network, OPENING "\"external_port\":1,\"internal_port\":70000}", FIRST_LOOK);
  openings = huis_openings_list (network);
  g_assert_cmpuint (openings->len, ==, 2);
}

/* What the router no longer names in a finished look is no longer open. */
static void
test_gone (void)
{
  HuisDevice *router;
  g_autoptr (HuisNetwork) network = make_network (&router);
  g_autoptr (GPtrArray) before = huis_openings_list (network);
  g_autoptr (GPtrArray) after = NULL;

  observe (network, TO_OTHER, SECOND_LOOK);
  huis_device_set_tested (router, SECOND_LOOK);
  after = huis_openings_list (network);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (huis_openings_has (network, before->pdata[0]));
  g_assert_false (huis_openings_has (network, before->pdata[1]));
}

static void
assert_closing (HuisNetwork *network, HuisObservation *opening, const char *start)
{
  g_autofree char *text = huis_openings_describe_closing (network, opening);

  g_assert_true (g_str_has_prefix (text, start));
}

static void
test_closing (void)
{
  HuisDevice *router;
  g_autoptr (HuisNetwork) network = make_network (&router);
  g_autoptr (GPtrArray) openings = huis_openings_list (network);
  HuisObservation *camera = openings->pdata[1];
#define CLOSED "{\"type\":\"closed\"," ROUTER ",\"protocol\":\"tcp\",\"external_port\":8554,"

  assert_closing (network, camera, "The router gave no answer.");
  observe (network, CLOSED "\"done\":false,\"error\":606}", SECOND_LOOK);
  assert_closing (network, camera, "The router did not allow this.");
  observe (network, CLOSED "\"done\":true}", SECOND_LOOK);
  assert_closing (network, camera, "The router closed the door, but it is open again.");
  observe (network, TO_OTHER, SECOND_LOOK);
  huis_device_set_tested (router, SECOND_LOOK);
  assert_closing (network, camera, "The door is closed.");
}

static void
assert_uri (const char *gateway, const char *uri)
{
  g_autofree char *line =
      g_strdup_printf ("{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\","
                       "\"prefix\":24,\"gateway\":\"%s\"}",
                       gateway);
  g_autoptr (HuisObservation) interface =
      huis_observation_new_from_line (line, -1, FIRST_LOOK, NULL);
  g_autoptr (HuisNetwork) network = huis_network_new (interface);
  g_autofree char *made = huis_network_dup_router_uri (network);

  g_assert_cmpstr (made, ==, uri);
}

/* Only an address becomes a link, whatever stands in the place of one. */
static void
test_router_uri (void)
{
  assert_uri ("192.168.1.1", "http://192.168.1.1/");
  assert_uri ("fd00::1", "http://[fd00::1]/");
  assert_uri ("fe80::1", NULL);
  assert_uri ("evil.example", NULL);
  assert_uri ("192.168.1.1@evil.example", NULL);
  assert_uri ("0.0.0.0", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/openings/list", test_list);
  g_test_add_func ("/openings/nonsense", test_nonsense);
  g_test_add_func ("/openings/gone", test_gone);
  g_test_add_func ("/openings/closing", test_closing);
  g_test_add_func ("/openings/router-uri", test_router_uri);

  return g_test_run ();
}
