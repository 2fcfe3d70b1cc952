/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-emptiness.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands where a page has nothing to show yet: why that is, and the one thing to do. */
#define HUIS_TYPE_EMPTY_VIEW (huis_empty_view_get_type ())
G_DECLARE_FINAL_TYPE (HuisEmptyView, huis_empty_view, HUIS, EMPTY_VIEW, AdwBin)

/* @why may be %NULL: then what stood there stays, for nobody sees it. Returns whether there is a
 * reason. */
gboolean huis_empty_view_set_reason (HuisEmptyView *self, const HuisEmptiness *why);

G_END_DECLS
