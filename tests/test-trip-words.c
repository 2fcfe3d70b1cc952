/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-trip-words.h"

/* What a person reads at each moment of the two tests, for states that are made up here. */

#define HOME_ADDRESS "84.81.20.7"

static const char *const no_ipv6[] = { NULL };

static HuisTrip *
make_trip (HuisTripKind kind)
{
  HuisTrip *trip = huis_trip_new (kind, 100);

  if (kind == HUIS_TRIP_OUTSIDE)
    huis_trip_set_outside (trip, HOME_ADDRESS);
  huis_trip_add_door (trip, kind == HUIS_TRIP_OUTSIDE ? HOME_ADDRESS : "10.0.0.2", 80, NULL, 0);

  return trip;
}

/* On the way, there, and asked to begin. */
static HuisTrip *
make_trip_there (HuisTripKind kind, const char *elsewhere)
{
  HuisTrip *trip = make_trip (kind);

  g_assert_true (huis_trip_set_out (trip));
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, elsewhere);

  return trip;
}

static void
tell (HuisTrip *trip, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1, NULL);

  g_assert_nonnull (observation);
  huis_trip_take (trip, observation);
}

static void
tell_door (HuisTrip *trip, const char *address, const char *state)
{
  g_autofree char *door =
      g_strdup_printf ("{\"type\":\"door\",\"address\":\"%s\",\"port\":80,\"state\":\"%s\"}",
                       address, state);

  tell (trip, door);
}

static void
try_it (HuisTrip *trip, const char *state, const char *way)
{
  g_autofree char *fact =
      g_strdup_printf ("{\"type\":\"way\",\"address\":\"" HOME_ADDRESS "\",\"%s\":true}", way);

  g_assert_true (huis_trip_agree (trip));
  tell_door (trip, huis_trip_get_kind (trip) == HUIS_TRIP_OUTSIDE ? HOME_ADDRESS : "10.0.0.2",
             state);
  tell (trip, fact);
  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);
}

static HuisTripWords *
say (HuisTrip *trip, HuisPlace place)
{
  HuisTripScene scene = { .kind = huis_trip_get_kind (trip), .trip = trip, .place = place };

  return huis_trip_words_new (&scene);
}

static gboolean
has_line (HuisTripWords *words, const char *text)
{
  for (guint i = 0; i < words->lines->len; i++)
    if (strstr (g_ptr_array_index (words->lines, i), text) != NULL)
      return TRUE;

  return FALSE;
}

static void
assert_says (const char *text, const char *part)
{
  g_test_message ("%s", text);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_obstacles (void)
{
  static const struct
  {
    HuisObstacle obstacle;
    const char *trouble;
    const char *line; /* what one can do */
    HuisTripAct act;
  } cases[] = {
    { HUIS_OBSTACLE_NOT_LOOKED, "Look around", NULL, HUIS_TRIP_ACT_NONE },
    { HUIS_OBSTACLE_NOT_TOLD, "do not know where", "Switch UPnP on", HUIS_TRIP_ACT_ASK_ROUTER },
    { HUIS_OBSTACLE_SHARED, "CGNAT", "Close the doors", HUIS_TRIP_ACT_NONE },
    { HUIS_OBSTACLE_DS_LITE, "DS-Lite", "IPv6", HUIS_TRIP_ACT_NONE },
    { HUIS_OBSTACLE_SECOND_ROUTER, "another router", "Connect this computer", HUIS_TRIP_ACT_NONE },
    { HUIS_OBSTACLE_MOVED, "other addresses", "Look around again", HUIS_TRIP_ACT_LOOK },
    { HUIS_OBSTACLE_NOBODY, "no devices", NULL, HUIS_TRIP_ACT_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HuisTripScene scene = { .kind = HUIS_TRIP_OUTSIDE, .obstacle = cases[i].obstacle };
      g_autoptr (HuisTripWords) words = huis_trip_words_new (&scene);

      assert_says (words->trouble, cases[i].trouble);
      g_assert_true (cases[i].line != NULL ? has_line (words, cases[i].line)
                                           : words->lines->len == 0);
      g_assert_cmpint (words->act, ==, cases[i].act);
      g_assert_true ((words->button != NULL) == (cases[i].act != HUIS_TRIP_ACT_NONE));
      g_assert_null (words->stop);
    }
}

static void
test_before (void)
{
  HuisTripScene scene = { .kind = HUIS_TRIP_GUEST };
  g_autoptr (HuisTripWords) first = huis_trip_words_new (&scene);
  g_autoptr (HuisTripWords) again = NULL;

  g_assert_cmpint (first->act, ==, HUIS_TRIP_ACT_BEGIN);
  g_assert_cmpuint (first->lines->len, ==, 3);
  g_assert_true (first->numbered);
  g_assert_null (first->note);

  scene.again = scene.other = TRUE;
  again = huis_trip_words_new (&scene);
  g_assert_cmpstr (again->button, !=, first->button);
  g_assert_cmpuint (again->lines->len, ==, 0);
  assert_says (again->note, "other test");
}

static void
test_leaving (void)
{
  g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);
  g_autoptr (HuisTripWords) words = NULL;

  huis_trip_set_out (trip);
  words = say (trip, HUIS_PLACE_HOME);
  assert_says (words->headline, "Step 1 of 3");
  g_assert_true (has_line (words, "hotspot"));
  g_assert_true (words->waiting);
  g_assert_null (words->trouble);
  g_assert_nonnull (words->stop);
  g_clear_pointer (&words, huis_trip_words_free);

  words = say (trip, HUIS_PLACE_NOWHERE);
  assert_says (words->note, "no network");
  g_clear_pointer (&words, huis_trip_words_free);

  words = say (trip, HUIS_PLACE_SAME_ROUTER);
  assert_says (words->trouble, "your own router");
}

/* No hotspot: after a minute and a half of looking for it in vain, what else one can do. */
static void
test_no_hotspot (void)
{
  for (int kind = 0; kind < HUIS_N_TRIPS; kind++)
    {
      g_autoptr (HuisTrip) trip = make_trip ((HuisTripKind) kind);
      g_autoptr (HuisTripWords) words = NULL;

      huis_trip_set_out (trip);
      for (guint i = 0; i < HUIS_TRIP_WAITS_LONG; i++)
        huis_trip_arrive (trip, HUIS_PLACE_HOME, NULL);
      words = say (trip, HUIS_PLACE_HOME);
      assert_says (words->trouble, "no other network");
      g_assert_true (has_line (words, "can’t be done"));
      g_assert_true (has_line (words, kind == HUIS_TRIP_OUTSIDE ? "USB" : "on"));
      g_assert_true (words->waiting);

      /* There after all. */
      huis_trip_arrive (trip, HUIS_PLACE_AWAY, NULL);
      g_clear_pointer (&words, huis_trip_words_free);
      words = say (trip, HUIS_PLACE_AWAY);
      g_assert_null (words->trouble);
      g_assert_cmpint (words->act, ==, HUIS_TRIP_ACT_AGREE);
    }
}

static void
test_asking (void)
{
  g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_OUTSIDE, "iPhone van Kim");
  g_autoptr (HuisTrip) guest = make_trip_there (HUIS_TRIP_GUEST, NULL);
  HuisTripScene scene = { .trip = trip, .place = HUIS_PLACE_AWAY, .tunnel = TRUE };
  g_autoptr (HuisTripWords) words = huis_trip_words_new (&scene);
  g_autoptr (HuisTripWords) guest_words = say (guest, HUIS_PLACE_AWAY);

  assert_says (words->headline, "Step 2 of 3");
  g_assert_true (has_line (words, "‘iPhone van Kim’"));
  g_assert_true (has_line (words, HOME_ADDRESS));
  g_assert_true (has_line (words, "Nothing else is tried"));
  assert_says (words->trouble, "VPN");
  g_assert_cmpint (words->act, ==, HUIS_TRIP_ACT_AGREE);

  g_assert_true (has_line (guest_words, "another network"));
  g_assert_true (has_line (guest_words, "1 device of yours"));
  g_assert_null (guest_words->trouble);
}

static void
test_trying (void)
{
  g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_OUTSIDE, NULL);
  HuisTripScene scene = { .trip = trip, .place = HUIS_PLACE_AWAY, .done = 3, .total = 26 };
  g_autoptr (HuisTripWords) words = NULL;

  huis_trip_agree (trip);
  words = huis_trip_words_new (&scene);
  g_assert_true (has_line (words, "3 of 26"));
  g_assert_cmpstr (words->stop, ==, "Stop");
  g_assert_null (words->button);
}

/* What went wrong there is said where one can try once more. */
static void
test_troubles (void)
{
  static const struct
  {
    const char *way;
    const char *words;
  } cases[] = {
    { "near", "own router" },
    { "blocked", "mobile data" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_OUTSIDE, NULL);
      g_autoptr (HuisTripWords) words = NULL;

      try_it (trip, "silent", cases[i].way);
      words = say (trip, HUIS_PLACE_AWAY);
      assert_says (words->trouble, cases[i].words);
      g_assert_cmpint (words->act, ==, HUIS_TRIP_ACT_AGREE);
    }
}

static void
test_stopped (void)
{
  static const struct
  {
    HuisTrouble trouble;
    const char *words;
  } cases[] = {
    { HUIS_TROUBLE_STOPPED, "stopped" },
    { HUIS_TROUBLE_BROKEN, "did not come to its end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_GUEST, NULL);
      g_autoptr (HuisTripWords) words = NULL;

      huis_trip_agree (trip);
      huis_trip_finish (trip, cases[i].trouble, 200);
      words = say (trip, HUIS_PLACE_AWAY);
      assert_says (words->trouble, cases[i].words);
    }
}

static void
test_lost (void)
{
  g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_OUTSIDE, NULL);
  g_autoptr (HuisTripWords) words = NULL;

  huis_trip_agree (trip);
  huis_trip_arrive (trip, HUIS_PLACE_NOWHERE, NULL);
  words = say (trip, HUIS_PLACE_NOWHERE);
  assert_says (words->headline, "Step 1 of 3");
  assert_says (words->trouble, "lost");
}

static void
test_returning (void)
{
  g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_OUTSIDE, NULL);
  HuisTripScene scene = { .trip = trip, .place = HUIS_PLACE_AWAY, .home = "ZiggoA1B2" };
  g_autoptr (HuisTripWords) words = NULL;

  try_it (trip, "silent", "passed");
  words = huis_trip_words_new (&scene);
  assert_says (words->headline, "Step 3 of 3");
  g_assert_true (has_line (words, "‘ZiggoA1B2’"));
  g_assert_cmpint (words->act, ==, HUIS_TRIP_ACT_NONE);
  g_clear_pointer (&words, huis_trip_words_free);

  words = say (trip, HUIS_PLACE_PERHAPS_HOME);
  g_assert_true (has_line (words, "cable"));
  g_assert_cmpint (words->act, ==, HUIS_TRIP_ACT_COME_HOME);
  g_clear_pointer (&words, huis_trip_words_free);

  huis_trip_give_up (trip, HUIS_PLACE_AWAY);
  words = say (trip, HUIS_PLACE_AWAY);
  assert_says (words->headline, "Cancelled");
  assert_says (words->stop, "Stay");
}

static void
test_home_again (void)
{
  static const struct
  {
    const char *outside;
    const char *words;
    HuisTripAct act;
  } cases[] = {
    { "84.81.20.9", "another address", HUIS_TRIP_ACT_NONE },
    { NULL, "could not learn", HUIS_TRIP_ACT_COMPARE_AGAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = make_trip_there (HUIS_TRIP_OUTSIDE, NULL);
      g_autoptr (HuisTripWords) words = NULL;

      try_it (trip, "open", "passed");
      huis_trip_come_home (trip);
      words = say (trip, HUIS_PLACE_HOME);
      assert_says (words->headline, "Welcome back");
      g_clear_pointer (&words, huis_trip_words_free);

      huis_trip_compare (trip, cases[i].outside, no_ipv6);
      words = say (trip, HUIS_PLACE_HOME);
      assert_says (words->headline, "does not count");
      assert_says (words->trouble, cases[i].words);
      g_assert_cmpint (words->act, ==, cases[i].act);
    }
}

/* A new part of the internet for the home is new addresses for its devices: a look finds those. */
static void
test_moved (void)
{
  static const struct
  {
    const char *address; /* a second door, of a device */
    gboolean look;
  } cases[] = {
    { "2a02:a45f:1::2", TRUE },
    { "84.81.20.8", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);
      g_autoptr (HuisTripWords) words = NULL;

      huis_trip_add_door (trip, cases[i].address, 80, NULL, 0);
      g_assert_true (huis_trip_set_out (trip));
      huis_trip_arrive (trip, HUIS_PLACE_AWAY, NULL);
      g_assert_true (huis_trip_agree (trip));
      tell_door (trip, HOME_ADDRESS, "open");
      tell_door (trip, cases[i].address, "open");
      huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);
      huis_trip_come_home (trip);
      huis_trip_compare (trip, "84.81.20.9", no_ipv6);
      words = say (trip, HUIS_PLACE_HOME);
      assert_says (words->trouble, "another address");
      g_assert_cmpint (has_line (words, "Look Again"), ==, cases[i].look);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trip-words/obstacles", test_obstacles);
  g_test_add_func ("/trip-words/before", test_before);
  g_test_add_func ("/trip-words/leaving", test_leaving);
  g_test_add_func ("/trip-words/no-hotspot", test_no_hotspot);
  g_test_add_func ("/trip-words/asking", test_asking);
  g_test_add_func ("/trip-words/trying", test_trying);
  g_test_add_func ("/trip-words/troubles", test_troubles);
  g_test_add_func ("/trip-words/stopped", test_stopped);
  g_test_add_func ("/trip-words/lost", test_lost);
  g_test_add_func ("/trip-words/returning", test_returning);
  g_test_add_func ("/trip-words/home-again", test_home_again);
  g_test_add_func ("/trip-words/moved", test_moved);

  return g_test_run ();
}
