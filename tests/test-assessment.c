/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-assessment.h"

#include <string.h>

#define LOOK  1000
#define LATER 2000

static const char *const nowhere[HUIS_KIND_LAST + 1];
static const char *const not_for_lights[HUIS_KIND_LAST + 1] = { [HUIS_KIND_LIGHT] = "No screen" };

static const HuisMeasure password = { .id = "password",
                                      .scope = HUIS_SCOPE_DEVICE,
                                      .skipped = not_for_lights };
static const HuisMeasure upnp = { .id = "router-upnp",
                                  .scope = HUIS_SCOPE_ROUTER,
                                  .check = "upnp",
                                  .skipped = nowhere };
static const HuisMeasure telnet = { .id = "telnet-open",
                                    .scope = HUIS_SCOPE_DEVICE,
                                    .check = "telnet-open",
                                    .only_when_seen = TRUE,
                                    .skipped = nowhere };
static const HuisMeasure opening = { .id = "from-outside",
                                     .scope = HUIS_SCOPE_DEVICE,
                                     .check = "opening-to-device",
                                     .skipped = nowhere };
static const HuisMeasure openings = { .id = "no-openings",
                                      .scope = HUIS_SCOPE_ROUTER,
                                      .check = "openings",
                                      .skipped = nowhere };
static const HuisMeasure online = { .id = "online-needed",
                                    .scope = HUIS_SCOPE_DEVICE,
                                    .skipped = nowhere };

static HuisNetwork *
make_network (void)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1,
      LOOK, NULL);

  return huis_network_new (interface);
}

static HuisDevice *
observe (HuisNetwork *network, const char *line, gint64 when)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  return huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

static HuisDevice *
add_router (HuisNetwork *network)
{
  return observe (network,
                  "{\"type\":\"host\",\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\","
                  "\"gateway\":true}",
                  LOOK);
}

static HuisDevice *
add_camera (HuisNetwork *network)
{
  return observe (network,
                  "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"}",
                  LOOK);
}

static void
assert_verdict (HuisNetwork *network,
                const HuisMeasure *measure,
                HuisDevice *device,
                HuisStatus status,
                HuisWitness witness)
{
  g_autoptr (HuisVerdict) verdict = huis_assessment_judge (network, measure, device);

  g_assert_cmpint (verdict->status, ==, status);
  g_assert_cmpint (verdict->witness, ==, witness);
}

static void
answer (HuisNetwork *network,
        const HuisMeasure *measure,
        HuisDevice *device,
        HuisAnswerKind kind,
        gint64 when)
{
  huis_answers_set (huis_network_get_answers (network), measure->id,
                    device != NULL ? huis_device_get_id (device) : NULL, kind, "because", when);
}

static void
test_nothing_is_not_in_order (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *camera = add_camera (network);

  assert_verdict (network, &password, camera, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
  assert_verdict (network, &upnp, NULL, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
  assert_verdict (network, &telnet, camera, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
  g_assert_false (huis_assessment_is_shown (network, &telnet, camera));
}

static void
test_said (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *camera = add_camera (network);
  g_autoptr (HuisVerdict) accepted = NULL;

  answer (network, &password, camera, HUIS_ANSWER_DONE, LATER);
  assert_verdict (network, &password, camera, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SAID);
  answer (network, &password, camera, HUIS_ANSWER_CANNOT, LATER);
  assert_verdict (network, &password, camera, HUIS_STATUS_TO_DO, HUIS_WITNESS_SAID);
  answer (network, &password, camera, HUIS_ANSWER_NOT_APPLICABLE, LATER);
  assert_verdict (network, &password, camera, HUIS_STATUS_NOT_APPLICABLE, HUIS_WITNESS_SAID);
  answer (network, &password, camera, HUIS_ANSWER_NONE, LATER);
  assert_verdict (network, &password, camera, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);

  answer (network, &password, camera, HUIS_ANSWER_ACCEPTED, LATER);
  accepted = huis_assessment_judge (network, &password, camera);
  g_assert_cmpint (accepted->status, ==, HUIS_STATUS_ACCEPTED);
  g_assert_cmpstr (accepted->reason, ==, "because");
  g_assert_cmpint (accepted->when, ==, LATER);
}

static void
test_kind (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *lamp = add_camera (network);

  huis_device_set_given_kind (lamp, HUIS_KIND_LIGHT);
  assert_verdict (network, &password, lamp, HUIS_STATUS_NOT_APPLICABLE, HUIS_WITNESS_NOBODY);
  g_assert_false (huis_assessment_is_shown (network, &password, lamp));
}

/* Seen on, switched off by the person, looked at again. */
static void
test_upnp (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *router = add_router (network);
  g_autoptr (HuisVerdict) silent = NULL;

  observe (network, "{\"type\":\"igd\",\"address\":\"10.0.0.1\",\"service\":\"WANIPConnection:1\"}",
           LOOK);
  huis_device_set_tested (router, LOOK);
  assert_verdict (network, &upnp, NULL, HUIS_STATUS_TO_DO, HUIS_WITNESS_SEEN);

  answer (network, &upnp, NULL, HUIS_ANSWER_DONE, LOOK - 1);
  assert_verdict (network, &upnp, NULL, HUIS_STATUS_TO_DO, HUIS_WITNESS_SEEN);
  answer (network, &upnp, NULL, HUIS_ANSWER_DONE, LOOK + 1);
  assert_verdict (network, &upnp, NULL, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SAID);
  answer (network, &upnp, NULL, HUIS_ANSWER_NONE, LOOK + 2);

  huis_device_set_tested (router, LATER);
  silent = huis_assessment_judge (network, &upnp, NULL);
  g_assert_cmpint (silent->status, ==, HUIS_STATUS_NOT_TESTED); /* no answer is never "off" */
  g_assert_nonnull (silent->saw);
}

/* A router that speaks UPnP and refuses its list of openings did not say that there are none. */
static void
test_refused_list (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *router = add_router (network);
  g_autoptr (HuisVerdict) refused = NULL;
  g_autoptr (HuisVerdict) empty = NULL;

  huis_device_set_tested (router, LOOK);
  observe (network, "{\"type\":\"igd\",\"address\":\"10.0.0.1\",\"service\":\"WANIPConnection:1\"}",
           LOOK);
  refused = huis_assessment_judge (network, &openings, NULL);
  observe (network,
           "{\"type\":\"igd\",\"address\":\"10.0.0.1\",\"service\":\"WANIPConnection:1\","
           "\"mapping_count\":0}",
           LOOK);
  empty = huis_assessment_judge (network, &openings, NULL);

  g_assert_cmpint (refused->status, ==, HUIS_STATUS_NOT_TESTED);
  g_assert_cmpint (empty->status, ==, HUIS_STATUS_NOT_TESTED);
  g_assert_cmpstr (refused->saw, !=, empty->saw);
}

static void
test_finding_goes (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *camera = add_camera (network);

  observe (network, "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":23,\"state\":\"open\"}",
           LOOK);
  assert_verdict (network, &telnet, camera, HUIS_STATUS_TO_DO, HUIS_WITNESS_SEEN);
  g_assert_true (huis_assessment_is_shown (network, &telnet, camera));

  huis_device_set_tested (camera, LATER); /* no word of the port this time */
  assert_verdict (network, &telnet, camera, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
  observe (network, "{\"type\":\"ports\",\"address\":\"10.0.0.2\",\"closed\":[23,2323]}", LATER);
  assert_verdict (network, &telnet, camera, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
  observe (network, "{\"type\":\"ports\",\"address\":\"10.0.0.2\",\"closed\":[23,992,2323]}",
           LATER);
  assert_verdict (network, &telnet, camera, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SEEN);
  g_assert_false (huis_assessment_is_shown (network, &telnet, camera));
}

static void
test_opening (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *camera = add_camera (network);
  HuisDevice *other =
      observe (network,
               "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:03\"}", LOOK);

  add_router (network);
  observe (network,
           "{\"type\":\"mapping\",\"address\":\"10.0.0.1\",\"protocol\":\"tcp\","
           "\"external_port\":8080,\"internal_address\":\"10.0.0.2\",\"internal_port\":80}",
           LOOK);
  assert_verdict (network, &opening, camera, HUIS_STATUS_TO_DO, HUIS_WITNESS_SEEN);
  assert_verdict (network, &opening, other, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
}

static void
test_question (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisDevice *camera = add_camera (network);

  huis_device_set_reply (camera, HUIS_QUESTION_ONLINE, HUIS_REPLY_DONT_KNOW);
  assert_verdict (network, &online, camera, HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY);
  huis_device_set_reply (camera, HUIS_QUESTION_ONLINE, HUIS_REPLY_YES);
  assert_verdict (network, &online, camera, HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SAID);
}

static void
test_support_day (void)
{
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);

  g_assert_true (huis_device_set_support_until (device, "2031-02-28"));
  g_assert_false (huis_device_set_support_until (device, "2031-02-30"));
  g_assert_false (huis_device_set_support_until (device, "soon"));
  g_assert_cmpstr (huis_device_get_support_until (device), ==, "2031-02-28");
  g_assert_true (huis_device_set_support_until (device, ""));
  g_assert_null (huis_device_get_support_until (device));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment/nothing-is-not-in-order", test_nothing_is_not_in_order);
  g_test_add_func ("/assessment/said", test_said);
  g_test_add_func ("/assessment/kind", test_kind);
  g_test_add_func ("/assessment/upnp", test_upnp);
  g_test_add_func ("/assessment/refused-list", test_refused_list);
  g_test_add_func ("/assessment/finding-goes", test_finding_goes);
  g_test_add_func ("/assessment/opening", test_opening);
  g_test_add_func ("/assessment/question", test_question);
  g_test_add_func ("/assessment/support-day", test_support_day);

  return g_test_run ();
}
