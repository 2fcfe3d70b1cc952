/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * GTK 4.8 gives a widget without an accessible name the name of its type, and a screen reader
 * then reads "GtkScrollbar" aloud. From this call on, each widget without a name of its own gets
 * an empty one the moment it is realised; a window gets its title. To be called once.
 */
void huis_accessible_silence_type_names (void);

G_END_DECLS
