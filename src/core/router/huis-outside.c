/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-outside"

#include "huis-outside.h"

#include "huis-address.h"

#include <string.h>

/* The fact that tells the address on the outside: UPnP's word or else NAT-PMP's; or %NULL. */
static HuisObservation *
find_told (HuisDevice *router)
{
  static const char *const types[] = { "igd", "natpmp" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      HuisObservation *seen =
          huis_device_find_observation (router, types[i], huis_device_get_tested (router));
      const char *address =
          seen != NULL ? huis_observation_get_string (seen, "external_address") : NULL;

      if (address != NULL && !g_str_equal (address, "0.0.0.0"))
        return seen;
    }

  return NULL;
}

/*
 * MiniUPnPd, in very many routers, tells no address that is not public (its upnpsoap.c,
 * GetExternalIPAddress): then the connection is up, and there is none to tell.
 */
static HuisObservation *
find_withheld (HuisDevice *router)
{
  GPtrArray *observations = huis_device_get_observations (router);
  HuisObservation *igd = NULL;
  gboolean mini = FALSE;

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      const char *server = huis_observation_get_string (next, "server");

      if (huis_observation_is (next, "ssdp") && server != NULL && strstr (server, "MiniUPnPd"))
        mini = TRUE;
      if (huis_observation_is (next, "igd") &&
          g_strcmp0 (huis_observation_get_string (next, "status"), "Connected") == 0 &&
          huis_observation_get_seen (next) >= huis_device_get_tested (router))
        igd = next;
    }

  return mini ? igd : NULL;
}

static HuisOutsideKind
classify (const char *address)
{
  switch (huis_address_get_reach (address))
    {
    case HUIS_ADDRESS_GLOBAL:
      return HUIS_OUTSIDE_PUBLIC;
    case HUIS_ADDRESS_SHARED:
      return HUIS_OUTSIDE_SHARED;
    case HUIS_ADDRESS_DS_LITE:
      return HUIS_OUTSIDE_DS_LITE;
    case HUIS_ADDRESS_PRIVATE:
      return HUIS_OUTSIDE_PRIVATE;
    case HUIS_ADDRESS_NONE:
    case HUIS_ADDRESS_SPECIAL:
    default:
      return HUIS_OUTSIDE_UNKNOWN;
    }
}

HuisOutside
huis_outside_find (HuisNetwork *network)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisOutside outside = { HUIS_OUTSIDE_UNKNOWN, NULL, NULL };

  if (router == NULL)
    return outside;
  outside.seen = find_told (router);
  if (outside.seen != NULL)
    {
      outside.address = huis_observation_get_string (outside.seen, "external_address");
      outside.kind = classify (outside.address);
      return outside;
    }

  outside.seen = find_withheld (router);
  if (outside.seen != NULL)
    outside.kind = HUIS_OUTSIDE_WITHHELD;

  return outside;
}
