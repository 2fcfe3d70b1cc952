/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * Tells one network from another: "MAC PLACE", the MAC address of the gateway ("-" as long as the
 * kernel does not know it), and the name of the Wi-Fi or else the subnet.
 */

/* Whether two networks are the same for certain, or only as far as can be told without the MAC
 * address of the gateway: many homes have the same subnet. */
typedef enum
{
  HUIS_MATCH_NONE,
  HUIS_MATCH_PERHAPS,
  HUIS_MATCH_CERTAIN,
} HuisMatch;

/* @interface is an observation "network". %NULL where it has neither a Wi-Fi nor a subnet. */
char *huis_network_key_new (HuisObservation *interface);
char *huis_network_key_with_mac (const char *key, const char *mac);

HuisMatch huis_network_key_match (const char *key, HuisObservation *interface);

G_END_DECLS
