/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-inventory.h"

#include <string.h>

static HuisDevice *
observe (HuisInventory *inventory, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1000, &error);

  g_assert_no_error (error);

  return huis_inventory_add_observation (inventory, observation);
}

static HuisIdentity *
identify_by_count (gpointer user_data, GPtrArray *observations)
{
  HuisIdentity *identity = huis_identity_new ();

  (*(guint *) user_data)++;
  identity->name = g_strdup_printf ("Thing with %u facts", observations->len);
  identity->kind = HUIS_KIND_CAMERA;
  identity->kind_strength = HUIS_STRENGTH_LIKELY;

  return identity;
}

static void
test_same_device (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *a, *b;

  a = observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}");
  b = observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.9\",\"mac\":\"00:11:22:33:44:55\"}");
  g_assert_true (a == b);
  b = observe (inventory,
               "{\"type\":\"port\",\"address\":\"10.0.0.9\",\"port\":80,\"state\":\"open\"}");
  g_assert_true (a == b);
  b = observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:56\"}");
  g_assert_true (a != b);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
}

static void
test_name_before_mac (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *named =
      observe (inventory, "{\"type\":\"mdns\",\"address\":\"10.0.0.2\","
                          "\"service\":\"_ipp._tcp\",\"name\":\"P\",\"host\":\"printer.local\"}");
  HuisDevice *host =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}");

  g_assert_true (named == host);
  g_assert_cmpstr (huis_device_get_mac (host), ==, "00:11:22:33:44:55");
}

static void
test_two_turn_out_one (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *wire =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}");

  huis_device_set_given_name (wire, "Mine");
  observe (inventory, "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:66\"}");
  observe (inventory, "{\"type\":\"upnp\",\"address\":\"10.0.0.2\",\"udn\":\"uuid:5e1f\"}");
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
  observe (inventory, "{\"type\":\"upnp\",\"address\":\"10.0.0.3\",\"udn\":\"uuid:5e1f\"}");
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  g_assert_cmpstr (huis_device_get_title (huis_inventory_peek (inventory, 0)), ==, "Mine");
}

/* Another device got the address that a first one had: the MAC addresses keep them apart. */
static void
test_address_moves (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *first =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}");
  HuisDevice *second;

  huis_inventory_begin_look (inventory);
  g_assert_false (huis_device_get_present (first));
  second = observe (inventory,
                    "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:77\"}");
  g_assert_true (first != second);
  g_assert_true (observe (inventory, "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":1}") ==
                 second);
  g_assert_false (huis_device_get_present (first));
  g_assert_true (huis_inventory_find_by_address (inventory, "10.0.0.2") == second);
}

static void
test_identity_and_word (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  guint n_calls = 0;
  HuisDevice *device;

  huis_inventory_set_identify_func (inventory, identify_by_count, &n_calls);
  device = observe (inventory,
                    "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}");
  observe (inventory, "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":80}");
  observe (inventory, "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":81}");
  huis_inventory_settle (inventory);

  g_assert_cmpuint (n_calls, ==, 1); /* in a batch, not for each fact */
  g_assert_cmpstr (huis_device_get_title (device), ==, "Thing with 3 facts");
  g_assert_cmpint (huis_device_get_kind (device), ==, HUIS_KIND_CAMERA);

  huis_device_set_given_name (device, "Front\ndoor");
  huis_device_set_given_kind (device, HUIS_KIND_DOORBELL);
  observe (inventory, "{\"type\":\"port\",\"address\":\"10.0.0.2\",\"port\":82}");
  huis_inventory_settle (inventory);
  g_assert_cmpstr (huis_device_get_title (device), ==, "Front door");
  g_assert_cmpint (huis_device_get_kind (device), ==, HUIS_KIND_DOORBELL);
  g_assert_cmpint (huis_device_get_kind_strength (device), ==, HUIS_STRENGTH_CERTAIN);
}

static void
test_merge_and_undo (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *a =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}");
  HuisDevice *b =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:66\"}");

  huis_inventory_merge (inventory, a, b);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  /* Remembered: the next look does not part them again. */
  huis_inventory_begin_look (inventory);
  g_assert_true (observe (inventory, "{\"type\":\"host\",\"address\":\"10.0.0.3\","
                                     "\"mac\":\"00:11:22:33:44:66\"}") == a);

  g_assert_true (huis_inventory_undo (inventory));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
  g_assert_false (huis_inventory_undo (inventory));

  huis_inventory_remove (inventory, huis_inventory_peek (inventory, 0));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  g_assert_true (huis_inventory_undo (inventory));
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
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

/* A listener that mirrors the list must end up with the same list. */
static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
test_list_model (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (inventory, "items-changed", G_CALLBACK (mirror_cb), mirror);
  for (guint i = 1; i <= 1100; i++)
    {
      g_autofree char *line = g_strdup_printf ("{\"type\":\"host\",\"address\":\"10.0.%u.%u\","
                                               "\"mac\":\"00:11:22:33:%02x:%02x\"}",
                                               i / 250, i % 250 + 1, i / 250, i % 250 + 1);

      observe (inventory, line);
    }
  huis_inventory_remove (inventory, huis_inventory_peek (inventory, 5));
  huis_inventory_merge (inventory, huis_inventory_peek (inventory, 9),
                        huis_inventory_peek (inventory, 2));

  g_assert_cmpuint (mirror->len, ==, HUIS_INVENTORY_DEVICES_MAX - 2);
  for (guint i = 0; i < mirror->len; i++)
    g_assert_true (mirror->pdata[i] == huis_inventory_peek (inventory, i));
}

static void
test_json (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisInventory) again = huis_inventory_new ();
  g_autoptr (JsonArray) json = NULL;
  HuisDevice *device =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\","
               "\"gateway\":true}");
  HuisDevice *loaded;

  huis_device_set_given_name (device, "Router <b>&");
  huis_device_set_room (device, "hall");
  huis_device_set_reply (device, HUIS_QUESTION_ONLINE, HUIS_REPLY_NO);
  g_assert_true (huis_device_set_support_until (device, "2031-06-30"));
  huis_device_set_known (device, FALSE);
  json = huis_inventory_to_json (inventory);
  huis_inventory_load_json (again, json);

  g_assert_cmpuint (huis_inventory_get_n_devices (again), ==, 1);
  loaded = huis_inventory_find (again, huis_device_get_id (device));
  g_assert_nonnull (loaded);
  g_assert_cmpstr (huis_device_get_title (loaded), ==, "Router <b>&");
  g_assert_cmpstr (huis_device_get_room (loaded), ==, "hall");
  g_assert_cmpint (huis_device_get_reply (loaded, HUIS_QUESTION_ONLINE), ==, HUIS_REPLY_NO);
  g_assert_cmpint (huis_device_get_reply_when (loaded, HUIS_QUESTION_ONLINE), >, 0);
  g_assert_cmpstr (huis_device_get_support_until (loaded), ==, "2031-06-30");
  g_assert_cmpint (huis_device_get_support_said (loaded), >, 0);
  g_assert_false (huis_device_get_known (loaded));
  g_assert_true (huis_inventory_find_gateway (again) == loaded);
  g_assert_true (observe (again, "{\"type\":\"host\",\"address\":\"10.0.0.7\","
                                 "\"mac\":\"00:11:22:33:44:55\"}") == loaded);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inventory/same-device", test_same_device);
  g_test_add_func ("/inventory/name-before-mac", test_name_before_mac);
  g_test_add_func ("/inventory/two-turn-out-one", test_two_turn_out_one);
  g_test_add_func ("/inventory/address-moves", test_address_moves);
  g_test_add_func ("/inventory/identity-and-word", test_identity_and_word);
  g_test_add_func ("/inventory/merge-and-undo", test_merge_and_undo);
  g_test_add_func ("/inventory/split-by-mac", test_split_by_mac);
  g_test_add_func ("/inventory/split-by-address", test_split_by_address);
  g_test_add_func ("/inventory/split-and-undo", test_split_and_undo);
  g_test_add_func ("/inventory/list-model", test_list_model);
  g_test_add_func ("/inventory/json", test_json);

  return g_test_run ();
}
