/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-facts.h"

G_BEGIN_DECLS

/* How the words of a condition have to stand in a fact's value; without regard to case. */
typedef enum
{
  HUIS_MATCH_IS,     /* they are all of it */
  HUIS_MATCH_STARTS, /* it starts with one */
  HUIS_MATCH_ENDS,
  HUIS_MATCH_HAS,     /* one stands in it, anywhere */
  HUIS_MATCH_WORD,    /* one stands in it, as a word of its own */
  HUIS_MATCH_PATTERN, /* a PCRE pattern fits */
  HUIS_MATCH_ANY,     /* the field is there */
} HuisMatch;

/*
 * One thing that has to be true of at least one fact (or, where negated, of none). Texts are those
 * of the rule set, where each is kept once.
 */
typedef struct
{
  HuisFieldSet fields;
  const char *service; /* only facts of this service, in lower case; NULL: of any */
  HuisMatch match;
  char **words; /* in lower case; NULL for a pattern. The array is owned, its words are not */
  const char *pattern;
  GRegex *regex; /* compiled when it is first needed */
  gboolean negated;
} HuisCondition;

void huis_condition_clear (HuisCondition *self);

/* Compiles the pattern, if it was not. FALSE with @error where it is wrong. */
gboolean huis_condition_compile (HuisCondition *self, GError **error);

/* Whether the fact is of the fields and the service that this is about. */
gboolean huis_condition_concerns (const HuisCondition *self, const HuisFact *fact);

/*
 * Whether @word, which stands at @offset of the fact's folded value, stands there as the condition
 * asks. Not for patterns.
 */
gboolean huis_condition_word_fits (const HuisCondition *self,
                                   const HuisFact *fact,
                                   gsize offset,
                                   gsize word_length);

/* Whether the fact fulfils the condition. @info (out, optional) is set for a pattern that fits. */
gboolean huis_condition_fits (HuisCondition *self, const HuisFact *fact, GMatchInfo **info);

/* Whether the facts together do. */
gboolean huis_condition_holds (HuisCondition *self, HuisFacts *facts);

G_END_DECLS
