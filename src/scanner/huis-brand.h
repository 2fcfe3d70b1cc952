/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/*
 * Makers whose devices tell model and version on a page of their own, to anyone and without a
 * login. At most one such page is asked for, of a device whose front page (@http, an "http" fact)
 * gave its make away; what it says becomes a "vendor" fact.
 */
void huis_brand_ask (HuisLook *look,
                     const char *address,
                     guint16 port,
                     gboolean secure,
                     JsonObject *http);

/* The id of the row of the table that fits the front page, or %NULL; for its test. */
const char *huis_brand_recognise (guint16 port, JsonObject *http);

/*
 * The fields that row @id takes out of an answer; %NULL where there are none. Never a serial
 * number, a password or a key.
 */
JsonObject *huis_brand_read (const char *id, const char *answer);

G_END_DECLS
