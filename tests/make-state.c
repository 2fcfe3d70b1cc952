/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-state FOLDER N [hostile|done|office|open]: keeps a made-up home of N devices in
 * FOLDER/huiswacht, as the wizard would, for looking at paper and for tests of the command line.
 * "hostile" gives the devices names that mean harm; with "done" every step is done, an "office" is
 * no home and ordered by who looks after a device, and in an "open" home the router lets visitors
 * from the internet in to the camera. */

#include "huis-assessment.h"
#include "huis-store.h"
#include "sample-network.h"

#include <stdlib.h>

static void
do_all (HuisNetwork *network, HuisCatalogue *catalogue, HuisScope scope, HuisDevice *device)
{
  g_autoptr (GPtrArray) measures = huis_assessment_list (network, catalogue, scope, device);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);
      HuisQuestion question;

      if (device != NULL && huis_measure_asks (measure, &question))
        huis_device_set_reply (device, question, HUIS_REPLY_NO);
      huis_answers_set (huis_network_get_answers (network), measure->id,
                        device != NULL ? huis_device_get_id (device) : NULL, HUIS_ANSWER_DONE, NULL,
                        g_get_real_time () / G_USEC_PER_SEC);
    }
}

static void
open_door (HuisNetwork *network)
{
  g_autoptr (HuisObservation) door = huis_observation_new_from_line (
      "{\"type\":\"mapping\",\"address\":\"10.0.0.1\",\"protocol\":\"tcp\",\"external_port\":8080,"
      "\"internal_address\":\"10.0.0.3\",\"internal_port\":80,\"description\":\"<b>camera</b>\"}",
      -1, huis_network_get_last_look (network), NULL);

  huis_inventory_add_observation (huis_network_get_inventory (network), door);
}

/* Every fourth device has nobody. */
static void
make_office (HuisNetwork *network)
{
  static const char *const keepers[] = { "Wim", "Anna van den Berg-Hendriks", "Balie", NULL };
  HuisInventory *inventory = huis_network_get_inventory (network);

  huis_network_set_owner (network, HUIS_OWNER_ORGANISATION);
  huis_network_set_grouping (network, HUIS_GROUPING_KEEPER);
  for (guint i = 0; i < huis_inventory_get_n_devices (inventory); i++)
    huis_device_set_keeper (huis_inventory_peek (inventory, i),
                            keepers[i % G_N_ELEMENTS (keepers)]);
}

static void
change (HuisNetwork *network, const char *how)
{
  g_autoptr (HuisCatalogue) catalogue = NULL;
  HuisInventory *inventory = huis_network_get_inventory (network);

  if (g_strcmp0 (how, "office") == 0)
    make_office (network);
  if (g_strcmp0 (how, "open") == 0)
    open_door (network);
  if (g_strcmp0 (how, "done") != 0)
    return;
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  do_all (network, catalogue, HUIS_SCOPE_HOME, NULL);
  do_all (network, catalogue, HUIS_SCOPE_ROUTER, NULL);
  for (guint i = 0; i < huis_inventory_get_n_devices (inventory); i++)
    do_all (network, catalogue, HUIS_SCOPE_DEVICE, huis_inventory_peek (inventory, i));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (HuisStore) store = NULL;
  g_autoptr (HuisNetwork) network = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (argc < 3)
    {
      g_printerr ("make-state FOLDER N [hostile|done|office|open]\n");
      return 2;
    }

  folder = g_build_filename (argv[1], "huiswacht", NULL);
  store = huis_store_new (folder);
  network = sample_network_new ((guint) atoi (argv[2]), g_strcmp0 (argv[3], "hostile") == 0, now);
  change (network, argv[3]);
  huis_store_set_current (store, network);
  huis_store_set_step (store, "checklist");
  if (!huis_store_flush (store, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
