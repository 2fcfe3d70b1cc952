/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-identity.h"
#include "huis-rule-set.h"

G_BEGIN_DECLS

/* Takes out of the model what says nothing: its maker's name, "series", a version. */
void huis_friendly_name_clean_model (HuisRuleSet *set, HuisIdentity *identity);

/*
 * A name for the row: the one that somebody gave the device itself ("Living Room TV"), else maker
 * and model, else %NULL. Technical names (addresses, serial numbers) are passed over.
 */
char *huis_friendly_name_choose (HuisRuleSet *set, HuisFacts *facts, const HuisIdentity *identity);

G_END_DECLS
