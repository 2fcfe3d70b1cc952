/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * What a service says of itself: "key=value" in each of @records ("aay"), as bytes that may be
 * anything (RFC 6763, 6.3). Cleaned, at most 32, and the first of each key alone. To be
 * unreffed.
 */
JsonObject *huis_txt_read (GVariant *records);

G_END_DECLS
