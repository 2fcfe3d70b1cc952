/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-guest-advice.h"

static void
see (HuisNetwork *network, const char *address, const char *fields)
{
  g_autofree char *line =
      g_strdup_printf ("{\"address\":\"10.0.0.%s\",\"mac\":\"00:11:22:33:44:0%s\",%s}", address,
                       address, fields);
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 60, NULL);

  g_assert_nonnull (observation);
  huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

static HuisDevice *
find (HuisNetwork *network, const char *address)
{
  return huis_inventory_find_by_address (huis_network_get_inventory (network), address);
}

/* A router, this computer, and what the tests add. */
static HuisNetwork *
make_network (void)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.9\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\",\"gateway_mac\":\"00:11:22:33:44:01\"}",
      -1, 50, NULL);
  HuisNetwork *network = huis_network_new (interface);

  huis_network_begin_look (network, 50);
  see (network, "1", "\"type\":\"host\",\"gateway\":true");
  see (network, "9", "\"type\":\"host\",\"self\":true");

  return network;
}

static HuisCatalogue *
read_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  HuisCatalogue *catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);

  return catalogue;
}

static void
add (HuisNetwork *network, const char *number, HuisKind kind)
{
  g_autofree char *address = g_strdup_printf ("10.0.0.%s", number);

  see (network, number, "\"type\":\"host\"");
  huis_device_set_given_kind (find (network, address), kind);
}

static void
assert_move (HuisCatalogue *catalogue, HuisDevice *device, HuisMove move, const char *words)
{
  const char *reason = NULL;

  g_assert_cmpint (huis_guest_advice_find (catalogue, device, &reason), ==, move);
  g_test_message ("%s", reason);
  g_assert_nonnull (strstr (reason, words));
}

static void
test_kinds (void)
{
  g_autoptr (HuisCatalogue) catalogue = read_catalogue ();
  g_autoptr (HuisNetwork) network = make_network ();

  add (network, "2", HUIS_KIND_PLUG);
  add (network, "3", HUIS_KIND_TV);
  add (network, "4", HUIS_KIND_PRINTER);
  assert_move (catalogue, find (network, "10.0.0.2"), HUIS_MOVE_YES, "app");
  assert_move (catalogue, find (network, "10.0.0.3"), HUIS_MOVE_PARTLY, "picture");
  assert_move (catalogue, find (network, "10.0.0.4"), HUIS_MOVE_NO, "to print");
}

/* What it offers to others counts where its kind says less. */
static void
test_uses (void)
{
  static const struct
  {
    const char *fields;
    HuisMove move;
    const char *words;
  } cases[] = {
    { "\"type\":\"mdns\",\"service\":\"_http._tcp\",\"name\":\"x\"", HUIS_MOVE_YES, "Try it" },
    { "\"type\":\"mdns\",\"service\":\"_googlecast._tcp\",\"name\":\"x\"", HUIS_MOVE_PARTLY,
      "pictures or music" },
    { "\"type\":\"ssdp\",\"st\":\"urn:schemas-upnp-org:device:MediaServer:1\",\"usn\":\"x\"",
      HUIS_MOVE_PARTLY, "films" },
    { "\"type\":\"upnp\",\"udn\":\"uuid:1\",\"device_type\":\"x\",\"services\":"
      "[\"urn:dial-multiscreen-org:service:dial:1\"]",
      HUIS_MOVE_PARTLY, "pictures or music" },
    { "\"type\":\"mdns\",\"service\":\"_ipp._tcp\",\"name\":\"x\"", HUIS_MOVE_NO, "prints" },
  };
  g_autoptr (HuisCatalogue) catalogue = read_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HuisNetwork) network = make_network ();

      add (network, "2", HUIS_KIND_OTHER);
      see (network, "2", cases[i].fields);
      assert_move (catalogue, find (network, "10.0.0.2"), cases[i].move, cases[i].words);
    }
}

/* A printer that casts still had better stay. */
static void
test_strictest (void)
{
  g_autoptr (HuisCatalogue) catalogue = read_catalogue ();
  g_autoptr (HuisNetwork) network = make_network ();

  add (network, "2", HUIS_KIND_PRINTER);
  see (network, "2", "\"type\":\"mdns\",\"service\":\"_airplay._tcp\",\"name\":\"x\"");
  assert_move (catalogue, find (network, "10.0.0.2"), HUIS_MOVE_NO, "to print");
}

/* The router and this computer are not moved; who is not there now does not count. */
static void
test_list (void)
{
  g_autoptr (HuisCatalogue) catalogue = read_catalogue ();
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (GPtrArray) list = NULL;
  const HuisGuestAdvice *advice;

  add (network, "2", HUIS_KIND_PRINTER);
  add (network, "3", HUIS_KIND_SPEAKER);
  add (network, "4", HUIS_KIND_CAMERA);
  list = huis_guest_advice_list (network, catalogue);
  g_assert_cmpuint (list->len, ==, 3);
  advice = g_ptr_array_index (list, 0);
  g_assert_true (advice->device == find (network, "10.0.0.4"));
  advice = g_ptr_array_index (list, 2);
  g_assert_true (advice->device == find (network, "10.0.0.2"));
  g_clear_pointer (&list, g_ptr_array_unref);

  huis_network_begin_look (network, 100);
  huis_network_end_look (network, 170);
  list = huis_guest_advice_list (network, catalogue);
  g_assert_cmpuint (list->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guest-advice/kinds", test_kinds);
  g_test_add_func ("/guest-advice/uses", test_uses);
  g_test_add_func ("/guest-advice/strictest", test_strictest);
  g_test_add_func ("/guest-advice/list", test_list);

  return g_test_run ();
}
