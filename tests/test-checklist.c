/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-checklist.h"
#include "sample-network.h"

#include <string.h>

#define NOW 1800000000

/* What is on paper of an organisation, and of a hub. */
typedef struct
{
  HuisCatalogue *catalogue;
  HuisNetwork *network;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);
  fixture->network = sample_network_new (8, FALSE, NOW);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->network);
  g_object_unref (fixture->catalogue);
}

static HuisChecklist *
make_checklist (Fixture *fixture, HuisSheet sheet)
{
  HuisChecklistOptions options = { .sheet = sheet, .now = NOW };

  return huis_checklist_new (fixture->network, fixture->catalogue, &options);
}

static HuisDevice *
find_device (Fixture *fixture, const char *title)
{
  HuisInventory *inventory = huis_network_get_inventory (fixture->network);

  for (guint i = 0; i < huis_inventory_get_n_devices (inventory); i++)
    if (g_str_equal (huis_device_get_title (huis_inventory_peek (inventory, i)), title))
      return huis_inventory_peek (inventory, i);

  g_assert_not_reached ();
}

static const HuisChecklistBlock *
find_block (const HuisChecklist *list, const char *title)
{
  for (guint i = 0; i < list->devices->len; i++)
    if (g_str_equal (((HuisChecklistBlock *) list->devices->pdata[i])->title, title))
      return list->devices->pdata[i];

  g_assert_not_reached ();
}

/* Who looks after it is the heading then, and the room one of the facts; but a picture is one of
 * rooms. */
static void
test_by_person (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (HuisChecklist) by_room = NULL;
  g_autoptr (HuisChecklist) by_person = NULL;
  g_autoptr (HuisChecklist) picture = NULL;
  const HuisChecklistBlock *first;

  huis_device_set_keeper (find_device (fixture, "Camera tuin"), "Wim");
  huis_device_set_keeper (find_device (fixture, "NAS"), "Anna");
  by_room = make_checklist (fixture, HUIS_SHEET_ALL);
  g_assert_nonnull (strstr (find_block (by_room, "NAS")->facts, "kept by Anna"));

  huis_network_set_grouping (fixture->network, HUIS_GROUPING_KEEPER);
  by_person = make_checklist (fixture, HUIS_SHEET_ALL);
  first = g_ptr_array_index (by_person->devices, 0);
  g_assert_cmpstr (first->title, ==, "NAS");
  g_assert_cmpstr (first->room, ==, "Anna");
  g_assert_null (strstr (first->facts, "kept by"));
  g_assert_nonnull (strstr (first->facts, "Meter cupboard"));
  first = g_ptr_array_index (by_person->devices, 1);
  g_assert_cmpstr (first->room, ==, "Wim");
  first = g_ptr_array_index (by_person->devices, 2);
  g_assert_cmpstr (first->room, ==, "");
  g_assert_cmpstr (first->place, ==, "nobody yet");
  g_assert_cmpstr (by_person->home->place, ==, "");

  picture = make_checklist (fixture, HUIS_SHEET_PICTURE);
  g_assert_cmpstr (find_block (picture, "NAS")->room, ==, "Meter cupboard");
}

/* Lamps behind a hub have no steps and so no block: the hub names them. */
static void
test_behind_a_hub (Fixture *fixture, gconstpointer unused)
{
  HuisDevice *hub = find_device (fixture, "NAS");
  static const char *const names[] = { "Hall lamp", "Kitchen lamp" };
  g_autoptr (HuisChecklist) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HuisDevice) lamp = huis_device_new (HUIS_ORIGIN_BY_HAND);

      huis_device_set_given_name (lamp, names[i]);
      huis_device_set_given_kind (lamp, HUIS_KIND_LIGHT);
      huis_device_set_hub (lamp, huis_device_get_id (hub));
      huis_inventory_add_device (huis_network_get_inventory (fixture->network), lamp);
    }
  list = make_checklist (fixture, HUIS_SHEET_ALL);
  g_assert_nonnull (strstr (find_block (list, "NAS")->facts, "with Hall lamp, Kitchen lamp"));
  g_assert_cmpuint (list->devices->len, ==, 8);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/checklist/by-person", test_by_person);
  ADD ("/checklist/behind-a-hub", test_behind_a_hub);

  return g_test_run ();
}
