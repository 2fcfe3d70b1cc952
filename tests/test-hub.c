/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-hub.h"
#include "huis-standing.h"

#include <gio/gio.h>

#define LOOK 1000

typedef struct
{
  HuisCatalogue *catalogue;
  HuisNetwork *network;
  HuisDevice *hub;
  HuisDevice *lamp;
} Fixture;

static HuisDevice *
see (Fixture *fixture, const char *line, HuisKind kind)
{
  g_autoptr (HuisObservation) seen = huis_observation_new_from_line (line, -1, LOOK, NULL);
  HuisDevice *device =
      huis_inventory_add_observation (huis_network_get_inventory (fixture->network), seen);

  huis_device_set_given_kind (device, kind);

  return device;
}

static HuisDevice *
add (Fixture *fixture, const char *name, HuisKind kind)
{
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);

  huis_device_set_given_name (device, name);
  huis_device_set_given_kind (device, kind);
  huis_inventory_add_device (huis_network_get_inventory (fixture->network), device);

  return device;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1,
      LOOK, NULL);
  g_autoptr (GError) error = NULL;

  fixture->catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);
  fixture->network = huis_network_new (interface);
  fixture->hub =
      see (fixture, "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"}",
           HUIS_KIND_HUB);
  fixture->lamp = add (fixture, "Hall lamp", HUIS_KIND_LIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->network);
  g_object_unref (fixture->catalogue);
}

/* What was seen on the network itself has an address of its own: it works through nothing. */
static void
test_who_may (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) hubs = huis_hub_list (fixture->network);

  g_assert_true (huis_hub_may_have (fixture->lamp));
  g_assert_false (huis_hub_may_have (fixture->hub));
  g_assert_cmpuint (hubs->len, ==, 1);
  g_assert_true (g_ptr_array_index (hubs, 0) == fixture->hub);
}

static guint
count_with_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) devices = huis_standing_list_devices (fixture->network, fixture->catalogue);

  return devices->len;
}

/* Its steps are the hub's, as long as there is a hub. */
static void
test_behind (Fixture *fixture, gconstpointer unused)
{
  HuisDevice *other = add (fixture, "Door sensor", HUIS_KIND_SENSOR);
  g_autoptr (GPtrArray) behind = NULL;

  g_assert_cmpuint (count_with_steps (fixture), ==, 3);
  huis_device_set_hub (fixture->lamp, huis_device_get_id (fixture->hub));
  huis_device_set_hub (other, huis_device_get_id (fixture->hub));
  g_assert_true (huis_hub_find (fixture->network, fixture->lamp) == fixture->hub);
  g_assert_cmpuint (count_with_steps (fixture), ==, 1);
  behind = huis_hub_list_behind (fixture->network, fixture->hub);
  g_assert_cmpuint (behind->len, ==, 2);
  g_assert_true (g_ptr_array_index (behind, 0) == fixture->lamp);

  huis_inventory_remove (huis_network_get_inventory (fixture->network), fixture->hub);
  g_assert_null (huis_hub_find (fixture->network, fixture->lamp));
  g_assert_cmpuint (count_with_steps (fixture), ==, 2);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/hub/who-may", test_who_may);
  ADD ("/hub/behind", test_behind);

  return g_test_run ();
}
