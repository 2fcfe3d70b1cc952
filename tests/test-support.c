/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-assessment.h"
#include "huis-day.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY     ((gint64) 24 * 60 * 60)
#define MEASURE "support"

typedef struct
{
  HuisNetwork *network;
  HuisDevice *device;
} Fixture;

static const char *const nowhere[HUIS_KIND_LAST + 1];
static const HuisMeasure measure = { .id = MEASURE,
                                     .scope = HUIS_SCOPE_DEVICE,
                                     .check = "support",
                                     .skipped = nowhere };

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The day so many days from now, "2027-12-31". */
static char *
day_from_now (int days)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (today, days);

  return g_date_time_format (day, "%F");
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1,
      now (), NULL);
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);

  fixture->network = huis_network_new (interface);
  fixture->device = device;
  huis_device_set_given_name (device, "Round bridge");
  huis_inventory_add_device (huis_network_get_inventory (fixture->network), device);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->network);
}

/* One guide, which knows until when a bridge gets updates. */
static void
know (Fixture *fixture, int days)
{
  g_autofree char *day = day_from_now (days);
  g_autofree char *text = g_strdup_printf (
      "<maker id=\"one\" title=\"One\" date=\"2026-01-01\"><recognise named=\"bridge\"/>"
      "<support until=\"%s\" certainty=\"sure\" source=\"example.org\"/></maker>",
      day);
  g_autofree char *folder = g_dir_make_tmp ("huis-support-XXXXXX", NULL);
  g_autofree char *makers = g_build_filename (folder, "makers", NULL);
  g_autofree char *path = g_build_filename (makers, "one.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisMakerGuides) guides = NULL;

  g_assert_cmpint (g_mkdir (makers, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  guides = huis_maker_guides_new (folder, &error);
  g_assert_no_error (error);
  huis_network_set_maker_guides (fixture->network, guides);
  g_assert_cmpint (g_unlink (path) | g_rmdir (makers) | g_rmdir (folder), ==, 0);
}

static void
say (Fixture *fixture, int days)
{
  g_autofree char *day = day_from_now (days);

  g_assert_true (huis_device_set_support_until (fixture->device, day));
}

static void
answer (Fixture *fixture, HuisAnswerKind kind, gint64 when)
{
  huis_answers_set (huis_network_get_answers (fixture->network), MEASURE,
                    huis_device_get_id (fixture->device), kind, NULL, when);
}

/* @saw: words that must be in what is told, or %NULL where nothing is. */
static void
assert_is (Fixture *fixture, HuisStatus status, HuisWitness witness, const char *saw)
{
  g_autoptr (HuisVerdict) verdict =
      huis_assessment_judge (fixture->network, &measure, fixture->device);

  g_assert_cmpint (verdict->status, ==, status);
  g_assert_cmpint (verdict->witness, ==, witness);
  g_assert_cmpint (verdict->saw != NULL, ==, saw != NULL);
  if (saw != NULL)
    g_assert_nonnull (strstr (verdict->saw, saw));
}

/* The person's own date warns from six months before. */
static void
test_said (Fixture *fixture, gconstpointer unused)
{
  assert_is (fixture, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY, NULL);
  say (fixture, 400);
  assert_is (fixture, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SAID, "gives updates until");
  say (fixture, 150);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_SAID, "end soon");
  say (fixture, -1);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_SAID, "stopped the updates");
}

/* So does the one that is known of the maker, and it says who tells it. */
static void
test_known (Fixture *fixture, gconstpointer unused)
{
  know (fixture, 400);
  assert_is (fixture, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY, "According to example.org");
  know (fixture, 150);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_NOBODY, "end soon");
  know (fixture, -30);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_NOBODY, "the updates stopped");

  say (fixture, 400);
  assert_is (fixture, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SAID, "gives updates until");
}

/* "I looked it up" holds until there is news: the warning, and then the end. */
static void
test_done_before_the_warning (Fixture *fixture, gconstpointer unused)
{
  know (fixture, 150);
  answer (fixture, HUIS_ANSWER_DONE, now () - 60 * DAY);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_NOBODY, "end soon");
  answer (fixture, HUIS_ANSWER_DONE, now ());
  assert_is (fixture, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SAID, "end soon");

  know (fixture, -2);
  answer (fixture, HUIS_ANSWER_DONE, now () - 3 * DAY);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_NOBODY, "the updates stopped");
  answer (fixture, HUIS_ANSWER_ACCEPTED, now () - 3 * DAY);
  assert_is (fixture, HUIS_STATUS_ACCEPTED, HUIS_WITNESS_SAID, "the updates stopped");
}

/* Looked in vain counts for a year; what is known after all counts more. */
static void
test_sought (Fixture *fixture, gconstpointer unused)
{
  huis_device_set_support_sought (fixture->device, now () - 300 * DAY);
  assert_is (fixture, HUIS_STATUS_ACCEPTED, HUIS_WITNESS_SAID, "found no date.");
  huis_device_set_support_sought (fixture->device, now () - 400 * DAY);
  assert_is (fixture, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY, "Look once more");
  know (fixture, -30);
  assert_is (fixture, HUIS_STATUS_TO_DO, HUIS_WITNESS_NOBODY, "the updates stopped");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/support/said", test_said);
  ADD ("/support/known", test_known);
  ADD ("/support/done-before-the-warning", test_done_before_the_warning);
  ADD ("/support/sought", test_sought);

  return g_test_run ();
}
