/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Whether @value, a serial number, a UDN, an id or a host's name, stands where a maker forgot to
 * fill in a real one: "00000000", "123456789", "unknown", the UUID of a well-known example. What
 * many devices have in common tells none of them apart. Also TRUE for what is too short to be
 * anyone's own. Without regard to case, punctuation and a "uuid:" before it.
 */
gboolean huis_placeholder_is (const char *value);

G_END_DECLS
