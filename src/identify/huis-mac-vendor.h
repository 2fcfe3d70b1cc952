/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Whose block of the IEEE registry a MAC address is of. Read from what the system keeps up to date:
 * systemd's hardware database, else Debian's ieee-data. Both may be missing; nothing is known then.
 */
typedef struct _HuisMacVendor HuisMacVendor;

/*
 * @registry: a folder with oui.csv, mam.csv and oui36.csv, or %NULL for the system's. Reads it
 * whole, for some 10 ms: not on the main loop.
 */
HuisMacVendor *huis_mac_vendor_new (const char *registry);
void huis_mac_vendor_free (HuisMacVendor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisMacVendor, huis_mac_vendor_free)

/* @mac as huis_text_normalise_mac() writes it. %NULL for a made-up address. Owned by the object. */
const char *huis_mac_vendor_lookup (HuisMacVendor *self, const char *mac);

G_END_DECLS
