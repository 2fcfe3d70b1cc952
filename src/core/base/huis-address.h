/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where an address can be reached from. */
typedef enum
{
  HUIS_ADDRESS_NONE,    /* not an address at all */
  HUIS_ADDRESS_GLOBAL,  /* one on the internet, of one household or server */
  HUIS_ADDRESS_PRIVATE, /* for inside a home: RFC 1918, RFC 4193 */
  HUIS_ADDRESS_SHARED,  /* one of many homes behind a provider's own router: RFC 6598 */
  HUIS_ADDRESS_DS_LITE, /* of a home that has no IPv4 of its own: RFC 6333, 5.7 */
  HUIS_ADDRESS_SPECIAL, /* this computer, one link, a group, an example, a translation… */
} HuisAddressReach;

/* @address is a literal without zone; %NULL is HUIS_ADDRESS_NONE. */
HuisAddressReach huis_address_get_reach (const char *address);

/* Whether both are IPv6 addresses of one link: the first 64 bits are the same (RFC 4291, 2.5.4). */
gboolean huis_address_is_same_link (const char *address, const char *other);

/* Whether @address is an address in one of @ranges ("10.0.0.0/8"), which end with %NULL. */
gboolean huis_address_is_in (const char *address, const char *const *ranges);

G_END_DECLS
