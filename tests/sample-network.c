/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"

#define DAY (24 * 60 * 60)

typedef struct
{
  const char *name;
  const char *room;
  HuisKind kind;
  guint open_port; /* 0: none */
} Sample;

static const Sample samples[] = {
  { "Voordeurbel", "hall", HUIS_KIND_DOORBELL, 0 },
  { "Camera tuin", "garden", HUIS_KIND_CAMERA, 23 },
  { "TV woonkamer", "living-room", HUIS_KIND_TV, 0 },
  { "HP OfficeJet 9010", "study", HUIS_KIND_PRINTER, 0 },
  { "Hue Bridge", "meter-cupboard", HUIS_KIND_HUB, 0 },
  { "Thermostaat", "living-room", HUIS_KIND_THERMOSTAT, 0 },
  { "NAS", "meter-cupboard", HUIS_KIND_NAS, 21 },
  { "Laptop van Anna", "study", HUIS_KIND_COMPUTER, 0 },
  { "Robotstofzuiger", NULL, HUIS_KIND_VACUUM, 0 },
  { "Zonnepanelen", "Schuur", HUIS_KIND_ENERGY, 0 },
  { "Babyfoon", "bedroom", HUIS_KIND_CAMERA, 554 },
  { "Koelkast", "kitchen", HUIS_KIND_APPLIANCE, 0 },
};

static const char *const hostile_names[] = {
  "<b>Tom & Jerry</b>",
  "=cmd|' /C calc'!A0",
  "Line\nbreak\r\nApproved by your provider",
  "\342\200\256evil\342\200\254 \342\201\246name",
  "%s%n%d {0} $(reboot) `id`",
  "\327\251\327\234\327\225\327\235 1234",
  "\xff\xfe bad bytes",
  "<span size='100000'>BIG</span>",
};

static HuisObservation *
observe (HuisNetwork *network, gint64 when, char *line)
{
  g_autofree char *owned = line;
  g_autoptr (HuisObservation) observation = huis_observation_new_from_line (owned, -1, when, NULL);

  g_assert_nonnull (observation);
  huis_inventory_add_observation (huis_network_get_inventory (network), observation);

  return NULL;
}

static char *
dup_hostile_name (guint i)
{
  if (i % 10 == 8)
    return g_strnfill (65536, 'W');

  return g_strdup (hostile_names[i % G_N_ELEMENTS (hostile_names)]);
}

static void
describe (HuisNetwork *network, HuisDevice *device, guint i, gboolean hostile, gint64 now)
{
  const Sample *sample = &samples[i % G_N_ELEMENTS (samples)];
  HuisAnswers *answers = huis_network_get_answers (network);
  const char *id = huis_device_get_id (device);
  g_autofree char *name = hostile                      ? dup_hostile_name (i)
                          : i < G_N_ELEMENTS (samples) ? g_strdup (sample->name)
                                                       : g_strdup_printf ("%s %u", sample->name, i);

  huis_device_set_given_name (device, name);
  huis_device_set_given_kind (device, sample->kind);
  huis_device_set_room (device, hostile && i % 3 == 0 ? name : sample->room);
  huis_device_set_tested (device, now - DAY);
  if (hostile)
    huis_device_set_note (device, name);
  if (i % 3 == 0)
    huis_answers_set (answers, "password", id, HUIS_ANSWER_DONE, NULL, now - DAY);
  if (i % 4 == 1)
    huis_answers_set (answers, "updates", id, HUIS_ANSWER_DONE, NULL, now - 400 * DAY);
  if (i % 6 == 2)
    huis_answers_set (answers, "guest-network", id, HUIS_ANSWER_ACCEPTED,
                      hostile ? name : "Werkt daar niet", now - DAY);
}

static void
add_device (HuisNetwork *network, guint i, gboolean hostile, gint64 now)
{
  const Sample *sample = &samples[i % G_N_ELEMENTS (samples)];
  g_autofree char *address = g_strdup_printf ("10.0.%u.%u", i / 200, 2 + i % 200);
  HuisDevice *device;

  observe (
      network, now - DAY,
      g_strdup_printf ("{\"type\":\"host\",\"address\":\"%s\",\"mac\":\"00:17:88:00:%02x:%02x\"}",
                       address, i / 256, i % 256));
  if (sample->open_port != 0)
    observe (network, now - DAY,
             g_strdup_printf ("{\"type\":\"port\",\"address\":\"%s\",\"port\":%u,\"proto\":\"tcp\","
                              "\"state\":\"open\"}",
                              address, sample->open_port));
  device = huis_inventory_find_by_address (huis_network_get_inventory (network), address);
  g_assert_nonnull (device);
  describe (network, device, i, hostile, now);
}

HuisNetwork *
sample_network_new (guint n_devices, gboolean hostile, gint64 now)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"wlan0\",\"address\":\"10.0.250.5\",\"prefix\":16,"
      "\"ssid\":\"ZiggoA1B2\",\"gateway\":\"10.0.0.1\",\"gateway_mac\":\"00:11:22:33:44:01\"}",
      -1, now - DAY, NULL);
  HuisNetwork *network = huis_network_new (interface);
  HuisDevice *router;

  huis_network_set_owner (network, HUIS_OWNER_MINE);
  huis_network_begin_look (network, now - DAY);
  observe (network, now - DAY,
           g_strdup ("{\"type\":\"host\",\"address\":\"10.0.0.1\",\"mac\":\"00:11:22:33:44:01\","
                     "\"gateway\":true}"));
  observe (network, now - DAY,
           g_strdup ("{\"type\":\"igd\",\"address\":\"10.0.0.1\",\"service\":"
                     "\"urn:schemas-upnp-org:service:WANIPConnection:1\"}"));
  router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  huis_device_set_given_name (router, "FRITZ!Box thuis");
  huis_network_set_router_guide (network, g_getenv ("SAMPLE_ROUTER") != NULL
                                              ? g_getenv ("SAMPLE_ROUTER")
                                              : "fritzbox");
  huis_device_set_room (router, "meter-cupboard");
  huis_device_set_given_kind (router, HUIS_KIND_ROUTER);
  for (guint i = 0; i < n_devices; i++)
    add_device (network, i, hostile, now);
  huis_answers_set (huis_network_get_answers (network), "router-password", NULL, HUIS_ANSWER_DONE,
                    NULL, now - DAY);
  huis_network_end_look (network, now - DAY);

  return network;
}
