/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-banner.h"
#include "huis-json.h"
#include "huis-names.h"
#include "huis-natpmp.h"
#include "huis-snmp.h"
#include "huis-txt.h"
#include "huis-vendor.h"
#include "huis-wsd.h"

#include <string.h>

/* Each reader of a packet, in one shape, so that each can be given the same rubbish. */
static void
read_natpmp (const guint8 *bytes, gsize length)
{
  HuisNatpmpAnswer answer;

  (void) huis_natpmp_parse (bytes, length, &answer);
}

static void
read_netbios (const guint8 *bytes, gsize length)
{
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;

  (void) huis_netbios_parse (bytes, length, &name, &group);
}

static void
read_llmnr (const guint8 *bytes, gsize length)
{
  g_free (huis_llmnr_parse (bytes, length));
}

static void
read_telnet (const guint8 *bytes, gsize length)
{
  g_free (huis_banner_read_telnet ((const char *) bytes, length));
}

static void
read_wsd (const guint8 *bytes, gsize length)
{
  huis_wsd_match_free (huis_wsd_parse_match ((const char *) bytes, length));
}

#define SNMP_ID 0x01020304

static void
read_snmp (const guint8 *bytes, gsize length)
{
  g_auto (HuisSnmpAnswer) answer = { 0 };

  (void) huis_snmp_parse (bytes, length, SNMP_ID, &answer);
}

/* As Avahi hands over what a device put into a TXT record: bytes that nobody looked at. */
static JsonObject *
read_records (const char *const *records, gsize count, gsize length)
{
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aay"));
  for (gsize i = 0; i < count; i++)
    g_variant_builder_add_value (
        &builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, records[i],
                                             length != 0 ? length : strlen (records[i]), 1));
  all = g_variant_ref_sink (g_variant_builder_end (&builder));

  return huis_txt_read (all);
}

static void
read_txt (const guint8 *bytes, gsize length)
{
  const char *record = length == 0 ? "" : (const char *) bytes;
  g_autoptr (JsonObject) txt = read_records (&record, 1, length);

  g_assert_cmpuint (json_object_get_size (txt), <=, 1);
}

static const HuisVendor *const vendors[] = {
  &huis_vendor_govee, &huis_vendor_kasa,     &huis_vendor_lifx,     &huis_vendor_mikrotik,
  &huis_vendor_miio,  &huis_vendor_tapo,     &huis_vendor_tuya,     &huis_vendor_tuya_hidden,
  &huis_vendor_wiz,   &huis_vendor_ubiquiti, &huis_vendor_yeelight,
};

static void
read_vendors (const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vendors); i++)
    {
      g_autoptr (JsonObject) fields = json_object_new ();

      (void) vendors[i]->read (bytes, length, fields);
    }
}

static void (*const readers[]) (const guint8 *bytes, gsize length) = {
  read_natpmp, read_netbios, read_llmnr, read_telnet, read_wsd, read_snmp, read_vendors, read_txt,
};

/* The smallest block that holds them, so that a sanitizer sees one byte too far. */
static void
feed (const guint8 *bytes, gsize length)
{
  g_autofree guint8 *exact = g_memdup2 (bytes, length);
  guint8 none = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i](length == 0 ? &none : exact, length);
}

static const guint8 netbios_answer[] =
    "\x12\x34\x84\x00\x00\x00\x00\x01\x00\x00\x00\x00"
    "\x20"
    "CKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\x00\x00\x21\x00\x01\x00\x00\x00\x00\x00\x51\x03"
    "DESKTOP-PIET   \x00\x04\x00"
    "WERKGROEP      \x00\x84\x00"
    "DESKTOP-PIET   \x20\x04\x00"
    "\x00\x11\x22\x33\x44\x55"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00";

static void
test_netbios (void)
{
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;
  guint8 query[HUIS_NETBIOS_QUERY];

  g_assert_true (huis_netbios_parse (netbios_answer, sizeof netbios_answer - 1, &name, &group));
  g_assert_cmpstr (name, ==, "DESKTOP-PIET");
  g_assert_cmpstr (group, ==, "WERKGROEP");

  /* Our own question is no answer. */
  huis_netbios_write_query (query, 1);
  g_clear_pointer (&name, g_free);
  g_clear_pointer (&group, g_free);
  g_assert_false (huis_netbios_parse (query, sizeof query, &name, &group));
}

static void
test_llmnr (void)
{
  static const char answer_tail[] =
      "\xc0\x0c\x00\x0c\x00\x01\x00\x00\x00\x1e\x00\x0a\x08laptop-2\x00";
  guint8 packet[128];
  gsize length = huis_llmnr_write_query (packet, 7, 0xc0a80109);
  g_autofree char *name = NULL;

  g_assert_cmpuint (length, <=, HUIS_LLMNR_QUERY);
  g_assert_null (huis_llmnr_parse (packet, length));
  packet[2] = 0x80;
  packet[7] = 1;
  memcpy (packet + length, answer_tail, sizeof answer_tail - 1);
  name = huis_llmnr_parse (packet, length + sizeof answer_tail - 1);
  g_assert_cmpstr (name, ==, "laptop-2");

  /* A name that points at itself. */
  packet[length + 12] = 0xc0;
  packet[length + 13] = (guint8) (length + 12);
  g_assert_null (huis_llmnr_parse (packet, length + sizeof answer_tail - 1));
}

static void
test_natpmp (void)
{
  static const guint8 good[] = { 0, 128, 0, 0, 0, 0, 4, 210, 203, 0, 113, 9 };
  static const guint8 refused[] = { 0, 128, 0, 1, 0, 0, 4, 210 };
  guint8 pcp[24] = { 2, 128, 0, 0 };
  HuisNatpmpAnswer answer;

  g_assert_true (huis_natpmp_parse (good, sizeof good, &answer));
  g_assert_true (answer.has_external);
  g_assert_cmphex (answer.external, ==, 0xcb007109);
  g_assert_cmpuint (answer.epoch, ==, 1234);
  g_assert_true (huis_natpmp_parse (refused, sizeof refused, &answer));
  g_assert_false (answer.has_external);
  g_assert_true (huis_natpmp_parse (pcp, sizeof pcp, &answer));
  g_assert_cmpint (answer.version, ==, HUIS_PCP_VERSION);
  g_assert_false (huis_natpmp_parse (pcp, sizeof pcp - 1, &answer));
  /* A request of somebody else. */
  pcp[1] = 0;
  g_assert_false (huis_natpmp_parse (pcp, sizeof pcp, &answer));
}

static void
test_wsd (void)
{
  static const char answer[] =
      "<?xml version='1.0'?><e:Envelope xmlns:e='x' xmlns:d='y' xmlns:a='z'><e:Body>"
      "<d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>urn:uuid:1</a:Address>"
      "</a:EndpointReference><d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types>"
      "<d:Scopes>onvif://www.onvif.org/hardware/DS-2CD2042WD "
      "onvif://www.onvif.org/name/HIK%20VISION</d:Scopes>"
      "<d:XAddrs>http://192.168.1.9/onvif/device_service</d:XAddrs>"
      "</d:ProbeMatch></d:ProbeMatches></e:Body></e:Envelope>";
  g_autoptr (HuisWsdMatch) match = huis_wsd_parse_match (answer, strlen (answer));
  g_autofree char *model = NULL;
  g_autofree char *name = NULL;
  g_autofree char *probe = huis_wsd_write_probe ("1");

  g_assert_nonnull (match);
  g_assert_cmpstr (match->types[0], ==, "NetworkVideoTransmitter");
  g_assert_cmpstr (match->links[0], ==, "http://192.168.1.9/onvif/device_service");
  model = huis_wsd_get_scope (match, "hardware");
  name = huis_wsd_get_scope (match, "name");
  g_assert_cmpstr (model, ==, "DS-2CD2042WD");
  g_assert_cmpstr (name, ==, "HIK VISION");
  /* Our own search is no match. */
  g_assert_null (huis_wsd_parse_match (probe, strlen (probe)));
}

/* sysDescr, sysObjectID and sysName of a printer, and one more that nobody asked for. */
static const guint8 snmp_answer[] =
    "\x30\x62\x02\x01\x00\x04\x06public\xa2\x55\x02\x04\x01\x02\x03\x04\x02\x01\x00\x02\x01\x00"
    "\x30\x47"
    "\x30\x11\x06\x08\x2b\x06\x01\x02\x01\x01\x01\x00\x04\x05\x50\x49\x44\x3a\x41"
    "\x30\x14\x06\x08\x2b\x06\x01\x02\x01\x01\x02\x00\x06\x08\x2b\x06\x01\x04\x01\x87\x4f\x01"
    "\x30\x0e\x06\x08\x2b\x06\x01\x02\x01\x01\x05\x00\x04\x02nl"
    "\x30\x0c\x06\x08\x2b\x06\x01\x02\x01\x01\x03\x00\x43\x00";

static void
test_snmp (void)
{
  g_auto (HuisSnmpAnswer) answer = { 0 };
  g_auto (HuisSnmpAnswer) other = { 0 };
  g_auto (HuisSnmpAnswer) refused = { 0 };
  guint8 query[HUIS_SNMP_QUERY_MAX];
  guint8 refusal[sizeof snmp_answer];
  gsize length = huis_snmp_write_query (query, SNMP_ID);

  g_assert_cmpuint (length, <=, sizeof query);
  g_assert_cmpuint (query[1], ==, length - 2);
  g_assert_true (huis_snmp_parse (snmp_answer, sizeof snmp_answer - 1, SNMP_ID, &answer));
  g_assert_cmpstr (answer.description, ==, "PID:A");
  g_assert_cmpstr (answer.object, ==, "1.3.6.1.4.1.975.1");
  g_assert_cmpstr (answer.name, ==, "nl");
  /* Neither our own question, nor the answer to somebody else's, nor a refusal. */
  g_assert_false (huis_snmp_parse (query, length, SNMP_ID, &other));
  g_assert_false (huis_snmp_parse (snmp_answer, sizeof snmp_answer - 1, SNMP_ID + 1, &other));
  memcpy (refusal, snmp_answer, sizeof refusal);
  refusal[23] = 2;
  g_assert_false (huis_snmp_parse (refusal, sizeof refusal - 1, SNMP_ID, &refused));
}

static void
test_telnet (void)
{
  static const char greeting[] =
      "\xff\xfd\x18\xff\xfb\x01\xff\xfa\x18\x01\xff\xf0\r\nHi3518 login: ";
  g_autofree char *text = huis_banner_read_telnet (greeting, sizeof greeting - 1);

  g_assert_cmpstr (text, ==, "Hi3518 login:");
}

static void
test_txt (void)
{
  static const char *const records[] = {
    "md=DS-2CD", "md=again", "id=AB:CD=EF", "flag", "=nameless", "", "a\x1b[2J=b\xff\xe2\x80\xae"
  };
  const char *many[100];
  g_autoptr (JsonObject) txt = read_records (records, G_N_ELEMENTS (records), 0);
  g_autoptr (JsonObject) crowd = NULL;
  g_autoptr (GList) names = json_object_get_members (txt);

  g_assert_cmpstr (huis_json_get_string (txt, "md"), ==, "DS-2CD");
  g_assert_cmpstr (huis_json_get_string (txt, "id"), ==, "AB:CD=EF");
  g_assert_cmpstr (huis_json_get_string (txt, "flag"), ==, "");
  g_assert_cmpuint (json_object_get_size (txt), ==, 4);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_assert_null (strchr (l->data, '\x1b'));
      g_assert_true (g_utf8_validate (huis_json_get_string (txt, l->data), -1, NULL));
      g_assert_null (strstr (huis_json_get_string (txt, l->data), "\u202e"));
    }

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = g_intern_string (g_strdup_printf ("key%u=x", i));
  crowd = read_records (many, G_N_ELEMENTS (many), 0);
  g_assert_cmpuint (json_object_get_size (crowd), ==, 32);
}

static void
test_vendors (void)
{
  static const guint8 ubiquiti[] = "\x01\x00\x00\x0f\x14\x00\x06U6-Pro\x0b\x00\x03"
                                   "hal";
  static const guint8 mikrotik[] = "\x00\x00\x00\x00\x00\x05\x00\x04hEX1\x00\x0c\x00\x07RB750G3";
  static const char wiz[] =
      "{\"result\":{\"moduleName\":\"ESP01_SHRGB1C_31\",\"fwVersion\":\"1.2\"}}";
  g_autoptr (JsonObject) fields = json_object_new ();

  g_assert_true (huis_vendor_ubiquiti.read (ubiquiti, sizeof ubiquiti - 1, fields));
  g_assert_cmpstr (huis_json_get_string (fields, "model"), ==, "U6-Pro");
  g_assert_cmpstr (huis_json_get_string (fields, "name"), ==, "hal");
  /* Four NULs are our own question. */
  g_assert_false (huis_vendor_mikrotik.read (mikrotik, 4, fields));
  g_assert_true (huis_vendor_mikrotik.read (mikrotik, sizeof mikrotik - 1, fields));
  g_assert_cmpstr (huis_json_get_string (fields, "model"), ==, "RB750G3");
  g_assert_true (huis_vendor_wiz.read ((const guint8 *) wiz, strlen (wiz), fields));
  g_assert_cmpstr (huis_json_get_string (fields, "model"), ==, "ESP01_SHRGB1C_31");
}

static void
test_kasa (void)
{
  g_autoptr (JsonObject) fields = json_object_new ();
  g_autoptr (JsonObject) own = json_object_new ();
  const char *plain =
      "{\"system\":{\"get_sysinfo\":{\"alias\":\"Wasmachine\",\"model\":\"HS110\"}}}";
  gsize length = strlen (plain);
  g_autofree guint8 *hidden = g_malloc (length);
  guint8 key = 171;

  for (gsize i = 0; i < length; i++)
    key = hidden[i] = (guint8) (key ^ (guint8) plain[i]);
  g_assert_true (huis_vendor_kasa.read (hidden, length, fields));
  g_assert_cmpstr (huis_json_get_string (fields, "model"), ==, "HS110");
  /* Our own question comes back to us: it tells of nobody. */
  g_assert_false (huis_vendor_kasa.read (huis_vendor_kasa.question, huis_vendor_kasa.length, own));
}

static void
spoil (const guint8 *answer, gsize size)
{
  g_autofree guint8 *packet = g_malloc (size);

  for (gsize length = 0; length <= size; length++)
    feed (answer, length);
  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      memcpy (packet, answer, size);
      packet[bit / 8] ^= (guint8) (1 << bit % 8);
      feed (packet, size);
    }
}

/* Truncated at every byte, each bit flipped, and plain noise: nothing but a "no" may come of it. */
static void
test_rubbish (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint8 packet[600];

  spoil (netbios_answer, sizeof netbios_answer - 1);
  spoil (snmp_answer, sizeof snmp_answer - 1);
  for (guint round = 0; round < 2000; round++)
    {
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof packet);

      for (gsize i = 0; i < length; i++)
        packet[i] = (guint8) g_rand_int (random);
      /* Half of them look like an answer of DNS, which gets them further in. */
      if (length > 12 && (round & 1))
        memcpy (packet, "\x00\x01\x80\x00\x00\x01\x00\x01\x00\x00\x00\x00", 12);
      feed (packet, length);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packets/netbios", test_netbios);
  g_test_add_func ("/packets/llmnr", test_llmnr);
  g_test_add_func ("/packets/natpmp", test_natpmp);
  g_test_add_func ("/packets/wsd", test_wsd);
  g_test_add_func ("/packets/snmp", test_snmp);
  g_test_add_func ("/packets/telnet", test_telnet);
  g_test_add_func ("/packets/txt", test_txt);
  g_test_add_func ("/packets/vendors", test_vendors);
  g_test_add_func ("/packets/kasa", test_kasa);
  g_test_add_func ("/packets/rubbish", test_rubbish);

  return g_test_run ();
}
