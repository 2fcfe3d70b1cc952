/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-store.h"

G_BEGIN_DECLS

/*
 * "huiswacht --remind": without a window, one notification where the day to look again has come
 * for the network that this computer is on; at most one a week. Sends nothing on the network and
 * changes nothing in the store. The notification names neither network nor device: others may
 * see it. Returns the exit status.
 */
int huis_remind_command_run (void);

/* Whether the person wants to be told of @network at @now (unix time), who was told last at @told
 * (0 for never). */
gboolean huis_remind_command_is_due (HuisNetwork *network, gint64 told, gint64 now);

G_END_DECLS
