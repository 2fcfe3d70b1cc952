/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-trip-words.h"

/* What a person reads of a test that came to a good end. */

#define HOME_ADDRESS "84.81.20.7"

static const char *const no_ipv6[] = { NULL };

static void
see (HuisNetwork *network, const char *fields)
{
  g_autofree char *line = g_strdup_printf ("{%s}", fields);
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 60, NULL);

  g_assert_nonnull (observation);
  huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

/* A camera and a printer, each with the name that the person gave. */
static HuisNetwork *
make_network (void)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.9\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\",\"gateway_mac\":\"00:11:22:33:44:01\"}",
      -1, 50, NULL);
  HuisNetwork *network = huis_network_new (interface);
  HuisInventory *inventory = huis_network_get_inventory (network);

  see (network, "\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"");
  see (network, "\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:03\"");
  huis_device_set_given_name (huis_inventory_find_by_address (inventory, "10.0.0.2"), "Voordeur");
  huis_device_set_given_name (huis_inventory_find_by_address (inventory, "10.0.0.3"),
                              "<b>Printer & co</b>");

  return network;
}

static const char *
find_id (HuisNetwork *network, const char *address)
{
  return huis_device_get_id (
      huis_inventory_find_by_address (huis_network_get_inventory (network), address));
}

static HuisDoorList *
read_list (void)
{
  g_autoptr (GError) error = NULL;
  HuisDoorList *list = huis_door_list_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);

  return list;
}

/* Each door in the state of the same place in @states; then home again. */
static void
travel_from (HuisTrip *trip,
             const HuisDoorState *states,
             gboolean passed,
             const char *const *own_ipv6)
{
  g_autoptr (HuisObservation) way = huis_observation_new_from_line (
      passed ? "{\"type\":\"way\",\"address\":\"" HOME_ADDRESS "\",\"passed\":true}"
             : "{\"type\":\"way\",\"address\":\"" HOME_ADDRESS "\",\"passed\":false}",
      -1, 80, NULL);

  huis_trip_set_out (trip);
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, "iPhone van Kim");
  huis_trip_agree (trip);
  for (guint i = 0; i < huis_trip_get_doors (trip)->len; i++)
    ((HuisDoor *) g_ptr_array_index (huis_trip_get_doors (trip), i))->state = states[i];
  huis_trip_take (trip, way);
  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 80);
  huis_trip_come_home (trip);
  huis_trip_compare (trip, HOME_ADDRESS, own_ipv6);
  g_assert_true (huis_trip_counts (trip));
}

static void
travel (HuisTrip *trip, const HuisDoorState *states, gboolean passed)
{
  travel_from (trip, states, passed, no_ipv6);
}

static HuisTrip *
make_outside (HuisNetwork *network)
{
  HuisTrip *trip = huis_trip_new (HUIS_TRIP_OUTSIDE, 70);

  huis_trip_set_outside (trip, HOME_ADDRESS);
  huis_trip_add_door (trip, HOME_ADDRESS, 8554, find_id (network, "10.0.0.2"), 554);
  huis_trip_add_door (trip, HOME_ADDRESS, 443, NULL, 0);
  huis_trip_add_door (trip, HOME_ADDRESS, 4711, "somebody who left", 4711);

  return trip;
}

static HuisTrip *
make_guest (HuisNetwork *network)
{
  HuisTrip *trip = huis_trip_new (HUIS_TRIP_GUEST, 70);

  huis_trip_add_door (trip, "10.0.0.2", 80, find_id (network, "10.0.0.2"), 80);
  huis_trip_add_door (trip, "10.0.0.2", 554, find_id (network, "10.0.0.2"), 554);
  huis_trip_add_door (trip, "10.0.0.3", 80, find_id (network, "10.0.0.3"), 80);
  huis_trip_add_door (trip, "10.0.0.4", 80, "somebody who left", 80);

  return trip;
}

static void
assert_result (GPtrArray *results, guint i, HuisStatus status, const char *title, const char *text)
{
  const HuisTripResult *result = g_ptr_array_index (results, i);

  g_test_message ("%s | %s", result->title, result->text);
  g_assert_true (result->status == status);
  g_assert_cmpstr (result->title, ==, title);
  g_assert_nonnull (strstr (result->text, text));
}

/* Named by what stands behind it, the device as its person calls it; the closed ones are not. */
static void
test_open_doors (void)
{
  const HuisDoorState states[] = { HUIS_DOOR_OPEN, HUIS_DOOR_SILENT, HUIS_DOOR_OPEN };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisTrip) trip = make_outside (network);
  g_autoptr (HuisDoorList) list = read_list ();
  g_autoptr (GPtrArray) results = NULL;

  travel (trip, states, TRUE);
  results = huis_trip_words_list_results (trip, network, list);
  g_assert_cmpuint (results->len, ==, 2);
  assert_result (results, 0, HUIS_STATUS_TO_DO, "Picture of a camera (port 8554)",
                 "leads to: Voordeur.");
  assert_result (results, 1, HUIS_STATUS_TO_DO, "Port 4711", "your router, or to a device");
}

/* Without the list, the port alone. */
static void
test_no_list (void)
{
  const HuisDoorState states[] = { HUIS_DOOR_OPEN, HUIS_DOOR_SILENT, HUIS_DOOR_SILENT };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisTrip) trip = make_outside (network);
  g_autoptr (GPtrArray) results = NULL;

  travel (trip, states, TRUE);
  results = huis_trip_words_list_results (trip, network, NULL);
  g_assert_cmpuint (results->len, ==, 1);
  assert_result (results, 0, HUIS_STATUS_TO_DO, "Port 8554", "Voordeur");
}

/* Silence tells only something where our knocks are known to get under way; and never all. */
static void
test_no_door (void)
{
  const HuisDoorState states[] = { HUIS_DOOR_SILENT, HUIS_DOOR_REFUSED, HUIS_DOOR_SILENT };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisDoorList) list = read_list ();

  for (int passed = 0; passed < 2; passed++)
    {
      g_autoptr (HuisTrip) trip = make_outside (network);
      g_autoptr (GPtrArray) results = NULL;

      travel (trip, states, passed);
      results = huis_trip_words_list_results (trip, network, list);
      g_assert_cmpuint (results->len, ==, 1);
      if (passed)
        assert_result (results, 0, HUIS_STATUS_IN_ORDER, "No door opened", "no proof");
      else
        assert_result (results, 0, HUIS_STATUS_NOT_TESTED, "Nothing answered", "no proof");
    }
}

/* Where the hotspot has no IPv6, what it left untried is said beside what was tried. */
static void
test_missed_ipv6 (void)
{
  const HuisDoorState states[] = { HUIS_DOOR_SILENT, HUIS_DOOR_SILENT, HUIS_DOOR_SILENT,
                                   HUIS_DOOR_UNREACHABLE };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisTrip) trip = make_outside (network);
  g_autoptr (GPtrArray) results = NULL;
  static const char *const own[] = { "2a02:a45f:1::9", NULL };

  huis_trip_add_door (trip, "2a02:a45f:1::2", 554, find_id (network, "10.0.0.2"), 554);
  travel_from (trip, states, TRUE, own);
  results = huis_trip_words_list_results (trip, network, NULL);
  g_assert_cmpuint (results->len, ==, 2);
  assert_result (results, 0, HUIS_STATUS_IN_ORDER, "No door opened", "no proof");
  assert_result (results, 1, HUIS_STATUS_NOT_TESTED, "Not tested: the new kind of address (IPv6)",
                 "the hotspot seems to have none");
}

/* One line a device, with its ports; and one for who is no longer in the list. */
static void
test_reached (void)
{
  const HuisDoorState states[] = { HUIS_DOOR_OPEN, HUIS_DOOR_OPEN, HUIS_DOOR_OPEN, HUIS_DOOR_OPEN };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisTrip) trip = make_guest (network);
  g_autoptr (GPtrArray) results = NULL;

  travel (trip, states, FALSE);
  results = huis_trip_words_list_results (trip, network, NULL);
  g_assert_cmpuint (results->len, ==, 3);
  assert_result (results, 0, HUIS_STATUS_TO_DO, "Voordeur", "ports 80, 554");
  assert_result (results, 1, HUIS_STATUS_TO_DO, "<b>Printer & co</b>", "port 80");
  assert_result (results, 2, HUIS_STATUS_TO_DO, "10.0.0.4", "port 80");
}

static void
test_not_reached (void)
{
  const HuisDoorState silent[] = { HUIS_DOOR_SILENT, HUIS_DOOR_UNREACHABLE, HUIS_DOOR_SILENT,
                                   HUIS_DOOR_SILENT };
  const HuisDoorState refused[] = { HUIS_DOOR_SILENT, HUIS_DOOR_REFUSED, HUIS_DOOR_SILENT,
                                    HUIS_DOOR_SILENT };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisTrip) quiet = make_guest (network);
  g_autoptr (HuisTrip) loud = make_guest (network);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) doubt = NULL;

  travel (quiet, silent, FALSE);
  none = huis_trip_words_list_results (quiet, network, NULL);
  g_assert_cmpuint (none->len, ==, 1);
  assert_result (none, 0, HUIS_STATUS_IN_ORDER, "Nothing answered: no hole seen", "no proof");

  travel (loud, refused, FALSE);
  doubt = huis_trip_words_list_results (loud, network, NULL);
  assert_result (doubt, 0, HUIS_STATUS_NOT_TESTED, "Nothing opened, but something refused us",
                 "device at home");
}

static void
test_describe (void)
{
  const HuisDoorState states[] = { HUIS_DOOR_SILENT, HUIS_DOOR_SILENT, HUIS_DOOR_SILENT };
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisTrip) trip = make_outside (network);
  g_autofree char *text = NULL;

  travel (trip, states, TRUE);
  text = huis_trip_words_describe (trip);
  g_assert_nonnull (strstr (text, "‘iPhone van Kim’"));
  g_assert_nonnull (strstr (text, "3 doors"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trip-results/open-doors", test_open_doors);
  g_test_add_func ("/trip-results/no-list", test_no_list);
  g_test_add_func ("/trip-results/no-door", test_no_door);
  g_test_add_func ("/trip-results/missed-ipv6", test_missed_ipv6);
  g_test_add_func ("/trip-results/reached", test_reached);
  g_test_add_func ("/trip-results/not-reached", test_not_reached);
  g_test_add_func ("/trip-results/describe", test_describe);

  return g_test_run ();
}
