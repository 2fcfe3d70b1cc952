/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-device-groups"

#include "huis-device-groups.h"

/* A listener that keeps its own copy by what the signal tells, as a list on the screen does. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, position + i, g_list_model_get_item (model, position + i));
}

static void
assert_same (GListModel *model, GPtrArray *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (HuisDeviceEntry) entry = g_list_model_get_item (model, i);

      g_assert_true (entry == g_ptr_array_index (mirror, i));
    }
}

/* "[Kitchen] Oven, Fridge" of the whole list. */
static char *
to_text (GListModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HuisDeviceEntry) entry = g_list_model_get_item (model, i);
      HuisDevice *device = huis_device_entry_get_device (entry);

      if (device != NULL)
        g_string_append_printf (text, " %s", huis_device_get_title (device));
      else
        g_string_append_printf (text, "[%s]", huis_device_entry_get_heading (entry));
    }

  return g_string_free (text, FALSE);
}

static HuisDevice *
add (HuisInventory *inventory, const char *name, const char *room)
{
  g_autoptr (HuisDevice) device = huis_device_new (HUIS_ORIGIN_BY_HAND);

  huis_device_set_given_name (device, name);
  huis_device_set_room (device, room);
  huis_inventory_add_device (inventory, device);

  return device;
}

static HuisCatalogue *
new_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  HuisCatalogue *catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);

  g_assert_no_error (error);

  return catalogue;
}

static void
assert_text (HuisDeviceGroups *groups, const char *expected)
{
  g_autofree char *text = NULL;

  huis_device_groups_update (groups);
  text = to_text (G_LIST_MODEL (groups));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (HuisCatalogue) catalogue = new_catalogue ();
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisDeviceGroups) groups = huis_device_groups_new (inventory, catalogue);
  const HuisRoom *first = g_ptr_array_index (huis_catalogue_get_rooms (catalogue), 0);
  const HuisRoom *second = g_ptr_array_index (huis_catalogue_get_rooms (catalogue), 1);
  g_autofree char *expected = NULL;

  add (inventory, "boat", "The boat");
  add (inventory, "b", second->id);
  add (inventory, "new", NULL);
  add (inventory, "a", first->id);
  add (inventory, "newer", NULL);

  expected = g_strdup_printf ("[Where is this?] new newer[%s] a[%s] b[The boat] boat", first->title,
                              second->title);
  assert_text (groups, expected);
}

static void
see (HuisInventory *inventory, const char *line)
{
  g_autoptr (HuisObservation) seen = huis_observation_new_from_line (line, -1, 1000, NULL);

  g_assert_nonnull (huis_inventory_add_observation (inventory, seen));
}

/* Those that hide behind a made-up MAC are folded together, until one says who it is. */
static void
test_those_that_hide (void)
{
  g_autoptr (HuisCatalogue) catalogue = new_catalogue ();
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisDeviceGroups) groups = huis_device_groups_new (inventory, catalogue);

  see (inventory, "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"da:a1:19:00:00:01\"}");
  add (inventory, "lamp", NULL);
  see (inventory, "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"fe:22:19:00:00:02\"}");
  assert_text (groups, "[Where is this?] lamp[Probably phones, tablets and laptops]"
                       " Unknown device Unknown device");

  see (inventory, "{\"type\":\"mdns\",\"address\":\"10.0.0.3\",\"host\":\"laptop-7.local\"}");
  assert_text (groups, "[Where is this?] lamp Unknown device"
                       "[Probably phones, tablets and laptops] Unknown device");
}

static void
test_changes (void)
{
  g_autoptr (HuisCatalogue) catalogue = new_catalogue ();
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisDeviceGroups) groups = huis_device_groups_new (inventory, catalogue);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  HuisDevice *one, *two;

  g_signal_connect (groups, "items-changed", G_CALLBACK (items_changed_cb), mirror);
  one = add (inventory, "one", NULL);
  two = add (inventory, "two", NULL);
  assert_text (groups, "[Where is this?] one two");
  assert_same (G_LIST_MODEL (groups), mirror);

  huis_device_set_room (one, "Boat");
  assert_text (groups, "[Where is this?] two[Boat] one");
  assert_same (G_LIST_MODEL (groups), mirror);

  huis_device_set_room (two, "Boat");
  assert_text (groups, "[Boat] one two");
  assert_same (G_LIST_MODEL (groups), mirror);

  huis_inventory_remove (inventory, one);
  assert_text (groups, "[Boat] two");
  assert_same (G_LIST_MODEL (groups), mirror);

  g_assert_true (huis_inventory_undo (inventory));
  huis_device_groups_update (groups);
  assert_same (G_LIST_MODEL (groups), mirror);
  g_assert_cmpuint (mirror->len, ==, 3);
}

/* Who looks after it, for an organisation: a room's name is then no heading. */
static void
test_by_keeper (void)
{
  g_autoptr (HuisCatalogue) catalogue = new_catalogue ();
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisDeviceGroups) groups = huis_device_groups_new (inventory, catalogue);
  HuisDevice *one = add (inventory, "one", "Boat");

  add (inventory, "two", NULL);
  huis_device_set_keeper (one, "Wim");
  huis_device_set_keeper (add (inventory, "three", "Boat"), "Anna");
  huis_device_groups_set_grouping (groups, HUIS_GROUPING_KEEPER);
  assert_text (groups, "[Who looks after these?] two[Anna] three[Wim] one");

  huis_device_groups_set_grouping (groups, HUIS_GROUPING_ROOM);
  assert_text (groups, "[Where is this?] two[Boat] one three");
}

/* A heading is words of the network or of the person: as they are, no markup, no room's id. */
static void
test_own_words (void)
{
  g_autoptr (HuisCatalogue) catalogue = new_catalogue ();
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autoptr (HuisDeviceGroups) groups = huis_device_groups_new (inventory, catalogue);

  add (inventory, "x", "<b>Tom & Jerry</b>");
  assert_text (groups, "[<b>Tom & Jerry</b>] x");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/device-groups/order", test_order);
  g_test_add_func ("/device-groups/those-that-hide", test_those_that_hide);
  g_test_add_func ("/device-groups/changes", test_changes);
  g_test_add_func ("/device-groups/by-keeper", test_by_keeper);
  g_test_add_func ("/device-groups/own-words", test_own_words);

  return g_test_run ();
}
