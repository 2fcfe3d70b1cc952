/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Not 515 (LPD), 9100-9107 (raw printing) and 9999: whatever arrives at the first two is printed,
 * and boards that listen on the last hang on it or obey it.
 */
gboolean huis_port_may_be_touched (guint16 port);

G_END_DECLS
