/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-rule.h"

G_BEGIN_DECLS

/*
 * Finds the rules whose anchor fits a fact without trying them all: whole values by hash, words and
 * patterns by three bytes that must stand in the value. Only patterns without such bytes are tried
 * on every fact of their fields.
 */
typedef struct _HuisRuleIndex HuisRuleIndex;

/* Called for each rule that fits; @info is %NULL unless the anchor is a pattern. */
typedef void (*HuisRuleFunc) (HuisRule *rule,
                              const HuisFact *fact,
                              GMatchInfo *info,
                              gpointer user_data);

HuisRuleIndex *huis_rule_index_new (void);
void huis_rule_index_free (HuisRuleIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisRuleIndex, huis_rule_index_free)

/* @rule is borrowed and must outlive the index. */
void huis_rule_index_add (HuisRuleIndex *self, HuisRule *rule);

void huis_rule_index_each (HuisRuleIndex *self,
                           const HuisFact *fact,
                           HuisRuleFunc func,
                           gpointer user_data);

/* How many rules have to be tried on every fact of their fields. */
guint huis_rule_index_get_slow (HuisRuleIndex *self);

G_END_DECLS
