/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The address that a device with @mac makes itself in the /64 of @address (RFC 4291, appendix A),
 * and the first address of that /64, which routers like to take. %NULL where @address is no IPv6
 * address of the internet, or @mac none that its maker gave; to be freed.
 */
char *huis_eui64_make (const char *address, const char *mac);
char *huis_eui64_make_first (const char *address);

G_END_DECLS
