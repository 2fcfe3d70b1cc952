/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-router-list.h"

#include <string.h>

/* "mac address name" a line, "-" for what is not there. */
static char *
read_list (const char *bytes, gssize length)
{
  g_autoptr (GPtrArray) entries = huis_router_list_read (bytes, length);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const HuisRouterListEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (out, "%s %s %s\n", entry->mac != NULL ? entry->mac : "-",
                              entry->address != NULL ? entry->address : "-",
                              entry->name != NULL ? entry->name : "-");
    }

  return g_string_free (out, FALSE);
}

#define TWO                                                                                        \
  "aa:bb:cc:00:11:22 192.168.1.20 Printer upstairs\n"                                              \
  "1c:2d:3e:4f:50:61 192.168.1.21 tv-kamer\n"

static void
assert_two (const char *text)
{
  g_autofree char *read = read_list (text, -1);

  g_assert_cmpstr (read, ==, TWO);
}

static void
test_rows (void)
{
  assert_two ("Name\tIP address\tMAC address\tStatus\n"
              "Printer upstairs\t192.168.1.20\tAA:BB:CC:00:11:22\tOnline\n"
              "tv-kamer\t192.168.1.21\t1C:2D:3E:4F:50:61\tOffline\n");
  assert_two ("192.168.1.20    AA-BB-CC-00-11-22   Wi-Fi 5 GHz   Printer upstairs\n"
              "192.168.1.21    1C-2D-3E-4F-50-61   LAN 2         tv-kamer\n");
  assert_two ("aabb.cc00.1122  192.168.1.20  Printer upstairs\r\n"
              "1c2d.3e4f.5061  192.168.1.21  tv-kamer\r\n");
}

static void
test_csv (void)
{
  assert_two ("\"Status\",\"Hostname\",\"IPv4\",\"MAC\"\n"
              "\"online\",\"Printer upstairs\",\"192.168.1.20\",\"aabbcc001122\"\n"
              "\"offline\",\"tv-kamer\",\"192.168.1.21\",\"1c2d3e4f5061\"\n");
  assert_two ("Apparaat;IP-adres;MAC-adres;Verbinding\n"
              "Printer upstairs;192.168.1.20;AA:BB:CC:00:11:22;Wifi\n"
              "tv-kamer;192.168.1.21;1C:2D:3E:4F:50:61;Kabel\n");
}

static void
test_html (void)
{
  assert_two (
      "<!DOCTYPE html><html><head><title>x</title><script>var m='02:00:00:00:00:01';</script>\n"
      "<style>td{}</style></head><body><table><tr><th>Device</th><th>Name</th></tr>\n"
      "<tr><td>1</td><td>Printer&#32;upstairs</td>\n<td>192.168.1.20</td>"
      "<td>AA:BB:CC:00:11:22</td></tr>"
      "<!-- <tr><td>old</td><td>02:00:00:00:00:02</td></tr> -->"
      "<tr><td>2</td><td><b>tv&#x2d;kamer</b></td><td>192.168.1.21</td>"
      "<td>1C:2D:3E:4F:50:61</td></tr></table></body></html>");
}

static void
test_cards (void)
{
  assert_two ("Printer upstairs\nWi-Fi 2.4 GHz\n192.168.1.20\nAA:BB:CC:00:11:22\n\n"
              "tv-kamer\nEthernet\n192.168.1.21\n1C:2D:3E:4F:50:61\n");
  assert_two ("MAC: AA:BB:CC:00:11:22\nIP: 192.168.1.20\nName: Printer upstairs\n"
              "MAC: 1C:2D:3E:4F:50:61\nIP: 192.168.1.21\nName: tv-kamer\n");
}

static void
test_objects (void)
{
  assert_two (
      "[{\"name\":\"Printer upstairs\",\"ip\":\"192.168.1.20\",\"mac\":\"AA:BB:CC:00:11:22\"},"
      "{\"name\":\"tv-kamer\",\"ip\":\"192.168.1.21\",\"mac\":\"1C:2D:3E:4F:50:61\"}]");
}

static void
test_without_mac (void)
{
  g_autofree char *read =
      read_list ("Outside address 84.81.20.7\nPrinter\t192.168.1.20\nTV\t10.0.0.4", -1);

  g_assert_cmpstr (read, ==, "- 192.168.1.20 Printer\n- 10.0.0.4 TV\n");
}

/* As Windows saves it: other ends of lines, and two bytes a character. */
static char *
save_as_windows (const char *text, gsize *length)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", joined, NULL);

  return g_convert (marked, -1, "UTF-16LE", "UTF-8", NULL, length, NULL);
}

/* Every layout of the fixtures: NAME.txt, .csv, .html, .json or .xml, and NAME.expected. */
static void
test_layouts (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "router-lists", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
      g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
      g_autofree char *text = NULL, *expected = NULL, *windows = NULL;
      g_autofree char *read = NULL, *read_windows = NULL;
      gsize length = 0;

      if (g_str_has_suffix (name, ".expected"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
      g_test_message ("%s", name);
      read = read_list (text, -1);
      g_assert_cmpstr (read, ==, expected);
      windows = save_as_windows (text, &length);
      read_windows = read_list (windows, (gssize) length);
      g_assert_cmpstr (read_windows, ==, expected);
      n++;
    }
  g_assert_cmpuint (n, >=, 18);
}

static void
test_hostile (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (GPtrArray) many = NULL;
  g_autofree char *empty = read_list ("", -1);
  g_autofree char *markup = read_list ("<b>A & \xe2\x80\xae"
                                       "B\x01</b>\tAA:BB:CC:00:11:22\xff\n",
                                       -1);
  g_autofree char *bad =
      read_list ("01:00:5e:00:00:01 a\n00:00:00:00:00:00 b\nff:ff:ff:ff:ff:ff c\n"
                 "aa:bb:cc:dd:ee:ff:00 d\n",
                 -1);
  g_autofree char *open = read_list ("<html><script>aa:bb:cc:00:11:22", -1);

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (bad, ==, "");
  g_assert_cmpstr (open, ==, "");
  g_assert_true (g_str_has_prefix (markup, "aa:bb:cc:00:11:22 - <b>A & B</b>"));

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (endless, "x%u 02:00:00:%02x:%02x:%02x\n", i, i >> 16, (i >> 8) & 255,
                            i & 255);
  many = huis_router_list_read (endless->str, (gssize) endless->len);
  g_assert_cmpuint (many->len, ==, HUIS_ROUTER_LIST_ENTRIES_MAX);
  g_clear_pointer (&many, g_ptr_array_unref);

  /* Longer than is read, and without a line or an end of anything. */
  g_string_truncate (endless, 0);
  while (endless->len < 2 * HUIS_ROUTER_LIST_BYTES_MAX)
    g_string_append (endless, "<div <a&#x;</ 1.1.1.1.");
  many = huis_router_list_read (endless->str, (gssize) endless->len);
  g_assert_cmpuint (many->len, ==, 0);
}

static void
test_enter (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (GPtrArray) entries = huis_router_list_read (
      "Printer\t10.0.0.20\tAA:BB:CC:00:11:22\nTV\t10.0.0.21\t1C:2D:3E:4F:50:61\n", -1);
  g_autoptr (HuisObservation) seen = huis_observation_new_from_line (
      "{\"type\":\"host\",\"address\":\"10.0.0.99\",\"mac\":\"1c:2d:3e:4f:50:61\"}", -1, 100, NULL);
  HuisDevice *tv = huis_inventory_add_observation (inventory, seen);
  HuisDevice *printer;

  g_assert_cmpuint (huis_router_list_enter (inventory, entries, 200), ==, 1);
  g_assert_cmpuint (huis_router_list_enter (inventory, entries, 300), ==, 0);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 2);
  g_assert_cmpint (huis_device_get_origin (tv), ==, HUIS_ORIGIN_SEEN);
  g_assert_null (huis_device_get_given_name (tv));

  printer = huis_inventory_find_by_address (inventory, "10.0.0.20");
  g_assert_nonnull (printer);
  g_assert_cmpint (huis_device_get_origin (printer), ==, HUIS_ORIGIN_ROUTER_LIST);
  g_assert_cmpstr (huis_device_get_title (printer), ==, "Printer");
  g_assert_cmpstr (huis_device_get_mac (printer), ==, "aa:bb:cc:00:11:22");
  g_assert_false (huis_device_get_present (printer));
}

/* The scan finds it after all: it is the same device. */
static void
test_found_later (void)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (GPtrArray) entries = huis_router_list_read ("Printer\tAA:BB:CC:00:11:22\n", -1);
  g_autoptr (HuisObservation) seen = huis_observation_new_from_line (
      "{\"type\":\"host\",\"address\":\"10.0.0.20\",\"mac\":\"aa:bb:cc:00:11:22\"}", -1, 300, NULL);

  g_assert_cmpuint (huis_router_list_enter (inventory, entries, 200), ==, 1);
  huis_inventory_add_observation (inventory, seen);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  g_assert_true (huis_device_get_present (huis_inventory_peek (inventory, 0)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/router-list/rows", test_rows);
  g_test_add_func ("/router-list/csv", test_csv);
  g_test_add_func ("/router-list/html", test_html);
  g_test_add_func ("/router-list/cards", test_cards);
  g_test_add_func ("/router-list/objects", test_objects);
  g_test_add_func ("/router-list/without-mac", test_without_mac);
  g_test_add_func ("/router-list/layouts", test_layouts);
  g_test_add_func ("/router-list/hostile", test_hostile);
  g_test_add_func ("/router-list/enter", test_enter);
  g_test_add_func ("/router-list/found-later", test_found_later);

  return g_test_run ();
}
