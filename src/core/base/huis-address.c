/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-address"

#include "huis-address.h"

#include <gio/gio.h>
#include <string.h>

/* The first row that fits decides. IANA registries of special-purpose addresses, IPv4 and IPv6. */
static const struct
{
  const char *range;
  HuisAddressReach reach;
} rows[] = {
  { "10.0.0.0/8", HUIS_ADDRESS_PRIVATE },      { "172.16.0.0/12", HUIS_ADDRESS_PRIVATE },
  { "192.168.0.0/16", HUIS_ADDRESS_PRIVATE },  { "fc00::/7", HUIS_ADDRESS_PRIVATE },
  { "100.64.0.0/10", HUIS_ADDRESS_SHARED },    { "192.0.0.0/29", HUIS_ADDRESS_DS_LITE },
  { "0.0.0.0/8", HUIS_ADDRESS_SPECIAL },       { "127.0.0.0/8", HUIS_ADDRESS_SPECIAL },
  { "169.254.0.0/16", HUIS_ADDRESS_SPECIAL },  { "192.0.0.0/24", HUIS_ADDRESS_SPECIAL },
  { "192.0.2.0/24", HUIS_ADDRESS_SPECIAL },    { "192.31.196.0/24", HUIS_ADDRESS_SPECIAL },
  { "192.52.193.0/24", HUIS_ADDRESS_SPECIAL }, { "192.88.99.0/24", HUIS_ADDRESS_SPECIAL },
  { "192.175.48.0/24", HUIS_ADDRESS_SPECIAL }, { "198.18.0.0/15", HUIS_ADDRESS_SPECIAL },
  { "198.51.100.0/24", HUIS_ADDRESS_SPECIAL }, { "203.0.113.0/24", HUIS_ADDRESS_SPECIAL },
  { "224.0.0.0/3", HUIS_ADDRESS_SPECIAL },     { "0.0.0.0/0", HUIS_ADDRESS_GLOBAL },
  { "2001::/23", HUIS_ADDRESS_SPECIAL },       { "2001:db8::/32", HUIS_ADDRESS_SPECIAL },
  { "2002::/16", HUIS_ADDRESS_SPECIAL },       { "3fff::/20", HUIS_ADDRESS_SPECIAL },
  { "2000::/3", HUIS_ADDRESS_GLOBAL },
};

static gboolean
is_in_range (GInetAddress *address, const char *range)
{
  g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (range, NULL);

  return g_inet_address_mask_matches (mask, address);
}

HuisAddressReach
huis_address_get_reach (const char *address)
{
  g_autoptr (GInetAddress) inet = address != NULL ? g_inet_address_new_from_string (address) : NULL;

  if (inet == NULL)
    return HUIS_ADDRESS_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (is_in_range (inet, rows[i].range))
      return rows[i].reach;

  return HUIS_ADDRESS_SPECIAL;
}

gboolean
huis_address_is_same_link (const char *address, const char *other)
{
  g_autoptr (GInetAddress) first = g_inet_address_new_from_string (address);
  g_autoptr (GInetAddress) second = g_inet_address_new_from_string (other);

  return first != NULL && second != NULL &&
         g_inet_address_get_family (first) == G_SOCKET_FAMILY_IPV6 &&
         g_inet_address_get_family (second) == G_SOCKET_FAMILY_IPV6 &&
         memcmp (g_inet_address_to_bytes (first), g_inet_address_to_bytes (second), 8) == 0;
}

gboolean
huis_address_is_in (const char *address, const char *const *ranges)
{
  g_autoptr (GInetAddress) inet = g_inet_address_new_from_string (address);

  for (guint i = 0; inet != NULL && ranges[i] != NULL; i++)
    if (is_in_range (inet, ranges[i]))
      return TRUE;

  return FALSE;
}
