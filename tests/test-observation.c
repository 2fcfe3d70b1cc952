/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-observation.h"

#include "huis-placeholder.h"

#include <gio/gio.h>
#include <string.h>

static HuisObservation *
read_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  HuisObservation *observation = huis_observation_new_from_line (line, -1, 1000, &error);

  g_assert_no_error (error);
  g_assert_nonnull (observation);

  return observation;
}

static void
test_device (void)
{
  g_autoptr (HuisObservation) host = read_line (
      "{\"type\":\"host\",\"address\":\"192.168.1.20\",\"mac\":\"D8-A1-19-00-00-01\",\"t\":0.1}");

  g_assert_true (huis_observation_is (host, "host"));
  g_assert_cmpstr (huis_observation_get_address (host), ==, "192.168.1.20");
  g_assert_cmpstr (huis_observation_get_mac (host), ==, "d8:a1:19:00:00:01");
  g_assert_cmpint (huis_observation_get_seen (host), ==, 1000);
  g_assert_cmpstr (huis_observation_get_keys (host)[0], ==, "mac:d8:a1:19:00:00:01");
}

static void
test_keys (void)
{
  g_autoptr (HuisObservation) hap = read_line (
      "{\"type\":\"mdns\",\"address\":\"192.168.1.3\",\"service\":\"_hap._tcp\",\"name\":\"Hue\","
      "\"host\":\"Hue-Bridge.local\",\"txt\":{\"id\":\"AB:CD:EF:01:02:03\",\"ci\":\"2\"}}");
  g_autoptr (HuisObservation) phone =
      read_line ("{\"type\":\"host\",\"address\":\"192.168.1.9\",\"mac\":\"da:a1:19:00:00:01\"}");

  g_assert_true (g_strv_contains (huis_observation_get_keys (hap), "homekit:ab:cd:ef:01:02:03"));
  g_assert_true (g_strv_contains (huis_observation_get_keys (hap), "mdns:hue-bridge.local"));
  g_assert_cmpstr (huis_observation_get_keys (phone)[0], ==, "random-mac:da:a1:19:00:00:01");
}

/* A number that nobody filled in tells no device apart; two makers may count alike. */
static void
test_placeholders (void)
{
  static const char *const empty[] = {
    "00000000",
    "0000000000000001",
    "123456789",
    "987654321",
    "N/A",
    "unknown",
    "To be filled by O.E.M.",
    "ffff-ffff",
    "12345678-1234-1234-1234-123456789abc",
    "FC4EC57E-B051-11DB-88F8-0060085DB3F6",
    "abc",
  };
  static const char *const own[] = { "00017421", "RINCON_000E58A8E642", "1234567895", "K1A9",
                                     "10000001" };
  g_autoptr (HuisObservation) nil =
      read_line ("{\"type\":\"upnp\",\"address\":\"192.168.1.3\",\"serial\":\"123456789001\","
                 "\"udn\":\"uuid:00000000-0000-0000-0000-000000000000\"}");
  g_autoptr (HuisObservation) real = read_line (
      "{\"type\":\"upnp\",\"address\":\"192.168.1.3\",\"serial\":\"K-1174\","
      "\"manufacturer\":\"Acme\",\"udn\":\"uuid:00000000-0000-1000-8000-d8a119000001\"}");

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_true (huis_placeholder_is (empty[i]));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_false (huis_placeholder_is (own[i]));
  g_assert_true (huis_placeholder_is (NULL));

  g_assert_null (huis_observation_get_keys (nil)[0]);
  g_assert_true (g_strv_contains (huis_observation_get_keys (real), "serial:k-1174/acme"));
  g_assert_true (g_strv_contains (huis_observation_get_keys (real),
                                  "udn:uuid:00000000-0000-1000-8000-d8a119000001"));
}

static void
test_slot (void)
{
  g_autoptr (HuisObservation) a =
      read_line ("{\"type\":\"port\",\"address\":\"192.168.1.3\",\"port\":80,\"state\":\"open\"}");
  g_autoptr (HuisObservation) b = read_line (
      "{\"type\":\"port\",\"address\":\"192.168.1.3\",\"port\":80,\"state\":\"closed\"}");
  g_autoptr (HuisObservation) c =
      read_line ("{\"type\":\"port\",\"address\":\"192.168.1.3\",\"port\":23,\"state\":\"open\"}");

  g_assert_cmpstr (huis_observation_get_slot (a), ==, huis_observation_get_slot (b));
  g_assert_cmpstr (huis_observation_get_slot (a), !=, huis_observation_get_slot (c));
}

static void
test_hostile_text (void)
{
  g_autoptr (HuisObservation) upnp = read_line (
      "{\"type\":\"upnp\",\"address\":\"192.168.1.3\",\"friendly_name\":\"a\\u202Eb\\n<b>\","
      "\"services\":[\"x\\u0007y\"],\"udn\":null}");
  g_auto (GStrv) services = huis_json_get_strv (huis_observation_get_fields (upnp), "services");

  g_assert_cmpstr (huis_observation_get_string (upnp, "friendly_name"), ==, "ab <b>");
  g_assert_cmpstr (services[0], ==, "xy");
  g_assert_null (huis_observation_get_string (upnp, "udn"));
}

static void
test_refused (void)
{
  static const char *const lines[] = {
    "",
    "[]",
    "null",
    "{",
    "{}",
    "{\"type\":7}",

    "{\"type\":\"UPPER\"}",
    "{\"type\":\"host\",\"address\":\"example.com\"}",
    "{\"type\":\"host\",\"address\":\"224.0.0.251\"}",
    "{\"type\":\"host\",\"address\":\"0.0.0.0\"}",
    "{\"type\":\"host\",\"address\":\"10.0.0.1\",\"mac\":\"ff:ff:ff:ff:ff:ff\"}",
    "{\"type\":\"host\",\"t\":\xff}",
  };
  g_autofree char *deep = g_strnfill (60000, '[');
  g_autofree char *large = g_strnfill (HUIS_JSON_LINE_MAX + 1, ' ');

  for (guint i = 0; i < G_N_ELEMENTS (lines) + 2; i++)
    {
      const char *line = i < G_N_ELEMENTS (lines)    ? lines[i]
                         : i == G_N_ELEMENTS (lines) ? deep
                                                     : large;
      g_autoptr (GError) error = NULL;

      g_assert_null (huis_observation_new_from_line (line, -1, 0, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observation/device", test_device);
  g_test_add_func ("/observation/keys", test_keys);
  g_test_add_func ("/observation/placeholders", test_placeholders);
  g_test_add_func ("/observation/slot", test_slot);
  g_test_add_func ("/observation/hostile-text", test_hostile_text);
  g_test_add_func ("/observation/refused", test_refused);

  return g_test_run ();
}
