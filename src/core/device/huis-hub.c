/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-hub"

#include "huis-hub.h"

gboolean
huis_hub_may_have (HuisDevice *device)
{
  return huis_device_get_first_seen (device) == 0;
}

HuisDevice *
huis_hub_find (HuisNetwork *network, HuisDevice *device)
{
  const char *id = huis_device_get_hub (device);

  if (id == NULL || !huis_hub_may_have (device))
    return NULL;

  return huis_inventory_find (huis_network_get_inventory (network), id);
}

/* Some speakers, storage boxes and routers have the radio of a hub inside. */
static gboolean
can_be_hub (HuisDevice *device)
{
  switch (huis_device_get_kind (device))
    {
    case HUIS_KIND_HUB:
    case HUIS_KIND_SPEAKER:
    case HUIS_KIND_ROUTER:
    case HUIS_KIND_NAS:
    case HUIS_KIND_COMPUTER:
      return !huis_hub_may_have (device) || huis_device_get_kind (device) == HUIS_KIND_HUB;
    default:
      return FALSE;
    }
}

GPtrArray *
huis_hub_list (HuisNetwork *network)
{
  GPtrArray *hubs = g_ptr_array_new ();
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    if (can_be_hub (huis_inventory_peek (inventory, i)))
      g_ptr_array_add (hubs, huis_inventory_peek (inventory, i));

  return hubs;
}

GPtrArray *
huis_hub_list_behind (HuisNetwork *network, HuisDevice *hub)
{
  GPtrArray *behind = g_ptr_array_new ();
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    if (huis_hub_find (network, huis_inventory_peek (inventory, i)) == hub)
      g_ptr_array_add (behind, huis_inventory_peek (inventory, i));

  return behind;
}
