/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-command-look"

#include "huis-command-look.h"

#include "huis-notices.h"
#include "huis-scan.h"
#include "huis-store.h"

#include <glib/gi18n.h>

static void
observation_cb (HuisScan *scan, HuisObservation *observation, HuisInventory *inventory)
{
  if (huis_observation_is (observation, "notice"))
    g_printerr ("%s\n", huis_notice_to_text (observation));
  else
    huis_inventory_add_observation (inventory, observation);
}

static gboolean
is_refused (HuisObservation *home)
{
  g_autoptr (HuisStore) store = huis_store_new (NULL);
  g_autofree char *key = huis_network_key_new (home);
  HuisNetwork *network = huis_store_find_network (store, key);

  return network != NULL && huis_network_get_owner (network) == HUIS_OWNER_NOT_MINE;
}

HuisObservation *
huis_command_find_home (HuisInterfaces *interfaces)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  HuisObservation *home;
  gulong handler;

  handler = g_signal_connect_swapped (interfaces, "found", G_CALLBACK (g_main_loop_quit), loop);
  huis_interfaces_find (interfaces);
  if (huis_interfaces_get_finding (interfaces))
    g_main_loop_run (loop);
  g_signal_handler_disconnect (interfaces, handler);

  if (huis_interfaces_get_error (interfaces) != NULL)
    {
      g_printerr (_ ("The part of Huiswacht that looks around could not be started.\n"));
      return NULL;
    }
  home = huis_interfaces_find_home (interfaces);
  if (home == NULL)
    {
      g_printerr (_ ("This computer is not on a network now.\n"));
      return NULL;
    }
  if (is_refused (home))
    {
      g_printerr (_ ("You said that this network is not yours, so nothing is sent on it.\n"));
      return NULL;
    }

  return home;
}

gboolean
huis_command_look (const char *scanner,
                   HuisObservation *home,
                   const char *request,
                   const char *address,
                   HuisInventory *inventory)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (HuisScan) scan = NULL;

  json_object_set_string_member (object, "request", request);
  huis_json_set_string (object, "interface", huis_observation_get_string (home, "interface"));
  huis_json_set_string (object, "address", address);
  scan = huis_scan_new (scanner, object);
  g_signal_connect (scan, "observation", G_CALLBACK (observation_cb), inventory);
  g_signal_connect_swapped (scan, "finished", G_CALLBACK (g_main_loop_quit), loop);
  huis_scan_start (scan);
  if (huis_scan_get_running (scan))
    g_main_loop_run (loop);

  if (huis_scan_get_error (scan) != NULL)
    g_printerr (_ ("The part of Huiswacht that looks around stopped before its end.\n"));

  return huis_scan_get_error (scan) == NULL;
}
