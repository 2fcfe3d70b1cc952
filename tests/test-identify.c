/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-identify"

#include "huis-identifier.h"

static HuisIdentifier *identifier;

/* One device, its observations as the scanner prints them, a line each. */
typedef struct
{
  const char *lines[4];
  const char *maker;
  const char *model;
  HuisKind kind;
} Case;

static HuisIdentity *
identify (const char *const *lines, guint n, gboolean backwards)
{
  g_autoptr (GPtrArray) observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);

  for (guint i = 0; i < n && lines[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      HuisObservation *observation = huis_observation_new_from_line (lines[i], -1, 0, &error);

      g_assert_no_error (error);
      g_ptr_array_insert (observations, backwards ? 0 : -1, observation);
    }

  return huis_identifier_identify (identifier, observations);
}

static void
check_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HuisIdentity) identity = identify (cases[i].lines, 4, FALSE);
      g_autoptr (HuisIdentity) again = identify (cases[i].lines, 4, TRUE);

      g_test_message ("%s", cases[i].lines[0]);
      g_assert_cmpstr (identity->maker, ==, cases[i].maker);
      g_assert_cmpstr (identity->model, ==, cases[i].model);
      g_assert_cmpstr (huis_kind_to_id (identity->kind), ==, huis_kind_to_id (cases[i].kind));
      g_assert_true (huis_identity_equal (identity, again));
    }
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
test_services (void)
{
  static const Case cases[] = {
    { { "{\"type\":\"mdns\",\"service\":\"_hue._tcp\",\"name\":\"Hue Bridge - 1A2B3C\"}" },
      "Philips",
      "Hue Bridge",
      HUIS_KIND_HUB },
    { { "{\"type\":\"mdns\",\"service\":\"_hap._tcp\",\"name\":\"Door\",\"txt\":{\"ci\":\"18\"}}" },
      NULL,
      NULL,
      HUIS_KIND_DOORBELL },
    { { "{\"type\":\"mdns\",\"service\":\"_googlecast._tcp\",\"name\":\"x\","
        "\"txt\":{\"md\":\"Nest Audio\",\"fn\":\"Kitchen\"}}" },
      "Google",
      "Nest Audio",
      HUIS_KIND_SPEAKER },
    { { "{\"type\":\"mdns\",\"service\":\"_ipp._tcp\",\"name\":\"Brother MFC-J1010DW\",\"txt\":"
        "{\"ty\":\"Brother MFC-J1010DW series\",\"usb_MFG\":\"Brother\"}}" },
      "Brother",
      "MFC-J1010DW",
      HUIS_KIND_PRINTER },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* A device that no rule lists has a kind by the words it uses. */
static void
test_general_words (void)
{
  static const Case cases[] = {
    { { "{\"type\":\"upnp\",\"friendly_name\":\"Acme omvormer zolder\"}" },
      NULL,
      NULL,
      HUIS_KIND_ENERGY },
    { { "{\"type\":\"http\",\"port\":80,\"title\":\"Raumthermostat\"}" },
      NULL,
      NULL,
      HUIS_KIND_THERMOSTAT },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nothing_is_blank (void)
{
  g_autoptr (HuisIdentity) identity = identify (NULL, 0, FALSE);

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
  g_autoptr (HuisIdentity) named = identify (own, 1, FALSE);
  g_autoptr (HuisIdentity) unnamed = identify (technical, 1, FALSE);

  g_assert_cmpstr (named->name, ==, "Living Room TV");
  g_assert_cmpstr (unnamed->name, ==, "Philips Hue Bridge");
}

static void
test_reasons (void)
{
  const char *lines[] = { "{\"type\":\"mdns\",\"service\":\"_hue._tcp\",\"name\":\"100% %s %n\"}" };
  g_autoptr (HuisIdentity) identity = identify (lines, 1, FALSE);
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
  g_test_add_func ("/identify/services", test_services);
  g_test_add_func ("/identify/general-words", test_general_words);
  g_test_add_func ("/identify/nothing-is-blank", test_nothing_is_blank);
  g_test_add_func ("/identify/friendly-name", test_friendly_name);
  g_test_add_func ("/identify/reasons", test_reasons);
  result = g_test_run ();
  huis_identifier_free (identifier);

  return result;
}
