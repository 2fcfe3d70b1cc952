/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-bus.h"
#include "huis-emitter.h"
#include "huis-interface.h"
#include "huis-json.h"
#include "huis-request.h"
#include "huis-target.h"

#include <linux/if_arp.h>
#include <string.h>
#include <unistd.h>

static void
test_json (void)
{
  g_autoptr (HuisRequest) request = huis_request_new_from_json (
      "{\"request\":\"discover\",\"interface\":\"wlan0\",\"pace\":50,\"confirmed_large\":true}", -1,
      NULL);

  g_assert_nonnull (request);
  g_assert_cmpint (request->verb, ==, HUIS_REQUEST_DISCOVER);
  g_assert_cmpstr (request->interface, ==, "wlan0");
  g_assert_cmpint (request->pace, ==, 50);
  g_assert_true (request->confirmed_large);
}

static void
test_bad_json (void)
{
  static const char *const bad[] = {
    "",
    "{}",
    "[]",
    "nonsense",
    "{\"request\":\"format-disk\"}",
    "{\"request\":7}",
    "{\"request\":\"look\"}",
    "{\"request\":\"look\",\"address\":\"printer.local\"}",
    "{\"request\":\"discover\",\"pace\":100000}",
    "{\"request\":\"discover\",\"timeout\":-1}",
    "{\"request\":\"discover\",\"timeout\":1e300}",
    "{\"request\":\"discover\",\"interface\":\"../../etc/passwd\"}",
    "{\"request\":\"discover\",\"interface\":\"a-name-that-is-far-too-long\"}",
    "{\"request\":\"close-opening\",\"protocol\":\"icmp\",\"external_port\":80}",
    "{\"request\":\"close-opening\",\"protocol\":\"tcp\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HuisRequest) request = huis_request_new_from_json (bad[i], -1, &error);

      g_test_message ("%s", bad[i]);
      g_assert_null (request);
      g_assert_nonnull (error);
    }
}

/* Only what a request names is ever tried, and that only where it may be. */
static void
test_targets (void)
{
  static const struct
  {
    const char *verb;
    const char *targets;
    guint n;
  } cases[] = {
    { "outside", "[{\"address\":\"84.81.20.7\",\"ports\":[80,443]}]", 1 },
    { "outside",
      "[{\"address\":\"84.81.20.7\",\"ports\":[80]},"
      "{\"address\":\"2a02:a45f:1::5\",\"ports\":[80]}]",
      2 },
    { "guest", "[{\"address\":\"192.168.178.21\",\"ports\":[631]}]", 1 },
    { "guest", "[{\"address\":\"fd12::9\",\"ports\":[631]}]", 1 },
    { "outside", "[]", 0 },
    { "outside", "[\"84.81.20.7\"]", 0 },
    { "outside", "[{\"address\":\"84.81.20.7\"}]", 0 },
    { "outside", "[{\"address\":\"84.81.20.7\",\"ports\":[]}]", 0 },
    { "outside", "[{\"address\":\"84.81.20.7\",\"ports\":[0]}]", 0 },
    { "outside", "[{\"address\":\"84.81.20.7\",\"ports\":[65536]}]", 0 },
    { "outside", "[{\"address\":\"84.81.20.7\",\"ports\":[9100]}]", 0 },
    { "outside", "[{\"address\":\"84.81.20.7\",\"ports\":[515]}]", 0 },
    { "outside", "[{\"address\":\"example.org\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"84.81.20.0/24\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"192.168.178.21\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"100.64.1.1\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"127.0.0.1\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"169.254.3.4\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"224.0.0.251\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"255.255.255.255\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"0.0.0.0\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"::1\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"fe80::1\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"fd12::9\",\"ports\":[80]}]", 0 },
    { "outside", "[{\"address\":\"::ffff:84.81.20.7\",\"ports\":[80]}]", 0 },
    { "outside",
      "[{\"address\":\"84.81.20.7\",\"ports\":[80]},"
      "{\"address\":\"84.81.20.7\",\"ports\":[81]}]",
      0 },
    { "guest", "[{\"address\":\"84.81.20.7\",\"ports\":[80]}]", 0 },
    { "guest", "[{\"address\":\"127.0.0.1\",\"ports\":[80]}]", 0 },
    { "guest", "[{\"address\":\"192.168.178.21\",\"ports\":[9100]}]", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line =
          g_strdup_printf ("{\"request\":\"%s\",\"targets\":%s}", cases[i].verb, cases[i].targets);
      g_autoptr (HuisRequest) request = huis_request_new_from_json (line, -1, NULL);

      g_test_message ("%s", line);
      g_assert_cmpuint (request != NULL ? request->targets->len : 0, ==, cases[i].n);
    }
}

/* @n targets of @ports ports each. */
static gboolean
takes_many (const char *verb, const char *net, guint n, guint ports)
{
  GString *line = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (HuisRequest) request = NULL;

  g_string_append_printf (line, "{\"request\":\"%s\",\"targets\":[", verb);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (line, "%s{\"address\":\"%s.%u\",\"ports\":[", i > 0 ? "," : "", net,
                              i + 1);
      for (guint j = 0; j < ports; j++)
        g_string_append_printf (line, "%s%u", j > 0 ? "," : "", 20000 + j);
      g_string_append (line, "]}");
    }
  g_string_append (line, "]}");
  text = g_string_free (line, FALSE);
  request = huis_request_new_from_json (text, -1, NULL);

  return request != NULL;
}

static void
test_few_targets (void)
{
  g_assert_true (takes_many ("outside", "84.81.20", HUIS_TARGETS_OUTSIDE_MAX, 8));
  g_assert_false (takes_many ("outside", "84.81.20", HUIS_TARGETS_OUTSIDE_MAX + 1, 8));
  g_assert_true (takes_many ("guest", "10.0.0", HUIS_TARGETS_GUEST_MAX, 5));
  g_assert_false (takes_many ("guest", "10.0.0", HUIS_TARGETS_GUEST_MAX + 1, 5));
  g_assert_true (takes_many ("outside", "84.81.20", 1, HUIS_TARGET_PORTS_MAX));
  g_assert_false (takes_many ("outside", "84.81.20", 1, HUIS_TARGET_PORTS_MAX + 1));
  g_assert_false (takes_many ("guest", "10.0.0", 41, 10));
}

static void
test_classify (void)
{
  static const struct
  {
    const char *name;
    const char *kind;
    unsigned short hardware;
    const char *driver;
    gboolean wireless;
    HuisMedium medium;
    const char *ignored;
  } cases[] = {
    { "eth0", "", ARPHRD_ETHER, "r8169", FALSE, HUIS_MEDIUM_WIRE, NULL },
    { "eth0", "veth", ARPHRD_ETHER, NULL, FALSE, HUIS_MEDIUM_WIRE, NULL },
    { "wlp2s0", "", ARPHRD_ETHER, "iwlwifi", TRUE, HUIS_MEDIUM_WIFI, NULL },
    { "br0", "bridge", ARPHRD_ETHER, NULL, FALSE, HUIS_MEDIUM_WIRE, NULL },
    { "docker0", "bridge", ARPHRD_ETHER, NULL, FALSE, HUIS_MEDIUM_VIRTUAL, "container" },
    { "br-0a1b2c3d4e5f", "bridge", ARPHRD_ETHER, NULL, FALSE, HUIS_MEDIUM_VIRTUAL, "container" },
    { "virbr0", "bridge", ARPHRD_ETHER, NULL, FALSE, HUIS_MEDIUM_VIRTUAL, "virtual-machine" },
    { "wg0", "wireguard", ARPHRD_NONE, NULL, FALSE, HUIS_MEDIUM_TUNNEL, "tunnel" },
    { "tun0", "tun", ARPHRD_NONE, NULL, FALSE, HUIS_MEDIUM_TUNNEL, "tunnel" },
    { "enx0", "", ARPHRD_ETHER, "rndis_host", FALSE, HUIS_MEDIUM_MOBILE, "tethering" },
    { "unknown0", "", ARPHRD_PPP, NULL, FALSE, HUIS_MEDIUM_TUNNEL, "tunnel" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *ignored = "";

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (huis_medium_classify (cases[i].name, cases[i].kind, cases[i].hardware,
                                             cases[i].driver, cases[i].wireless, &ignored),
                       ==, cases[i].medium);
      g_assert_cmpstr (ignored, ==, cases[i].ignored);
    }
}

static void
test_subnet (void)
{
  const HuisInterface home = { .address = 0xc0a80114, .prefix = 24 };

  g_assert_true (huis_interface_holds (&home, 0xc0a80101));
  g_assert_false (huis_interface_holds (&home, 0xc0a80100));
  g_assert_false (huis_interface_holds (&home, 0xc0a801ff));
  g_assert_false (huis_interface_holds (&home, 0xc0a80201));
  g_assert_false (huis_interface_holds (&home, 0));
  g_assert_cmphex (huis_ipv4_from_string ("192.168.1.20"), ==, 0xc0a80114);
  g_assert_cmphex (huis_ipv4_from_string ("192.168.1"), ==, 0);
}

/* Wire and Wi-Fi to one router are one network; the same numbers at another router are not. */
static void
test_same_network (void)
{
  g_autoptr (GPtrArray) interfaces = g_ptr_array_new ();
  HuisInterface wire = {
    .name = "eth0", .address = 0xc0a80114, .prefix = 24, .gateway = 0xc0a80101
  };
  HuisInterface wifi = {
    .name = "wlan0", .address = 0xc0a80115, .prefix = 24, .gateway = 0xc0a80101
  };

  g_ptr_array_add (interfaces, &wire);
  g_ptr_array_add (interfaces, &wifi);
  huis_interfaces_mark_same (interfaces);
  g_assert_cmpstr (wire.same_as, ==, "");
  g_assert_cmpstr (wifi.same_as, ==, "eth0");

  *wifi.same_as = '\0';
  wire.gateway_mac = (char *) "3c:a6:2f:8e:41:00";
  wifi.gateway_mac = (char *) "3c:a6:2f:8e:41:01";
  huis_interfaces_mark_same (interfaces);
  g_assert_cmpstr (wifi.same_as, ==, "");
}

static void
test_wifi_security (void)
{
  g_assert_cmpstr (huis_bus_wifi_security (0, 0, 0), ==, "open");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0, 0), ==, "wep");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0x100, 0), ==, "wpa");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0x100, 0x100), ==, "wpa-wpa2");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0, 0x100), ==, "wpa2");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0, 0x200), ==, "wpa2");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0, 0x500), ==, "wpa2-wpa3");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0, 0x400), ==, "wpa3");
  g_assert_cmpstr (huis_bus_wifi_security (1, 0, 0x2000), ==, "wpa3");
  g_assert_cmpstr (huis_bus_wifi_security (0, 0, 0x800), ==, "owe");
  g_assert_cmpstr (huis_bus_wifi_security (0, 0, 0x1000), ==, "open");
  g_assert_false (huis_bus_wifi_has_wps (1));
  g_assert_true (huis_bus_wifi_has_wps (3));
}

static JsonObject *
make_fact (const char *type, const char *name)
{
  JsonObject *fact = json_object_new ();

  json_object_set_string_member (fact, "type", type);
  json_object_set_string_member (fact, "address", "192.168.1.9");
  json_object_set_string_member (fact, "name", name);

  return fact;
}

static void
test_emitter (void)
{
  HuisEmitter *emitter;
  char text[4096] = { 0 };
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  emitter = huis_emitter_new (fds[1], g_get_monotonic_time ());
  g_assert_true (huis_emitter_emit (emitter, make_fact ("netbios", "a\x1b[2J\n\xe2\x80\xae"
                                                                   "b")));
  /* The same again is no news; an address that is none is no fact. */
  g_assert_false (huis_emitter_emit (emitter, make_fact ("netbios", "a\x1b[2J\n\xe2\x80\xae"
                                                                    "b")));
  g_assert_true (huis_emitter_emit (emitter, make_fact ("netbios", "c")));
  huis_emitter_notice (emitter, "no-gateway", "eth0");
  huis_emitter_notice (emitter, "no-gateway", "eth1");
  g_assert_cmpint (read (fds[0], text, sizeof text - 1), >, 0);

  {
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, 4);
    g_assert_true (g_str_has_prefix (lines[0], "{\"type\":\"netbios\",\"t\":0."));
    g_assert_null (strchr (lines[0], '\x1b'));
    g_assert_nonnull (strstr (lines[0], "\"name\":\"a[2J b\""));
    g_assert_nonnull (strstr (lines[2], "eth0"));
  }

  /* Nobody reads any more: no crash, and it is known. */
  close (fds[0]);
  signal (SIGPIPE, SIG_IGN);
  huis_emitter_emit (emitter, make_fact ("netbios", "d"));
  g_assert_true (huis_emitter_is_broken (emitter));
  huis_emitter_free (emitter);
  close (fds[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request/json", test_json);
  g_test_add_func ("/request/bad-json", test_bad_json);
  g_test_add_func ("/request/targets", test_targets);
  g_test_add_func ("/request/few-targets", test_few_targets);
  g_test_add_func ("/interface/classify", test_classify);
  g_test_add_func ("/interface/subnet", test_subnet);
  g_test_add_func ("/interface/same-network", test_same_network);
  g_test_add_func ("/bus/wifi-security", test_wifi_security);
  g_test_add_func ("/emitter/lines", test_emitter);

  return g_test_run ();
}
