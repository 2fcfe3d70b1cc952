/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-inventory.h"

/* What the person decides about the list, and that it is for ever. */

static HuisDevice *
observe (HuisInventory *inventory, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1000, &error);

  g_assert_no_error (error);

  return huis_inventory_add_observation (inventory, observation);
}

static HuisInventory *
copy (HuisInventory *inventory)
{
  HuisInventory *again = huis_inventory_new ();
  g_autoptr (JsonArray) json = huis_inventory_to_json (inventory);

  huis_inventory_load_json (again, json);

  return again;
}

static const char wire[] =
    "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}";
static const char wire_upnp[] =
    "{\"type\":\"upnp\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\","
    "\"udn\":\"uuid:5e1f\"}";
static const char wifi[] =
    "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:66\"}";
static const char wifi_upnp[] =
    "{\"type\":\"upnp\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:66\","
    "\"udn\":\"uuid:5e1f\",\"device_type\":\"x\"}";
static const char unsure_upnp[] =
    "{\"type\":\"upnp\",\"address\":\"10.0.0.2\",\"udn\":\"uuid:5e1f\"}";

static void
test_merge_and_undo (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisInventory) again = NULL;
  HuisDevice *a = observe (inventory, wire);
  HuisDevice *b = observe (inventory, wifi);

  huis_inventory_merge (inventory, a, b);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  /* Remembered: neither the next look nor the next start parts them again. */
  huis_inventory_begin_look (inventory);
  g_assert_true (observe (inventory, wifi) == a);
  again = copy (inventory);
  g_assert_true (observe (again, wifi) == huis_inventory_peek (again, 0));
  g_assert_true (observe (again, wire) == huis_inventory_peek (again, 0));
  g_assert_cmpuint (huis_inventory_get_n_devices (again), ==, 1);

  g_assert_true (huis_inventory_undo (inventory));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
  g_assert_false (huis_inventory_undo (inventory));

  huis_inventory_remove (inventory, huis_inventory_peek (inventory, 0));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  g_assert_true (huis_inventory_undo (inventory));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
}

static const char wire_port[] = "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":80}";
static const char wifi_port[] = "{\"type\":\"port\",\"address\":\"10.0.0.3\",\"port\":80}";

/* As if it had not been: each is seen, in its place, and what is heard of its address is its own.
 */
static void
check_as_before (HuisInventory *inventory)
{
  HuisDevice *first = huis_inventory_peek (inventory, 0);
  HuisDevice *second = huis_inventory_peek (inventory, 1);

  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 3);
  g_assert_cmpstr (huis_device_get_mac (first), ==, "00:11:22:33:44:55");
  g_assert_cmpstr (huis_device_get_mac (second), ==, "00:11:22:33:44:66");
  g_assert_true (huis_device_get_present (first));
  g_assert_true (huis_device_get_present (second));
  g_assert_true (observe (inventory, wire_port) == first);
  g_assert_true (observe (inventory, wifi_port) == second);
  g_assert_true (observe (inventory, wifi) == second);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 3);
}

static void
test_undone_is_as_before (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();

  observe (inventory, wire);
  observe (inventory, wifi);
  observe (inventory, "{\"type\":\"host\",\"address\":\"10.0.0.4\"}");
  huis_inventory_merge (inventory, huis_inventory_peek (inventory, 0),
                        huis_inventory_peek (inventory, 1));
  g_assert_true (huis_inventory_undo (inventory));
  check_as_before (inventory);

  huis_inventory_merge (inventory, huis_inventory_peek (inventory, 1),
                        huis_inventory_peek (inventory, 0));
  g_assert_true (huis_inventory_undo (inventory));
  check_as_before (inventory);

  huis_inventory_remove (inventory, huis_inventory_peek (inventory, 0));
  g_assert_true (huis_inventory_undo (inventory));
  check_as_before (inventory);

  /* Who was not seen in this look is not seen because of it. */
  huis_inventory_begin_look (inventory);
  observe (inventory, wire);
  huis_inventory_merge (inventory, huis_inventory_peek (inventory, 1),
                        huis_inventory_peek (inventory, 0));
  g_assert_true (huis_inventory_undo (inventory));
  g_assert_true (huis_device_get_present (huis_inventory_peek (inventory, 0)));
  g_assert_false (huis_device_get_present (huis_inventory_peek (inventory, 1)));
}

/* Two cameras with the same factory number are told apart by the person, once and for all. */
static void
test_split_by_mac (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisInventory) again = NULL;
  g_auto (GStrv) parts = NULL;
  HuisDevice *device, *other;

  observe (inventory, wire);
  observe (inventory, wire_upnp);
  observe (inventory, wifi);
  device = observe (inventory, wifi_upnp);
  huis_device_set_given_name (device, "Front door");
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  parts = huis_device_dup_parts (device);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  g_assert_null (huis_inventory_split (inventory, device, "00:11:22:33:44:99"));
  other = huis_inventory_split (inventory, device, "00:11:22:33:44:66");
  g_assert_nonnull (other);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
  device = huis_inventory_peek (inventory, 0);
  g_assert_cmpstr (huis_device_get_title (device), ==, "Front door");
  g_assert_cmpstr (huis_device_get_mac (other), ==, "00:11:22:33:44:66");
  g_assert_cmpstr (huis_device_get_address (other), ==, "10.0.0.3");

  /* What they share brings them together neither in this look nor in later ones. */
  g_assert_true (observe (inventory, unsure_upnp) == device);
  again = copy (inventory);
  huis_inventory_begin_look (again);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (observe (again, wifi) == huis_inventory_peek (again, 1));
      g_assert_true (observe (again, wifi_upnp) == huis_inventory_peek (again, 1));
      g_assert_true (observe (again, wire) == huis_inventory_peek (again, 0));
      g_assert_true (observe (again, wire_upnp) == huis_inventory_peek (again, 0));
      g_assert_true (observe (again, unsure_upnp) == huis_inventory_peek (again, 0));
    }
  g_assert_cmpuint (huis_inventory_get_n_devices (again), ==, 2);
}

static HuisDevice *
observe_behind (HuisInventory *inventory, guint host)
{
  g_autofree char *line = g_strdup_printf (
      "{\"type\":\"host\",\"address\":\"10.0.0.%u\",\"mac\":\"00:11:22:33:44:55\"}", host);

  return observe (inventory, line);
}

/* Devices behind an extender have its MAC, and addresses of their own. */
static void
test_split_by_address (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisInventory) again = NULL;
  g_auto (GStrv) parts = NULL;
  HuisDevice *device = observe_behind (inventory, 2);
  HuisDevice *other;

  observe_behind (inventory, 3);
  g_assert_false (huis_device_is_extender (device));
  observe_behind (inventory, 4);
  g_assert_true (huis_device_is_extender (device));
  parts = huis_device_dup_parts (device);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);

  other = huis_inventory_split (inventory, device, "10.0.0.3");
  /* Of that network number it only borrows: it says nothing of its maker. */
  g_assert_null (huis_device_get_mac (other));
  again = copy (inventory);
  huis_inventory_begin_look (again);
  g_assert_true (observe_behind (again, 3) == huis_inventory_peek (again, 1));
  g_assert_true (observe_behind (again, 2) == huis_inventory_peek (again, 0));
  g_assert_true (observe_behind (again, 4) == huis_inventory_peek (again, 0));
  /* A new address of that MAC is the extender's: of whom else is not known. */
  g_assert_true (observe_behind (again, 9) == huis_inventory_peek (again, 0));
  g_assert_cmpuint (huis_inventory_get_n_devices (again), ==, 2);

  /* And the person may think better of it, either way round. */
  other = huis_inventory_peek (again, 1);
  huis_inventory_merge (again, other, huis_inventory_peek (again, 0));
  g_assert_true (observe_behind (again, 2) == other);
  g_assert_true (observe_behind (again, 3) == other);
  g_assert_true (observe_behind (again, 7) == other);
  g_assert_cmpuint (huis_inventory_get_n_devices (again), ==, 1);
}

static void
test_split_and_undo (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *device;

  observe_behind (inventory, 2);
  device = observe_behind (inventory, 3);
  observe (inventory, wifi);
  observe_behind (inventory, 4);
  g_assert_nonnull (huis_inventory_split (inventory, device, "10.0.0.4"));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 3);
  g_assert_true (huis_inventory_undo (inventory));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
  g_assert_true (observe_behind (inventory, 4) == huis_inventory_peek (inventory, 0));
  g_assert_true (huis_device_get_present (huis_inventory_peek (inventory, 0)));
  g_assert_false (huis_inventory_undo (inventory));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inventory-hand/merge-and-undo", test_merge_and_undo);
  g_test_add_func ("/inventory-hand/undone-is-as-before", test_undone_is_as_before);
  g_test_add_func ("/inventory-hand/split-by-mac", test_split_by_mac);
  g_test_add_func ("/inventory-hand/split-by-address", test_split_by_address);
  g_test_add_func ("/inventory-hand/split-and-undo", test_split_and_undo);

  return g_test_run ();
}
