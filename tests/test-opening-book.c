/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-openings.h"

/* Two days apart each. */
#define FIRST_LOOK  1762900000
#define SECOND_LOOK 1763072800
#define THIRD_LOOK  1763245600

#define ROUTER  "\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\""
#define OPENING "{\"type\":\"mapping\"," ROUTER ",\"protocol\":\"tcp\","
#define TO_CAM                                                                                     \
  OPENING "\"external_port\":8554,\"internal_port\":554,\"internal_address\":\"10.0.0.2\"}"
#define TO_CAM_MOVED                                                                               \
  OPENING "\"external_port\":8554,\"internal_port\":554,\"internal_address\":\"10.0.0.7\"}"
#define TO_OTHER OPENING "\"external_port\":4711,\"internal_address\":\"10.0.0.9\"}"

static HuisDevice *
observe (HuisNetwork *network, const char *line, gint64 when)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, when, NULL);

  g_assert_nonnull (observation);
  return huis_inventory_add_observation (huis_network_get_inventory (network), observation);
}

static HuisNetwork *
make_network (void)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24,"
      "\"gateway\":\"10.0.0.1\"}",
      -1, FIRST_LOOK, NULL);
  HuisNetwork *network = huis_network_new (interface);

  observe (network, "{\"type\":\"host\"," ROUTER ",\"gateway\":true}", FIRST_LOOK);
  observe (network, "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:02\"}",
           FIRST_LOOK);

  return network;
}

/* One look that reached its end; @count is the length of the list, -1 where the router keeps it to
 * itself. @lines ends with %NULL. */
static void
look (HuisNetwork *network, gint64 when, int count, const char *const *lines)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  g_autofree char *igd = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    observe (network, lines[i], when);
  if (count >= 0)
    {
      igd = g_strdup_printf ("{\"type\":\"igd\"," ROUTER
                             ",\"service\":\"WANIPConnection:1\",\"mapping_count\":%d}",
                             count);
      observe (network, igd, when);
    }
  huis_device_set_tested (router, when);
  huis_openings_remember (network);
}

#define LOOK(network, when, count, ...)                                                            \
  look (network, when, count, (const char *const[]){ __VA_ARGS__, NULL })

/* @port: of an opening that stands; @age: how its sentence begins. */
static void
assert_age (HuisNetwork *network, gint64 port, const char *age)
{
  g_autoptr (GPtrArray) openings = huis_openings_list (network);

  for (guint i = 0; i < openings->len; i++)
    if (huis_observation_get_int (openings->pdata[i], "external_port", 0) == port)
      {
        g_autofree char *told = huis_openings_describe_age (network, openings->pdata[i]);

        g_assert_cmpstr (told, ==, age);
        return;
      }
  g_assert_not_reached ();
}

static void
assert_past (HuisNetwork *network, guint n, const char *title, const char *told)
{
  g_autoptr (GPtrArray) past = huis_openings_list_past (network);
  g_autofree char *its_title = NULL;
  g_autofree char *its_story = NULL;

  g_assert_cmpuint (past->len, ==, n);
  if (n == 0)
    return;
  its_title = huis_openings_describe_past_title (network, past->pdata[0]);
  its_story = huis_openings_describe_past (past->pdata[0]);
  g_assert_cmpstr (its_title, ==, title);
  g_assert_cmpstr (its_story, ==, told);
}

static void
test_comes_and_goes (void)
{
  g_autoptr (HuisNetwork) network = make_network ();

  LOOK (network, FIRST_LOOK, 1, TO_OTHER);
  assert_age (network, 4711, "It was open already when we first looked, on 11 November 2025.");
  LOOK (network, SECOND_LOOK, 2, TO_OTHER, TO_CAM);
  assert_age (network, 4711, "It was open already when we first looked, on 11 November 2025.");
  assert_age (network, 8554, "New since 13 November 2025.");
  assert_past (network, 0, NULL, NULL);
  LOOK (network, THIRD_LOOK, 1, TO_CAM);
  assert_age (network, 8554, "New since 13 November 2025.");
  assert_past (network, 1, "A device that we did not see (10.0.0.9): Port 4711",
               "First seen on 11 November 2025. Gone since 15 November 2025.");
}

/* A router that keeps its list to itself says nothing of what is gone. */
static void
test_no_list (void)
{
  g_autoptr (HuisNetwork) network = make_network ();

  LOOK (network, FIRST_LOOK, 1, TO_CAM);
  LOOK (network, SECOND_LOOK, -1, NULL);
  assert_past (network, 0, NULL, NULL);
  LOOK (network, THIRD_LOOK, 0, NULL);
  assert_past (network, 1, "Unknown device: Picture of a camera (port 8554)",
               "First seen on 11 November 2025. Gone since 15 November 2025.");
}

/* The device of then, whose address another one may have today; and another device is another
 * door. */
static void
test_leads_elsewhere (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  HuisInventory *inventory = huis_network_get_inventory (network);

  huis_device_set_given_name (huis_inventory_find_by_address (inventory, "10.0.0.2"), "Front door");
  LOOK (network, FIRST_LOOK, 1, TO_CAM);
  LOOK (network, SECOND_LOOK, 1, TO_CAM_MOVED);
  assert_age (network, 8554, "New since 13 November 2025.");
  assert_past (network, 1, "Front door: Picture of a camera (port 8554)",
               "First seen on 11 November 2025. Gone since 13 November 2025.");
}

static void
test_closed (void)
{
  g_autoptr (HuisNetwork) network = make_network ();

  LOOK (network, FIRST_LOOK, 1, TO_CAM);
  LOOK (network, SECOND_LOOK, 0,
        "{\"type\":\"closed\"," ROUTER
        ",\"protocol\":\"tcp\",\"external_port\":8554,\"done\":true}");
  assert_past (network, 1, "Unknown device: Picture of a camera (port 8554)",
               "First seen on 11 November 2025. Closed with Huiswacht on 13 November 2025.");
}

static void
test_kept (void)
{
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (HuisNetwork) read = make_network ();
  g_autoptr (JsonObject) saved = NULL;
  g_autoptr (JsonObject) broken =
      huis_json_parse_object ("{\"begun\":\"x\",\"records\":[3,{},{\"fact\":{\"type\":\"host\"}}]}",
                              -1, 1024, NULL);

  LOOK (network, FIRST_LOOK, 1, TO_OTHER);
  LOOK (network, SECOND_LOOK, 1, TO_CAM);
  saved = huis_opening_book_to_json (huis_network_get_opening_book (network));
  huis_opening_book_load_json (huis_network_get_opening_book (read), saved);
  LOOK (read, THIRD_LOOK, 1, TO_CAM);
  assert_age (read, 8554, "New since 13 November 2025.");
  assert_past (read, 1, "A device that we did not see (10.0.0.9): Port 4711",
               "First seen on 11 November 2025. Gone since 13 November 2025.");

  huis_opening_book_load_json (huis_network_get_opening_book (read), broken);
  assert_past (read, 1, "A device that we did not see (10.0.0.9): Port 4711",
               "First seen on 11 November 2025. Gone since 13 November 2025.");
}

static void
note (HuisOpeningBook *book, guint port, gint64 when)
{
  g_autofree char *line = g_strdup_printf (OPENING "\"external_port\":%u}", port);
  g_autoptr (HuisObservation) opening = huis_observation_new_from_line (line, -1, when, NULL);

  huis_opening_book_note_open (book, opening, NULL, when);
  if (port != 1)
    huis_opening_book_note_gone (book, opening, FALSE, when + 1);
}

/* A router with another list each time fills no memory; what stands is never forgotten. */
static void
test_endless (void)
{
  g_autoptr (HuisOpeningBook) book = huis_opening_book_new ();
  const GPtrArray *records = huis_opening_book_list (book);
  const HuisOpeningRecord *newest, *oldest;

  for (guint port = 1; port <= 600; port++)
    note (book, port, FIRST_LOOK + port);
  g_assert_cmpuint (records->len, ==, 256);
  newest = records->pdata[0];
  oldest = records->pdata[records->len - 1];
  g_assert_cmpint (newest->first, ==, FIRST_LOOK + 600);
  g_assert_cmpint (oldest->first, ==, FIRST_LOOK + 1);
  g_assert_cmpint (oldest->gone, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening-book/comes-and-goes", test_comes_and_goes);
  g_test_add_func ("/opening-book/no-list", test_no_list);
  g_test_add_func ("/opening-book/leads-elsewhere", test_leads_elsewhere);
  g_test_add_func ("/opening-book/closed", test_closed);
  g_test_add_func ("/opening-book/kept", test_kept);
  g_test_add_func ("/opening-book/endless", test_endless);

  return g_test_run ();
}
