/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-state FOLDER N [hostile]: keeps a made-up home of N devices in FOLDER/huiswacht, as the
 * wizard would, for looking at paper and for tests of the command line. */

#include "huis-store.h"
#include "sample-network.h"

#include <stdlib.h>

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (HuisStore) store = NULL;
  g_autoptr (HuisNetwork) network = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3)
    {
      g_printerr ("make-state FOLDER N [hostile]\n");
      return 2;
    }

  folder = g_build_filename (argv[1], "huiswacht", NULL);
  store = huis_store_new (folder);
  network = sample_network_new ((guint) atoi (argv[2]), argc > 3, g_get_real_time () / 1000000);
  huis_store_set_current (store, network);
  huis_store_set_step (store, "checklist");
  if (!huis_store_flush (store, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
