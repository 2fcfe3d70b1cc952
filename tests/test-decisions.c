/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-decisions.h"
#include "huis-standing.h"

#include <gio/gio.h>
#include <string.h>

#define LOOK  1000
#define SAID  2000
#define AGAIN 3000

typedef struct
{
  HuisCatalogue *catalogue;
  HuisNetwork *network;
  HuisDevice *camera;
} Fixture;

static HuisDevice *
see_camera (Fixture *fixture, gint64 when)
{
  g_autoptr (HuisObservation) seen = huis_observation_new_from_line (
      "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"}", -1, when, NULL);

  return huis_inventory_add_observation (huis_network_get_inventory (fixture->network), seen);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1,
      LOOK, NULL);
  g_autoptr (GError) error = NULL;

  fixture->catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);
  fixture->network = huis_network_new (interface);
  fixture->camera = see_camera (fixture, LOOK);
  huis_device_set_given_name (fixture->camera, "Garden camera");
  huis_device_set_given_kind (fixture->camera, HUIS_KIND_CAMERA);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->network);
  g_object_unref (fixture->catalogue);
}

static void
answer (Fixture *fixture,
        const char *measure,
        HuisDevice *device,
        HuisAnswerKind kind,
        const char *reason)
{
  huis_answers_set (huis_network_get_answers (fixture->network), measure,
                    device != NULL ? huis_device_get_id (device) : NULL, kind, reason, SAID);
}

static guint
count (Fixture *fixture)
{
  g_autoptr (GPtrArray) decisions = huis_decisions_list (fixture->network, fixture->catalogue);

  return decisions->len;
}

/* Done and later are no decisions: they are to be seen at the step itself. */
static void
test_listed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) decisions = NULL;
  const HuisDecision *first, *second, *third;

  answer (fixture, "updates", fixture->camera, HUIS_ANSWER_DONE, NULL);
  answer (fixture, "support", fixture->camera, HUIS_ANSWER_LATER, NULL);
  g_assert_cmpuint (count (fixture), ==, 0);

  answer (fixture, "password", fixture->camera, HUIS_ANSWER_ACCEPTED, "It hangs in the shed");
  answer (fixture, "inventory", NULL, HUIS_ANSWER_NOT_APPLICABLE, NULL);
  huis_device_set_ending (fixture->camera, HUIS_ENDING_UNPLUGGED, SAID);
  decisions = huis_decisions_list (fixture->network, fixture->catalogue);
  g_assert_cmpuint (decisions->len, ==, 3);
  first = g_ptr_array_index (decisions, 0);
  second = g_ptr_array_index (decisions, 1);
  third = g_ptr_array_index (decisions, 2);
  g_assert_cmpint (first->kind, ==, HUIS_DECISION_ACCEPTED);
  g_assert_true (first->device == fixture->camera);
  g_assert_nonnull (strstr (first->words, "It hangs in the shed"));
  g_assert_cmpint (second->kind, ==, HUIS_DECISION_NOT_APPLICABLE);
  g_assert_null (second->device);
  g_assert_cmpint (third->kind, ==, HUIS_DECISION_ENDED);
  g_assert_null (third->measure);
}

static void
test_undone (Fixture *fixture, gconstpointer unused)
{
  answer (fixture, "password", fixture->camera, HUIS_ANSWER_ACCEPTED, "It hangs in the shed");
  answer (fixture, "inventory", NULL, HUIS_ANSWER_NOT_APPLICABLE, NULL);
  huis_device_set_ending (fixture->camera, HUIS_ENDING_GIVEN_UP, SAID);
  for (guint left = 3; left > 0; left--)
    {
      g_autoptr (GPtrArray) decisions = huis_decisions_list (fixture->network, fixture->catalogue);

      g_assert_cmpuint (decisions->len, ==, left);
      huis_decision_undo (fixture->network, g_ptr_array_index (decisions, 0));
    }

  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_false (huis_device_has_ended (fixture->camera));
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) devices = huis_standing_list_devices (fixture->network, fixture->catalogue);

  return devices->len;
}

/* Unplugged is a good ending: no steps are left, until it is on the network again. */
static void
test_ended (Fixture *fixture, gconstpointer unused)
{
  const HuisMeasure *measure = huis_catalogue_find_measure (fixture->catalogue, "ended");
  g_autoptr (HuisVerdict) verdict = NULL;

  g_assert_cmpuint (count_steps (fixture), ==, 1);
  huis_device_set_ending (fixture->camera, HUIS_ENDING_UNPLUGGED, SAID);
  g_assert_true (huis_device_has_ended (fixture->camera));
  g_assert_cmpuint (count_steps (fixture), ==, 0);

  see_camera (fixture, AGAIN);
  g_assert_false (huis_device_has_ended (fixture->camera));
  g_assert_cmpuint (count_steps (fixture), ==, 1);
  verdict = huis_assessment_judge (fixture->network, measure, fixture->camera);
  g_assert_cmpint (verdict->status, ==, HUIS_STATUS_TO_DO);
  g_assert_nonnull (strstr (verdict->saw, "no longer in use"));
}

/* The steps of the home as a whole are counted like those of a device. */
static void
test_home (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (HuisStanding) before = huis_standing_new (fixture->network, fixture->catalogue, NULL);
  g_autoptr (HuisStanding) after = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (before->n_done, ==, 0);
  g_assert_cmpuint (before->n_steps, >, 2);
  answer (fixture, "inventory", NULL, HUIS_ANSWER_DONE, NULL);
  after = huis_standing_new (fixture->network, fixture->catalogue, NULL);
  g_assert_cmpuint (after->n_done, ==, 1);
  g_assert_cmpuint (after->n_steps, ==, before->n_steps);
  text = huis_standing_dup_progress (after);
  g_assert_true (g_str_has_prefix (text, "1 of "));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/decisions/listed", test_listed);
  ADD ("/decisions/undone", test_undone);
  ADD ("/decisions/ended", test_ended);
  ADD ("/decisions/home", test_home);

  return g_test_run ();
}
