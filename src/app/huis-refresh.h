/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/*
 * Tells a page that something it may show has changed: in the session, the network, its devices or
 * its answers. Changes that follow each other are told once, a moment later; while the whole
 * network is being looked at, not before the look ends, for then all changes all the time.
 */
typedef struct _HuisRefresh HuisRefresh;

typedef void (*HuisRefreshFunc) (HuisPage *page);

/* Calls @func, the first time soon after this call. Free it when the page is disposed. */
HuisRefresh *huis_refresh_new (HuisPage *page, HuisRefreshFunc func);
void huis_refresh_free (HuisRefresh *self);

/* Calls @func now, if a call is due. */
void huis_refresh_flush (HuisRefresh *self);

G_END_DECLS
