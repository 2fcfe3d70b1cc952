/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-checks.h"
#include "huis-trip-plan.h"

#define ROUTER "\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\""
#define CAMERA "\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\""
#define PHONE  "\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:03\""

static const char *const no_ipv6[] = { NULL };

static void
see (HuisNetwork *network, gint64 when, const char *fields)
{
  g_autofree char *line = g_strdup_printf ("{%s}", fields);
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  g_assert_nonnull (observation);
  huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

static HuisDevice *
find (HuisNetwork *network, const char *address)
{
  return huis_inventory_find_by_address (huis_network_get_inventory (network), address);
}

/* A router that tells @outside (%NULL: nothing) and keeps a door open to the camera; a phone. */
static HuisNetwork *
make_network (const char *outside)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.9\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\",\"gateway_mac\":\"00:11:22:33:44:01\","
      "\"ipv6\":[\"2a02:a45f:1::9\"]}",
      -1, 50, NULL);
  HuisNetwork *network = huis_network_new (interface);
  g_autofree char *igd =
      g_strdup_printf ("\"type\":\"igd\",%s%s\"," ROUTER,
                       outside != NULL ? "\"external_address\":\"" : "\"service\":\"x",
                       outside != NULL ? outside : "");

  huis_network_set_owner (network, HUIS_OWNER_MINE);
  huis_network_begin_look (network, 50);
  see (network, 60, "\"type\":\"host\",\"gateway\":true," ROUTER);
  see (network, 60, igd);
  see (network, 60,
       "\"type\":\"mapping\",\"protocol\":\"tcp\",\"external_port\":8554,\"internal_address\":"
       "\"10.0.0.2\",\"internal_port\":554," ROUTER);
  see (network, 60,
       "\"type\":\"mapping\",\"protocol\":\"tcp\",\"external_port\":9100,\"internal_address\":"
       "\"10.0.0.2\",\"internal_port\":9100," ROUTER);
  see (network, 60, "\"type\":\"host\"," CAMERA);
  see (network, 60, "\"type\":\"port\",\"port\":554,\"state\":\"open\"," CAMERA);
  see (network, 60, "\"type\":\"host\"," PHONE);
  huis_device_set_tested (find (network, "10.0.0.1"), 50);
  huis_network_end_look (network, 70);

  return network;
}

static HuisDoorList *
read_list (void)
{
  g_autoptr (GError) error = NULL;
  HuisDoorList *list = huis_door_list_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);

  return list;
}

static HuisTrip *
plan (HuisNetwork *network, HuisTripKind kind)
{
  HuisTrip *trip = huis_trip_new (kind, 70);
  g_autoptr (HuisDoorList) list = read_list ();

  huis_trip_plan_fill (trip, network, list);

  return trip;
}

static HuisDoor *
find_door (HuisTrip *trip, const char *address, guint16 port)
{
  for (guint i = 0; i < huis_trip_get_doors (trip)->len; i++)
    {
      HuisDoor *door = g_ptr_array_index (huis_trip_get_doors (trip), i);

      if (door->port == port && g_str_equal (door->address, address))
        return door;
    }

  return NULL;
}

static void
test_list (void)
{
  g_autoptr (HuisDoorList) list = read_list ();

  g_assert_cmpuint (huis_door_list_get_count (list), >, 20);
  g_assert_cmpuint (huis_door_list_get_count (list), <=, 32);
  g_assert_nonnull (huis_door_list_find (list, 7547));
  g_assert_null (huis_door_list_find (list, 9100));
}

static void
test_outside (void)
{
  g_autoptr (HuisNetwork) network = make_network ("84.81.20.7");
  g_autoptr (HuisTrip) trip = plan (network, HUIS_TRIP_OUTSIDE);
  HuisDoor *door = find_door (trip, "84.81.20.7", 8554);

  g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_OUTSIDE), ==,
                   HUIS_OBSTACLE_NONE);
  g_assert_cmpstr (huis_trip_get_outside (trip), ==, "84.81.20.7");
  g_assert_cmpstr (door->device, ==, huis_device_get_id (find (network, "10.0.0.2")));
  g_assert_cmpuint (door->inside, ==, 554);
  g_assert_true (door == g_ptr_array_index (huis_trip_get_doors (trip), 0));
  g_assert_nonnull (find_door (trip, "84.81.20.7", 443));
  g_assert_null (find_door (trip, "84.81.20.7", 9100));
  g_assert_cmpuint (huis_trip_count_addresses (trip), ==, 1);
}

static void
test_ipv6 (void)
{
  g_autoptr (HuisNetwork) network = make_network ("100.64.3.4");
  g_autoptr (HuisTrip) trip = NULL;

  g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_OUTSIDE), ==,
                   HUIS_OBSTACLE_SHARED);
  /* Of another link: the home had it before its provider gave it other addresses. */
  see (network, 61,
       "\"type\":\"host\",\"address\":\"2a02:a45f:2::2\",\"mac\":\"00:11:22:33:44:02\"");
  g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_OUTSIDE), ==,
                   HUIS_OBSTACLE_MOVED);
  /* A look that found no new one either has nothing more to find. */
  huis_network_begin_look (network, 62);
  g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_OUTSIDE), ==,
                   HUIS_OBSTACLE_SHARED);
  see (network, 61,
       "\"type\":\"host\",\"address\":\"2a02:a45f:1::2\",\"mac\":\"00:11:22:33:44:02\"");
  g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_OUTSIDE), ==,
                   HUIS_OBSTACLE_NONE);
  trip = plan (network, HUIS_TRIP_OUTSIDE);
  g_assert_null (huis_trip_get_outside (trip));
  g_assert_cmpstr (find_door (trip, "2a02:a45f:1::2", 554)->device, ==,
                   huis_device_get_id (find (network, "10.0.0.2")));
  g_assert_cmpuint (huis_trip_count_addresses (trip), ==, 1);
}

static void
test_obstacles (void)
{
  static const struct
  {
    const char *outside;
    HuisObstacle obstacle;
  } cases[] = {
    { "84.81.20.7", HUIS_OBSTACLE_NONE },
    { NULL, HUIS_OBSTACLE_NOT_TOLD },
    { "100.100.1.1", HUIS_OBSTACLE_SHARED },
    { "192.0.0.2", HUIS_OBSTACLE_DS_LITE },
    { "192.168.1.64", HUIS_OBSTACLE_SECOND_ROUTER },
    { "127.0.0.1", HUIS_OBSTACLE_NOT_TOLD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisNetwork) network = make_network (cases[i].outside);
      g_autoptr (HuisTrip) trip = plan (network, HUIS_TRIP_OUTSIDE);

      g_test_message ("%s", cases[i].outside);
      g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_OUTSIDE), ==,
                       cases[i].obstacle);
      g_assert_cmpint (huis_trip_plan_find_obstacle (network, HUIS_TRIP_GUEST), ==,
                       HUIS_OBSTACLE_NONE);
      g_assert_true ((huis_trip_get_doors (trip)->len > 0) == (i == 0));
    }
}

/* The home has more devices than may be tried: those with an open port go first. */
static void
test_ipv6_most_open_first (void)
{
  g_autoptr (HuisNetwork) network = make_network (NULL);
  g_autoptr (HuisTrip) trip = NULL;

  for (guint i = 0x10; i < 0x20; i++)
    {
      g_autofree char *fields = g_strdup_printf (
          "\"type\":\"%s\",\"address\":\"2a02:a45f:1::%x\",\"mac\":\"00:11:22:33:44:%x\"%s",
          i == 0x1f ? "port" : "host", i, i, i == 0x1f ? ",\"port\":443,\"state\":\"open\"" : "");

      see (network, 61, fields);
    }
  trip = plan (network, HUIS_TRIP_OUTSIDE);
  g_assert_cmpuint (huis_trip_count_addresses (trip), ==, 7);
  g_assert_nonnull (find_door (trip, "2a02:a45f:1::1f", 443));
  g_assert_true (find_door (trip, "2a02:a45f:1::1f", 443) ==
                 g_ptr_array_index (huis_trip_get_doors (trip), 0));
}

/* The devices, and not the router, which answers its guests anyway. */
static void
test_guest (void)
{
  g_autoptr (HuisNetwork) network = make_network (NULL);
  g_autoptr (HuisTrip) trip = plan (network, HUIS_TRIP_GUEST);

  g_assert_nonnull (find_door (trip, "10.0.0.2", 554));
  g_assert_nonnull (find_door (trip, "10.0.0.3", 80));
  g_assert_null (find_door (trip, "10.0.0.1", 80));
  g_assert_null (find_door (trip, "10.0.0.3", 554));
  g_assert_cmpuint (huis_trip_count_addresses (trip), ==, 2);
}

/* A trip that came to a good end, with the door to the camera in that state, and all others silent.
 */
static void
travel (HuisNetwork *network, HuisTripKind kind, HuisDoorState camera, gboolean passed)
{
  g_autoptr (HuisTrip) trip = plan (network, kind);
  HuisTripBook *book = huis_network_get_trip_book (network);
  g_autoptr (JsonObject) way = json_object_new ();
  g_autoptr (HuisObservation) fact = NULL;
  HuisDoor *door;

  huis_trip_book_set_current (book, trip);
  huis_trip_set_out (trip);
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, NULL);
  huis_trip_agree (trip);
  for (guint i = 0; i < huis_trip_get_doors (trip)->len; i++)
    ((HuisDoor *) g_ptr_array_index (huis_trip_get_doors (trip), i))->state = HUIS_DOOR_SILENT;
  door = kind == HUIS_TRIP_OUTSIDE ? find_door (trip, "84.81.20.7", 8554)
                                   : find_door (trip, "10.0.0.2", 554);
  door->state = camera;
  json_object_set_string_member (way, "type", "way");
  json_object_set_boolean_member (way, "passed", passed);
  fact = huis_observation_new (way, 80, NULL);
  huis_trip_take (trip, fact);
  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 80);
  huis_trip_come_home (trip);
  huis_trip_compare (trip, "84.81.20.7", no_ipv6);
  huis_trip_book_file (book);
  g_assert_true (huis_trip_book_get_report (book, kind) == trip);
}

static void
assert_finding (HuisNetwork *network,
                const char *check,
                const char *address,
                HuisStatus status,
                const char *words)
{
  HuisFinding finding;

  huis_check_run (check, NULL, network, address != NULL ? find (network, address) : NULL, &finding);
  g_test_message ("%s: %s", check, finding.saw);
  g_assert_cmpint (finding.status, ==, status);
  if (words != NULL)
    g_assert_nonnull (strstr (finding.saw, words));
  if (status != HUIS_STATUS_NOT_TESTED)
    g_assert_cmpint (finding.when, ==, 80);
  g_free (finding.saw);
}

static void
test_firewall_open (void)
{
  g_autoptr (HuisNetwork) network = make_network ("84.81.20.7");

  assert_finding (network, "firewall-from-outside", NULL, HUIS_STATUS_NOT_TESTED, NULL);
  travel (network, HUIS_TRIP_OUTSIDE, HUIS_DOOR_OPEN, TRUE);
  assert_finding (network, "firewall-from-outside", NULL, HUIS_STATUS_TO_DO, "8554");
  assert_finding (network, "opening-to-device", "10.0.0.2", HUIS_STATUS_TO_DO, "answered");
  assert_finding (network, "opening-to-device", "10.0.0.3", HUIS_STATUS_NOT_TESTED, NULL);

  /* The router, asked later, no longer keeps that door open. */
  huis_device_set_tested (find (network, "10.0.0.1"), 90);
  assert_finding (network, "firewall-from-outside", NULL, HUIS_STATUS_IN_ORDER, NULL);
  assert_finding (network, "opening-to-device", "10.0.0.2", HUIS_STATUS_NOT_TESTED, NULL);
}

/* Silence alone says nothing: only where our knocks are known to get under way. */
static void
test_firewall_silent (void)
{
  g_autoptr (HuisNetwork) network = make_network ("84.81.20.7");

  travel (network, HUIS_TRIP_OUTSIDE, HUIS_DOOR_SILENT, FALSE);
  assert_finding (network, "firewall-from-outside", NULL, HUIS_STATUS_NOT_TESTED, "could not see");
  travel (network, HUIS_TRIP_OUTSIDE, HUIS_DOOR_SILENT, TRUE);
  assert_finding (network, "firewall-from-outside", NULL, HUIS_STATUS_IN_ORDER, "none opened");
}

static void
test_guest_check (void)
{
  g_autoptr (HuisNetwork) network = make_network (NULL);

  huis_device_set_given_name (find (network, "10.0.0.2"), "Camera tuin");
  assert_finding (network, "guest-network", NULL, HUIS_STATUS_NOT_TESTED, NULL);
  travel (network, HUIS_TRIP_GUEST, HUIS_DOOR_SILENT, FALSE);
  assert_finding (network, "guest-network", NULL, HUIS_STATUS_IN_ORDER, "no hole");
  travel (network, HUIS_TRIP_GUEST, HUIS_DOOR_REFUSED, FALSE);
  assert_finding (network, "guest-network", NULL, HUIS_STATUS_NOT_TESTED, "refused");
  travel (network, HUIS_TRIP_GUEST, HUIS_DOOR_OPEN, FALSE);
  assert_finding (network, "guest-network", NULL, HUIS_STATUS_TO_DO, "Camera tuin");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trip-plan/list", test_list);
  g_test_add_func ("/trip-plan/outside", test_outside);
  g_test_add_func ("/trip-plan/ipv6", test_ipv6);
  g_test_add_func ("/trip-plan/ipv6-most-open-first", test_ipv6_most_open_first);
  g_test_add_func ("/trip-plan/obstacles", test_obstacles);
  g_test_add_func ("/trip-plan/guest", test_guest);
  g_test_add_func ("/trip-plan/firewall-open", test_firewall_open);
  g_test_add_func ("/trip-plan/firewall-silent", test_firewall_silent);
  g_test_add_func ("/trip-plan/guest-check", test_guest_check);

  return g_test_run ();
}
