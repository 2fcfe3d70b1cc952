/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"
#include "huis-xml.h"

G_BEGIN_DECLS

/* A service of a router that opens ports: what huis-igd.c needs to ask it. */
typedef struct
{
  char *type;
  /* On the device itself, beginning with a slash. */
  char *control;
} HuisDescribedService;

/*
 * Reads a UPnP device description (UPnP Device Architecture 1.1, 2.3): a "upnp" fact for the root
 * device and each device inside it. Returns the services whose type contains one of
 * WANIPConnection, WANPPPConnection and WANIPv6FirewallControl. @link is where it came from.
 */
GPtrArray *huis_description_read (HuisLook *look,
                                  const char *address,
                                  const char *link,
                                  const HuisXml *document);

/*
 * Fetches the description that @address pointed to with @link, once, when the link leads back to
 * it; and then asks a router for its openings.
 */
void huis_description_fetch (HuisLook *look, const char *address, const char *link);

G_END_DECLS
