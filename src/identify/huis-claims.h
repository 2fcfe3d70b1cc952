/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-identity.h"
#include "huis-rule-set.h"
#include "huis-template.h"

G_BEGIN_DECLS

/* What one rule says of the device, with its templates filled in. */
typedef struct
{
  const HuisRule *rule;
  guint order; /* of the rule in the files */
  char *maker;
  char *model;
  HuisKind kind;
  HuisStrength strength;
  HuisStrength kind_strength;
  const char *sentence; /* of the rules */
  char *value;          /* of the fact it rests on */
} HuisClaimed;

/* The claims that all rules make on one device, and what is left of them after weighing. */
typedef struct
{
  HuisRuleSet *set;       /* borrowed */
  HuisFacts *facts;       /* borrowed */
  GArray *claims;         /* of HuisClaimed */
  gboolean literal_model; /* the model stands in the rule as it is shown: nothing to clean */
} HuisClaims;

/* A device on which more rules fit than this is playing with us. */
#define HUIS_CLAIMS_MAX 256

HuisClaims *huis_claims_new (HuisRuleSet *set, HuisFacts *facts);
void huis_claims_free (HuisClaims *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisClaims, huis_claims_free)

/*
 * Adds what @rule claims, if its other conditions hold too. A claim of a derived rule is never
 * stronger than @ceiling; one that rests on the MAC address alone names a kind as a guess.
 */
void huis_claims_add (HuisClaims *self,
                      HuisRule *rule,
                      guint order,
                      const HuisFact *fact,
                      GMatchInfo *info,
                      HuisStrength ceiling);

/*
 * Weighs the claims: sets maker, model and kind of @identity with their strengths. Does not depend
 * on the order in which the facts came.
 */
void huis_claims_weigh (HuisClaims *self, HuisIdentity *identity);

/* Whether nothing but the MAC address speaks for the maker. */
gboolean huis_claims_maker_is_hardware (HuisClaims *self, const HuisIdentity *identity);

/* Fills in the reasons of @identity, strongest first. */
void huis_claims_explain (HuisClaims *self, HuisIdentity *identity);

G_END_DECLS
