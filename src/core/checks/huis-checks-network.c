/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "huis-address.h"
#include "huis-checks-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Resolvers that anyone may use and that say who they are. */
static const struct
{
  const char *range;
  const char *name;
} resolvers[] = {
  { "9.9.9.0/24", "Quad9" },        { "149.112.112.0/24", "Quad9" },
  { "1.1.1.0/29", "Cloudflare" },   { "1.0.0.0/29", "Cloudflare" },
  { "8.8.8.8/32", "Google" },       { "8.8.4.4/32", "Google" },
  { "208.67.222.0/24", "OpenDNS" }, { "208.67.220.0/24", "OpenDNS" },
  { "86.54.11.0/24", "DNS4EU" },    { "193.110.81.0/24", "dns0.eu" },
};

/* Who @address is: "" for the home itself, a name for a well-known one, %NULL for a stranger. */
static const char *
name_resolver (const char *address)
{
  /* RFC 1918, RFC 4193, RFC 4291. */
  static const char *const inside[] = {
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10", NULL,
  };

  if (huis_address_is_in (address, inside))
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (resolvers); i++)
    {
      const char *range[] = { resolvers[i].range, NULL };

      if (huis_address_is_in (address, range))
        return resolvers[i].name;
    }

  return NULL;
}

/* A program of this computer stands in between; whom that asks does not show. */
static gboolean
is_loopback (const char *address)
{
  g_autoptr (GInetAddress) inet = g_inet_address_new_from_string (address);

  return inet == NULL || g_inet_address_get_is_loopback (inet);
}

void
huis_check_dns (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisObservation *interface = huis_network_get_interface (network);
  g_auto (GStrv) servers = huis_json_get_strv (huis_observation_get_fields (interface), "dns");
  const char *known = "";
  const char *stranger = NULL;
  g_autofree char *saw = NULL;

  for (guint i = 0; servers[i] != NULL; i++)
    {
      const char *name = name_resolver (servers[i]);

      if (is_loopback (servers[i]))
        return;
      if (name == NULL)
        stranger = servers[i];
      else if (*name != '\0')
        known = name;
    }
  if (servers[0] == NULL)
    return;

  if (stranger != NULL)
    /* Translators: %s is an address. */
    saw = g_strdup_printf (_ ("This computer looks names up at %s. It may be your provider’s."),
                           stranger);
  else if (*known != '\0')
    /* Translators: %s is a name, "Quad9". */
    saw = g_strdup_printf (_ ("This computer looks names up at %s, a well-known one."), known);
  else
    saw = g_strdup (_ ("This computer looks names up within your home."));
  if (stranger != NULL)
    huis_finding_not_tested (finding, HUIS_SIGHT_SEEN, saw);
  else
    huis_finding_set (finding, HUIS_STATUS_IN_ORDER, interface, saw);
  finding->sight = HUIS_SIGHT_SEEN;
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
    { "wep", TRUE, N_ ("This Wi-Fi uses WEP. That lock can be broken within minutes.") },
    { "wpa", TRUE, N_ ("This Wi-Fi uses the old WPA. Choose WPA2 or WPA3.") },
    { "wpa2", FALSE, N_ ("This Wi-Fi uses WPA2. That is good enough with a long password.") },
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
      }
}

/* A whole look that has ended tells of each device whether it was there. */
static gint64
find_newest_look (HuisNetwork *network, HuisDevice *device)
{
  gint64 begun = huis_network_get_look_begun (network);
  gboolean ended = huis_network_get_last_look (network) >= begun;

  return MAX (huis_device_get_tested (device), ended ? begun : 0);
}

/* That a device is not here now is no word of where it is: it may be asleep. */
void
huis_check_main_network (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  gint64 since = find_newest_look (network, device);
  HuisObservation *host = huis_device_find_observation (device, "host", since);

  if (host != NULL)
    huis_finding_set (finding, HUIS_STATUS_TO_DO, host,
                      _ ("This device is on the same network as your computers."));
  else if (since > 0)
    huis_finding_not_tested (finding, _ ("We do not see this device on this network now."));
}
