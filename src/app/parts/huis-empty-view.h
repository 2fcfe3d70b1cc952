/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands where a page has nothing to show yet: why that is, and the one thing to do. */
#define HUIS_TYPE_EMPTY_VIEW (huis_empty_view_get_type ())
G_DECLARE_FINAL_TYPE (HuisEmptyView, huis_empty_view, HUIS, EMPTY_VIEW, AdwBin)

/*
 * Puts the words to what keeps the person from the page: no network, one that is not theirs, or,
 * with @needs_devices, an empty list of devices. Returns FALSE where nothing does.
 */
gboolean huis_empty_view_update (HuisEmptyView *self, HuisSession *session, gboolean needs_devices);

G_END_DECLS
