/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-router-guides.h"

#include <glib/gstdio.h>
#include <gio/gio.h>

static HuisRouterGuides *
read_guides (void)
{
  g_autoptr (GError) error = NULL;
  HuisRouterGuides *guides = huis_router_guides_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);
  return guides;
}

static void
see (HuisDevice *device, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 100, &error);

  g_assert_no_error (error);
  huis_device_add_observation (device, observation);
}

static const char *
match (HuisRouterGuides *guides, const char *line)
{
  g_autoptr (HuisDevice) router = huis_device_new (HUIS_ORIGIN_SEEN);

  see (router, line);
  return huis_router_guide_get_id (huis_router_guides_match (guides, router));
}

static void
test_match (void)
{
  static const char *const cases[][2] = {
    { "fritzbox",
      "{\"type\":\"upnp\",\"t\":1,\"address\":\"192.168.178.1\",\"manufacturer\":\"AVM Berlin\","
      "\"model_name\":\"FRITZ!Box 5590 Fiber\"}" },
    { "ziggo-connectbox", "{\"type\":\"http\",\"t\":1,\"address\":\"192.168.178.1\",\"port\":80,"
                          "\"server\":\"NET-DK/1.0\"}" },
    { "asus", "{\"type\":\"http\",\"t\":1,\"address\":\"192.168.50.1\",\"port\":80,"
              "\"title\":\"ASUS Login\"}" },
    { "kpn-box-12", "{\"type\":\"http\",\"t\":1,\"address\":\"192.168.2.254\",\"port\":80,"
                    "\"location\":\"http://mijnmodem.kpn/2.0/gui/#/\"}" },
    { "kpn", "{\"type\":\"tls\",\"t\":1,\"address\":\"192.168.2.254\",\"port\":443,"
             "\"subject\":\"CN=mijnmodem.kpn\"}" },
    { "kpn-experia-v10", "{\"type\":\"upnp\",\"t\":1,\"address\":\"192.168.2.254\","
                         "\"manufacturer\":\"ZTE\",\"model_name\":\"H369A\"}" },
    { "zte", "{\"type\":\"http\",\"t\":1,\"address\":\"192.168.1.1\",\"port\":80,"
             "\"server\":\"Mini web server 1.0 ZTE corp 2005.\"}" },
    { "odido-zyxel", "{\"type\":\"upnp\",\"t\":1,\"address\":\"192.168.1.1\","
                     "\"manufacturer\":\"Zyxel\",\"model_name\":\"VMG8825-T50\"}" },
    { "zyxel", "{\"type\":\"upnp\",\"t\":1,\"address\":\"192.168.1.1\","
               "\"manufacturer\":\"ZyXEL Communications Corp.\"}" },
    { "tplink-deco", "{\"type\":\"upnp\",\"t\":1,\"address\":\"192.168.68.1\","
                     "\"manufacturer\":\"TP-Link\",\"model_name\":\"Deco M5\"}" },
    { "huawei-mobile", "{\"type\":\"upnp\",\"t\":1,\"address\":\"192.168.8.1\","
                       "\"manufacturer\":\"Huawei Technologies Co., Ltd.\"}" },
    { "generic", "{\"type\":\"http\",\"t\":1,\"address\":\"192.168.1.1\",\"port\":80,"
                 "\"title\":\"Welcome\"}" },
  };
  g_autoptr (HuisRouterGuides) guides = read_guides ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (match (guides, cases[i][1]), ==, cases[i][0]);
  g_assert_true (huis_router_guide_is_generic (huis_router_guides_match (guides, NULL)));
}

static void
test_every_guide (void)
{
  g_autoptr (HuisRouterGuides) guides = read_guides ();
  const GPtrArray *list = huis_router_guides_list (guides);

  g_assert_cmpuint (list->len, >=, 25);
  for (guint i = 0; i < list->len; i++)
    {
      const HuisRouterGuide *guide = g_ptr_array_index (list, i);

      g_assert_cmpstr (huis_router_guide_get_password_place (guide), !=, "");
      g_assert_cmpint (huis_router_guide_is_generic (guide), ==, i == list->len - 1);
      for (int topic = 0; topic < HUIS_N_TOPICS; topic++)
        {
          g_autoptr (GPtrArray) steps =
              huis_router_guide_list_steps (guide, (HuisTopic) topic, NULL);
          g_autofree char *sources = huis_guide_steps_dup_sources (steps);

          g_assert_cmpuint (steps->len, >=, 2);
          g_assert_true (g_str_has_suffix (sources, "Written down on 23 November 2026."));
          for (guint s = 0; s < steps->len; s++)
            {
              const HuisGuideStep *step = g_ptr_array_index (steps, s);

              g_assert_cmpstr (step->text, !=, "");
              g_assert_null (strchr (step->text, '|'));
            }
        }
    }
}

static const char *
get_text (GPtrArray *steps, guint i)
{
  return ((HuisGuideStep *) g_ptr_array_index (steps, i))->text;
}

static void
test_words (void)
{
  g_autoptr (HuisRouterGuides) guides = read_guides ();
  const HuisRouterGuide *guide = huis_router_guides_find (guides, "tplink-archer");
  g_autoptr (GPtrArray) steps =
      huis_router_guide_list_steps (guide, HUIS_TOPIC_UPNP, "http://192.168.1.1/");
  g_autofree char *sources = huis_guide_steps_dup_sources (steps);

  g_assert_cmpstr (get_text (steps, 0), ==,
                   "Open the page of the router, http://tplinkwifi.net or http://192.168.1.1. "
                   "Log in.");
  g_assert_cmpstr (get_text (steps, 1), ==, "Go to “Advanced” › “NAT Forwarding” › “UPnP”.");
  g_assert_cmpstr (get_text (steps, 2), ==, "Switch “UPnP” off.");
  g_assert_cmpstr (sources, ==,
                   "Likely, from notes of other owners. Written down on 23 November 2026.");
}

static void
test_topics (void)
{
  HuisTopic topic = HUIS_N_TOPICS;

  g_assert_true (huis_router_topic_of_measure ("router-upnp", &topic));
  g_assert_cmpint (topic, ==, HUIS_TOPIC_UPNP);
  g_assert_false (huis_router_topic_of_measure ("router-support", &topic));
}

/* The firewall has two parts, of which each has its place in the menu. */
static void
test_two_topics (void)
{
  g_autoptr (HuisRouterGuides) guides = read_guides ();
  const HuisRouterGuide *guide = huis_router_guides_find (guides, "asus");
  g_autoptr (GPtrArray) both =
      huis_router_guide_list_measure_steps (guide, "router-firewall", NULL);
  g_autoptr (GPtrArray) none = huis_router_guide_list_measure_steps (guide, "router-support", NULL);
  g_autoptr (GPtrArray) ipv4 = huis_router_guide_list_steps (guide, HUIS_TOPIC_FIREWALL, NULL);
  g_autoptr (GPtrArray) ipv6 = huis_router_guide_list_steps (guide, HUIS_TOPIC_IPV6, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (both->len, ==, ipv4->len + ipv6->len - 1);
  g_assert_cmpstr (get_text (both, both->len - 1), ==, get_text (ipv6, ipv6->len - 1));
}

static void
test_broken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("huiswacht-routers-XXXXXX", NULL);
  g_autofree char *routers = g_build_filename (folder, "routers", NULL);
  g_autofree char *file = g_build_filename (routers, "one.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (huis_router_guides_new (folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_no_errno (g_mkdir (routers, 0700));
  g_assert_true (
      g_file_set_contents (file, "<router id=\"one\"><topic id=\"x\"/></router>", -1, NULL));
  g_assert_null (huis_router_guides_new (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "one.xml"));

  g_unlink (file);
  g_rmdir (routers);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/router-guides/match", test_match);
  g_test_add_func ("/router-guides/every-guide", test_every_guide);
  g_test_add_func ("/router-guides/words", test_words);
  g_test_add_func ("/router-guides/topics", test_topics);
  g_test_add_func ("/router-guides/two-topics", test_two_topics);
  g_test_add_func ("/router-guides/broken", test_broken);

  return g_test_run ();
}
