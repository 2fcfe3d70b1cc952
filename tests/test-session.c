/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-openings.h"
#include "huis-session.h"
#include "scratch-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define OPENING                                                                                    \
  "{\"type\":\"mapping\",\"address\":\"10.0.0.1\",\"protocol\":\"tcp\",\"external_port\":8080,"    \
  "\"internal_address\":\"10.0.0.2\",\"internal_port\":80}"

/* A scanner that answers each request as a small home would. */
static const char scanner_script[] =
    "#!/bin/sh\n"
    "read request\n"
    "case $request in\n"
    "*networks*)\n"
    " echo '{\"type\":\"network\",\"interface\":\"tun0\",\"medium\":\"tunnel\","
    "\"address\":\"10.9.0.2\",\"prefix\":24,\"default\":true,\"ignored\":\"tunnel\"}'\n"
    " echo '{\"type\":\"network\",\"interface\":\"eth0\",\"medium\":\"wire\","
    "\"address\":\"10.0.0.5\",\"prefix\":24,\"default\":true,\"gateway\":\"10.0.0.1\","
    "\"gateway_mac\":\"00:11:22:33:44:01\",'\"$(cat \"$0.lock\" 2>/dev/null)\"'\"wps\":false}' ;;\n"
    "*discover*)\n"
    " echo \"$request\" >\"$0.asked\"\n"
    " echo '{\"type\":\"progress\",\"stage\":\"sweep\"}'\n"
    " echo '{\"type\":\"notice\",\"code\":\"avahi-absent\"}'\n"
    " echo '{\"type\":\"host\",\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\","
    "\"gateway\":true}'\n"
    " echo '{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"}'\n"
    " case $request in *eth0*) ;; *) exit 1 ;; esac ;;\n"
    "*router*)\n"
    " echo '" OPENING "' ;;\n"
    "*close-opening*tcp*8080*)\n"
    " echo '{\"type\":\"closed\",\"address\":\"10.0.0.1\",\"protocol\":\"tcp\","
    "\"external_port\":8080,\"done\":true}' ;;\n"
    "*look*)\n"
    " echo '{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":80,\"state\":\"open\"}'\n"
    " case $request in *10.0.0.2*) ;; *) exit 1 ;; esac ;;\n"
    "esac\n"
    "echo '{\"type\":\"done\"}'\n";

typedef struct
{
  GMainLoop *loop;
  char *folder;
  char *scanner;
  HuisStore *store;
  HuisSession *session;
  gboolean complete;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->folder = g_dir_make_tmp ("huiswacht-session-XXXXXX", NULL);
  fixture->scanner = g_build_filename (fixture->folder, "scanner", NULL);
  g_assert_true (g_file_set_contents_full (fixture->scanner, scanner_script, -1,
                                           G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  fixture->store = huis_store_new (fixture->folder);
  fixture->session = huis_session_new (fixture->store, fixture->scanner);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  huis_store_flush (fixture->store, NULL);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->scanner);
  g_main_loop_unref (fixture->loop);
}

static void
find_networks (Fixture *fixture)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (fixture->session);
  gulong id =
      g_signal_connect_swapped (interfaces, "found", G_CALLBACK (g_main_loop_quit), fixture->loop);

  huis_interfaces_find (interfaces);
  if (huis_interfaces_get_finding (interfaces))
    g_main_loop_run (fixture->loop);
  g_signal_handler_disconnect (interfaces, id);
}

static void
looked_cb (HuisSession *session, gboolean complete, HuisDevice *device, Fixture *fixture)
{
  fixture->complete = complete;
  g_main_loop_quit (fixture->loop);
}

static void
wait_for_look (Fixture *fixture)
{
  gulong id = g_signal_connect (fixture->session, "looked", G_CALLBACK (looked_cb), fixture);

  g_main_loop_run (fixture->loop);
  g_signal_handler_disconnect (fixture->session, id);
}

static void
test_home (Fixture *fixture, gconstpointer data)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (fixture->session);
  HuisNetwork *network;

  find_networks (fixture);
  network = huis_session_get_network (fixture->session);
  g_assert_nonnull (network);
  g_assert_cmpstr (huis_network_get_key (network), ==, "00:11:22:33:44:01 10.0.0.0/24");
  g_assert_true (huis_session_is_connected (fixture->session));
  g_assert_nonnull (huis_interfaces_find_ignored (interfaces, "tunnel"));
  g_assert_null (huis_interfaces_find_ignored (interfaces, "container"));
  g_assert_true (huis_store_get_current (fixture->store) == network);
}

/* Nothing is sent on a network of which the person did not say that it is theirs. */
static void
test_consent (Fixture *fixture, gconstpointer data)
{
  HuisNetwork *network;

  g_assert_false (huis_session_look (fixture->session));
  find_networks (fixture);
  network = huis_session_get_network (fixture->session);
  g_assert_false (huis_session_look (fixture->session));
  huis_network_set_owner (network, HUIS_OWNER_NOT_MINE);
  g_assert_false (huis_session_look (fixture->session));
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  g_assert_true (huis_session_look (fixture->session));
  g_assert_false (huis_session_look (fixture->session)); /* one at a time */
  wait_for_look (fixture);
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  HuisNetwork *network;
  HuisDevice *device;

  find_networks (fixture);
  network = huis_session_get_network (fixture->session);
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  g_assert_true (huis_session_look (fixture->session));
  wait_for_look (fixture);
  g_assert_true (fixture->complete);
  g_assert_null (huis_session_get_look_error (fixture->session));
  g_assert_true (huis_session_has_notice (fixture->session, "avahi-absent"));
  g_assert_cmpint (huis_network_get_last_look (network), >, 0);

  device = huis_inventory_find_by_address (huis_network_get_inventory (network), "10.0.0.2");
  g_assert_cmpint (huis_device_get_tested (device), ==, huis_network_get_look_begun (network));
  g_assert_true (huis_session_look_at_device (fixture->session, device));
  g_assert_true (huis_session_get_looked_at (fixture->session) == device);
  wait_for_look (fixture);
  g_assert_true (fixture->complete);
  g_assert_nonnull (huis_device_find_observation (device, "port", 0));
  g_assert_true (huis_device_get_present (device));
}

static gboolean
asks_for_all (Fixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->scanner, ".asked", NULL);
  g_autofree char *request = NULL;

  g_assert_true (huis_session_look (fixture->session));
  wait_for_look (fixture);
  g_assert_true (g_file_get_contents (path, &request, NULL, NULL));

  return strstr (request, "\"confirmed_large\":true") != NULL;
}

/* A very large network is looked at whole when the person says so: of that one, and no other. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (fixture->session);
  g_autoptr (HuisObservation) office = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.9.0.5\",\"prefix\":16,"
      "\"gateway\":\"10.9.0.1\",\"gateway_mac\":\"00:11:22:33:44:09\"}",
      -1, 1, NULL);

  find_networks (fixture);
  huis_network_set_owner (huis_session_get_network (fixture->session), HUIS_OWNER_MINE);
  g_assert_false (asks_for_all (fixture));
  huis_session_confirm_large (fixture->session);
  g_assert_true (asks_for_all (fixture));
  g_assert_true (asks_for_all (fixture));

  g_ptr_array_add (huis_interfaces_get_list (interfaces), huis_observation_ref (office));
  huis_session_choose_interface (fixture->session, office);
  huis_network_set_owner (huis_session_get_network (fixture->session), HUIS_OWNER_MINE);
  g_assert_false (asks_for_all (fixture));
}

static HuisObservation *
make_interface (const char *gateway)
{
  g_autofree char *line = g_strdup_printf ("{\"type\":\"network\",\"interface\":\"eth0\","
                                           "\"address\":\"10.0.0.5\",\"prefix\":24%s}",
                                           gateway);

  return huis_observation_new_from_line (line, -1, 1, NULL);
}

/* What a look finds belongs to the network that it looks at, though the computer moved to another.
 */
static void
test_moved_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) fields = huis_json_parse_object (
      "{\"type\":\"network\",\"interface\":\"wlan0\",\"medium\":\"wifi\",\"address\":\"10.0.9.5\","
      "\"prefix\":24,\"gateway\":\"10.0.9.1\",\"gateway_mac\":\"00:11:22:33:44:09\"}",
      -1, 4096, NULL);
  g_autoptr (HuisObservation) elsewhere = huis_observation_new (fields, 1, NULL);
  g_autoptr (HuisNetwork) home = NULL;

  find_networks (fixture);
  home = g_object_ref (huis_session_get_network (fixture->session));
  huis_network_set_owner (home, HUIS_OWNER_MINE);
  g_assert_true (huis_session_look (fixture->session));
  huis_session_choose_interface (fixture->session, elsewhere);
  wait_for_look (fixture);

  g_assert_true (huis_session_get_network (fixture->session) != home);
  g_assert_cmpuint (huis_inventory_get_n_devices (huis_network_get_inventory (home)), ==, 2);
  g_assert_cmpuint (huis_inventory_get_n_devices (
                        huis_network_get_inventory (huis_session_get_network (fixture->session))),
                    ==, 0);
  g_assert_cmpint (huis_network_get_last_look (home), >, 0);
}

/* Many homes have the same subnet: without the gateway's MAC address the person is asked again. */
static void
test_perhaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisObservation) home = make_interface (",\"gateway_mac\":\"00:11:22:33:44:01\"");
  g_autoptr (HuisObservation) unknown = make_interface ("");
  g_autoptr (HuisObservation) elsewhere = make_interface (",\"gateway_mac\":\"00:11:22:33:44:99\"");
  HuisNetwork *network;

  huis_session_choose_interface (fixture->session, home);
  network = huis_session_get_network (fixture->session);
  huis_network_set_owner (network, HUIS_OWNER_MINE);

  huis_session_choose_interface (fixture->session, elsewhere);
  g_assert_true (huis_session_get_network (fixture->session) != network);
  g_assert_false (huis_network_may_look (huis_session_get_network (fixture->session)));

  huis_session_choose_interface (fixture->session, unknown);
  g_assert_true (huis_session_get_network (fixture->session) == network);
  g_assert_false (huis_network_may_look (network));
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  g_assert_true (huis_network_may_look (network));
}

static void
test_learns_gateway (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisObservation) unknown = make_interface ("");
  HuisNetwork *network;

  huis_session_choose_interface (fixture->session, unknown);
  network = huis_session_get_network (fixture->session);
  g_assert_cmpstr (huis_network_get_key (network), ==, "- 10.0.0.0/24");
  find_networks (fixture);
  g_assert_true (huis_session_get_network (fixture->session) == network);
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  g_assert_true (huis_session_look (fixture->session));
  wait_for_look (fixture);
  g_assert_cmpstr (huis_network_get_key (network), ==, "00:11:22:33:44:01 10.0.0.0/24");
}

/* Only an opening that was listed is closed, and only where looking is allowed. */
static void
test_close_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisObservation) made_up = huis_observation_new_from_line (
      "{\"type\":\"mapping\",\"address\":\"10.0.0.1\",\"protocol\":\"udp\",\"external_port\":53}",
      -1, 1, NULL);
  g_autoptr (GPtrArray) openings = NULL;
  HuisNetwork *network;

  find_networks (fixture);
  network = huis_session_get_network (fixture->session);
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  huis_session_look (fixture->session);
  wait_for_look (fixture);
  g_assert_true (huis_session_look_at_router (fixture->session));
  wait_for_look (fixture);
  openings = huis_openings_list (network);
  g_assert_cmpuint (openings->len, ==, 1);

  g_assert_false (huis_session_close_opening (fixture->session, made_up));
  g_usleep (G_USEC_PER_SEC); /* looks are told apart by the second */
  g_assert_true (huis_session_close_opening (fixture->session, openings->pdata[0]));
  g_assert_cmpint (huis_session_get_looking (fixture->session), ==, HUIS_LOOK_ROUTER);
  wait_for_look (fixture);
  g_assert_false (huis_openings_has (network, openings->pdata[0]));
  g_assert_false (huis_session_close_opening (fixture->session, openings->pdata[0]));
}

static const char *
get_security (Fixture *fixture)
{
  HuisNetwork *network = huis_session_get_network (fixture->session);

  return huis_observation_get_string (huis_network_get_interface (network), "security");
}

/* What the router hands out is looked at with it, and meanwhile the network stays known. */
static void
test_router_with_wifi (Fixture *fixture, gconstpointer data)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (fixture->session);
  g_autofree char *lock = g_strconcat (fixture->scanner, ".lock", NULL);

  find_networks (fixture);
  huis_network_set_owner (huis_session_get_network (fixture->session), HUIS_OWNER_MINE);
  huis_session_look (fixture->session);
  wait_for_look (fixture);
  g_assert_null (get_security (fixture));

  g_assert_true (g_file_set_contents (lock, "\"security\":\"wpa3\",", -1, NULL));
  g_assert_true (huis_session_look_at_router (fixture->session));
  g_assert_true (huis_interfaces_get_finding (interfaces));
  g_assert_true (huis_session_is_connected (fixture->session));
  wait_for_look (fixture);
  while (huis_interfaces_get_finding (interfaces))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (huis_session_is_connected (fixture->session));
  g_assert_cmpstr (get_security (fixture), ==, "wpa3");
}

static void
test_no_scanner (Fixture *fixture, gconstpointer data)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (fixture->session);

  g_unlink (fixture->scanner);
  find_networks (fixture);
  g_assert_error (huis_interfaces_get_error (interfaces), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (huis_session_get_network (fixture->session));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/session/home", test_home);
  ADD ("/session/consent", test_consent);
  ADD ("/session/look", test_look);
  ADD ("/session/large", test_large);
  ADD ("/session/moved-meanwhile", test_moved_meanwhile);
  ADD ("/session/perhaps", test_perhaps);
  ADD ("/session/learns-gateway", test_learns_gateway);
  ADD ("/session/close-opening", test_close_opening);
  ADD ("/session/router-with-wifi", test_router_with_wifi);
  ADD ("/session/no-scanner", test_no_scanner);
#undef ADD

  return g_test_run ();
}
