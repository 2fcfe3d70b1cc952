/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/*
 * What another look changed, for a measure that was judged before and after it: "Was: to do. Now:
 * not seen any more." Translated; %NULL where it stands as it stood.
 */
char *huis_change_describe (const HuisVerdict *before, const HuisVerdict *after);

/* After a look that ended at @now: keeps in the history of @network what its checks found, and what
 * they find no longer. The last of hundreds of devices follow when the main loop is idle. */
void huis_change_remember (HuisNetwork *network, HuisCatalogue *catalogue, gint64 now);

/* What the history tells of a measure that was to do and is not seen so any more: "Was: to do. Now:
 * in order. (3 March 2026)". Translated; %NULL where there is nothing to tell. */
char *huis_change_dup_past (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device);

/* The HuisMeasure * that were findings of @device and are no longer shown. */
GPtrArray *
huis_change_list_past (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device);

G_END_DECLS
