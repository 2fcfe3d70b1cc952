/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-facts.h"

G_BEGIN_DECLS

/*
 * Fills in what a rule claims: "$v" is the value of the fact that the rule was found by, "$0" to
 * "$9" are what its pattern captured, "${upnp.model_name}" is the value of a field. "$$" is "$".
 * %NULL where one of them is missing or nothing is left.
 */
char *
huis_template_fill (const char *text, HuisFacts *facts, const HuisFact *anchor, GMatchInfo *info);

G_END_DECLS
