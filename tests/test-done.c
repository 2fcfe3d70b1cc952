/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-done.h"

#include <string.h>

#define BEFORE 1000
#define SINCE  2000
#define NOW    3000

static HuisCatalogue *catalogue;

static HuisDevice *
observe_telnet (HuisNetwork *network, gint64 when)
{
  g_autoptr (HuisObservation) port = huis_observation_new_from_line (
      "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":23,\"state\":\"open\"}", -1, when,
      NULL);
  HuisDevice *device = huis_inventory_add_observation (huis_network_get_inventory (network), port);

  huis_device_set_tested (device, when);

  return device;
}

static HuisNetwork *
make_network (HuisDevice **device)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1,
      BEFORE, NULL);
  HuisNetwork *network = huis_network_new (interface);

  *device = observe_telnet (network, BEFORE);

  return network;
}

static void
answer (HuisNetwork *network, const char *id, HuisDevice *device, HuisAnswerKind kind, gint64 when)
{
  huis_answers_set (huis_network_get_answers (network), id,
                    device != NULL ? huis_device_get_id (device) : NULL, kind, NULL, when);
}

static void
test_said (void)
{
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);
  g_autoptr (GPtrArray) none = huis_done_find (network, catalogue, SINCE);
  g_autoptr (GPtrArray) done = NULL;
  const HuisDone *first, *second;

  g_assert_cmpuint (none->len, ==, 0);
  answer (network, "router-password", NULL, HUIS_ANSWER_DONE, BEFORE);
  answer (network, "updates", device, HUIS_ANSWER_LATER, NOW);
  answer (network, "password", device, HUIS_ANSWER_DONE, SINCE);
  answer (network, "router-updates", NULL, HUIS_ANSWER_DONE, NOW);
  /* It is said to be off, and is seen to be on after that. */
  answer (network, "telnet-open", device, HUIS_ANSWER_DONE, SINCE);
  observe_telnet (network, NOW);

  done = huis_done_find (network, catalogue, SINCE);
  g_assert_cmpuint (done->len, ==, 2);
  first = g_ptr_array_index (done, 0);
  second = g_ptr_array_index (done, 1);
  g_assert_cmpstr (first->measure->id, ==, "router-updates");
  g_assert_null (first->device);
  g_assert_cmpstr (second->measure->id, ==, "password");
  g_assert_true (second->device == device);
  g_assert_false (second->seen);
}

static void
test_seen (void)
{
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);
  HuisHistory *history = huis_network_get_history (network);
  g_autoptr (GPtrArray) done = NULL;
  const HuisDone *first;

  huis_history_note_found (history, "ftp-open", huis_device_get_id (device), BEFORE);
  huis_history_note_gone (history, "ftp-open", huis_device_get_id (device), FALSE, NOW);
  /* Still there. */
  huis_history_note_found (history, "telnet-open", huis_device_get_id (device), NOW);

  done = huis_done_find (network, catalogue, SINCE);
  g_assert_cmpuint (done->len, ==, 1);
  first = g_ptr_array_index (done, 0);
  g_assert_cmpstr (first->measure->id, ==, "ftp-open");
  g_assert_true (first->seen);
  g_assert_cmpint (first->when, ==, NOW);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/done/said", test_said);
  g_test_add_func ("/done/seen", test_seen);
  status = g_test_run ();
  g_clear_object (&catalogue);

  return status;
}
