/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-trip-book.h"

#define HOME_ADDRESS "84.81.20.7"

static const char *const no_ipv6[] = { NULL };

static HuisTrip *
make_trip (HuisTripKind kind)
{
  HuisTrip *trip = huis_trip_new (kind, 100);

  if (kind == HUIS_TRIP_OUTSIDE)
    huis_trip_set_outside (trip, HOME_ADDRESS);
  huis_trip_add_door (trip, HOME_ADDRESS, 8554, "camera", 554);

  return trip;
}

static void
go_and_try (HuisTrip *trip)
{
  g_assert_true (huis_trip_set_out (trip));
  huis_trip_arrive (trip, HUIS_PLACE_AWAY, "iPhone van Kim");
  g_assert_true (huis_trip_agree (trip));
}

static void
tell (HuisTrip *trip, const char *state)
{
  g_autofree char *line = g_strdup_printf ("{\"type\":\"door\",\"address\":\"" HOME_ADDRESS
                                           "\",\"port\":8554,\"state\":\"%s\"}",
                                           state);
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1, NULL);

  huis_trip_take (trip, observation);
}

static void
assert_stage (HuisTrip *trip, HuisTripStage stage, HuisTrouble trouble)
{
  g_assert_cmpint (huis_trip_get_stage (trip), ==, stage);
  g_assert_cmpint (huis_trip_get_trouble (trip), ==, trouble);
}

static HuisTripBook *
copy_book (HuisTripBook *book)
{
  g_autoptr (JsonObject) object = huis_trip_book_to_json (book);
  HuisTripBook *copy = huis_trip_book_new ();

  huis_trip_book_load_json (copy, object);

  return copy;
}

/* The program ends in the middle, and begins again. */
static void
test_restart (void)
{
  g_autoptr (HuisTripBook) book = huis_trip_book_new ();
  g_autoptr (HuisTrip) trip = make_trip (HUIS_TRIP_OUTSIDE);
  g_autoptr (HuisTripBook) trying = NULL;
  g_autoptr (HuisTripBook) returning = NULL;
  g_autoptr (HuisTripBook) ended = NULL;

  huis_trip_book_set_current (book, trip);
  g_assert_false (huis_trip_book_is_travelling (book));
  go_and_try (trip);
  tell (trip, "open");
  trying = copy_book (book);
  g_assert_true (huis_trip_book_is_travelling (trying));
  assert_stage (huis_trip_book_get_current (trying), HUIS_TRIP_LEAVING, HUIS_TROUBLE_NONE);

  huis_trip_finish (trip, HUIS_TROUBLE_NONE, 200);
  huis_trip_come_home (trip);
  returning = copy_book (book);
  assert_stage (huis_trip_book_get_current (returning), HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);

  huis_trip_compare (trip, HOME_ADDRESS, no_ipv6);
  huis_trip_book_file (book);
  g_assert_null (huis_trip_book_get_current (book));
  ended = copy_book (book);
  g_assert_null (huis_trip_book_get_current (ended));
  g_assert_null (huis_trip_book_get_report (ended, HUIS_TRIP_GUEST));
  g_assert_cmpuint (huis_trip_count_doors (huis_trip_book_get_report (ended, HUIS_TRIP_OUTSIDE),
                                           HUIS_DOOR_OPEN),
                    ==, 1);
}

/* A later trip that fails does not take the evidence of an earlier one away. */
static void
test_evidence_stays (void)
{
  g_autoptr (HuisTripBook) book = huis_trip_book_new ();
  g_autoptr (HuisTrip) good = make_trip (HUIS_TRIP_GUEST);
  g_autoptr (HuisTrip) bad = make_trip (HUIS_TRIP_GUEST);

  huis_trip_book_set_current (book, good);
  go_and_try (good);
  tell (good, "silent");
  huis_trip_finish (good, HUIS_TROUBLE_NONE, 200);
  huis_trip_come_home (good);
  huis_trip_book_file (book);
  huis_trip_book_set_current (book, bad);
  go_and_try (bad);
  huis_trip_give_up (bad, HUIS_PLACE_HOME);
  huis_trip_book_file (book);
  g_assert_true (huis_trip_book_get_report (book, HUIS_TRIP_GUEST) == good);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trip-book/restart", test_restart);
  g_test_add_func ("/trip-book/evidence-stays", test_evidence_stays);

  return g_test_run ();
}
