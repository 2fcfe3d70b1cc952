/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/*
 * The other devices of the same kind and the same maker as @device, of which one answer may be
 * given for all ("my 6 Hue lamps"). Empty where its kind or its maker is not known.
 */
GPtrArray *huis_alike_list (HuisNetwork *network, HuisDevice *device);

/* Gives the same answer of @measure_id for @device and, with @others, for all that are alike. */
void huis_alike_answer (HuisNetwork *network,
                        const char *measure_id,
                        HuisDevice *device,
                        gboolean others,
                        HuisAnswerKind kind,
                        const char *reason,
                        gint64 now);

G_END_DECLS
