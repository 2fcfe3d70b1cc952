/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/* What Huiswacht does, how long it takes, in which language; and what is left to do since then. */
#define HUIS_TYPE_WELCOME_PAGE (huis_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisWelcomePage, huis_welcome_page, HUIS, WELCOME_PAGE, HuisPage)

G_END_DECLS
