/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-standing.h"
#include "huis-task.h"
#include "scratch-folder.h"

#include <string.h>

#define LOOK 1000

typedef struct
{
  char *folder;
  HuisCatalogue *catalogue;
  HuisStore *store;
  HuisSession *session;
  HuisNetwork *network;
  HuisDevice *router;
  HuisDevice *camera;
} Fixture;

static HuisDevice *
observe (Fixture *fixture, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, LOOK, NULL);

  return huis_inventory_add_observation (huis_network_get_inventory (fixture->network),
                                         observation);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\",\"gateway_mac\":\"00:11:22:33:44:01\"}",
      -1, LOOK, NULL);

  fixture->folder = g_dir_make_tmp ("huiswacht-task-XXXXXX", NULL);
  fixture->catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  fixture->store = huis_store_new (fixture->folder);
  fixture->session = huis_session_new (fixture->store, "/nonexistent");
  huis_session_choose_interface (fixture->session, interface);
  fixture->network = huis_session_get_network (fixture->session);
  fixture->router = observe (fixture, "{\"type\":\"host\",\"address\":\"10.0.0.1\","
                                      "\"mac\":\"00:11:22:33:44:01\",\"gateway\":true}");
  fixture->camera = observe (fixture, "{\"type\":\"host\",\"address\":\"10.0.0.2\","
                                      "\"mac\":\"00:11:22:33:44:02\"}");
  huis_device_set_given_kind (fixture->camera, HUIS_KIND_CAMERA);
  huis_device_set_given_name (fixture->camera, "Hall");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  huis_store_flush (fixture->store, NULL);
  g_object_unref (fixture->session);
  g_object_unref (fixture->store);
  g_object_unref (fixture->catalogue);
  scratch_folder_remove (fixture->folder);
}

static HuisTask *
make_task (Fixture *fixture, const char *measure_id, HuisDevice *device)
{
  const HuisMeasure *measure = huis_catalogue_find_measure (fixture->catalogue, measure_id);

  g_assert_nonnull (measure);
  return huis_task_new (fixture->session, fixture->catalogue, measure, device);
}

static void
assert_summary (HuisTask *task, const char *start)
{
  g_autofree char *summary = huis_task_dup_summary (task);

  g_assert_true (g_str_has_prefix (summary, start));
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisTask) task = make_task (fixture, "password", fixture->camera);

  g_assert_false (huis_task_can_look (task));
  assert_summary (task, huis_task_get_measure (task)->question);
  huis_task_answer (task, HUIS_ANSWER_LATER, NULL, FALSE);
  assert_summary (task, "You want to do this later.");
  huis_task_answer (task, HUIS_ANSWER_ACCEPTED, "Only in the shed", FALSE);
  assert_summary (task, "Your reason: Only in the shed");
  huis_task_answer (task, HUIS_ANSWER_DONE, NULL, FALSE);
  assert_summary (task, "You said so: today");
  huis_task_set_note (task, "In the drawer");
  huis_task_answer (task, HUIS_ANSWER_NONE, NULL, FALSE);
  assert_summary (task, huis_task_get_measure (task)->question);
  g_assert_cmpstr (huis_task_get_answer (task)->note, ==, "In the drawer");
}

/* A door to a device shows at the router, so that is what is looked at. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisTask) picture = make_task (fixture, "camera-open", fixture->camera);
  g_autoptr (HuisTask) door = make_task (fixture, "from-outside", fixture->camera);
  g_autoptr (HuisTask) support = make_task (fixture, "support", fixture->camera);
  HuisQuestion question;

  g_assert_true (huis_task_can_look (picture));
  g_assert_true (huis_task_get_look_target (picture) == fixture->camera);
  g_assert_true (huis_task_can_look (door));
  g_assert_null (huis_task_get_look_target (door));
  g_assert_true (huis_task_asks (door, &question));
  g_assert_cmpint (question, ==, HUIS_QUESTION_OUTSIDE);
  g_assert_false (huis_task_can_look (support));
}

static void
assert_first_step (HuisTask *task, gboolean usual, const char *words, gboolean holds)
{
  g_autoptr (GPtrArray) steps = huis_task_list_steps (task, usual);

  g_assert_cmpuint (steps->len, >, 0);
  g_assert_true ((strstr (g_ptr_array_index (steps, 0), words) != NULL) == holds);
}

/* The words of this very router, until the person says that they see something else. */
static void
test_guide (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisRouterGuides) guides =
      huis_router_guides_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_autoptr (HuisTask) task = make_task (fixture, "router-upnp", NULL);
  g_autofree char *before = NULL, *after = NULL;

  huis_task_set_guide (task, guides, huis_router_guides_for_network (guides, fixture->network));
  g_assert_false (huis_task_has_guide (task));
  assert_first_step (task, FALSE, "10.0.0.1", FALSE);
  before = huis_task_dup_sources (task, FALSE);

  huis_network_set_router_guide (fixture->network, "fritzbox");
  huis_task_set_guide (task, guides, huis_router_guides_for_network (guides, fixture->network));
  g_assert_true (huis_task_has_guide (task));
  assert_first_step (task, FALSE, "10.0.0.1", TRUE);
  assert_first_step (task, TRUE, "10.0.0.1", FALSE);
  after = huis_task_dup_sources (task, FALSE);
  g_assert_cmpstr (before, !=, after);
}

static void
assert_first_link (HuisTask *task, const char *label)
{
  g_autoptr (GPtrArray) links = huis_task_list_links (task);

  g_assert_cmpuint (links->len, >, 0);
  g_assert_cmpstr (((HuisTaskLink *) links->pdata[0])->label, ==, label);
}

static void
set_maker (HuisDevice *device, const char *maker)
{
  g_autoptr (HuisIdentity) identity = huis_identity_new ();

  identity->maker = g_strdup (maker);
  huis_device_set_identity (device, identity);
}

/* The steps of the maker stand in the place of the usual ones. */
static void
test_maker (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisMakerGuides) guides = huis_maker_guides_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_autoptr (HuisTask) task = make_task (fixture, "password", fixture->camera);
  g_autofree char *sources = NULL;

  g_assert_nonnull (guides);
  huis_network_set_maker_guides (fixture->network, guides);
  g_assert_false (huis_task_has_guide (task));
  assert_first_link (task, "Read more: veiliginternetten.nl");

  set_maker (fixture->camera, "Dahua");
  g_assert_true (huis_task_has_guide (task));
  assert_first_step (task, FALSE, "Open the settings page of the device in your browser.", TRUE);
  assert_first_step (task, TRUE, huis_task_get_measure (task)->steps[0], TRUE);
  sources = huis_task_dup_sources (task, FALSE);
  g_assert_nonnull (strstr (sources, "dahuawiki.com"));
}

/* Or before them, where what is to do at the router or in Huiswacht follows; or not at all, where
 * nothing is known. */
static void
test_maker_and_usual (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisMakerGuides) guides = huis_maker_guides_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_autoptr (HuisTask) outside = make_task (fixture, "from-outside", fixture->camera);
  g_autoptr (HuisTask) two_factor = make_task (fixture, "two-factor", fixture->camera);
  g_autoptr (GPtrArray) before = huis_task_list_steps (outside, FALSE);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *not_known = NULL;

  set_maker (fixture->camera, "Dahua");
  huis_network_set_maker_guides (fixture->network, guides);
  after = huis_task_list_steps (outside, FALSE);
  g_assert_cmpuint (after->len, >, before->len);
  for (guint i = 1; i <= before->len; i++)
    g_assert_cmpstr (after->pdata[after->len - i], ==, before->pdata[before->len - i]);
  assert_first_link (outside, "About its safety: dahuawiki.com");

  g_assert_false (huis_task_has_guide (two_factor));
  not_known = huis_task_dup_sources (two_factor, FALSE);
  g_assert_true (g_str_has_prefix (not_known, "For Dahua we found nothing of its own."));
}

/* The date of the router's support is that of the gateway. */
static void
test_router_support (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisTask) task = make_task (fixture, "router-support", NULL);
  g_autoptr (HuisVerdict) before = huis_task_judge (task);
  g_autoptr (HuisVerdict) after = NULL;

  g_assert_cmpint (before->status, ==, HUIS_STATUS_NOT_TESTED);
  huis_device_set_support_until (fixture->router, "2020-12-31");
  after = huis_task_judge (task);
  g_assert_cmpint (after->status, ==, HUIS_STATUS_TO_DO);
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisTask) task = make_task (fixture, "password", fixture->camera);
  g_autoptr (HuisStanding) before = NULL;
  g_autoptr (HuisStanding) after = NULL;
  g_autoptr (GPtrArray) devices = NULL;
  guint n_done;

  before = huis_standing_new (fixture->network, fixture->catalogue, fixture->camera);
  g_assert_cmpuint (before->n_done, ==, 0);
  g_assert_cmpint (before->status, ==, HUIS_STATUS_TO_DO); /* beside the computers, as most are */
  g_assert_false (before->urgent);

  huis_task_answer (task, HUIS_ANSWER_DONE, NULL, FALSE);
  observe (fixture, "{\"type\":\"rtsp\",\"address\":\"10.0.0.2\",\"port\":554,\"open\":true}");
  after = huis_standing_new (fixture->network, fixture->catalogue, fixture->camera);
  g_assert_cmpuint (after->n_done, ==, 1);
  g_assert_cmpuint (after->n_steps, ==, before->n_steps + 1);
  g_assert_cmpint (after->status, ==, HUIS_STATUS_TO_DO);
  g_assert_true (after->urgent);
  g_assert_cmpstr (after->next, ==, "This camera shows its picture without a password.");

  /* The router has its own page. */
  devices = huis_standing_list_devices (fixture->network, fixture->catalogue);
  g_assert_cmpuint (devices->len, ==, 1);
  g_assert_cmpuint (huis_standing_count_devices (fixture->network, fixture->catalogue, &n_done), ==,
                    1);
  g_assert_cmpuint (n_done, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/task/answers", test_answers);
  ADD ("/task/look", test_look);
  ADD ("/task/guide", test_guide);
  ADD ("/task/maker", test_maker);
  ADD ("/task/maker-and-usual", test_maker_and_usual);
  ADD ("/task/router-support", test_router_support);
  ADD ("/task/standing", test_standing);
#undef ADD

  return g_test_run ();
}
