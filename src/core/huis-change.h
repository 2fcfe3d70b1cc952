/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/*
 * What another look changed, for a measure that was judged before and after it: "Was: to do. Now:
 * not seen any more." Translated; %NULL where it stands as it stood.
 */
char *huis_change_describe (const HuisVerdict *before, const HuisVerdict *after);

G_END_DECLS
