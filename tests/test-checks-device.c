/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-checks.h"

#include <string.h>

#define LOOK  1000
#define AGAIN 2000

#define CAMERA "\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\""

/* @members: the fact without its braces, "" for none. */
static HuisDevice *
observe (HuisNetwork *network, const char *members, gint64 when)
{
  g_autofree char *line = g_strdup_printf ("{" CAMERA ",%s}", members);
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  g_assert_nonnull (observation);
  return huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

/* A network with one device, which was looked at. */
static HuisNetwork *
make_network (HuisDevice **device)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1,
      LOOK, NULL);
  HuisNetwork *network = huis_network_new (interface);

  huis_network_begin_look (network, LOOK);
  *device = observe (network, "\"type\":\"host\"", LOOK);
  huis_device_set_tested (*device, LOOK);
  huis_network_end_look (network, LOOK + 10);

  return network;
}

/* @saw: words that must be in what was seen, or %NULL where nothing is said. */
static void
assert_check (HuisNetwork *network,
              HuisDevice *device,
              const char *name,
              HuisStatus status,
              const char *saw)
{
  HuisFinding finding;

  huis_check_run (name, NULL, network, device, &finding);
  g_assert_cmpint (finding.status, ==, status);
  g_assert_cmpint (finding.saw != NULL, ==, saw != NULL);
  if (saw != NULL)
    g_assert_nonnull (strstr (finding.saw, saw));
  g_free (finding.saw);
}

typedef struct
{
  const char *check;
  const char *fact;
  HuisStatus status;
  const char *saw;
} Case;

/* What each fact says at the time, and that it says nothing after a look that did not see it. */
static void
test_seen (gconstpointer data)
{
  const Case *row = data;
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);

  assert_check (network, device, row->check, HUIS_STATUS_NOT_TESTED, NULL);
  observe (network, row->fact, LOOK);
  assert_check (network, device, row->check, row->status, row->saw);
  huis_network_begin_look (network, AGAIN);
  huis_device_set_tested (device, AGAIN);
  huis_network_end_look (network, AGAIN + 10);
  assert_check (network, device, row->check, HUIS_STATUS_NOT_TESTED, NULL);
}

/* What is only announced to everyone, a look at the device alone does not ask for. */
static void
test_announced (void)
{
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);

  observe (network, "\"type\":\"mdns\",\"service\":\"_smb._tcp\",\"name\":\"NAS\",\"port\":445",
           LOOK);
  observe (network, "\"type\":\"port\",\"port\":21,\"state\":\"open\"", LOOK);
  assert_check (network, device, "ftp-open", HUIS_STATUS_TO_DO, "FTP");
  huis_device_set_tested (device, AGAIN);
  assert_check (network, device, "ftp-open", HUIS_STATUS_NOT_TESTED, NULL);
  assert_check (network, device, "shares", HUIS_STATUS_NOT_TESTED, "shares folders");
}

static const Case seen_cases[] = {
  { "page-without-login",
    "\"type\":\"vendor\",\"protocol\":\"shelly\",\"fields\":{\"login\":\"false\"}",
    HUIS_STATUS_TO_DO, "without asking for a password" },
  { "page-without-login", "\"type\":\"http\",\"port\":80,\"status\":200,\"login\":false",
    HUIS_STATUS_TO_DO, "without asking for a password" },
  { "snmp-open", "\"type\":\"snmp\",\"description\":\"HP ETHERNET MULTI-ENVIRONMENT\"",
    HUIS_STATUS_TO_DO, "SNMP" },
  { "shares", "\"type\":\"port\",\"port\":445,\"state\":\"open\"", HUIS_STATUS_NOT_TESTED,
    "shares folders" },
  { "shares", "\"type\":\"mdns\",\"service\":\"_nfs._tcp\",\"name\":\"NAS\",\"port\":2049",
    HUIS_STATUS_NOT_TESTED, "shares folders" },
  { "media-server-open",
    "\"type\":\"ssdp\",\"st\":\"urn:schemas-upnp-org:device:MediaServer:1\",\"usn\":\"uuid:1\"",
    HUIS_STATUS_TO_DO, "shares photos" },
  { "padlock-age", "\"type\":\"tls\",\"port\":443,\"version\":\"TLSv1.1\"", HUIS_STATUS_TO_DO,
    "TLSv1.1" },
  { "padlock-age", "\"type\":\"tls\",\"port\":443,\"version\":\"TLSv1.2\",\"not_after\":999",
    HUIS_STATUS_TO_DO, "1970" },
  { "version", "\"type\":\"vendor\",\"protocol\":\"hue\",\"fields\":{\"version\":\"1967054020\"}",
    HUIS_STATUS_NOT_TESTED, "1967054020" },
  { "version",
    "\"type\":\"mdns\",\"service\":\"_http._tcp\",\"name\":\"plug\",\"txt\":{\"fw_id\":\"v1.8\"}",
    HUIS_STATUS_NOT_TESTED, "v1.8" },
};

/* What is as it should be is no finding. */
static void
test_not_seen (void)
{
  static const Case cases[] = {
    { "page-without-login",
      "\"type\":\"vendor\",\"protocol\":\"shelly\",\"fields\":{\"login\":\"true\"}" },
    { "page-without-login", "\"type\":\"http\",\"port\":80,\"status\":200" },
    { "padlock-age", "\"type\":\"tls\",\"port\":443,\"version\":\"TLSv1.3\",\"not_after\":1001" },
    { "media-server-open",
      "\"type\":\"ssdp\",\"st\":\"urn:schemas-upnp-org:device:MediaRenderer:1\",\"usn\":\"u\"" },
    { "shares", "\"type\":\"port\",\"port\":80,\"state\":\"open\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HuisDevice *device;
      g_autoptr (HuisNetwork) network = make_network (&device);

      observe (network, cases[i].fact, LOOK);
      assert_check (network, device, cases[i].check, HUIS_STATUS_NOT_TESTED, NULL);
    }
}

/* Moved to another network: the next look at the whole network, or at its old place, misses it. */
static void
test_main_network (void)
{
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);

  assert_check (network, device, "main-network", HUIS_STATUS_TO_DO, "same network");

  huis_network_begin_look (network, AGAIN); /* under way: no word yet */
  assert_check (network, device, "main-network", HUIS_STATUS_TO_DO, "same network");
  huis_network_end_look (network, AGAIN + 10);
  assert_check (network, device, "main-network", HUIS_STATUS_NOT_TESTED, "do not see");

  observe (network, "\"type\":\"host\"", AGAIN + 20);
  assert_check (network, device, "main-network", HUIS_STATUS_TO_DO, "same network");
}

#define ROUTER "\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\""

static void
observe_line (HuisNetwork *network, const char *line, gint64 when)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  g_assert_nonnull (observation);
  huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

/* Only of what needs no internet, and only as far as it shows from here. */
static void
test_kept_offline (void)
{
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);

  observe_line (network, "{\"type\":\"host\"," ROUTER ",\"gateway\":true}", LOOK);
  assert_check (network, device, "kept-offline", HUIS_STATUS_NOT_TESTED, NULL);

  huis_device_set_reply (device, HUIS_QUESTION_ONLINE, HUIS_REPLY_NO);
  assert_check (network, device, "kept-offline", HUIS_STATUS_NOT_TESTED, "cannot see from here");

  observe_line (network,
                "{\"type\":\"mapping\"," ROUTER ",\"protocol\":\"tcp\",\"external_port\":8080,"
                "\"internal_address\":\"10.0.0.2\",\"internal_port\":80}",
                LOOK);
  assert_check (network, device, "kept-offline", HUIS_STATUS_TO_DO, "keeps a door open");
}

/* It forgot the Wi-Fi: the next look misses it. */
static void
test_kept_offline_missed (void)
{
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);

  observe_line (network, "{\"type\":\"host\"," ROUTER ",\"gateway\":true}", LOOK);
  huis_device_set_reply (device, HUIS_QUESTION_ONLINE, HUIS_REPLY_NO);
  huis_network_begin_look (network, AGAIN);
  huis_network_end_look (network, AGAIN + 10);
  assert_check (network, device, "kept-offline", HUIS_STATUS_NOT_TESTED, "do not see");
}

static void
assert_judged (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device, HuisStatus is)
{
  g_autoptr (HuisVerdict) verdict = huis_assessment_judge (network, measure, device);

  g_assert_cmpint (verdict->status, ==, is);
}

/* To share on purpose is a choice: it is not asked again after each look. */
static void
test_choice_stays (void)
{
  static const char *const nowhere[HUIS_KIND_LAST + 1];
  HuisMeasure measure = { .id = "media",
                          .scope = HUIS_SCOPE_DEVICE,
                          .check = "media-server-open",
                          .skipped = nowhere,
                          .choice_stays = TRUE };
  HuisDevice *device;
  g_autoptr (HuisNetwork) network = make_network (&device);

  observe (network, seen_cases[5].fact, LOOK);
  assert_judged (network, &measure, device, HUIS_STATUS_TO_DO);
  huis_answers_set (huis_network_get_answers (network), "media", huis_device_get_id (device),
                    HUIS_ANSWER_DONE, NULL, LOOK + 1);
  observe (network, seen_cases[5].fact, AGAIN);
  assert_judged (network, &measure, device, HUIS_STATUS_IN_ORDER);
  measure.choice_stays = FALSE;
  assert_judged (network, &measure, device, HUIS_STATUS_TO_DO);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (seen_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/checks-device/seen/%s/%u", seen_cases[i].check, i);

      g_test_add_data_func (path, &seen_cases[i], test_seen);
    }
  g_test_add_func ("/checks-device/announced", test_announced);
  g_test_add_func ("/checks-device/not-seen", test_not_seen);
  g_test_add_func ("/checks-device/main-network", test_main_network);
  g_test_add_func ("/checks-device/kept-offline", test_kept_offline);
  g_test_add_func ("/checks-device/kept-offline-missed", test_kept_offline_missed);
  g_test_add_func ("/checks-device/choice-stays", test_choice_stays);

  return g_test_run ();
}
