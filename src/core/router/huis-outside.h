/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/* The address on the outside of the router, as the router itself told it by UPnP or NAT-PMP in the
 * newest look at it. */

typedef enum
{
  HUIS_OUTSIDE_UNKNOWN,  /* the router does not tell */
  HUIS_OUTSIDE_PUBLIC,   /* one on the internet, of this home alone */
  HUIS_OUTSIDE_SHARED,   /* one address for many homes (RFC 6598) */
  HUIS_OUTSIDE_DS_LITE,  /* no IPv4 of its own at all (RFC 6333) */
  HUIS_OUTSIDE_PRIVATE,  /* there is a second router before this one */
  HUIS_OUTSIDE_WITHHELD, /* the connection is up, but the router has no public address to tell */
} HuisOutsideKind;

typedef struct
{
  HuisOutsideKind kind;
  HuisObservation *seen; /* borrowed; %NULL where unknown */
  const char *address;   /* borrowed from @seen; %NULL where unknown or withheld */
} HuisOutside;

HuisOutside huis_outside_find (HuisNetwork *network);

G_END_DECLS
