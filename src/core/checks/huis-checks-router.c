/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"
#include "huis-openings.h"

#include <glib/gi18n.h>

/* Whether this computer's own firewall stops answers; see "firewall" in huis-observation.h. */
static gboolean
swallows_answers (HuisInventory *inventory)
{
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);
      HuisObservation *firewall = huis_device_find_observation (device, "firewall", 0);

      if (firewall != NULL)
        return huis_json_get_boolean (huis_observation_get_fields (firewall), "swallows", FALSE);
    }

  return FALSE;
}

/* The ways by which devices ask a router for a door, in the order in which they are met. An answer
 * does not prove that it opens one: a FRITZ!Box answers even where it lets no device open any. */
static const struct
{
  const char *type;
  const char *saw;
} ways[] = {
  { "igd", N_ ("UPnP is on in your router. With it, devices can ask for a door to the outside.") },
  { "natpmp",
    N_ ("NAT-PMP is on in your router. With it, devices can ask for a door to the outside.") },
  { "pcp", N_ ("PCP is on in your router. With it, devices can ask for a door to the outside.") },
};

void
huis_check_upnp (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  HuisDevice *router = huis_inventory_find_gateway (inventory);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      HuisObservation *seen = huis_find_current (router, ways[i].type);

      /* A result is an error: the router speaks of it, and does not do it (RFC 6887, 7.4). */
      if (seen == NULL || huis_observation_get_int (seen, "result", 0) != 0)
        continue;
      huis_finding_set (finding, HUIS_STATUS_TO_DO, seen, _ (ways[i].saw));
      return;
    }

  if (router == NULL || !huis_was_tested (router))
    return;
  huis_finding_not_tested (
      finding, HUIS_SIGHT_NOT_SEEN,
      swallows_answers (inventory)
          ? _ ("The router gave no answer about this. The firewall of this computer may have "
               "stopped it, so it can still be on.")
          : _ ("The router gave no answer about this. That does not mean that it is off."));
}

static guint
count_openings (HuisDevice *router, HuisDevice *to, HuisObservation **first)
{
  GPtrArray *observations = huis_device_get_observations (router);
  guint n = 0;

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      const char *inside = huis_observation_get_string (next, "internal_address");

      if (!huis_openings_is_opening (next) ||
          huis_observation_get_seen (next) < huis_device_get_tested (router) ||
          (to != NULL && (inside == NULL || !huis_device_has_address (to, inside))))
        continue;
      if (n++ == 0)
        *first = next;
    }

  return n;
}

void
huis_check_openings (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisObservation *first = NULL;
  guint n = router != NULL ? count_openings (router, NULL, &first) : 0;

  if (n > 0)
    {
      /* Translators: %u is how many doors the router keeps open to devices in the home. */
      g_autofree char *saw =
          g_strdup_printf (ngettext ("Your router keeps %u door open to the outside.",
                                     "Your router keeps %u doors open to the outside.", n),
                           n);

      huis_finding_set (finding, HUIS_STATUS_TO_DO, first, saw);
    }
  else if (huis_openings_are_all_listed (network))
    huis_finding_not_tested (
        finding, HUIS_SIGHT_NOT_SEEN,
        _ ("No device has a door open by itself. Doors that were opened by hand do "
           "not show here: look at the list in your router."));
  else if (router != NULL && huis_was_tested (router))
    huis_finding_not_tested (finding, HUIS_SIGHT_NOT_TESTED,
                             _ ("The router does not tell us which doors are open."));
}

void
huis_check_opening_to_device (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisObservation *first = NULL;

  if (router == NULL || router == device)
    return;
  huis_check_reached (network, device, finding);
  if (finding->status == HUIS_STATUS_TO_DO)
    return;
  if (count_openings (router, device, &first) > 0)
    huis_finding_set (
        finding, HUIS_STATUS_TO_DO, first,
        _ ("This device can be reached from the internet: your router keeps a door open to it. "
           "Anyone can knock."));
}

/* What can be said, from here, of a device that is to stay off the internet. */
void
huis_check_kept_offline (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisObservation *first = NULL;

  if (router == NULL || router == device ||
      huis_device_get_reply (device, HUIS_QUESTION_ONLINE) != HUIS_REPLY_NO)
    return;

  if (count_openings (router, device, &first) > 0)
    huis_finding_set (finding, HUIS_STATUS_TO_DO, first,
                      _ ("You said that it needs no internet. Yet your router keeps a door open "
                         "to it."));
  else if (huis_was_missed (network, device))
    huis_finding_not_tested (finding, HUIS_SIGHT_NOT_SEEN,
                             _ ("We do not see this device on this network now."));
  else if (huis_openings_are_all_listed (network))
    huis_finding_not_tested (finding, HUIS_SIGHT_NOT_SEEN,
                             _ ("Your router shows no door to this device. Whether it "
                                "goes online by itself, we cannot see from here."));
  else
    huis_finding_not_tested (finding, HUIS_SIGHT_NOT_TESTED,
                             _ ("Whether it still goes online, we cannot see from here."));
}
