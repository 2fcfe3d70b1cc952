/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-trip.h"

#define HOME_ADDRESS "84.81.20.7"

static const char *const no_ipv6[] = { NULL };

static HuisTrip *
make_trip (HuisTripKind kind)
{
  HuisTrip *trip = huis_trip_new (kind, 100);

  if (kind == HUIS_TRIP_OUTSIDE)
    huis_trip_set_outside (trip, HOME_ADDRESS);
  huis_trip_add_door (trip, HOME_ADDRESS, 80, NULL, 0);
  huis_trip_add_door (trip, HOME_ADDRESS, 8554, "camera", 554);

  return trip;
}

static void
tell (HuisTrip *trip, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1, NULL);

  g_assert_nonnull (observation);
  huis_trip_take (trip, observation);
}

/* Both doors, in these states, over a network that passes on what is sent. */
static void
tell_doors (HuisTrip *trip, const char *first, const char *second)
{
  g_autofree char *web = g_strdup_printf ("{\"type\":\"door\",\"address\":\"" HOME_ADDRESS
                                          "\",\"port\":80,\"state\":\"%s\"}",
                                          first);
  g_autofree char *camera = g_strdup_printf ("{\"type\":\"door\",\"address\":\"" HOME_ADDRESS
                                             "\",\"port\":8554,\"state\":\"%s\"}",
                                             second);

  tell (trip, web);
  tell (trip, camera);
  tell (trip, "{\"type\":\"way\",\"address\":\"" HOME_ADDRESS "\",\"near\":false,\"passed\":true}");
}

static void
go_and_try (HuisTrip *trip)
{
  g_assert_true (huis_trip_set_out (trip));
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, "iPhone van Kim");
  g_assert_true (huis_trip_agree (trip));
  g_assert_cmpint (huis_trip_get_stage (trip), ==, HUIS_TRIP_TRYING);
}

static void
assert_stage (HuisTrip *trip, HuisTripStage stage, HuisTrouble trouble)
{
  g_assert_cmpint (huis_trip_get_stage (trip), ==, stage);
  g_assert_cmpint (huis_trip_get_trouble (trip), ==, trouble);
}

static void
test_good_end (void)
{
  g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);
  HuisDoor *camera;

  go_and_try (trip);
  g_assert_cmpstr (huis_trip_get_elsewhere (trip), ==, "iPhone van Kim");
  tell_doors (trip, "silent", "open");
  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);
  assert_stage (trip, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
  g_assert_false (huis_trip_counts (trip));
  huis_trip_arrive (trip, HUIS_PLACE_PERHAPS_HOME, NULL);
  assert_stage (trip, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
  huis_trip_arrive (trip, HUIS_PLACE_HOME, NULL);
  assert_stage (trip, HUIS_TRIP_COMPARING, HUIS_TROUBLE_NONE);
  huis_trip_compare (trip, HOME_ADDRESS, no_ipv6);
  assert_stage (trip, HUIS_TRIP_ENDED, HUIS_TROUBLE_NONE);
  g_assert_true (huis_trip_counts (trip));
  g_assert_cmpuint (huis_trip_count_knocked (trip), ==, 2);
  g_assert_cmpuint (huis_trip_count_doors (trip, HUIS_DOOR_OPEN), ==, 1);
  camera = g_ptr_array_index (huis_trip_get_doors (trip), 1);
  g_assert_cmpstr (camera->device, ==, "camera");
  g_assert_cmpint (camera->state, ==, HUIS_DOOR_OPEN);
}

/* Nothing is tried before the person agreed, and then only what was planned. */
static void
test_consent (void)
{
  g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);
  g_autoptr (HuisTrip) empty = huis_trip_new (HUIS_TRIP_OUTSIDE, 1);
  g_autoptr (JsonObject) request = NULL;
  g_autofree char *line = NULL;

  g_assert_false (huis_trip_set_out (empty));
  g_assert_false (huis_trip_agree (trip));
  huis_trip_set_out (trip);
  g_assert_false (huis_trip_agree (trip));
  huis_trip_arrive (trip, HUIS_PLACE_SAME_ROUTER, "Home 5 GHz");
  g_assert_false (huis_trip_agree (trip));
  tell_doors (trip, "open", "open");
  g_assert_cmpuint (huis_trip_count_doors (trip, HUIS_DOOR_UNTRIED), ==, 2);
  huis_trip_add_door (trip, HOME_ADDRESS, 80, NULL, 0);
  g_assert_cmpuint (huis_trip_get_doors (trip)->len, ==, 2);

  request = huis_trip_make_request (trip, "wlan0");
  line = huis_json_to_line (request);
  g_assert_cmpstr (line, ==,
                   "{\"request\":\"outside\",\"interface\":\"wlan0\",\"targets\":[{\"address\":"
                   "\"" HOME_ADDRESS "\",\"ports\":[80,8554]}]}");
}

/* Another Wi-Fi of the own router is where guests are. */
static void
test_guest (void)
{
  g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_GUEST);

  huis_trip_set_out (trip);
  huis_trip_arrive (trip, HUIS_PLACE_SAME_ROUTER, "Guests");
  g_assert_true (huis_trip_agree (trip));
  tell_doors (trip, "unreachable", "unreachable");
  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);
  assert_stage (trip, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
  huis_trip_arrive (trip, HUIS_PLACE_HOME, NULL);
  g_assert_true (huis_trip_counts (trip));
}

static void
test_trouble_there (void)
{
  static const struct
  {
    const char *state;
    const char *way;
    HuisTrouble told;
    HuisTrouble trouble;
  } cases[] = {
    { "silent", "near", HUIS_TROUBLE_NONE, HUIS_TROUBLE_NEAR },
    { "silent", "blocked", HUIS_TROUBLE_NONE, HUIS_TROUBLE_NO_WAY },
    { "unreachable", NULL, HUIS_TROUBLE_NONE, HUIS_TROUBLE_NO_WAY },
    { NULL, NULL, HUIS_TROUBLE_NONE, HUIS_TROUBLE_BROKEN },
    { "silent", NULL, HUIS_TROUBLE_STOPPED, HUIS_TROUBLE_STOPPED },
    { "silent", NULL, HUIS_TROUBLE_BROKEN, HUIS_TROUBLE_BROKEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);

      go_and_try (trip);
      if (cases[i].state != NULL)
        tell_doors (trip, cases[i].state, cases[i].state);
      if (cases[i].way != NULL)
        {
          g_autofree char *line = g_strdup_printf ("{\"type\":\"way\",\"%s\":true}", cases[i].way);

          tell (trip, line);
        }
      huis_trip_finish (trip, cases[i].told, 200);
      assert_stage (trip, HUIS_TRIP_ASKING, cases[i].trouble);
      g_assert_cmpuint (huis_trip_count_doors (trip, HUIS_DOOR_UNTRIED), ==, 2);
      /* And once more, which then counts. */
      g_assert_true (huis_trip_agree (trip));
      tell_doors (trip, "silent", "refused");
      huis_trip_finish (trip, HUIS_TROUBLE_NONE, 300);
      assert_stage (trip, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
    }
}

static void
test_trouble_at_home (void)
{
  static const struct
  {
    const char *outside;
    HuisTrouble trouble;
  } cases[] = {
    { "84.81.20.9", HUIS_TROUBLE_CHANGED },
    { NULL, HUIS_TROUBLE_NOT_COMPARED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);

      go_and_try (trip);
      tell_doors (trip, "silent", "open");
      huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);
      huis_trip_come_home (trip);
      huis_trip_compare (trip, cases[i].outside, no_ipv6);
      assert_stage (trip, HUIS_TRIP_ENDED, cases[i].trouble);
      g_assert_false (huis_trip_counts (trip));
      huis_trip_compare_again (trip);
      g_assert_cmpint (huis_trip_get_stage (trip), ==,
                       cases[i].outside == NULL ? HUIS_TRIP_RETURNING : HUIS_TRIP_ENDED);
    }
}

/* Two devices with IPv6 addresses, at a home whose router tells nothing. */
static HuisTrip *
try_ipv6 (const char *first, const char *second, const char *way)
{
  HuisTrip *trip = huis_trip_new (HUIS_TRIP_OUTSIDE, 100);
  g_autofree char *camera = g_strdup_printf (
      "{\"type\":\"door\",\"address\":\"2a02:a45f:1::2\",\"port\":80,\"state\":\"%s\"}", first);
  g_autofree char *nas = g_strdup_printf (
      "{\"type\":\"door\",\"address\":\"2a02:a45f:1::3\",\"port\":22,\"state\":\"%s\"}", second);
  g_autofree char *told =
      g_strdup_printf ("{\"type\":\"way\",\"address\":\"2a02:a45f:1::2\",\"%s\":true}", way);

  huis_trip_add_door (trip, "2a02:a45f:1::2", 80, "camera", 80);
  huis_trip_add_door (trip, "2a02:a45f:1::3", 22, "nas", 22);
  go_and_try (trip);
  tell (trip, camera);
  tell (trip, nas);
  tell (trip, told);
  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);

  return trip;
}

/* Home is where this computer has an address on the link of all that was tried. */
static void
test_ipv6_at_home (void)
{
  static const struct
  {
    const char *own[3];
    HuisTrouble trouble;
  } cases[] = {
    { { "2a02:a45f:1::9", NULL }, HUIS_TROUBLE_NONE },
    { { "2a02:a45f:7::9", "2a02:a45f:1:0:1234::1", NULL }, HUIS_TROUBLE_NONE },
    { { "2a02:a45f:7::9", NULL }, HUIS_TROUBLE_CHANGED },
    { { NULL }, HUIS_TROUBLE_NOT_COMPARED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = try_ipv6 ("silent", "open", "passed");

      g_assert_cmpuint (huis_trip_count_knocked (trip), ==, 2);
      g_assert_false (huis_trip_missed_ipv6 (trip));
      huis_trip_come_home (trip);
      assert_stage (trip, HUIS_TRIP_COMPARING, HUIS_TROUBLE_NONE);
      huis_trip_compare (trip, NULL, cases[i].own);
      assert_stage (trip, HUIS_TRIP_ENDED, cases[i].trouble);
    }
}

/* A hotspot with IPv4 alone: the one way tells something, the other nothing. */
static void
test_hotspot_without_ipv6 (void)
{
  g_autoptr (HuisTrip) alone = try_ipv6 ("unreachable", "unreachable", "blocked");
  g_autoptr (HuisTrip) both = make_trip (HUIS_TRIP_OUTSIDE);

  assert_stage (alone, HUIS_TRIP_ASKING, HUIS_TROUBLE_NO_WAY);

  huis_trip_add_door (both, "2a02:a45f:1::2", 80, "camera", 80);
  go_and_try (both);
  tell_doors (both, "silent", "silent");
  tell (both, "{\"type\":\"door\",\"address\":\"2a02:a45f:1::2\",\"port\":80,\"state\":"
              "\"unreachable\"}");
  tell (both, "{\"type\":\"way\",\"address\":\"2a02:a45f:1::2\",\"blocked\":true}");
  huis_trip_finish (both, HUIS_TROUBLE_NONE, 200);
  assert_stage (both, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
  g_assert_cmpuint (huis_trip_count_knocked (both), ==, 2);
  g_assert_true (huis_trip_missed_ipv6 (both));
}

static void
test_lost (void)
{
  g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);

  huis_trip_set_out (trip);
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, NULL);
  assert_stage (trip, HUIS_TRIP_ASKING, HUIS_TROUBLE_NONE);
  huis_trip_arrive (trip, HUIS_PLACE_HOME, NULL);
  assert_stage (trip, HUIS_TRIP_LEAVING, HUIS_TROUBLE_NONE);
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, NULL);
  huis_trip_agree (trip);
  huis_trip_arrive (trip, HUIS_PLACE_NOWHERE, NULL);
  assert_stage (trip, HUIS_TRIP_LEAVING, HUIS_TROUBLE_CUT_OFF);
  /* The scanner's end comes after. */
  huis_trip_finish (trip, HUIS_TROUBLE_STOPPED, 200);
  assert_stage (trip, HUIS_TRIP_LEAVING, HUIS_TROUBLE_CUT_OFF);
}

static void
test_give_up (void)
{
  g_autoptr (HuisTrip) home = make_trip (HUIS_TRIP_OUTSIDE);
  g_autoptr (HuisTrip) away = make_trip (HUIS_TRIP_OUTSIDE);

  huis_trip_set_out (home);
  huis_trip_give_up (home, HUIS_PLACE_HOME);
  assert_stage (home, HUIS_TRIP_ENDED, HUIS_TROUBLE_GIVEN_UP);

  /* Elsewhere the person is led home first; or goes their own way by asking twice. */
  go_and_try (away);
  tell_doors (away, "open", "open");
  huis_trip_give_up (away, HUIS_PLACE_AWAY);
  assert_stage (away, HUIS_TRIP_RETURNING, HUIS_TROUBLE_GIVEN_UP);
  huis_trip_give_up (away, HUIS_PLACE_AWAY);
  assert_stage (away, HUIS_TRIP_ENDED, HUIS_TROUBLE_GIVEN_UP);
  g_assert_false (huis_trip_counts (away));
}

static void
test_bad_json (void)
{
  static const char *const bad[] = {
    "{}",
    "{\"kind\":\"moon\",\"stage\":\"leaving\",\"doors\":[]}",
    "{\"kind\":\"guest\",\"stage\":\"preparing\",\"doors\":[]}",
    "{\"kind\":\"guest\",\"stage\":\"leaving\"}",
    "{\"kind\":7,\"stage\":\"leaving\",\"doors\":[]}",
  };
  g_autoptr (JsonObject) odd = huis_json_parse_object (
      "{\"kind\":\"guest\",\"stage\":\"leaving\",\"doors\":[7,{},{\"address\":\"10.0.0.1\","
      "\"port\":70000},{\"address\":\"10.0.0.1\",\"port\":80,\"state\":\"ajar\"}]}",
      -1, 4096, NULL);
  g_autoptr (HuisTrip) trip = huis_trip_new_from_json (odd);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonObject) object = huis_json_parse_object (bad[i], -1, 4096, NULL);

      g_test_message ("%s", bad[i]);
      g_assert_null (huis_trip_new_from_json (object));
    }
  g_assert_cmpuint (huis_trip_get_doors (trip)->len, ==, 1);
  g_assert_cmpuint (huis_trip_count_doors (trip, HUIS_DOOR_UNTRIED), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trip/good-end", test_good_end);
  g_test_add_func ("/trip/consent", test_consent);
  g_test_add_func ("/trip/guest", test_guest);
  g_test_add_func ("/trip/trouble-there", test_trouble_there);
  g_test_add_func ("/trip/trouble-at-home", test_trouble_at_home);
  g_test_add_func ("/trip/ipv6-at-home", test_ipv6_at_home);
  g_test_add_func ("/trip/hotspot-without-ipv6", test_hotspot_without_ipv6);
  g_test_add_func ("/trip/lost", test_lost);
  g_test_add_func ("/trip/give-up", test_give_up);
  g_test_add_func ("/trip/bad-json", test_bad_json);

  return g_test_run ();
}
