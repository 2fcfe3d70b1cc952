/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-observation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The network interfaces of this computer, as the scanner tells them. Asking sends nothing on any
 * network. Property with notify: "finding". Signal "found": the list is new.
 */

#define HUIS_TYPE_INTERFACES (huis_interfaces_get_type ())
G_DECLARE_FINAL_TYPE (HuisInterfaces, huis_interfaces, HUIS, INTERFACES, GObject)

HuisInterfaces *huis_interfaces_new (const char *scanner);

/* Does nothing while it is finding them already. */
void huis_interfaces_find (HuisInterfaces *self);
gboolean huis_interfaces_get_finding (HuisInterfaces *self);
/* Why they could not be read (huis_scan_get_error()), or %NULL. */
const GError *huis_interfaces_get_error (HuisInterfaces *self);

/* Of HuisObservation "network": all of them, the ignored ones too. Borrowed. */
GPtrArray *huis_interfaces_get_list (HuisInterfaces *self);

/* The home's own one: with the default route, and no tunnel, container or phone. Or %NULL. */
HuisObservation *huis_interfaces_find_home (HuisInterfaces *self);
/* The first that is left out for this reason ("tunnel", "container"...), or %NULL. */
HuisObservation *huis_interfaces_find_ignored (HuisInterfaces *self, const char *reason);

G_END_DECLS
