/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-alike.h"
#include "huis-change.h"
#include "huis-day.h"

static HuisVerdict
verdict (HuisStatus status, HuisWitness witness, const char *saw)
{
  return (HuisVerdict){ .status = status, .witness = witness, .saw = (char *) saw };
}

static void
assert_change (HuisVerdict before, HuisVerdict after, const char *text)
{
  g_autofree char *change = huis_change_describe (&before, &after);

  g_assert_cmpstr (change, ==, text);
}

static void
test_change (void)
{
  HuisVerdict open = verdict (HUIS_STATUS_TO_DO, HUIS_WITNESS_SEEN, "2 doors");
  HuisVerdict fewer = verdict (HUIS_STATUS_TO_DO, HUIS_WITNESS_SEEN, "1 door");
  HuisVerdict later = verdict (HUIS_STATUS_TO_DO, HUIS_WITNESS_SAID, NULL);
  HuisVerdict shut = verdict (HUIS_STATUS_IN_ORDER, HUIS_WITNESS_SEEN, "shut");
  HuisVerdict silent = verdict (HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY, NULL);

  assert_change (open, open, NULL);
  assert_change (open, shut, "Was: to do. Now: in order.");
  assert_change (open, silent, "Was: to do. Now: not seen any more.");
  assert_change (later, silent, "Was: to do. Now: not tested.");
  assert_change (silent, open, "Was: not tested. Now: to do.");
  assert_change (open, fewer, "Something changed, but it is still to do.");
}

static void
assert_day (const char *text, const char *iso)
{
  g_autofree char *day = huis_day_parse (text);

  g_assert_cmpstr (day, ==, iso);
}

static void
test_day (void)
{
  g_autofree char *shown = huis_day_format ("2028-02-29");
  g_autofree char *wrong = huis_day_format ("soon");

  assert_day ("31-12-2027", "2027-12-31");
  assert_day (" 1/6/2027 ", "2027-06-01");
  assert_day ("2027-12-31", "2027-12-31");
  assert_day ("2-2028", "2028-02-29");
  assert_day ("2028-02", "2028-02-29");
  assert_day ("2027", "2027-12-31");
  assert_day ("31-2-2027", NULL);
  assert_day ("13-2027", NULL);
  assert_day ("1-1-1-2027", NULL);
  assert_day ("1-2", NULL);
  assert_day ("soon", NULL);
  assert_day ("", NULL);
  assert_day (NULL, NULL);
  g_assert_cmpstr (shown, ==, "29 February 2028");
  g_assert_null (wrong);
}

static HuisDevice *
add_lamp (HuisNetwork *network, const char *maker, HuisKind kind)
{
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);
  g_autoptr (HuisIdentity) identity = huis_identity_new ();

  identity->maker = g_strdup (maker);
  huis_device_set_identity (device, identity);
  huis_device_set_given_kind (device, kind);
  huis_inventory_add_device (huis_network_get_inventory (network), device);

  return device;
}

static HuisAnswerKind
answer_of (HuisNetwork *network, HuisDevice *device)
{
  const HuisAnswer *answer = huis_answers_get (huis_network_get_answers (network), "password",
                                               huis_device_get_id (device));

  return answer != NULL ? answer->kind : HUIS_ANSWER_NONE;
}

/* One answer for several alike; and none for those that are not. */
static void
test_alike (void)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1, 1,
      NULL);
  g_autoptr (HuisNetwork) network = huis_network_new (interface);
  HuisDevice *first = add_lamp (network, "Signify", HUIS_KIND_LIGHT);
  HuisDevice *second = add_lamp (network, "SIGNIFY", HUIS_KIND_LIGHT);
  HuisDevice *hub = add_lamp (network, "Signify", HUIS_KIND_HUB);
  HuisDevice *other = add_lamp (network, "Other", HUIS_KIND_LIGHT);
  HuisDevice *nameless = add_lamp (network, NULL, HUIS_KIND_LIGHT);

  huis_alike_answer (network, "password", first, FALSE, HUIS_ANSWER_DONE, NULL, 10);
  g_assert_cmpint (answer_of (network, second), ==, HUIS_ANSWER_NONE);
  huis_alike_answer (network, "password", first, TRUE, HUIS_ANSWER_DONE, NULL, 10);
  g_assert_cmpint (answer_of (network, second), ==, HUIS_ANSWER_DONE);
  g_assert_cmpint (answer_of (network, hub), ==, HUIS_ANSWER_NONE);
  g_assert_cmpint (answer_of (network, other), ==, HUIS_ANSWER_NONE);
  huis_alike_answer (network, "password", nameless, TRUE, HUIS_ANSWER_DONE, NULL, 10);
  g_assert_cmpint (answer_of (network, other), ==, HUIS_ANSWER_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/describe", test_change);
  g_test_add_func ("/day/parse", test_day);
  g_test_add_func ("/alike/answer", test_alike);

  return g_test_run ();
}
