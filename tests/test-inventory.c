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

/* What has IPv6 as well is one device by its MAC, and keeps the address that a person can type. */
static void
test_both_protocols (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  HuisDevice *six =
      observe (inventory,
               "{\"type\":\"host\",\"address\":\"fe80::1:2\",\"mac\":\"00:11:22:33:44:55\"}");

  g_assert_cmpstr (huis_device_get_address (six), ==, "fe80::1:2");
  g_assert_true (observe (inventory, "{\"type\":\"host\",\"address\":\"10.0.0.2\","
                                     "\"mac\":\"00:11:22:33:44:55\"}") == six);
  g_assert_true (observe (inventory, "{\"type\":\"mdns\",\"address\":\"fe80::1:2\","
                                     "\"service\":\"_ipp._tcp\",\"name\":\"P\"}") == six);
  g_assert_cmpstr (huis_device_get_address (six), ==, "10.0.0.2");
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
}

static HuisObservation *
make_announcement (const char *service, const char *name, gint64 seen)
{
  g_autofree char *line = g_strdup_printf (
      "{\"type\":\"mdns\",\"address\":\"10.0.0.2\",\"service\":\"%s\",\"name\":\"%s\","
      "\"host\":\"lamp.local\"}",
      service, name);
  HuisObservation *observation = huis_observation_new_from_line (line, -1, seen, NULL);

  g_assert_nonnull (observation);

  return observation;
}

/* The names that the device still bears, in their order. */
static char *
list_names (HuisDevice *device)
{
  GPtrArray *observations = huis_device_get_observations (device);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < observations->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            huis_observation_get_string (observations->pdata[i], "name"));

  return g_string_free (names, FALSE);
}

/* What its owner renamed in its own app bears one name; what is announced otherwise stays. */
static void
test_renamed (void)
{
  static const struct
  {
    const char *service;
    const char *name;
    gint64 seen;
  } heard[] = {
    { "_hap._tcp", "Old lamp", 1000 },     { "_ipp._tcp", "Queue 1", 1000 },
    { "_ipp._tcp", "Queue 2", 1000 },      { "_http._tcp", "Page", 1000 },
    { "_hap._tcp", "Lamp of Anna", 2000 }, { "_ipp._tcp", "Queue 1", 2000 },
    { "_ipp._tcp", "Queue 2", 2001 },
  };
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autofree char *names = NULL;
  HuisDevice *device = NULL;
  guint n_identified = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      g_autoptr (HuisObservation) next =
          make_announcement (heard[i].service, heard[i].name, heard[i].seen);

      device = huis_inventory_add_observation (inventory, next);
    }
  huis_inventory_set_identify_func (inventory, (HuisIdentifyFunc) identify_by_count, &n_identified);
  huis_inventory_settle (inventory);
  huis_inventory_forget_old_names (inventory, 1000);
  huis_inventory_settle (inventory);
  g_assert_cmpuint (n_identified, ==, 1);

  huis_inventory_forget_old_names (inventory, 2000);
  huis_inventory_settle (inventory);
  names = list_names (device);
  g_assert_cmpstr (names, ==, "Queue 1, Queue 2, Page, Lamp of Anna");
  g_assert_cmpuint (n_identified, ==, 2);
  g_assert_cmpstr (huis_device_get_title (device), ==, "Thing with 4 facts");

  /* Who says nothing at all in a look is not asked for another name. */
  huis_inventory_forget_old_names (inventory, 3000);
  g_assert_cmpuint (huis_device_get_observations (device)->len, ==, 4);
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

/* Facts by which one device is known at two addresses, each the only one that both have. */
static const struct
{
  const char *what;
  const char *fact;
} own_marks[] = {
  { "UDN", "\"type\":\"upnp\",\"udn\":\"uuid:5e1f2c\"" },
  { "HomeKit id", "\"type\":\"mdns\",\"service\":\"_hap._tcp\",\"name\":\"Lamp\","
                  "\"txt\":{\"id\":\"7A:01:4C:9E:22:10\"}" },
  { "serial", "\"type\":\"upnp\",\"manufacturer\":\"Acme\",\"serial\":\"K-1174\"" },
  { "mDNS host", "\"type\":\"mdns\",\"host\":\"lamp-17.local\"" },
};

static HuisDevice *
observe_at (HuisInventory *inventory, guint host, const char *fact)
{
  g_autofree char *line =
      g_strdup_printf ("{\"address\":\"10.0.0.%u\",\"mac\":\"00:11:22:33:44:%02u\",%s}", host, host,
                       fact);

  return observe (inventory, line);
}

static void
test_each_mark_joins (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_marks); i++)
    {
      g_autoptr (HuisInventory) inventory = huis_inventory_new ();

      g_test_message ("%s", own_marks[i].what);
      observe_at (inventory, 2, "\"type\":\"host\"");
      observe_at (inventory, 3, "\"type\":\"host\"");
      observe_at (inventory, 2, own_marks[i].fact);
      g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
      g_assert_true (observe_at (inventory, 3, own_marks[i].fact) ==
                     huis_inventory_peek (inventory, 0));
      g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
    }
}

/* What two devices have in common by chance makes them no one device. */
static void
test_likeness_is_no_mark (void)
{
  static const char *const alike[] = {
    "\"type\":\"upnp\",\"manufacturer\":\"Acme\",\"serial\":\"00000000\"",
    "\"type\":\"upnp\",\"udn\":\"uuid:00000000-0000-0000-0000-000000000000\"",
    "\"type\":\"upnp\",\"friendly_name\":\"Camera\",\"model_name\":\"IPC-1\"",
    "\"type\":\"mdns\",\"service\":\"_hap._tcp\",\"name\":\"Lamp\"",
    "\"type\":\"mdns\",\"service\":\"_http._tcp\",\"name\":\"Web\",\"txt\":{\"id\":\"7A:01:4C\"}",
    "\"type\":\"netbios\",\"name\":\"PC\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autoptr (HuisInventory) inventory = huis_inventory_new ();

      g_test_message ("%s", alike[i]);
      g_assert_true (observe_at (inventory, 2, alike[i]) != observe_at (inventory, 3, alike[i]));
    }
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
  g_test_add_func ("/inventory/both-protocols", test_both_protocols);
  g_test_add_func ("/inventory/renamed", test_renamed);
  g_test_add_func ("/inventory/name-before-mac", test_name_before_mac);
  g_test_add_func ("/inventory/two-turn-out-one", test_two_turn_out_one);
  g_test_add_func ("/inventory/each-mark-joins", test_each_mark_joins);
  g_test_add_func ("/inventory/likeness-is-no-mark", test_likeness_is_no_mark);
  g_test_add_func ("/inventory/address-moves", test_address_moves);
  g_test_add_func ("/inventory/identity-and-word", test_identity_and_word);
  g_test_add_func ("/inventory/list-model", test_list_model);
  g_test_add_func ("/inventory/json", test_json);

  return g_test_run ();
}
