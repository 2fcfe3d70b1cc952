/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-condition.h"
#include "huis-kind.h"

G_BEGIN_DECLS

/*
 * If the conditions hold, then this may be claimed. The first condition is the anchor: the rule is
 * found by it, "$1" and "$v" in the templates are of the fact that fulfils it.
 */
typedef struct
{
  GArray *conditions; /* of HuisCondition, at least one */
  const char *maker;  /* templates, see huis-template.h; NULL: no claim */
  const char *model;
  HuisKind kind;
  HuisStrength strength;
  HuisStrength kind_strength;
  int weight; /* decides between rules of the same strength: a higher one is more specific */
  const char *sentence; /* the reason given; NULL: the sentence of the anchor's field */
  gboolean derived;  /* the anchor is an "id." field: what other rules made out of the evidence */
  gboolean hardware; /* rests on nothing but the MAC address */
} HuisRule;

HuisRule *huis_rule_new (void);
void huis_rule_free (HuisRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisRule, huis_rule_free)

static inline HuisCondition *
huis_rule_get_condition (HuisRule *self, guint i)
{
  return &g_array_index (self->conditions, HuisCondition, i);
}

G_END_DECLS
