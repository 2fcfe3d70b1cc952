/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-brand.h"
#include "huis-description.h"
#include "huis-html.h"
#include "huis-json.h"
#include "huis-talk.h"
#include "huis-xml.h"

#include <string.h>
#include <unistd.h>

static void
test_title (void)
{
  static const struct
  {
    const char *page;
    const char *title;
  } cases[] = {
    { "<html><head><TITLE>FRITZ!Box</TITLE>", "FRITZ!Box" },
    { "<title lang='nl'>Tom &amp; Jerry&nbsp;TV &#x263a;</title>", "Tom & Jerry TV ☺" },
    { "<title>never ends", "never ends" },
    { "<title>&#0;&#x110000;&bogus;</title>", "\uFFFD\uFFFD&bogus;" },
    { "<title", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = huis_html_get_title (cases[i].page);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_icon_and_login (void)
{
  g_autofree char *icon = huis_html_get_icon (
      "<link rel=stylesheet href=a.css><link rel=\"shortcut icon\" href='/i.ico'>");
  g_autofree char *none = huis_html_get_icon ("<link rel=icon href=");
  g_autofree char *realm = huis_html_get_realm ("Digest qop=\"auth\", realm=\"NETGEAR R7000\"");

  g_assert_cmpstr (icon, ==, "/i.ico");
  g_assert_null (none);
  g_assert_cmpstr (realm, ==, "NETGEAR R7000");
  g_assert_true (huis_html_has_password ("<input TYPE=\"PASSWORD\">"));
  g_assert_false (huis_html_has_password ("<p>password</p>"));
}

static void
test_headers (void)
{
  static const char message[] = "RTSP/1.0 401 Unauthorized\r\nCSeq: 2\r\n"
                                "WWW-Authenticate: Basic realm=\"IP Camera\"\r\n\r\nServer: no";
  g_autofree char *value = huis_talk_get_header (message, "www-authenticate");
  g_autofree char *missing = huis_talk_get_header (message, "User-Agent");

  g_assert_cmpuint (huis_talk_get_status (message, "RTSP/"), ==, 401);
  g_assert_cmpuint (huis_talk_get_status ("HTTP/1.1 junk", "HTTP/"), ==, 0);
  g_assert_cmpstr (value, ==, "Basic realm=\"IP Camera\"");
  g_assert_null (missing);
}

static char *
repeat (const char *text, guint count)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (string, text);

  return g_string_free (string, FALSE);
}

/* As much as may be is read, and one more is refused. */
static void
check_limit (const char *before, const char *each, const char *after, guint most)
{
  for (guint more = 0; more <= 1; more++)
    {
      g_autofree char *middle = repeat (each, most + more);
      g_autofree char *bytes = g_strconcat (before, middle, after, NULL);
      g_autoptr (HuisXml) document = huis_xml_parse (bytes, strlen (bytes));

      g_assert_true ((document != NULL) == (more == 0));
    }
}

static void
refuse (const char *bytes)
{
  g_autoptr (HuisXml) document = huis_xml_parse (bytes, strlen (bytes));

  g_assert_null (document);
}

static void
test_hostile_xml (void)
{
  check_limit ("", "<d>", "", HUIS_XML_DEPTH_MAX);
  check_limit ("<r>", "<d/>", "</r>", HUIS_XML_ELEMENTS_MAX - 1);
  g_assert_cmpuint (HUIS_XML_DEPTH_MAX, <=, 64);
  g_assert_cmpuint (HUIS_XML_ELEMENTS_MAX, <=, 2000);

  refuse ("");
  refuse ("not xml at all");
  refuse ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>");
  refuse ("<?xml version='1.0'?><!doctype a><a/>");
}

static void
test_lenient_xml (void)
{
  static const char sloppy[] = "<root><device><friendlyName>Tom & Jerry</friendlyName></root>";
  g_autoptr (HuisXml) document = huis_xml_parse (sloppy, strlen (sloppy));

  g_assert_nonnull (document);
  g_assert_cmpstr (huis_xml_text (huis_xml_find (document, "friendlyName")), ==, "Tom & Jerry");
}

/* Runs the reader of descriptions, and returns the lines that it printed. */
static char *
describe (const char *xml, GPtrArray **openers)
{
  HuisInterface interface = { .address = 0xc0a80114, .prefix = 24, .gateway = 0xc0a80101 };
  g_autoptr (HuisPorts) ports = huis_ports_new_built_in ();
  g_autoptr (HuisXml) document = huis_xml_parse (xml, strlen (xml));
  const HuisLookOptions options = { .listen_seconds = 1 };
  HuisEmitter *emitter;
  HuisLook *look;
  char *text = g_malloc0 (65536);
  int fds[2];

  g_assert_nonnull (document);
  g_assert_cmpint (pipe (fds), ==, 0);
  emitter = huis_emitter_new (fds[1], g_get_monotonic_time ());
  look = huis_look_new (&options, &interface, emitter, ports, NULL);
  *openers =
      huis_description_read (look, "192.168.1.1", "http://192.168.1.1:49000/d.xml", document);
  close (fds[1]);
  g_assert_cmpint (read (fds[0], text, 65535), >=, 0);
  close (fds[0]);
  huis_look_free (look);
  huis_emitter_free (emitter);

  return text;
}

#define SERVICE(type, control)                                                                     \
  "<service><serviceType>" type "</serviceType><controlURL>" control "</controlURL></service>"

static void
test_description (void)
{
  g_autoptr (GPtrArray) openers = NULL;
  g_autofree char *text = describe (
      "<root xmlns='urn:schemas-upnp-org:device-1-0'><device><UDN>uuid:1</UDN>"
      "<friendlyName>  Box \xe2\x80\xae live </friendlyName><manufacturer>AVM Berlin</manufacturer>"
      "<deviceList><device><friendlyName>inner</friendlyName><serviceList>" SERVICE (
          "urn:schemas-upnp-org:service:WANIPConnection:1", "/ctl/IPConn")
          SERVICE ("urn:schemas-upnp-org:service:WANIPConnection:1", "http://8.8.8.8/ctl")
              SERVICE ("urn:schemas-upnp-org:service:WANIPConnection:1",
                       "http://192.168.1.1:9100/ctl")
                  SERVICE ("urn:schemas-upnp-org:service:Layer3Forwarding:1",
                           "/l3") "</serviceList></device></deviceList></device></root>",
      &openers);

  g_assert_nonnull (strstr (text, "\"friendly_name\":\"Box live\""));
  g_assert_nonnull (strstr (text, "\"manufacturer\":\"AVM Berlin\""));
  g_assert_nonnull (strstr (text, "\"friendly_name\":\"inner\""));
  /* Of the four services one leads back to the device and opens ports. */
  g_assert_cmpuint (openers->len, ==, 1);
  g_assert_cmpstr (((HuisDescribedService *) g_ptr_array_index (openers, 0))->control, ==,
                   "/ctl/IPConn");
}

static void
test_brands (void)
{
  g_autoptr (JsonObject) page = json_object_new ();
  g_autoptr (JsonObject) fields = NULL;
  g_autoptr (JsonObject) lines = NULL;

  g_assert_null (huis_brand_recognise (80, page));
  g_assert_cmpstr (huis_brand_recognise (8008, page), ==, "cast");
  json_object_set_string_member (page, "location", "https://192.168.2.254/2.0/gui/#/");
  g_assert_cmpstr (huis_brand_recognise (80, page), ==, "softathome");
  json_object_set_string_member (page, "location", "/");
  json_object_set_string_member (page, "title", "KPN Box 12");
  g_assert_cmpstr (huis_brand_recognise (80, page), ==, "softathome");
  json_object_set_string_member (page, "title", "hue personal wireless lighting");
  g_assert_cmpstr (huis_brand_recognise (80, page), ==, "hue");
  json_object_set_string_member (page, "title", "FRITZ!Box");
  g_assert_cmpstr (huis_brand_recognise (80, page), ==, "fritzbox");

  fields = huis_brand_read ("fritzbox", "<j:BoxInfo xmlns:j='x'><j:Name>FRITZ!Box 7590</j:Name>"
                                        "<j:Version>154.07.10</j:Version>"
                                        "<j:Serial>3CA62F8E4100</j:Serial></j:BoxInfo>");
  g_assert_cmpstr (huis_json_get_string (fields, "model"), ==, "FRITZ!Box 7590");
  g_assert_cmpuint (json_object_get_size (fields), ==, 2);
  lines = huis_brand_read ("netgear", "Firmware=V1.0.11\r\nModel=R7000P\r\n");
  g_assert_cmpstr (huis_json_get_string (lines, "model"), ==, "R7000P");
  g_assert_null (huis_brand_read ("hue", "[[[["));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/title", test_title);
  g_test_add_func ("/pages/icon-and-login", test_icon_and_login);
  g_test_add_func ("/pages/headers", test_headers);
  g_test_add_func ("/pages/hostile-xml", test_hostile_xml);
  g_test_add_func ("/pages/lenient-xml", test_lenient_xml);
  g_test_add_func ("/pages/description", test_description);
  g_test_add_func ("/pages/brands", test_brands);

  return g_test_run ();
}
