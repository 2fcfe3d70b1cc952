/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/* Which devices need the internet for their work: one question each, alike ones together. */
#define HUIS_TYPE_CONNECTION_PAGE (huis_connection_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisConnectionPage, huis_connection_page, HUIS, CONNECTION_PAGE, HuisPage)

G_END_DECLS
