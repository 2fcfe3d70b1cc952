/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-identify"

#include "huis-inventory.h"
#include "identify-cases.h"

#include <string.h>

static HuisIdentifier *identifier;

/* A kind that rests on the MAC address alone is a guess. */
static void
test_mac_alone (void)
{
  const char *lines[] = { "{\"type\":\"host\",\"address\":\"192.0.2.9\","
                          "\"mac\":\"00:17:88:01:02:03\"}" };
  g_autoptr (HuisIdentity) identity = identify_lines (identifier, lines, 1, FALSE);

  g_assert_cmpint (identity->kind_strength, <=, HUIS_STRENGTH_GUESS);
  g_assert_cmpint (identity->maker_strength, <=, HUIS_STRENGTH_LIKELY);
}

/* So it is for whoever stands in the register of MAC addresses, where this system has it. */
static void
test_mac_of_all (void)
{
  g_autofree char *content = NULL;
  guint n = 0, n_kinds = 0;

  if (!g_file_get_contents ("/usr/share/ieee-data/oui.csv", &content, NULL, NULL))
    {
      g_test_skip ("no register of MAC addresses here");
      return;
    }

  for (const char *line = content; line != NULL; line = strchr (line + 1, '\n'))
    {
      const char *block = strstr (line, "MA-L,");
      g_autofree char *text = NULL;
      g_autoptr (HuisIdentity) identity = NULL;

      /* An odd second digit is an address of a group. */
      if (block == NULL || block > line + 2 || (g_ascii_xdigit_value (block[6]) & 1) != 0)
        continue;
      text = g_strdup_printf ("{\"type\":\"host\",\"address\":\"192.0.2.9\","
                              "\"mac\":\"%.6s0102ff\"}",
                              block + 5);
      identity = identify_lines (identifier, (const char *[]){ text }, 1, FALSE);
      g_assert_cmpint (identity->kind_strength, <=, HUIS_STRENGTH_GUESS);
      g_assert_cmpint (identity->maker_strength, <=, HUIS_STRENGTH_LIKELY);
      n++;
      n_kinds += identity->kind != HUIS_KIND_UNKNOWN;
    }
  g_assert_cmpuint (n, >, 10000);
  g_assert_cmpuint (n_kinds, >, 100);
}

/* Two makers claimed with the same right: one step less sure. */
static void
test_contradiction (void)
{
  const char *one[] = { "{\"type\":\"http\",\"port\":80,\"title\":\"Reolink\"}" };
  const char *two[] = { one[0], "{\"type\":\"http\",\"port\":81,\"title\":\"MOBOTIX\"}" };
  g_autoptr (HuisIdentity) sure = identify_lines (identifier, one, 1, FALSE);
  g_autoptr (HuisIdentity) unsure = identify_lines (identifier, two, 2, FALSE);

  g_assert_cmpint (unsure->maker_strength, <, sure->maker_strength);
  g_assert_cmpint (unsure->kind, ==, HUIS_KIND_CAMERA);
}

/* Text that wants to be something else stays text, and too much of it does no harm. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);
  g_autoptr (HuisIdentity) identity = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *line = g_strdup_printf (
          "{\"type\":\"mdns\",\"service\":\"_ipp._tcp\",\"name\":\"HP $1 %%s \\\\d+ %u\","
          "\"txt\":{\"ty\":\"${host.name} %u\",\"k%u\":\"v\"}}",
          i, i, i);

      g_ptr_array_add (observations, huis_observation_new_from_line (line, -1, 0, NULL));
    }
  identity = huis_identifier_identify (identifier, observations);
  g_assert_cmpint (identity->kind, ==, HUIS_KIND_PRINTER);
  g_assert_cmpuint (identity->reasons->len, <=, 6);
}

static void
test_rules_are_sound (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (huis_identifier_check (identifier, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (huis_identifier_get_n_makers (identifier), >=, 250);
  g_assert_cmpuint (huis_identifier_get_n_rules (identifier), >, 500);
}

static void
test_nothing_is_blank (void)
{
  g_autoptr (HuisIdentity) identity = identify_lines (identifier, NULL, 0, FALSE);

  g_assert_null (identity->maker);
  g_assert_null (identity->model);
  g_assert_null (identity->name);
  g_assert_cmpint (identity->kind, ==, HUIS_KIND_UNKNOWN);
  g_assert_cmpuint (identity->reasons->len, ==, 0);
}

static void
test_friendly_name (void)
{
  const char *own[] = { "{\"type\":\"mdns\",\"service\":\"_googlecast._tcp\",\"name\":\"x\","
                        "\"txt\":{\"md\":\"Chromecast\",\"fn\":\"Living Room TV\"}}" };
  const char *technical[] = { "{\"type\":\"mdns\",\"service\":\"_hue._tcp\","
                              "\"name\":\"Philips Hue - 1A2B3C\"}" };
  g_autoptr (HuisIdentity) named = identify_lines (identifier, own, 1, FALSE);
  g_autoptr (HuisIdentity) unnamed = identify_lines (identifier, technical, 1, FALSE);

  g_assert_cmpstr (named->name, ==, "Living Room TV");
  g_assert_cmpstr (unnamed->name, ==, "Philips Hue Bridge");
}

static HuisIdentity *
identify_cb (gpointer user_data, GPtrArray *observations)
{
  return huis_identifier_identify (identifier, observations);
}

static void
observe (HuisInventory *inventory, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1000, NULL);

  huis_inventory_add_observation (inventory, observation);
  huis_inventory_settle (inventory);
}

#define SPEAKER "{\"address\":\"192.0.2.9\",\"mac\":\"54:60:09:01:02:03\","

/* A later look that hears the same in another order, or less, gives no other name. */
static void
test_name_stays (void)
{
  static const char *const heard[] = {
    SPEAKER "\"type\":\"host\",\"name\":\"dev9\"}",
    SPEAKER "\"type\":\"mdns\",\"service\":\"_spotify-connect._tcp\",\"name\":\"Zolder\"}",
    SPEAKER "\"type\":\"mdns\",\"service\":\"_googlecast._tcp\",\"name\":\"x\","
            "\"txt\":{\"md\":\"Nest Audio\",\"fn\":\"Kitchen\"}}",
    SPEAKER "\"type\":\"upnp\",\"friendly_name\":\"A speaker\",\"model_name\":\"N1\"}",
  };
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *device;

  huis_inventory_set_identify_func (inventory, identify_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    observe (inventory, heard[i]);
  device = huis_inventory_peek (inventory, 0);
  g_assert_cmpstr (huis_device_get_title (device), ==, "Kitchen");

  for (guint look = 0; look < 8; look++)
    {
      huis_inventory_begin_look (inventory);
      for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
        {
          /* One is silent in each look; the rest comes in another order. */
          if (i != look % 4)
            observe (inventory, heard[(i * 3 + look) % G_N_ELEMENTS (heard)]);
          g_assert_cmpstr (huis_device_get_title (device), ==, "Kitchen");
        }
      g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
    }
}

static void
test_reasons (void)
{
  const char *lines[] = { "{\"type\":\"mdns\",\"service\":\"_hue._tcp\",\"name\":\"100% %s %n\"}" };
  g_autoptr (HuisIdentity) identity = identify_lines (identifier, lines, 1, FALSE);
  g_autofree char *text = NULL;

  g_assert_cmpuint (identity->reasons->len, >, 0);
  text = huis_reason_to_text (identity->reasons->pdata[0]);
  g_assert_cmpstr (text, ==, "It announces the service “_hue._tcp” on your network.");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  identifier = huis_identifier_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/identify/rules-are-sound", test_rules_are_sound);
  g_test_add_func ("/identify/nothing-is-blank", test_nothing_is_blank);
  g_test_add_func ("/identify/friendly-name", test_friendly_name);
  g_test_add_func ("/identify/name-stays", test_name_stays);
  g_test_add_func ("/identify/reasons", test_reasons);
  g_test_add_func ("/identify/mac-alone", test_mac_alone);
  g_test_add_func ("/identify/mac-of-all", test_mac_of_all);
  g_test_add_func ("/identify/contradiction", test_contradiction);
  g_test_add_func ("/identify/hostile", test_hostile);
  result = g_test_run ();
  huis_identifier_free (identifier);

  return result;
}
