/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

G_BEGIN_DECLS

/* How far the look is, or what came of it: one sentence. */
char *huis_inventory_words_look (HuisSession *session);

G_END_DECLS
