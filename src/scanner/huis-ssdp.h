/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/*
 * What a UPnP device says of itself over UDP (UPnP Device Architecture 1.1, section 1): a fact
 * "ssdp", and then its description, where that is its own.
 */

#define HUIS_SSDP_PORT 1900

/* An answer to a search, or an announcement, that @address sent. */
void huis_ssdp_take (HuisLook *look, const char *address, SoupMessageHeaders *headers);

/* The same for a packet as it came; what is no answer is left alone. */
void huis_ssdp_take_packet (HuisLook *look, const char *address, const guint8 *bytes, gsize length);

G_END_DECLS
