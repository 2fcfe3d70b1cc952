/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-checks.h"

#define LOOK 1000

#define ROUTER "\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\""

static HuisCatalogue *catalogue;

static HuisDevice *
observe (HuisNetwork *network, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, LOOK, NULL);

  g_assert_nonnull (observation);
  return huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

/* @more: further members of the interface, or "". */
static HuisNetwork *
make_network (const char *more)
{
  g_autofree char *line = g_strdup_printf (
      "{\"type\":\"network\",\"interface\":\"wlan0\",\"address\":\"10.0.0.5\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\"%s}",
      more);
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (line, -1, LOOK, NULL);
  HuisNetwork *network = huis_network_new (interface);
  HuisDevice *router;

  router = observe (network, "{\"type\":\"host\"," ROUTER ",\"gateway\":true}");
  huis_device_set_tested (router, LOOK);

  return network;
}

/* @saw: words that must be in what was seen, or %NULL where nothing is said. */
static void
assert_check (HuisNetwork *network, const char *name, HuisStatus status, const char *saw)
{
  HuisFinding finding;

  huis_check_run (name, catalogue, network, NULL, &finding);
  g_assert_cmpint (finding.status, ==, status);
  g_assert_cmpint (finding.saw != NULL, ==, saw != NULL);
  if (saw != NULL)
    g_assert_nonnull (strstr (finding.saw, saw));
  g_free (finding.saw);
}

static void
test_outside (void)
{
  static const struct
  {
    const char *fact;
    HuisStatus status;
    const char *saw;
  } cases[] = {
    { "\"igd\",\"external_address\":\"192.168.1.64\"", HUIS_STATUS_TO_DO, "192.168.1.64" },
    { "\"igd\",\"external_address\":\"172.31.0.2\"", HUIS_STATUS_TO_DO, "172.31.0.2" },
    { "\"igd\",\"external_address\":\"172.32.0.2\"", HUIS_STATUS_IN_ORDER, "no second one" },
    { "\"natpmp\",\"external_address\":\"10.9.0.2\"", HUIS_STATUS_TO_DO, "10.9.0.2" },
    { "\"igd\",\"external_address\":\"100.64.3.2\"", HUIS_STATUS_NOT_TESTED, "share" },
    { "\"igd\",\"external_address\":\"192.0.0.2\"", HUIS_STATUS_NOT_TESTED, "share" },
    { "\"igd\",\"external_address\":\"84.81.20.7\"", HUIS_STATUS_IN_ORDER, "no second one" },
    { "\"igd\",\"external_address\":\"0.0.0.0\"", HUIS_STATUS_NOT_TESTED, NULL },
    { "\"igd\"", HUIS_STATUS_NOT_TESTED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisNetwork) network = make_network ("");
      g_autofree char *line = g_strdup_printf ("{\"type\":%s," ROUTER "}", cases[i].fact);

      observe (network, line);
      assert_check (network, "second-router", cases[i].status, cases[i].saw);
    }
}

/* As MiniUPnPd does behind another router. */
static void
test_withheld (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");

  observe (network, "{\"type\":\"igd\"," ROUTER ",\"status\":\"Connected\"}");
  assert_check (network, "second-router", HUIS_STATUS_NOT_TESTED, NULL);
  observe (network, "{\"type\":\"ssdp\"," ROUTER ",\"st\":\"upnp:rootdevice\","
                    "\"server\":\"Debian UPnP/1.1 MiniUPnPd/2.3.1\"}");
  assert_check (network, "second-router", HUIS_STATUS_TO_DO, "probably");
}

static void
test_page (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");

  assert_check (network, "router-page", HUIS_STATUS_NOT_TESTED, NULL);
  observe (network, "{\"type\":\"http\"," ROUTER ",\"port\":443,\"secure\":true}");
  observe (network, "{\"type\":\"http\"," ROUTER ",\"port\":80,\"secure\":false,"
                    "\"location\":\"https://10.0.0.1/\"}");
  assert_check (network, "router-page", HUIS_STATUS_IN_ORDER, "only opens with a padlock");
  observe (network, "{\"type\":\"http\"," ROUTER ",\"port\":8080,\"secure\":false}");
  assert_check (network, "router-page", HUIS_STATUS_TO_DO, "also without");
}

static void
test_services (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");

  assert_check (network, "router-services", HUIS_STATUS_NOT_TESTED, NULL);
  observe (network, "{\"type\":\"ports\"," ROUTER ",\"closed\":[21,22,23,2323]}");
  assert_check (network, "router-services", HUIS_STATUS_NOT_TESTED, NULL);
  observe (network, "{\"type\":\"ports\"," ROUTER ",\"closed\":[21,22,23,2323,7547]}");
  assert_check (network, "router-services", HUIS_STATUS_IN_ORDER, "refused");
  observe (network, "{\"type\":\"port\"," ROUTER ",\"port\":7547,\"state\":\"open\"}");
  observe (network, "{\"type\":\"port\"," ROUTER ",\"port\":23,\"state\":\"open\"}");
  assert_check (network, "router-services", HUIS_STATUS_TO_DO,
                "old remote control (Telnet), the entrance of the provider (TR-069)");

  /* A newer look did not find them. */
  huis_device_set_tested (huis_inventory_find_gateway (huis_network_get_inventory (network)),
                          2 * LOOK);
  assert_check (network, "router-services", HUIS_STATUS_NOT_TESTED, NULL);
}

static void
assert_sight (HuisNetwork *network, const char *name, HuisSight sight, const char *saw)
{
  HuisFinding finding;

  huis_check_run (name, catalogue, network, NULL, &finding);
  g_assert_cmpint (finding.sight, ==, sight);
  g_assert_nonnull (strstr (finding.saw, saw));
  g_free (finding.saw);
}

static void
test_ways_to_open (void)
{
  static const struct
  {
    const char *fact;
    HuisSight sight;
    const char *saw;
  } cases[] = {
    { "\"igd\",\"service\":\"WANIPConnection:1\"", HUIS_SIGHT_SEEN, "UPnP is on" },
    { "\"natpmp\",\"result\":0", HUIS_SIGHT_SEEN, "NAT-PMP is on" },
    { "\"pcp\",\"result\":0", HUIS_SIGHT_SEEN, "PCP is on" },
    { "\"pcp\",\"result\":1", HUIS_SIGHT_NOT_SEEN, "does not mean" },
    { "\"host\"", HUIS_SIGHT_NOT_SEEN, "does not mean" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisNetwork) network = make_network ("");
      g_autofree char *line =
          g_strdup_printf ("{\"type\":%s," ROUTER ",\"gateway\":true}", cases[i].fact);

      observe (network, line);
      assert_sight (network, "upnp", cases[i].sight, cases[i].saw);
    }
}

static void
test_own_firewall (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");

  observe (network, "{\"type\":\"firewall\",\"address\":\"10.0.0.5\","
                    "\"mac\":\"00:11:22:33:44:05\",\"swallows\":true}");
  assert_sight (network, "upnp", HUIS_SIGHT_NOT_SEEN, "The firewall of this computer");
  observe (network, "{\"type\":\"firewall\",\"address\":\"10.0.0.5\","
                    "\"mac\":\"00:11:22:33:44:05\",\"swallows\":false}");
  assert_sight (network, "upnp", HUIS_SIGHT_NOT_SEEN, "does not mean");
}

/* A list that was refused is not an empty one. */
static void
test_openings (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");

  assert_sight (network, "openings", HUIS_SIGHT_NOT_TESTED, "does not tell");
  observe (network, "{\"type\":\"igd\"," ROUTER ",\"service\":\"WANIPConnection:1\"}");
  assert_sight (network, "openings", HUIS_SIGHT_NOT_TESTED, "does not tell");
  observe (network, "{\"type\":\"igd\"," ROUTER ",\"service\":\"WANIPConnection:1\","
                    "\"mapping_count\":0}");
  assert_sight (network, "openings", HUIS_SIGHT_NOT_SEEN, "No device has a door open");
  observe (network, "{\"type\":\"mapping\"," ROUTER ",\"protocol\":\"tcp\","
                    "\"external_port\":8080,\"internal_port\":80}");
  assert_sight (network, "openings", HUIS_SIGHT_SEEN, "keeps 1 door open");
}

static void
test_version (void)
{
  static const char *const cases[][2] = {
    { "\"fritzbox\",\"fields\":{\"version\":\"154.07.57\"}", "runs version 7.57." },
    { "\"fritzbox\",\"fields\":{\"version\":\"259.08.02-123456\"}", "runs version 8.02." },
    { "\"fritzbox\",\"fields\":{\"version\":\"x.y\"}", "runs version x.y." },
    { "\"softathome\",\"fields\":{\"version\":\"V12.C.23.04.36\"}",
      "runs version V12.C.23.04.36." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisNetwork) network = make_network ("");
      g_autofree char *line =
          g_strdup_printf ("{\"type\":\"vendor\"," ROUTER ",\"protocol\":%s}", cases[i][0]);

      assert_check (network, "router-version", HUIS_STATUS_NOT_TESTED, NULL);
      observe (network, line);
      assert_sight (network, "router-version", HUIS_SIGHT_SEEN, cases[i][1]);
    }
}

static void
test_other_router (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");
  HuisDevice *other;

  assert_check (network, "other-router", HUIS_STATUS_NOT_TESTED, NULL);
  other = observe (network, "{\"type\":\"host\",\"address\":\"10.0.0.9\","
                            "\"mac\":\"00:11:22:33:44:09\"}");
  huis_device_set_given_kind (other, HUIS_KIND_ACCESS_POINT);
  huis_device_set_given_name (other, "Old box");
  assert_check (network, "other-router", HUIS_STATUS_TO_DO, "Old box");
  huis_device_set_confirmed (other, TRUE);
  assert_check (network, "other-router", HUIS_STATUS_NOT_TESTED, NULL);

  /* Who speaks as a router does is one, whatever else it is. */
  observe (network, "{\"type\":\"igd\",\"address\":\"10.0.0.8\",\"mac\":\"00:11:22:33:44:08\","
                    "\"service\":\"WANIPConnection:1\"}");
  assert_check (network, "other-router", HUIS_STATUS_TO_DO, "");
}

/* The gateway itself offers its way by IPv6 too. */
static void
test_second_way (void)
{
  g_autoptr (HuisNetwork) network =
      make_network (",\"way_macs\":[\"00:11:22:33:44:01\",\"00:11:22:33:44:07\"]");
  g_autoptr (HuisNetwork) single = make_network (",\"way_macs\":[\"00:11:22:33:44:01\"]");
  HuisDevice *other;

  assert_check (single, "other-router", HUIS_STATUS_NOT_TESTED, NULL);
  assert_check (network, "other-router", HUIS_STATUS_TO_DO, "00:11:22:33:44:07 offers one too");
  other = observe (network, "{\"type\":\"host\",\"address\":\"10.0.0.7\","
                            "\"mac\":\"00:11:22:33:44:07\"}");
  huis_device_set_given_name (other, "Old box");
  assert_check (network, "other-router", HUIS_STATUS_TO_DO, "Old box offers one too");
  huis_device_set_confirmed (other, TRUE);
  assert_check (network, "other-router", HUIS_STATUS_NOT_TESTED, NULL);
}

static void
test_interface (void)
{
  static const struct
  {
    const char *more;
    const char *check;
    HuisStatus status;
    const char *saw;
  } cases[] = {
    { "", "dns", HUIS_STATUS_NOT_TESTED, NULL },
    { ",\"dns\":[\"127.0.0.53\"]", "dns", HUIS_STATUS_NOT_TESTED, NULL },
    { ",\"dns\":[\"10.0.0.1\",\"fd00::1\"]", "dns", HUIS_STATUS_IN_ORDER, "at your router" },
    { ",\"dns\":[\"10.0.0.53\"]", "dns", HUIS_STATUS_TO_DO, "in your home: 10.0.0.53" },
    { ",\"dns\":[\"9.9.9.9\",\"10.0.0.53\"]", "dns", HUIS_STATUS_TO_DO, "10.0.0.53" },
    { ",\"dns\":[\"2606:4700:4700::1111\"]", "dns", HUIS_STATUS_IN_ORDER, "Cloudflare" },
    { ",\"dns\":[\"10.0.0.1\",\"9.9.9.9\"]", "dns", HUIS_STATUS_IN_ORDER, "Quad9" },
    { ",\"dns\":[\"94.140.14.14\"]", "dns", HUIS_STATUS_IN_ORDER, "at AdGuard, a well-known" },
    { ",\"dns\":[\"9.9.9.9\",\"198.51.100.7\"]", "dns", HUIS_STATUS_NOT_TESTED, "198.51.100.7" },
    { "", "wifi", HUIS_STATUS_NOT_TESTED, "on a cable" },
    { ",\"medium\":\"wifi\"", "wifi", HUIS_STATUS_NOT_TESTED, "does not tell us" },
    { ",\"security\":\"owe\"", "wifi", HUIS_STATUS_TO_DO, "Nobody can listen" },
    { ",\"security\":\"wpa\"", "wifi", HUIS_STATUS_TO_DO, "old WPA" },
    { ",\"security\":\"wpa-wpa2\"", "wifi", HUIS_STATUS_TO_DO, "WPA2 alone" },
    { ",\"security\":\"wpa2-wpa3\"", "wifi", HUIS_STATUS_NOT_TESTED, "WPA3, and WPA2" },
    { ",\"security\":\"wpa3\"", "wifi", HUIS_STATUS_NOT_TESTED, "strongest" },
    { ",\"security\":\"wpa2\",\"wps\":true", "wps", HUIS_STATUS_TO_DO, "offers WPS" },
    { ",\"security\":\"wpa2\"", "wps", HUIS_STATUS_NOT_TESTED, "does not mean" },
    /* By cable nothing shows of it. */
    { "", "wps", HUIS_STATUS_NOT_TESTED, NULL },
    { ",\"security\":\"open\"", "wifi", HUIS_STATUS_TO_DO, "no password" },
    { ",\"security\":\"wep\"", "wifi", HUIS_STATUS_TO_DO, "WEP" },
    { ",\"security\":\"wpa2\"", "wifi", HUIS_STATUS_NOT_TESTED, "WPA2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisNetwork) network = make_network (cases[i].more);

      assert_check (network, cases[i].check, cases[i].status, cases[i].saw);
    }
}

static void
test_ipv6 (void)
{
  g_autoptr (HuisNetwork) network = make_network ("");

  assert_check (network, "ipv6-firewall", HUIS_STATUS_NOT_TESTED, NULL);
  observe (network, "{\"type\":\"igd\"," ROUTER ",\"service\":\"WANIPv6FirewallControl:1\","
                    "\"firewall\":true}");
  assert_check (network, "ipv6-firewall", HUIS_STATUS_NOT_TESTED, "IPv6 is on");
  observe (network, "{\"type\":\"igd\"," ROUTER ",\"service\":\"WANIPv6FirewallControl:1\","
                    "\"firewall\":true,\"inbound_pinholes\":true}");
  assert_check (network, "ipv6-firewall", HUIS_STATUS_NOT_TESTED, "devices may open doors in it");
  observe (network, "{\"type\":\"igd\"," ROUTER ",\"service\":\"WANIPv6FirewallControl:1\","
                    "\"firewall\":false}");
  assert_check (network, "ipv6-firewall", HUIS_STATUS_TO_DO, "IPv6 is off");
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_assert_nonnull (catalogue);
  g_test_add_func ("/checks-gateway/outside", test_outside);
  g_test_add_func ("/checks-gateway/withheld", test_withheld);
  g_test_add_func ("/checks-gateway/page", test_page);
  g_test_add_func ("/checks-gateway/services", test_services);
  g_test_add_func ("/checks-gateway/ways-to-open", test_ways_to_open);
  g_test_add_func ("/checks-gateway/own-firewall", test_own_firewall);
  g_test_add_func ("/checks-gateway/openings", test_openings);
  g_test_add_func ("/checks-gateway/version", test_version);
  g_test_add_func ("/checks-gateway/other-router", test_other_router);
  g_test_add_func ("/checks-gateway/second-way", test_second_way);
  g_test_add_func ("/checks-gateway/interface", test_interface);
  g_test_add_func ("/checks-gateway/ipv6", test_ipv6);

  failed = g_test_run ();
  g_object_unref (catalogue);

  return failed;
}
