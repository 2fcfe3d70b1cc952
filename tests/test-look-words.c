/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-inventory-words.h"
#include "huis-notices.h"
#include "huis-network-words.h"
#include "scratch-folder.h"

#include <string.h>

/* What a person reads of the networks before a look, and of the look while it goes on. */

#define NETWORK(name, more)                                                                        \
  " echo '{\"type\":\"network\",\"interface\":\"" name "\",\"address\":\"10.0.0.5\","              \
  "\"prefix\":24," more "}'\n"
#define IGNORED(name, reason) NETWORK (name, "\"ignored\":\"" reason "\"")
#define HOME                                                                                       \
  NETWORK ("eth0", "\"medium\":\"wire\",\"default\":true,\"gateway\":\"10.0.0.1\","                \
                   "\"gateway_mac\":\"00:11:22:33:44:01\"")
#define HOST(number)                                                                               \
  " echo '{\"type\":\"host\",\"address\":\"10.0.0." number "\","                                   \
  "\"mac\":\"00:11:22:33:44:0" number "\"}'\n"

/* A scanner that goes on one step each time that the file beside it grows, and ends when told to.
 */
#define SCANNER(networks)                                                                          \
  "#!/bin/sh\n"                                                                                    \
  "read request\n"                                                                                 \
  "case $request in\n"                                                                             \
  "*networks*)\n" networks " ;;\n"                                                                 \
  "*discover*)\n" HOST ("1")                                                                       \
      HOST ("2") " echo '{\"type\":\"progress\",\"stage\":\"sweep\"}'\n"                           \
                 " until [ -e \"$0.later\" ]; do sleep 0.05; done\n" HOST (                        \
                     "3") " echo '{\"type\":\"progress\",\"stage\":\"listen\"}'\n"                 \
                          " cat >/dev/null\n"                                                      \
                          " echo '{\"type\":\"done\",\"stopped\":true}'\n"                         \
                          " exit ;;\n"                                                             \
                          "esac\n"                                                                 \
                          "echo '{\"type\":\"done\"}'\n"

static const char plain[] = SCANNER (HOME);
static const char crowded[] =
    SCANNER (HOME IGNORED ("tun0", "tunnel") IGNORED ("docker0", "container")
                 IGNORED ("virbr0", "virtual-machine") IGNORED ("usb0", "tethering"));
static const char with_machines[] = SCANNER (HOME IGNORED ("virbr0", "virtual-machine"));

typedef struct
{
  char *folder;
  char *scanner;
  HuisStore *store;
  HuisSession *session;
} Fixture;

static void
find_networks (Fixture *fixture)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (fixture->session);

  huis_interfaces_find (interfaces);
  while (huis_interfaces_get_finding (interfaces))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer script)
{
  fixture->folder = g_dir_make_tmp ("huiswacht-look-words-XXXXXX", NULL);
  fixture->scanner = g_build_filename (fixture->folder, "scanner", NULL);
  g_assert_true (g_file_set_contents_full (fixture->scanner, script, -1, G_FILE_SET_CONTENTS_NONE,
                                           0700, NULL));
  fixture->store = huis_store_new (fixture->folder);
  fixture->session = huis_session_new (fixture->store, fixture->scanner);
  find_networks (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer script)
{
  huis_store_flush (fixture->store, NULL);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->scanner);
}

static void
collect_cb (const char *icon_name, const char *title, const char *text, gpointer user_data)
{
  g_assert_nonnull (icon_name);
  g_assert_cmpuint (strlen (text), >, 0);
  g_string_append_printf (user_data, "%s|", title);
}

static char *
get_notes (Fixture *fixture)
{
  GString *titles = g_string_new (NULL);

  huis_network_words_for_each_note (fixture->session, collect_cb, titles);

  return g_string_free (titles, FALSE);
}

/* Each sort of network that is left out is named, and the home is looked at all the same. */
static void
test_left_out_and_named (Fixture *fixture, gconstpointer script)
{
  HuisNetwork *network = huis_session_get_network (fixture->session);
  g_autofree char *notes = get_notes (fixture);

  g_assert_cmpstr (notes, ==,
                   "A VPN is on|You use the internet of a phone|"
                   "There are networks inside this computer|");
  g_assert_cmpstr (huis_observation_get_string (huis_network_get_interface (network), "interface"),
                   ==, "eth0");
}

static void
test_machines_alone (Fixture *fixture, gconstpointer script)
{
  g_autofree char *notes = get_notes (fixture);

  g_assert_cmpstr (notes, ==, "There are networks inside this computer|");
}

static void
test_nothing_left_out (Fixture *fixture, gconstpointer script)
{
  g_autofree char *notes = get_notes (fixture);

  g_assert_cmpstr (notes, ==, "");
}

static void
wait_for_words (Fixture *fixture, const char *wanted)
{
  for (;;)
    {
      g_autofree char *words = huis_inventory_words_look (fixture->session);

      if (g_str_has_prefix (words, wanted))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* In words all the way; and when the person stops it, what was found stays. */
static void
test_progress (Fixture *fixture, gconstpointer script)
{
  HuisNetwork *network = huis_session_get_network (fixture->session);
  g_autofree char *later = g_strconcat (fixture->scanner, ".later", NULL);

  wait_for_words (fixture, "Not looked around yet.");
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  g_assert_true (huis_session_look (fixture->session));
  wait_for_words (fixture, "2 devices found. Looking around…");
  g_assert_true (g_file_set_contents (later, "", -1, NULL));
  wait_for_words (fixture, "3 devices found. Still listening for devices that sleep…");

  huis_session_stop (fixture->session);
  wait_for_words (fixture, "We saw 3 devices (today");
  g_assert_cmpuint (huis_inventory_get_n_devices (huis_network_get_inventory (network)), ==, 3);
}

static char *
get_notice_text (const char *code)
{
  g_autofree char *line = g_strdup_printf ("{\"type\":\"notice\",\"code\":\"%s\"}", code);
  g_autoptr (HuisObservation) notice = huis_observation_new_from_line (line, -1, 1, NULL);

  return g_strdup (huis_notice_to_text (notice));
}

/* Whatever limits a look is said in a sentence of its own. */
static void
test_limits_in_words (Fixture *fixture, gconstpointer script)
{
  static const char *const codes[] = {
    "avahi-absent", "avahi-lost", "avahi-hangs",   "no-gateway",   "no-network", "too-large",
    "many-devices", "many-facts", "no-neighbours", "own-firewall", "no-ssdp",
  };
  g_autofree char *any = get_notice_text ("never-heard-of");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *text = get_notice_text (codes[i]);

      g_test_message ("%s: %s", codes[i], text);
      g_assert_cmpstr (text, !=, any);
    }
}

#define ADD(path, script, test) g_test_add (path, Fixture, script, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/look-words/left-out-and-named", crowded, test_left_out_and_named);
  ADD ("/look-words/machines-alone", with_machines, test_machines_alone);
  ADD ("/look-words/nothing-left-out", plain, test_nothing_left_out);
  ADD ("/look-words/limits-in-words", plain, test_limits_in_words);
  ADD ("/look-words/progress", plain, test_progress);

  return g_test_run ();
}
