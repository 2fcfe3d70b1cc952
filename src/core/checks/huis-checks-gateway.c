/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "huis-checks-private.h"
#include "huis-outside.h"
#include "huis-router-firmware.h"

#include <glib/gi18n.h>

static const struct
{
  guint16 port;
  const char *words;
} services[] = {
  { 23, N_ ("old remote control (Telnet)") },
  { 2323, N_ ("old remote control (Telnet)") },
  { 22, N_ ("remote control (SSH)") },
  { 7547, N_ ("the entrance of the provider (TR-069)") },
  { 21, N_ ("files (FTP)") },
};

static HuisDevice *
find_router (HuisNetwork *network)
{
  return huis_inventory_find_gateway (huis_network_get_inventory (network));
}

void
huis_check_second_router (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisOutside outside = huis_outside_find (network);
  g_autofree char *saw = NULL;

  switch (outside.kind)
    {
    case HUIS_OUTSIDE_WITHHELD:
      huis_finding_set (finding, HUIS_STATUS_TO_DO, outside.seen,
                        _ ("There is probably a second router before this one: your router has "
                           "no outside address to tell. Or your provider lets homes share one."));
      break;

    case HUIS_OUTSIDE_PRIVATE:
      /* Translators: %s is an address. */
      saw = g_strdup_printf (_ ("There is a second router before this one: the outside address of "
                                "your router, %s, is one for inside a home."),
                             outside.address);
      huis_finding_set (finding, HUIS_STATUS_TO_DO, outside.seen, saw);
      break;

    case HUIS_OUTSIDE_SHARED:
    case HUIS_OUTSIDE_DS_LITE:
      /* Translators: %s is an address. */
      saw = g_strdup_printf (_ ("Your provider lets several homes share one address (%s). Nobody "
                                "from outside can knock there; on IPv6 they may."),
                             outside.address);
      huis_finding_not_tested (finding, HUIS_SIGHT_NOT_SEEN, saw);
      break;

    case HUIS_OUTSIDE_PUBLIC:
      huis_finding_set (finding, HUIS_STATUS_IN_ORDER, outside.seen,
                        _ ("Your router itself stands at the internet: there is no second one."));
      break;

    case HUIS_OUTSIDE_UNKNOWN:
    default:
      break;
    }
}

static gboolean
is_other_router (HuisDevice *device)
{
  HuisKind kind = huis_device_get_kind (device);

  return (kind == HUIS_KIND_ROUTER || kind == HUIS_KIND_ACCESS_POINT ||
          huis_device_find_observation (device, "igd", 0) != NULL) &&
         huis_device_get_present (device) && !huis_device_is_gateway (device) &&
         !huis_device_is_self (device) && !huis_device_get_confirmed (device);
}

static HuisDevice *
find_by_mac (HuisInventory *inventory, const char *mac)
{
  g_autofree char *key = g_strconcat ("mac:", mac, NULL);
  g_autofree char *random_key = g_strconcat ("random-mac:", mac, NULL);

  for (guint i = 0; i < huis_inventory_get_n_devices (inventory); i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      if (huis_device_has_key (device, key) || huis_device_has_key (device, random_key))
        return device;
    }

  return NULL;
}

/* Of IPv6 every router announces itself; of IPv4 the computer may have been given two. */
static void
look_for_second_way (HuisNetwork *network, HuisFinding *finding)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  HuisObservation *interface = huis_network_get_interface (network);
  HuisDevice *router = find_router (network);
  gboolean known = router != NULL && huis_device_get_mac (router) != NULL;
  g_auto (GStrv) macs = huis_json_get_strv (huis_observation_get_fields (interface), "way_macs");

  for (guint i = 0; known && macs[i] != NULL; i++)
    {
      HuisDevice *device = find_by_mac (inventory, macs[i]);
      g_autofree char *saw = NULL;

      if (device != NULL && (huis_device_is_gateway (device) || huis_device_get_confirmed (device)))
        continue;
      /* Translators: %s is the name of a device, or its MAC address. */
      saw = g_strdup_printf (_ ("Your router is not the only way to the internet here: %s offers "
                                "one too."),
                             device != NULL ? huis_device_get_title (device) : macs[i]);
      huis_finding_set (finding, HUIS_STATUS_TO_DO, interface, saw);
      return;
    }
}

void
huis_check_other_router (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      if (!is_other_router (device))
        continue;
      finding->status = HUIS_STATUS_TO_DO;
      finding->sight = HUIS_SIGHT_SEEN;
      finding->witness = HUIS_WITNESS_SEEN;
      finding->when = huis_device_get_last_seen (device);
      /* Translators: %s is the name of a device. */
      finding->saw = g_strdup_printf (_ ("Another router or Wi-Fi point is on your network: %s."),
                                      huis_device_get_title (device));
      return;
    }

  look_for_second_way (network, finding);
}

static gboolean
has_page (HuisDevice *router, gboolean secure, HuisObservation **page)
{
  GPtrArray *observations = huis_device_get_observations (router);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      JsonObject *fields = huis_observation_get_fields (next);
      const char *location = huis_observation_get_string (next, "location");

      if (!huis_observation_is (next, "http") ||
          huis_observation_get_seen (next) < huis_device_get_tested (router) ||
          huis_json_get_boolean (fields, "secure", FALSE) != secure ||
          (!secure && location != NULL && g_str_has_prefix (location, "https:")))
        continue;
      *page = next;
      return TRUE;
    }

  return FALSE;
}

void
huis_check_router_page (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = find_router (network);
  HuisObservation *page = NULL;
  gboolean plain;

  if (router == NULL)
    return;
  plain = has_page (router, FALSE, &page);
  if (plain && has_page (router, TRUE, &page))
    huis_finding_set (finding, HUIS_STATUS_TO_DO, page,
                      _ ("The page of your router opens with a padlock (https), but also "
                         "without."));
  else if (plain)
    huis_finding_set (finding, HUIS_STATUS_TO_DO, page,
                      _ ("The page of your router opens without a padlock (http)."));
  else if (has_page (router, TRUE, &page))
    huis_finding_set (finding, HUIS_STATUS_IN_ORDER, page,
                      _ ("The page of your router only opens with a padlock (https)."));
  if (page != NULL)
    finding->sight = HUIS_SIGHT_SEEN;
}

/* Whether that is the newest version, only its page can tell. */
void
huis_check_router_version (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = find_router (network);
  g_autofree char *version = router != NULL ? huis_router_dup_firmware (router) : NULL;
  g_autofree char *saw = NULL;

  if (version == NULL)
    return;
  /* Translators: %s is the number of a version. */
  saw = g_strdup_printf (_ ("The router says that it runs version %s. Its page tells whether there "
                            "is a newer one."),
                         version);
  huis_finding_not_tested (finding, HUIS_SIGHT_SEEN, saw);
}

static HuisObservation *
find_port (HuisDevice *router, guint16 port)
{
  GPtrArray *observations = huis_device_get_observations (router);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (huis_observation_is (next, "port") &&
          huis_observation_get_int (next, "port", 0) == port &&
          huis_observation_get_seen (next) >= huis_device_get_tested (router))
        return next;
    }

  return NULL;
}

void
huis_check_router_services (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = find_router (network);
  HuisObservation *ports = huis_find_current (router, "ports");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *saw = NULL;
  HuisObservation *open = NULL;
  gboolean all_shut = ports != NULL;

  for (guint i = 0; router != NULL && i < G_N_ELEMENTS (services); i++)
    {
      HuisObservation *port = find_port (router, services[i].port);
      const char *text = _ (services[i].words);

      if (port != NULL)
        open = port;
      if (port != NULL && !g_ptr_array_find_with_equal_func (words, text, g_str_equal, NULL))
        g_ptr_array_add (words, (char *) text);
      if (ports != NULL && !huis_json_array_has_int (huis_observation_get_fields (ports), "closed",
                                                     services[i].port))
        all_shut = FALSE;
    }

  if (open != NULL)
    {
      g_ptr_array_add (words, NULL);
      list = g_strjoinv (", ", (char **) words->pdata);
      /* Translators: %s is a list such as “remote control (SSH), files (FTP)”. */
      saw = g_strdup_printf (_ ("From inside your home, the router lets in: %s."), list);
      huis_finding_set (finding, HUIS_STATUS_TO_DO, open, saw);
    }
  else if (all_shut)
    {
      huis_finding_set (finding, HUIS_STATUS_IN_ORDER, ports,
                        _ ("The router refused remote control from inside your home."));
    }
}

/* UPnP WANIPv6FirewallControl:1, 2.4.1. */
void
huis_check_ipv6_firewall (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = find_router (network);
  GPtrArray *observations = router != NULL ? huis_device_get_observations (router) : NULL;

  for (guint i = 0; observations != NULL && i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      JsonObject *fields = huis_observation_get_fields (next);

      if (!huis_observation_is (next, "igd") || !json_object_has_member (fields, "firewall") ||
          huis_observation_get_seen (next) < huis_device_get_tested (router))
        continue;
      if (!huis_json_get_boolean (fields, "firewall", FALSE))
        huis_finding_set (finding, HUIS_STATUS_TO_DO, next,
                          _ ("The router says that its firewall for IPv6 is off."));
      else
        huis_finding_not_tested (
            finding, HUIS_SIGHT_SEEN,
            huis_json_get_boolean (fields, "inbound_pinholes", FALSE)
                ? _ ("The router says that its firewall for IPv6 is on, but devices may open doors "
                     "in it. Which doors, it does not tell. Nor of the firewall for IPv4.")
                : _ ("The router says that its firewall for IPv6 is on. Of the one for IPv4 it "
                     "does not tell."));
      return;
    }
}
