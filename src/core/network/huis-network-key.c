/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-network-key.h"

#include <gio/gio.h>
#include <string.h>

#define UNKNOWN_MAC '-'

/* The network part of @address, "192.168.1.0/24"; %NULL where it is not IPv4. */
static char *
make_subnet (const char *address, gint64 prefix)
{
  g_autoptr (GInetAddress) inet = NULL;
  guint32 bits;

  if (address == NULL || prefix < 1 || prefix > 32)
    return NULL;
  inet = g_inet_address_new_from_string (address);
  if (inet == NULL || g_inet_address_get_family (inet) != G_SOCKET_FAMILY_IPV4)
    return NULL;

  bits = GUINT32_FROM_BE (*(const guint32 *) (gconstpointer) g_inet_address_to_bytes (inet));
  bits &= G_MAXUINT32 << (32 - prefix);

  return g_strdup_printf ("%u.%u.%u.%u/%d", bits >> 24, (bits >> 16) & 0xff, (bits >> 8) & 0xff,
                          bits & 0xff, (int) prefix);
}

char *
huis_network_key_new (HuisObservation *interface)
{
  const char *gateway_mac = huis_observation_get_string (interface, "gateway_mac");
  const char *ssid = huis_observation_get_string (interface, "ssid");
  g_autofree char *subnet = make_subnet (huis_observation_get_address (interface),
                                         huis_observation_get_int (interface, "prefix", 0));

  if (subnet == NULL && ssid == NULL)
    return NULL;

  return g_strdup_printf ("%s %s", gateway_mac != NULL ? gateway_mac : "-",
                          ssid != NULL ? ssid : subnet);
}

HuisMatch
huis_network_key_match (const char *key, HuisObservation *interface)
{
  g_autofree char *other = huis_network_key_new (interface);
  const char *place = strchr (key, ' ');
  const char *other_place = other != NULL ? strchr (other, ' ') : NULL;

  if (other_place == NULL || g_strcmp0 (place, other_place) != 0)
    return HUIS_MATCH_NONE;
  if (*key == UNKNOWN_MAC || *other == UNKNOWN_MAC)
    return HUIS_MATCH_PERHAPS;

  return strcmp (key, other) == 0 ? HUIS_MATCH_CERTAIN : HUIS_MATCH_NONE;
}

char *
huis_network_key_with_mac (const char *key, const char *mac)
{
  const char *place = strchr (key, ' ');

  return g_strconcat (mac, place != NULL ? place : " ", NULL);
}
