/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-rule-set.h"

G_BEGIN_DECLS

/* A maker who makes one kind of thing only: once the maker is known, so is the kind. */
void huis_maker_rules_add_kind (HuisRuleSet *set, const char *maker, HuisKind kind);

/* The name of a maker, as a word in one of @fields, means the maker: one rule for each of them. */
void huis_maker_rules_add_names (HuisRuleSet *set,
                                 const HuisFieldSet *fields,
                                 HuisStrength strength,
                                 int weight);

G_END_DECLS
