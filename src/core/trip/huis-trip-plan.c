/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-plan"

#include "huis-trip-plan.h"

#include "huis-address.h"
#include "huis-openings.h"
#include "huis-outside.h"
#include "huis-port.h"

/* One for the router, and seven devices: huis-target.h takes eight addresses. */
#define IPV6_DEVICES_MAX 7
/* huis-target.h takes forty a target; the list has fewer. */
#define OPENINGS_MAX      8
#define DEVICE_DOORS_MAX  8
#define GUEST_DOORS_MAX   5
#define GUEST_DEVICES_MAX 64

/* Where something answers on very many devices; an answer is all that is looked for. */
static const guint16 common[] = { 80, 443, 22, 23 };

static gboolean
may_be_tried (HuisDevice *device)
{
  return huis_device_get_present (device) && !huis_device_is_self (device);
}

/* The home's own part of the internet is where this computer has an address: an address that was
 * seen before the provider gave another part may be somebody else's now. */
static gboolean
is_of_home (HuisNetwork *network, const char *address)
{
  JsonObject *interface = huis_observation_get_fields (huis_network_get_interface (network));
  g_auto (GStrv) own = huis_json_get_strv (interface, "ipv6");

  for (guint i = 0; own[i] != NULL; i++)
    if (huis_address_is_same_link (own[i], address))
      return TRUE;

  return FALSE;
}

/* Where @device can be tried from outside, over IPv6, or from the guest network; or %NULL. */
static char *
find_address (HuisNetwork *network, HuisDevice *device, gboolean outside)
{
  g_auto (GStrv) addresses = huis_device_dup_addresses (device);

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      HuisAddressReach reach = huis_address_get_reach (addresses[i]);
      gboolean ipv6 = strchr (addresses[i], ':') != NULL;

      if (outside ? ipv6 && reach == HUIS_ADDRESS_GLOBAL && is_of_home (network, addresses[i])
                  : !ipv6 && reach == HUIS_ADDRESS_PRIVATE)
        return g_strdup (addresses[i]);
    }

  return NULL;
}

/* Whether @device had an address in the newest look that is not of the home any more. */
static gboolean
has_moved (HuisNetwork *network, HuisDevice *device)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      const char *address = huis_observation_get_string (next, "address");

      if (huis_observation_is (next, "host") && address != NULL && strchr (address, ':') != NULL &&
          huis_observation_get_seen (next) >= huis_network_get_look_begun (network) &&
          huis_address_get_reach (address) == HUIS_ADDRESS_GLOBAL && !is_of_home (network, address))
        return TRUE;
    }

  return FALSE;
}

/* Another look would find addresses to knock at, for this computer has a new one. */
static gboolean
is_outdated (HuisNetwork *network)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  JsonObject *interface = huis_observation_get_fields (huis_network_get_interface (network));
  g_auto (GStrv) own = huis_json_get_strv (interface, "ipv6");

  for (guint i = 0; own[0] != NULL && i < huis_inventory_get_n_devices (inventory); i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      if (may_be_tried (device) && has_moved (network, device))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_open_port (HuisDevice *device)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    if (huis_observation_is (g_ptr_array_index (observations, i), "port"))
      return TRUE;

  return FALSE;
}

/* The opening that a connection from outside to @port goes through, or %NULL. One that is for all
 * ports (0) serves those that have none of their own. */
static HuisObservation *
find_opening (GPtrArray *openings, guint16 port)
{
  HuisObservation *whole = NULL;

  for (guint i = 0; i < openings->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (openings, i);
      gint64 outside = huis_observation_get_int (next, "external_port", -1);

      if (g_strcmp0 (huis_observation_get_string (next, "protocol"), "tcp") != 0)
        continue;
      if (outside == port)
        return next;
      if (outside == 0)
        whole = next;
    }

  return whole;
}

static void
add_router_door (HuisTrip *trip, HuisNetwork *network, GPtrArray *openings, guint16 port)
{
  HuisObservation *opening = find_opening (openings, port);
  HuisDevice *device = opening != NULL ? huis_openings_find_device (network, opening) : NULL;
  gint64 inside = opening != NULL ? huis_observation_get_int (opening, "internal_port", 0) : 0;

  huis_trip_add_door (trip, huis_trip_get_outside (trip), port,
                      device != NULL ? huis_device_get_id (device) : NULL, (guint16) inside);
}

/* The known openings first: they are the likeliest to answer. */
static void
add_router (HuisTrip *trip, HuisNetwork *network, HuisDoorList *list)
{
  g_autoptr (GPtrArray) openings = huis_openings_list (network);
  guint n = 0;

  for (guint i = 0; i < openings->len && n < OPENINGS_MAX; i++)
    {
      HuisObservation *opening = g_ptr_array_index (openings, i);
      gint64 port = huis_observation_get_int (opening, "external_port", 0);

      if (g_strcmp0 (huis_observation_get_string (opening, "protocol"), "tcp") != 0 ||
          !huis_port_may_be_touched ((guint16) port))
        continue;
      add_router_door (trip, network, openings, (guint16) port);
      n++;
    }
  for (guint i = 0; i < huis_door_list_get_count (list); i++)
    add_router_door (trip, network, openings, huis_door_list_get (list, i)->port);
}

/* The doors that stand open inside, and some usual ones, up to @max in all. */
static void
add_device (HuisTrip *trip, HuisDevice *device, const char *address, guint max)
{
  GPtrArray *observations = huis_device_get_observations (device);
  guint before = huis_trip_get_doors (trip)->len;

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      gint64 port = huis_observation_get_int (next, "port", 0);

      if (huis_observation_is (next, "port") && port > 0 && port <= G_MAXUINT16 &&
          huis_port_may_be_touched ((guint16) port) &&
          huis_trip_get_doors (trip)->len - before < max)
        huis_trip_add_door (trip, address, (guint16) port, huis_device_get_id (device),
                            (guint16) port);
    }
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (huis_trip_get_doors (trip)->len - before < max)
      huis_trip_add_door (trip, address, common[i], huis_device_get_id (device), common[i]);
}

/* Those at which something stands open, or those at which nothing does. */
static guint
add_sort (HuisTrip *trip, HuisNetwork *network, gboolean outside, gboolean open, guint max_devices)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = 0;

  for (guint i = 0; i < huis_inventory_get_n_devices (inventory) && n < max_devices; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);
      g_autofree char *address = NULL;

      /* The router answers its guests anyway; that says nothing of what is behind it. */
      if (!may_be_tried (device) || has_open_port (device) != open ||
          (!outside && huis_device_is_gateway (device)))
        continue;
      address = find_address (network, device, outside);
      if (address == NULL)
        continue;
      if (trip != NULL)
        add_device (trip, device, address, outside ? DEVICE_DOORS_MAX : GUEST_DOORS_MAX);
      n++;
    }

  return n;
}

/* Not all of them can be tried: those with something to find come first. */
static guint
add_devices (HuisTrip *trip, HuisNetwork *network, gboolean outside, guint max_devices)
{
  guint n = add_sort (trip, network, outside, TRUE, max_devices);

  return n + add_sort (trip, network, outside, FALSE, max_devices - n);
}

void
huis_trip_plan_fill (HuisTrip *trip, HuisNetwork *network, HuisDoorList *list)
{
  HuisOutside outside = huis_outside_find (network);

  if (huis_trip_get_kind (trip) == HUIS_TRIP_GUEST)
    {
      add_devices (trip, network, FALSE, GUEST_DEVICES_MAX);
      return;
    }

  if (outside.kind == HUIS_OUTSIDE_PUBLIC)
    {
      huis_trip_set_outside (trip, outside.address);
      add_router (trip, network, list);
    }
  add_devices (trip, network, TRUE, IPV6_DEVICES_MAX);
}

HuisObstacle
huis_trip_plan_find_obstacle (HuisNetwork *network, HuisTripKind kind)
{
  HuisOutside outside = huis_outside_find (network);

  if (huis_network_get_last_look (network) == 0)
    return HUIS_OBSTACLE_NOT_LOOKED;
  if (kind == HUIS_TRIP_GUEST)
    return add_devices (NULL, network, FALSE, 1) > 0 ? HUIS_OBSTACLE_NONE : HUIS_OBSTACLE_NOBODY;
  if (outside.kind == HUIS_OUTSIDE_PUBLIC || add_devices (NULL, network, TRUE, 1) > 0)
    return HUIS_OBSTACLE_NONE;
  if (is_outdated (network))
    return HUIS_OBSTACLE_MOVED;

  switch (outside.kind)
    {
    case HUIS_OUTSIDE_SHARED:
      return HUIS_OBSTACLE_SHARED;
    case HUIS_OUTSIDE_DS_LITE:
      return HUIS_OBSTACLE_DS_LITE;
    case HUIS_OUTSIDE_PRIVATE:
    case HUIS_OUTSIDE_WITHHELD:
      return HUIS_OBSTACLE_SECOND_ROUTER;
    case HUIS_OUTSIDE_PUBLIC:
    case HUIS_OUTSIDE_UNKNOWN:
    default:
      return HUIS_OBSTACLE_NOT_TOLD;
    }
}
