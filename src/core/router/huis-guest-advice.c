/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-guest-advice"

#include "huis-guest-advice.h"

static gboolean
is_among (const HuisUse *use, const char *service)
{
  return service != NULL && g_strv_contains ((const char *const *) use->services, service);
}

/* mDNS tells a service; UPnP says the same in an announcement and in a description. */
static gboolean
offers (HuisObservation *observation, const HuisUse *use)
{
  JsonArray *services;

  if (huis_observation_is (observation, "mdns"))
    return is_among (use, huis_observation_get_string (observation, "service"));
  if (huis_observation_is (observation, "ssdp"))
    return is_among (use, huis_observation_get_string (observation, "st"));
  if (!huis_observation_is (observation, "upnp"))
    return FALSE;
  if (is_among (use, huis_observation_get_string (observation, "device_type")))
    return TRUE;

  services = huis_json_get_array (huis_observation_get_fields (observation), "services");
  for (guint i = 0; services != NULL && i < json_array_get_length (services); i++)
    if (is_among (use, json_array_get_string_element (services, i)))
      return TRUE;

  return FALSE;
}

static gboolean
does (HuisDevice *device, const HuisUse *use)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    if (offers (g_ptr_array_index (observations, i), use))
      return TRUE;

  return FALSE;
}

HuisMove
huis_guest_advice_find (HuisCatalogue *catalogue, HuisDevice *device, const char **reason)
{
  const HuisKindInfo *kind = huis_catalogue_get_kind (catalogue, huis_device_get_kind (device));
  const GPtrArray *uses = huis_catalogue_get_uses (catalogue);
  HuisMove move = kind->guest;

  *reason = kind->guest_reason;
  for (guint i = 0; i < uses->len; i++)
    {
      const HuisUse *use = g_ptr_array_index (uses, i);

      if (use->guest < move && does (device, use))
        {
          move = use->guest;
          *reason = use->reason;
        }
    }

  return move;
}

static void
free_advice (gpointer data)
{
  HuisGuestAdvice *advice = data;

  g_object_unref (advice->device);
  g_free (advice);
}

static void
add_moves (GPtrArray *list, HuisNetwork *network, HuisCatalogue *catalogue, HuisMove wanted)
{
  HuisInventory *inventory = huis_network_get_inventory (network);

  for (guint i = 0; i < huis_inventory_get_n_devices (inventory); i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);
      HuisGuestAdvice *advice;
      const char *reason;

      if (!huis_device_get_present (device) || huis_device_is_self (device) ||
          huis_device_is_gateway (device) ||
          huis_guest_advice_find (catalogue, device, &reason) != wanted)
        continue;
      advice = g_new0 (HuisGuestAdvice, 1);
      advice->device = g_object_ref (device);
      advice->move = wanted;
      advice->reason = reason;
      g_ptr_array_add (list, advice);
    }
}

GPtrArray *
huis_guest_advice_list (HuisNetwork *network, HuisCatalogue *catalogue)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_advice);

  for (int move = HUIS_MOVE_YES; move >= HUIS_MOVE_NO; move--)
    add_moves (list, network, catalogue, (HuisMove) move);

  return list;
}
