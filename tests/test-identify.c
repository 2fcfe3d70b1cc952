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

/* A family of rules each; devices of our own making. */
static const Case services_cases[] = {
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

/* A device that no rule lists has a kind by the words it uses. */
static const Case words_cases[] = {
  { { "{\"type\":\"upnp\",\"friendly_name\":\"Acme omvormer zolder\"}" },
    NULL,
    NULL,
    HUIS_KIND_ENERGY },
  { { "{\"type\":\"http\",\"port\":80,\"title\":\"Raumthermostat\"}" },
    NULL,
    NULL,
    HUIS_KIND_THERMOSTAT },
};

static const Case homekit_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_hap._tcp\", \"name\": \"Hall\", \"txt\": {\"ci\": "
      "\"9\", \"md\": \"T6 Pro\"}}" },
    NULL,
    "T6 Pro",
    HUIS_KIND_THERMOSTAT },
  { { "{\"type\": \"mdns\", \"service\": \"_hap._tcp\", \"name\": \"Strip\", \"txt\": {\"ci\": "
      "\"5\", \"md\": \"NL69\"}}" },
    "Nanoleaf",
    "NL69",
    HUIS_KIND_LIGHT },
  { { "{\"type\": \"mdns\", \"service\": \"_hap._tcp\", \"name\": \"Front\", \"txt\": {\"ci\": "
      "\"6\", \"md\": \"Danalock V3\"}}" },
    "Danalock",
    "V3",
    HUIS_KIND_LOCK },
};

static const Case cast_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_googlecast._tcp\", \"name\": \"x\", \"txt\": {\"md\": "
      "\"BRAVIA 4K VH2\"}}" },
    "Sony",
    "BRAVIA 4K VH2",
    HUIS_KIND_TV },
  { { "{\"type\": \"mdns\", \"service\": \"_googlecast._tcp\", \"name\": \"x\", \"txt\": {\"md\": "
      "\"JBL Bar 800\"}}" },
    "JBL",
    "Bar 800",
    HUIS_KIND_SPEAKER },
  { { "{\"type\": \"mdns\", \"service\": \"_googlecast._tcp\", \"name\": \"x\", \"txt\": {\"md\": "
      "\"Nobody Sound 5\", \"ca\": \"4100\"}}" },
    NULL,
    "Nobody Sound 5",
    HUIS_KIND_SPEAKER },
};

static const Case printers_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_ipps._tcp\", \"name\": \"Upstairs\", \"txt\": {\"ty\": "
      "\"EPSON ET-2850 Series\", \"usb_MFG\": \"EPSON\", \"usb_MDL\": \"ET-2850 Series\"}}" },
    "Epson",
    "ET-2850",
    HUIS_KIND_PRINTER },
  { { "{\"type\": \"http\", \"port\": 80, \"server\": \"HP HTTP Server; HP OfficeJet 250 Mobile - "
      "CZ992A; Serial Number: X\"}" },
    "HP",
    "OfficeJet 250 Mobile",
    HUIS_KIND_PRINTER },
};

static const Case apple_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_device-info._tcp\", \"name\": \"Ann\", \"txt\": "
      "{\"model\": \"MacBookPro15,4\"}}" },
    "Apple",
    "MacBook Pro (13-inch, 2019, Two Thunderbolt 3 ports)",
    HUIS_KIND_COMPUTER },
  { { "{\"type\": \"mdns\", \"service\": \"_device-info._tcp\", \"name\": \"Bo\", \"txt\": "
      "{\"model\": \"iPhone99,9\"}}" },
    "Apple",
    "iPhone99,9",
    HUIS_KIND_PHONE },
};

static const Case upnp_cases[] = {
  { { "{\"type\": \"upnp\", \"device_type\": "
      "\"urn:schemas-upnp-org:device:InternetGatewayDevice:2\", \"manufacturer\": \"Nobody "
      "Networks Inc.\", \"model_name\": \"NN-900X\"}" },
    "Nobody",
    "NN-900X",
    HUIS_KIND_ROUTER },
  { { "{\"type\": \"upnp\", \"device_type\": \"urn:schemas-upnp-org:device:MediaRenderer:1\", "
      "\"manufacturer\": \"Sonos, Inc.\", \"model_name\": \"Sonos Era 100\"}" },
    "Sonos",
    "Era 100",
    HUIS_KIND_SPEAKER },
  { { "{\"type\": \"ssdp\", \"st\": \"urn:dial-multiscreen-org:service:dial:1\"}",
      "{\"type\": \"upnp\", \"device_type\": \"urn:lge-com:device:tv:1\", \"manufacturer\": \"LG "
      "Electronics\", \"friendly_name\": \"[LG] webOS TV OLED55C17LB\"}" },
    "LG",
    "OLED55C17LB",
    HUIS_KIND_TV },
};

static const Case wsd_cases[] = {
  { { "{\"type\": \"wsd\", \"types\": [\"wprt:PrintDeviceType\"], \"manufacturer\": \"Brother\", "
      "\"model\": \"HL-L2350DW\"}" },
    "Brother",
    "HL-L2350DW",
    HUIS_KIND_PRINTER },
};

static const Case web_cases[] = {
  { { "{\"type\": \"http\", \"port\": 80, \"title\": \"FRITZ!Box 7530 AX\"}" },
    "AVM",
    "FRITZ!Box 7530 AX",
    HUIS_KIND_ROUTER },
  { { "{\"type\": \"http\", \"port\": 80, \"title\": \"DS920+ - Synology DiskStation\"}" },
    "Synology",
    "DS920+",
    HUIS_KIND_NAS },
  { { "{\"type\": \"tls\", \"port\": 443, \"subject\": \"CN=Vigor2865,O=DrayTek Corp.\"}" },
    "Draytek",
    "Vigor2865",
    HUIS_KIND_ROUTER },
};

static const Case banners_cases[] = {
  { { "{\"type\": \"banner\", \"port\": 21, \"protocol\": \"ftp\", \"text\": \"MFC-J995DW FTP "
      "server ready\"}" },
    "Brother",
    "MFC-J995DW",
    HUIS_KIND_PRINTER },
  { { "{\"type\": \"rtsp\", \"port\": 554, \"status\": 401, \"server\": \"Dahua Rtsp Server\"}" },
    "Dahua",
    NULL,
    HUIS_KIND_CAMERA },
};

static const Case names_cases[] = {
  { { "{\"type\": \"host\", \"address\": \"192.0.2.9\", \"name\": \"Galaxy-A54-van-Kim\"}" },
    "Samsung",
    NULL,
    HUIS_KIND_PHONE },
  { { "{\"type\": \"host\", \"address\": \"192.0.2.9\", \"name\": "
      "\"shellyplus1pm-a8032abcdef0\"}" },
    "Shelly",
    "plus1pm",
    HUIS_KIND_PLUG },
  { { "{\"type\": \"host\", \"address\": \"192.0.2.9\", \"name\": \"DESKTOP-4F7QXZ1\"}" },
    NULL,
    NULL,
    HUIS_KIND_COMPUTER },
};

static const Case vendor_cases[] = {
  { { "{\"type\": \"vendor\", \"protocol\": \"kasa\", \"fields\": {\"model\": \"KL110(EU)\"}}" },
    "TP-Link",
    "KL110(EU)",
    HUIS_KIND_LIGHT },
  { { "{\"type\": \"vendor\", \"protocol\": \"miio\", \"fields\": {\"model\": "
      "\"roborock.vacuum.s5\"}}" },
    "Roborock",
    "roborock.vacuum.s5",
    HUIS_KIND_VACUUM },
};

static const Case ports_cases[] = {
  { { "{\"type\": \"port\", \"address\": \"192.0.2.9\", \"port\": 34567, \"state\": \"open\"}" },
    "Xiongmai",
    NULL,
    HUIS_KIND_CAMERA },
};

static const Case matter_cases[] = {
  { { "{\"type\":\"mdns\",\"service\":\"_matterc._udp\",\"name\":\"1\",\"txt\":{\"VP\":\"4476+9\","
      "\"DT\":\"268\"}}" },
    "IKEA",
    NULL,
    HUIS_KIND_LIGHT },
  { { "{\"type\":\"wsd\",\"types\":[\"dn:NetworkVideoTransmitter\"],\"scopes\":[\"onvif://"
      "www.onvif.org/hardware/IPC-X1\"]}" },
    NULL,
    "IPC-X1",
    HUIS_KIND_CAMERA },
};

static const struct
{
  const char *path;
  const Case *cases;
  guint n;
} families[] = {
  { "/identify/services", services_cases, G_N_ELEMENTS (services_cases) },
  { "/identify/words", words_cases, G_N_ELEMENTS (words_cases) },
  { "/identify/matter", matter_cases, G_N_ELEMENTS (matter_cases) },
  { "/identify/homekit", homekit_cases, G_N_ELEMENTS (homekit_cases) },
  { "/identify/cast", cast_cases, G_N_ELEMENTS (cast_cases) },
  { "/identify/printers", printers_cases, G_N_ELEMENTS (printers_cases) },
  { "/identify/apple", apple_cases, G_N_ELEMENTS (apple_cases) },
  { "/identify/upnp", upnp_cases, G_N_ELEMENTS (upnp_cases) },
  { "/identify/wsd", wsd_cases, G_N_ELEMENTS (wsd_cases) },
  { "/identify/web", web_cases, G_N_ELEMENTS (web_cases) },
  { "/identify/banners", banners_cases, G_N_ELEMENTS (banners_cases) },
  { "/identify/names", names_cases, G_N_ELEMENTS (names_cases) },
  { "/identify/vendor", vendor_cases, G_N_ELEMENTS (vendor_cases) },
  { "/identify/ports", ports_cases, G_N_ELEMENTS (ports_cases) },
};

static void
test_family (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);

  check_cases (families[i].cases, families[i].n);
}

/* A kind that rests on the MAC address alone is a guess. */
static void
test_mac_alone (void)
{
  const char *lines[] = { "{\"type\":\"host\",\"address\":\"192.0.2.9\","
                          "\"mac\":\"00:17:88:01:02:03\"}" };
  g_autoptr (HuisIdentity) identity = identify (lines, 1, FALSE);

  g_assert_cmpint (identity->kind_strength, <=, HUIS_STRENGTH_GUESS);
  g_assert_cmpint (identity->maker_strength, <=, HUIS_STRENGTH_LIKELY);
}

/* Two makers claimed with the same right: one step less sure. */
static void
test_contradiction (void)
{
  const char *one[] = { "{\"type\":\"http\",\"port\":80,\"title\":\"Reolink\"}" };
  const char *two[] = { one[0], "{\"type\":\"http\",\"port\":81,\"title\":\"MOBOTIX\"}" };
  g_autoptr (HuisIdentity) sure = identify (one, 1, FALSE);
  g_autoptr (HuisIdentity) unsure = identify (two, 2, FALSE);

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
  g_test_add_func ("/identify/nothing-is-blank", test_nothing_is_blank);
  g_test_add_func ("/identify/friendly-name", test_friendly_name);
  g_test_add_func ("/identify/reasons", test_reasons);
  g_test_add_func ("/identify/mac-alone", test_mac_alone);
  g_test_add_func ("/identify/contradiction", test_contradiction);
  g_test_add_func ("/identify/hostile", test_hostile);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    g_test_add_data_func (families[i].path, GUINT_TO_POINTER (i), test_family);
  result = g_test_run ();
  huis_identifier_free (identifier);

  return result;
}
