/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-maker-table.h"
#include "huis-rule.h"

G_BEGIN_DECLS

/* All that data/identify holds. */
typedef struct
{
  GStringChunk *text; /* of the rules: their words, patterns and templates, each once */
  HuisFieldTable *fields;
  HuisMakerTable *makers;
  GPtrArray *rules;    /* of HuisRule, in the order of the files */
  GArray *refinements; /* of HuisRefinement */
  GArray *trims;       /* of HuisTrim */
  GHashTable *blanks;  /* values that say nothing, in lower case */
  GPtrArray *names;    /* of HuisNameSource, best first */
} HuisRuleSet;

/* @special is a sort of @general: a doorbell of a camera. No contradiction; the special one wins.
 */
typedef struct
{
  HuisKind special;
  HuisKind general;
} HuisRefinement;

/* What is taken out of a model's name, or what makes a text no name. */
typedef struct
{
  GRegex *regex;
  char *with;
  gboolean of_name;
} HuisTrim;

/* Where a person's own name for a device may stand. */
typedef struct
{
  int field;
  char *service;
} HuisNameSource;

/* Reads every .xml file of @folder, fields.xml first. G_MARKUP_ERROR or a file error otherwise. */
HuisRuleSet *huis_rule_set_load (const char *folder, GError **error);
void huis_rule_set_free (HuisRuleSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisRuleSet, huis_rule_set_free)

/* Compiles every pattern; what use would otherwise find out late. */
gboolean huis_rule_set_check (HuisRuleSet *self, GError **error);

/* @text, as the set keeps it; NULL for NULL. */
const char *huis_rule_set_keep (HuisRuleSet *self, const char *text);

gboolean huis_rule_set_refines (HuisRuleSet *self, HuisKind special, HuisKind general);
gboolean huis_rule_set_is_blank (HuisRuleSet *self, const char *value);

G_END_DECLS
