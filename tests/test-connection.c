/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-connection.h"

typedef struct
{
  HuisCatalogue *catalogue;
  HuisNetwork *network;
} Fixture;

static HuisDevice *
observe (Fixture *fixture, const char *line)
{
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (line, -1, 1000, NULL);

  return huis_inventory_add_observation (huis_network_get_inventory (fixture->network),
                                         observation);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"address\":\"10.0.0.5\",\"prefix\":24}", -1, 1,
      NULL);

  fixture->catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_assert_nonnull (fixture->catalogue);
  fixture->network = huis_network_new (interface);
  observe (fixture, "{\"type\":\"host\",\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\","
                    "\"gateway\":true}");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->catalogue);
  g_object_unref (fixture->network);
}

static HuisDevice *
add (Fixture *fixture, int n, HuisKind kind)
{
  g_autofree char *line = g_strdup_printf (
      "{\"type\":\"host\",\"address\":\"10.0.0.%d\",\"mac\":\"00:11:22:33:44:%02x\"}", n, n);
  HuisDevice *device = observe (fixture, line);

  huis_device_set_given_kind (device, kind);

  return device;
}

static gboolean
asks (Fixture *fixture, HuisDevice *device, HuisQuestion question)
{
  return huis_connection_asks (fixture->network, fixture->catalogue, device, question);
}

static void
test_asks (Fixture *fixture, gconstpointer data)
{
  HuisInventory *inventory = huis_network_get_inventory (fixture->network);
  HuisDevice *camera = add (fixture, 2, HUIS_KIND_CAMERA);
  HuisDevice *lamp = add (fixture, 3, HUIS_KIND_LIGHT);
  HuisDevice *phone = add (fixture, 4, HUIS_KIND_PHONE);
  g_autoptr (HuisDevice) toy = huis_device_new (HUIS_ORIGIN_BY_HAND);

  g_assert_false (asks (fixture, huis_inventory_find_gateway (inventory), HUIS_QUESTION_ONLINE));
  g_assert_false (asks (fixture, phone, HUIS_QUESTION_ONLINE));
  g_assert_false (asks (fixture, lamp, HUIS_QUESTION_CONNECTED));
  g_assert_true (asks (fixture, lamp, HUIS_QUESTION_ONLINE));
  g_assert_false (asks (fixture, lamp, HUIS_QUESTION_OUTSIDE));

  g_assert_false (asks (fixture, camera, HUIS_QUESTION_OUTSIDE));
  huis_device_set_reply (camera, HUIS_QUESTION_ONLINE, HUIS_REPLY_YES);
  g_assert_true (asks (fixture, camera, HUIS_QUESTION_OUTSIDE));

  /* A door to it: somebody wanted in from outside, so now it is asked of a lamp too. */
  observe (fixture, "{\"type\":\"mapping\",\"address\":\"10.0.0.1\",\"protocol\":\"tcp\","
                    "\"external_port\":80,\"internal_address\":\"10.0.0.3\"}");
  g_assert_true (asks (fixture, lamp, HUIS_QUESTION_OUTSIDE));

  huis_device_set_given_kind (toy, HUIS_KIND_TOY);
  huis_inventory_add_device (inventory, toy);
  g_assert_true (asks (fixture, toy, HUIS_QUESTION_CONNECTED));
  g_assert_true (asks (fixture, toy, HUIS_QUESTION_ONLINE));
  huis_device_set_reply (toy, HUIS_QUESTION_CONNECTED, HUIS_REPLY_NO);
  g_assert_false (asks (fixture, toy, HUIS_QUESTION_ONLINE));
  g_assert_false (huis_connection_is_open (fixture->network, fixture->catalogue, toy));
}

static HuisReply
usual (Fixture *fixture, HuisKind kind)
{
  switch (huis_catalogue_get_kind (fixture->catalogue, kind)->online)
    {
    case HUIS_ONLINE_YES:
      return HUIS_REPLY_YES;
    case HUIS_ONLINE_NO:
      return HUIS_REPLY_NO;
    case HUIS_ONLINE_MAYBE:
    default:
      return HUIS_REPLY_NONE;
    }
}

/* Nothing counts as answered before the person confirms; their own answer stays. */
static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  HuisDevice *first = add (fixture, 2, HUIS_KIND_DOORBELL);
  HuisDevice *second = add (fixture, 3, HUIS_KIND_DOORBELL);
  HuisDevice *unknown = add (fixture, 4, HUIS_KIND_UNKNOWN);
  g_autoptr (GPtrArray) groups = huis_connection_list (fixture->network, fixture->catalogue);
  HuisConnectionGroup *doorbells = groups->pdata[0], *others = groups->pdata[1];

  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpint (others->kind, ==, HUIS_KIND_UNKNOWN);
  g_assert_cmpuint (doorbells->devices->len, ==, 2);
  g_assert_cmpuint (doorbells->n_open, ==, 2);
  g_assert_cmpint (usual (fixture, HUIS_KIND_DOORBELL), ==, HUIS_REPLY_YES);

  huis_device_set_reply (second, HUIS_QUESTION_ONLINE, HUIS_REPLY_NO);
  g_assert_cmpuint (
      huis_connection_confirm (fixture->network, fixture->catalogue, doorbells->devices), ==, 1);
  g_assert_cmpint (huis_device_get_reply (first, HUIS_QUESTION_ONLINE), ==, HUIS_REPLY_YES);
  g_assert_cmpint (huis_device_get_reply (second, HUIS_QUESTION_ONLINE), ==, HUIS_REPLY_NO);

  g_assert_cmpint (usual (fixture, HUIS_KIND_UNKNOWN), ==, HUIS_REPLY_NONE);
  g_assert_cmpuint (huis_connection_confirm (fixture->network, fixture->catalogue, others->devices),
                    ==, 0);
  g_assert_true (huis_connection_is_open (fixture->network, fixture->catalogue, unknown));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/connection/asks", test_asks);
  ADD ("/connection/confirm", test_confirm);
#undef ADD

  return g_test_run ();
}
