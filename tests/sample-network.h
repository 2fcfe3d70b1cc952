/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/*
 * A made-up home for tests and for looking at: a router, and @n_devices of many kinds in several
 * rooms. Some things were seen to be open, some were answered. With @hostile, names hold what a
 * device should not be able to do harm with. @now is a unix time.
 */
HuisNetwork *sample_network_new (guint n_devices, gboolean hostile, gint64 now);

G_END_DECLS
