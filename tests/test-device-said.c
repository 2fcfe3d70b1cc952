/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-inventory.h"

static const char wire[] =
    "{\"type\":\"host\",\"address\":\"10.0.0.2\",\"mac\":\"00:11:22:33:44:55\"}";
static const char wifi[] =
    "{\"type\":\"host\",\"address\":\"10.0.0.3\",\"mac\":\"00:11:22:33:44:66\"}";

/* What the rules make of a device, in one look. */
static HuisIdentity *ours;

static HuisIdentity *
identify (gpointer user_data, GPtrArray *observations)
{
  return huis_identity_ref (ours);
}

static void
think (const char *maker, const char *model, HuisKind kind)
{
  g_clear_pointer (&ours, huis_identity_unref);
  ours = huis_identity_new ();
  ours->maker = g_strdup (maker);
  ours->model = g_strdup (model);
  ours->name = g_strdup_printf ("%s %s", maker, model);
  ours->kind = kind;
  ours->kind_strength = HUIS_STRENGTH_CERTAIN;
}

static HuisDevice *
observe (HuisInventory *inventory, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1000, NULL);
  HuisDevice *device = huis_inventory_add_observation (inventory, observation);

  huis_inventory_settle (inventory);

  return device;
}

/* As after a new start of the program: what was saved, and the rules. */
static HuisInventory *
restart (HuisInventory *inventory)
{
  g_autoptr (JsonArray) saved = huis_inventory_to_json (inventory);
  HuisInventory *again = huis_inventory_new ();

  huis_inventory_load_json (again, saved);
  huis_inventory_set_identify_func (again, identify, NULL);
  huis_inventory_settle (again);

  return again;
}

static HuisInventory *
start (void)
{
  HuisInventory *inventory = huis_inventory_new ();

  huis_inventory_set_identify_func (inventory, identify, NULL);

  return inventory;
}

/* The person's maker and model stay, and win of what we think now or later. */
static void
test_maker_and_model (void)
{
  g_autoptr (HuisInventory) inventory = start ();
  g_autoptr (HuisInventory) again = NULL;
  HuisDevice *device;

  think ("Acme", "A1", HUIS_KIND_CAMERA);
  device = observe (inventory, wire);
  g_assert_cmpstr (huis_device_get_maker (device), ==, "Acme");
  huis_device_set_given_maker (device, "Nobody\n");
  g_assert_cmpstr (huis_device_get_maker (device), ==, "Nobody");
  g_assert_null (huis_device_get_model (device)); /* that of another maker */
  g_assert_cmpstr (huis_device_get_title (device), ==, "Nobody");
  huis_device_set_given_model (device, "N2");

  think ("Other", "O1", HUIS_KIND_TV);
  again = restart (inventory);
  huis_inventory_begin_look (again);
  device = observe (again, wire);
  g_assert_cmpstr (huis_device_get_maker (device), ==, "Nobody");
  g_assert_cmpstr (huis_device_get_model (device), ==, "N2");
  g_assert_cmpstr (huis_device_get_title (device), ==, "N2");

  huis_device_set_given_maker (device, "");
  huis_device_set_given_model (device, NULL);
  g_assert_cmpstr (huis_device_get_maker (device), ==, "Other");
  g_assert_cmpstr (huis_device_get_title (device), ==, "Other O1");
}

/* So do the name and the kind; a later look, however sure, changes neither. */
static void
test_name_and_kind (void)
{
  g_autoptr (HuisInventory) inventory = start ();
  g_autoptr (HuisInventory) again = NULL;
  HuisDevice *device;

  think ("Acme", "A1", HUIS_KIND_CAMERA);
  device = observe (inventory, wire);
  huis_device_set_given_name (device, "Grandma’s radio");
  huis_device_set_given_kind (device, HUIS_KIND_SPEAKER);

  again = restart (inventory);
  for (guint look = 0; look < 3; look++)
    {
      think ("Acme", look == 1 ? "A1 Pro" : "A2", HUIS_KIND_TV);
      huis_inventory_begin_look (again);
      device = observe (again, wire);
      g_assert_cmpstr (huis_device_get_title (device), ==, "Grandma’s radio");
      g_assert_cmpint (huis_device_get_kind (device), ==, HUIS_KIND_SPEAKER);
    }

  huis_device_set_given_name (device, "");
  huis_device_set_given_kind (device, HUIS_KIND_UNKNOWN);
  g_assert_cmpstr (huis_device_get_title (device), ==, "Acme A2");
  g_assert_cmpint (huis_device_get_kind (device), ==, HUIS_KIND_TV);
}

/* Two that turn out to be one keep what was said of either. */
static void
test_joined (void)
{
  g_autoptr (HuisInventory) inventory = start ();
  HuisDevice *one, *other;

  think ("Acme", "A1", HUIS_KIND_CAMERA);
  one = observe (inventory, wire);
  other = observe (inventory, wifi);
  huis_device_set_given_name (one, "Front door");
  huis_device_set_given_maker (other, "Nobody");
  huis_device_set_given_kind (other, HUIS_KIND_DOORBELL);
  huis_inventory_merge (inventory, one, other);
  g_assert_cmpuint (huis_inventory_get_n_devices (inventory), ==, 1);
  g_assert_cmpstr (huis_device_get_title (one), ==, "Front door");
  g_assert_cmpstr (huis_device_get_maker (one), ==, "Nobody");
  g_assert_cmpint (huis_device_get_kind (one), ==, HUIS_KIND_DOORBELL);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/said/maker-and-model", test_maker_and_model);
  g_test_add_func ("/said/name-and-kind", test_name_and_kind);
  g_test_add_func ("/said/joined", test_joined);
  result = g_test_run ();
  g_clear_pointer (&ours, huis_identity_unref);

  return result;
}
