/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What the program remembers about itself (language, window); never anything about a network:
 * that is in the store. Keys stand in data/io.github.huiswacht.Huiswacht.gschema.xml.
 *
 * Returns a new reference, or %NULL where the schema is not installed: the program then works,
 * and forgets.
 */
GSettings *huis_settings_new (void);

G_END_DECLS
