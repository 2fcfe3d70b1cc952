/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "huis-address.h"
#include "huis-checks-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Whose a resolver is. */
typedef enum
{
  RESOLVER_ROUTER, /* which asks others: the router's own setting tells whom */
  RESOLVER_KNOWN,
  RESOLVER_STRANGER,
  RESOLVER_INSIDE, /* another device of the home */
} Resolver;

static Resolver
judge_resolver (HuisCatalogue *catalogue,
                HuisNetwork *network,
                const char *address,
                const char **name)
{
  /* RFC 1918, RFC 4193, RFC 4291. */
  static const char *const inside[] = {
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10", NULL,
  };
  HuisInventory *inventory = huis_network_get_inventory (network);
  HuisObservation *interface = huis_network_get_interface (network);
  HuisDevice *device = huis_inventory_find_by_address (inventory, address);
  const HuisResolver *known;

  *name = device != NULL ? huis_device_get_title (device) : address;
  if (g_strcmp0 (huis_observation_get_string (interface, "gateway"), address) == 0 ||
      (device != NULL && huis_device_is_gateway (device)))
    return RESOLVER_ROUTER;
  if (huis_address_is_in (address, inside))
    /* Of IPv6 the router has addresses that we need not have met. */
    return device == NULL && strchr (address, ':') != NULL ? RESOLVER_ROUTER : RESOLVER_INSIDE;

  known = huis_catalogue_find_resolver (catalogue, address);
  *name = known != NULL ? known->name : address;

  return known != NULL ? RESOLVER_KNOWN : RESOLVER_STRANGER;
}

/* A program of this computer stands in between; whom that asks does not show. */
static gboolean
is_loopback (const char *address)
{
  g_autoptr (GInetAddress) inet = g_inet_address_new_from_string (address);

  return inet == NULL || g_inet_address_get_is_loopback (inet);
}

static char *
describe_resolver (Resolver whose, const char *name)
{
  switch (whose)
    {
    case RESOLVER_INSIDE:
      /* Translators: %s is the name of a device in the home, or its address. */
      return g_strdup_printf (
          _ ("This computer looks names up at a device in your home: %s. Do you "
             "know that it does this?"),
          name);
    case RESOLVER_STRANGER:
      /* Translators: %s is an address. */
      return g_strdup_printf (_ ("This computer looks names up at %s. It may be your provider’s."),
                              name);
    case RESOLVER_KNOWN:
      /* Translators: %s is a name, "Quad9". */
      return g_strdup_printf (_ ("This computer looks names up at %s, a well-known one."), name);
    case RESOLVER_ROUTER:
    default:
      return g_strdup (_ ("This computer looks names up at your router."));
    }
}

/* Of several servers the one that is hardest to know decides. */
void
huis_check_dns (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisObservation *interface = huis_network_get_interface (network);
  g_auto (GStrv) servers = huis_json_get_strv (huis_observation_get_fields (interface), "dns");
  Resolver hardest = RESOLVER_ROUTER;
  const char *who = NULL;
  g_autofree char *saw = NULL;

  for (guint i = 0; servers[i] != NULL; i++)
    {
      const char *name;
      Resolver whose;

      if (is_loopback (servers[i]))
        return;
      whose = judge_resolver (finding->catalogue, network, servers[i], &name);
      if (who != NULL && whose <= hardest)
        continue;
      hardest = whose;
      who = name;
    }
  if (who == NULL)
    return;

  saw = describe_resolver (hardest, who);
  if (hardest == RESOLVER_STRANGER)
    huis_finding_not_tested (finding, HUIS_SIGHT_SEEN, saw);
  else
    huis_finding_set (finding,
                      hardest == RESOLVER_INSIDE ? HUIS_STATUS_TO_DO : HUIS_STATUS_IN_ORDER,
                      interface, saw);
  finding->sight = HUIS_SIGHT_SEEN;
}

static gboolean
is_wifi (HuisNetwork *network)
{
  return g_strcmp0 (huis_observation_get_string (huis_network_get_interface (network), "medium"),
                    "wifi") == 0;
}

void
huis_check_wifi (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  static const struct
  {
    const char *security;
    gboolean weak;
    const char *saw;
  } rows[] = {
    { "open", TRUE, N_ ("This Wi-Fi has no password. Everyone can join and listen.") },
    { "owe", TRUE, N_ ("This Wi-Fi has no password. Nobody can listen, but everyone can join.") },
    { "wep", TRUE, N_ ("This Wi-Fi uses WEP. That lock can be broken within minutes.") },
    { "wpa", TRUE, N_ ("This Wi-Fi uses the old WPA. Choose WPA2 or WPA3.") },
    { "wpa-wpa2", TRUE,
      N_ ("This Wi-Fi uses WPA2, but lets devices in with the old WPA too. Choose WPA2 alone, or "
          "WPA3.") },
    { "wpa2", FALSE, N_ ("This Wi-Fi uses WPA2. That is good enough with a long password.") },
    { "wpa2-wpa3", FALSE,
      N_ ("This Wi-Fi uses WPA3, and WPA2 for older devices. That is good with a long password.") },
    { "wpa3", FALSE, N_ ("This Wi-Fi uses WPA3, the strongest lock there is now.") },
  };
  HuisObservation *interface = huis_network_get_interface (network);
  const char *security = huis_observation_get_string (interface, "security");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].security, security) == 0)
      {
        /* That the password is one's own does not show: good encryption alone is not in order. */
        if (rows[i].weak)
          huis_finding_set (finding, HUIS_STATUS_TO_DO, interface, _ (rows[i].saw));
        else
          huis_finding_not_tested (finding, HUIS_SIGHT_SEEN, _ (rows[i].saw));
        return;
      }

  huis_finding_not_tested (
      finding, HUIS_SIGHT_NOT_TESTED,
      is_wifi (network)
          ? _ ("This computer does not tell us which lock its Wi-Fi has.")
          : _ ("This computer is on a cable, so the lock of the Wi-Fi does not show."));
}

/* A network that tells its lock and not WPS may have it all the same: not every driver tells. */
void
huis_check_wps (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisObservation *interface = huis_network_get_interface (network);

  if (huis_json_get_boolean (huis_observation_get_fields (interface), "wps", FALSE))
    huis_finding_set (finding, HUIS_STATUS_TO_DO, interface,
                      _ ("This Wi-Fi offers WPS: a device comes in with a button or a short "
                         "code."));
  else if (huis_observation_get_string (interface, "security") != NULL)
    huis_finding_not_tested (finding, HUIS_SIGHT_NOT_SEEN,
                             _ ("We saw no WPS on this Wi-Fi. That does not mean that it is off."));
}

/* A whole look that has ended tells of each device whether it was there. */
static gint64
find_newest_look (HuisNetwork *network, HuisDevice *device)
{
  gint64 begun = huis_network_get_look_begun (network);
  gboolean ended = huis_network_get_last_look (network) >= begun;

  return MAX (huis_device_get_tested (device), ended ? begun : 0);
}

gboolean
huis_was_missed (HuisNetwork *network, HuisDevice *device)
{
  gint64 since = find_newest_look (network, device);

  return since > 0 && huis_device_find_observation (device, "host", since) == NULL;
}

/* That a device is not here now is no word of where it is: it may be asleep. */
void
huis_check_main_network (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  HuisObservation *host =
      huis_device_find_observation (device, "host", find_newest_look (network, device));

  if (host != NULL)
    huis_finding_set (finding, HUIS_STATUS_TO_DO, host,
                      _ ("This device is on the same network as your computers."));
  else if (huis_was_missed (network, device))
    huis_finding_not_tested (finding, HUIS_SIGHT_NOT_SEEN,
                             _ ("We do not see this device on this network now."));
}
