/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-claims"

#include "huis-claims.h"

#include "huis-text.h"

#include <string.h>

/* A reason is a line: longer values are cut. */
#define SENTENCE_CHARS 80

/* So much less weight, and a word says nothing against the rule that knows the device. */
#define MUCH_LIGHTER 5

HuisClaims *
huis_claims_new (HuisRuleSet *set, HuisFacts *facts)
{
  HuisClaims *self = g_new0 (HuisClaims, 1);

  self->set = set;
  self->facts = facts;
  self->claims = g_array_sized_new (FALSE, TRUE, sizeof (HuisClaimed), 8);

  return self;
}

void
huis_claims_free (HuisClaims *self)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);

      g_free (claim->maker);
      g_free (claim->model);
      g_free (claim->value);
    }
  g_array_unref (self->claims);
  g_free (self);
}

/* The name by which the maker is known here; what is not known is taken as it stands. */
static char *
fill_maker (HuisClaims *self, const HuisRule *rule, const HuisFact *fact, GMatchInfo *info)
{
  g_autofree char *text = NULL;
  g_autofree char *stripped = NULL;
  const HuisMaker *maker;

  if (rule->maker == NULL)
    return NULL;
  if (strchr (rule->maker, '$') == NULL)
    return g_strdup (rule->maker);

  text = huis_template_fill (rule->maker, self->facts, fact, info);
  if (text == NULL || huis_rule_set_is_blank (self->set, text))
    return NULL;
  maker = huis_maker_table_find (self->set->makers, text);
  if (maker != NULL)
    return maker->chip ? NULL : g_strdup (maker->name);

  stripped = huis_maker_table_strip (self->set->makers, text);
  if (strlen (stripped) < 2 || huis_rule_set_is_blank (self->set, stripped) ||
      g_ascii_isdigit (*stripped))
    return NULL;

  return huis_text_clean (stripped, -1, HUIS_TEXT_NAME_MAX);
}

static char *
fill_model (HuisClaims *self, const HuisRule *rule, const HuisFact *fact, GMatchInfo *info)
{
  g_autofree char *text = NULL;

  if (rule->model == NULL)
    return NULL;
  text = huis_template_fill (rule->model, self->facts, fact, info);
  if (text == NULL || strlen (text) < 2 || huis_rule_set_is_blank (self->set, text))
    return NULL;

  return g_steal_pointer (&text);
}

static gboolean
others_hold (HuisClaims *self, HuisRule *rule)
{
  for (guint i = 1; i < rule->conditions->len; i++)
    if (!huis_condition_holds (huis_rule_get_condition (rule, i), self->facts))
      return FALSE;

  return TRUE;
}

void
huis_claims_add (HuisClaims *self,
                 HuisRule *rule,
                 guint order,
                 const HuisFact *fact,
                 GMatchInfo *info,
                 HuisStrength ceiling)
{
  HuisClaimed claim = { .rule = rule, .order = order, .kind = rule->kind };

  if (self->claims->len >= HUIS_CLAIMS_MAX || !others_hold (self, rule))
    return;

  claim.maker = fill_maker (self, rule, fact, info);
  claim.model = fill_model (self, rule, fact, info);
  claim.strength = MIN (rule->strength, ceiling);
  claim.kind_strength = MIN (rule->kind_strength, ceiling);
  if (rule->hardware)
    claim.kind_strength = MIN (claim.kind_strength, HUIS_STRENGTH_GUESS);
  claim.sentence = rule->sentence;
  if (claim.sentence == NULL)
    claim.sentence = huis_field_table_get_sentence (self->set->fields, fact->field);
  claim.value = huis_text_clean (fact->value, -1, SENTENCE_CHARS);
  g_array_append_val (self->claims, claim);
}

/* Orders claims of equal strength; the files' order decides last, so the result is always one. */
static gint64
rank (const HuisClaimed *claim, HuisStrength strength)
{
  return ((gint64) strength << 40) + ((gint64) claim->rule->weight << 28) +
         ((gint64) claim->rule->conditions->len << 24) - (gint64) claim->order;
}

static gboolean
better (const HuisClaimed *claim,
        const char *text,
        HuisStrength strength,
        const HuisClaimed *best,
        const char *best_text,
        HuisStrength best_strength)
{
  gint64 left = rank (claim, strength);
  gint64 right = best != NULL ? rank (best, best_strength) : G_MININT64;

  if (left != right)
    return left > right;

  /* The same rule on two facts: the longer text, and then by the alphabet. */
  if (strlen (text) != strlen (best_text))
    return strlen (text) > strlen (best_text);

  return strcmp (text, best_text) < 0;
}

/* One step less sure; a guess that is contradicted is no guess any more. */
static HuisStrength
weaken (HuisStrength strength)
{
  return strength > HUIS_STRENGTH_NONE ? strength - 1 : HUIS_STRENGTH_NONE;
}

static void
weigh_maker (HuisClaims *self, HuisIdentity *identity)
{
  const HuisClaimed *best = NULL;
  gboolean contradicted = FALSE;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);

      if (claim->maker != NULL &&
          better (claim, claim->maker, claim->strength, best, best != NULL ? best->maker : "",
                  best != NULL ? best->strength : HUIS_STRENGTH_NONE))
        best = claim;
    }
  if (best == NULL)
    return;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);

      contradicted |=
          claim->maker != NULL && claim->strength == best->strength &&
          g_ascii_strcasecmp (claim->maker, best->maker) != 0 &&
          (claim->rule->weight == best->rule->weight || best->strength == HUIS_STRENGTH_CERTAIN);
    }
  identity->maker_strength = contradicted ? weaken (best->strength) : best->strength;
  if (identity->maker_strength != HUIS_STRENGTH_NONE)
    identity->maker = g_strdup (best->maker);
}

/* A rule that took the device for another maker's is less sure of the rest too. */
static HuisStrength
strength_beside (const HuisClaimed *claim, HuisStrength strength, const HuisIdentity *identity)
{
  if (claim->maker != NULL && identity->maker != NULL &&
      g_ascii_strcasecmp (claim->maker, identity->maker) != 0)
    return weaken (strength);

  return strength;
}

static void
weigh_model (HuisClaims *self, HuisIdentity *identity)
{
  const HuisClaimed *best = NULL;
  HuisStrength best_strength = HUIS_STRENGTH_NONE;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);
      HuisStrength strength = strength_beside (claim, claim->strength, identity);

      if (claim->model != NULL && strength != HUIS_STRENGTH_NONE &&
          better (claim, claim->model, strength, best, best != NULL ? best->model : "",
                  best_strength))
        {
          best = claim;
          best_strength = strength;
        }
    }
  if (best == NULL)
    return;

  self->literal_model = strchr (best->rule->model, '$') == NULL;
  identity->model = g_strdup (best->model);
  identity->model_strength = best_strength;
}

static const HuisClaimed *
find_best_kind (HuisClaims *self, const HuisIdentity *identity, HuisStrength *best_strength)
{
  const HuisClaimed *best = NULL;

  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);
      HuisStrength strength = strength_beside (claim, claim->kind_strength, identity);

      if (claim->kind != HUIS_KIND_UNKNOWN && strength != HUIS_STRENGTH_NONE &&
          better (claim, "", strength, best, "", *best_strength))
        {
          best = claim;
          *best_strength = strength;
        }
    }

  return best;
}

/*
 * A doorbell is a camera: the special word is no contradiction, and says more. Unless it is much
 * lighter: "TV" in the name of a box beside a television does not outdo the rule that knows the
 * box.
 */
static HuisKind
find_special_kind (HuisClaims *self,
                   const HuisIdentity *identity,
                   const HuisClaimed *best,
                   HuisStrength strength)
{
  HuisKind kind = best->kind;
  gboolean changed = TRUE;

  /* Bounded, should the files ever say that two kinds are sorts of each other. */
  for (guint step = 0; changed && step < HUIS_KIND_LAST; step++)
    {
      changed = FALSE;
      for (guint i = 0; i < self->claims->len && !changed; i++)
        {
          const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);

          changed = strength_beside (claim, claim->kind_strength, identity) >= strength &&
                    claim->rule->weight + MUCH_LIGHTER > best->rule->weight &&
                    huis_rule_set_refines (self->set, claim->kind, kind);
          if (changed)
            kind = claim->kind;
        }
    }

  return kind;
}

static gboolean
contradicts_kind (HuisClaims *self,
                  const HuisClaimed *claim,
                  const HuisIdentity *identity,
                  HuisStrength strength)
{
  return claim->kind != HUIS_KIND_UNKNOWN && claim->kind != identity->kind &&
         strength_beside (claim, claim->kind_strength, identity) == strength &&
         !huis_rule_set_refines (self->set, identity->kind, claim->kind) &&
         !huis_rule_set_refines (self->set, claim->kind, identity->kind);
}

static void
weigh_kind (HuisClaims *self, HuisIdentity *identity)
{
  HuisStrength strength = HUIS_STRENGTH_NONE;
  const HuisClaimed *best = find_best_kind (self, identity, &strength);

  if (best == NULL)
    return;

  identity->kind = find_special_kind (self, identity, best, strength);
  identity->kind_strength = strength;
  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);

      if (contradicts_kind (self, claim, identity, strength) &&
          (claim->rule->weight == best->rule->weight || strength == HUIS_STRENGTH_CERTAIN))
        identity->kind_strength = weaken (strength);
    }
  if (identity->kind_strength == HUIS_STRENGTH_NONE)
    identity->kind = HUIS_KIND_UNKNOWN;
}

void
huis_claims_weigh (HuisClaims *self, HuisIdentity *identity)
{
  g_clear_pointer (&identity->maker, g_free);
  g_clear_pointer (&identity->model, g_free);
  identity->kind = HUIS_KIND_UNKNOWN;
  identity->maker_strength = HUIS_STRENGTH_NONE;
  identity->model_strength = HUIS_STRENGTH_NONE;
  identity->kind_strength = HUIS_STRENGTH_NONE;

  weigh_maker (self, identity);
  weigh_model (self, identity);
  weigh_kind (self, identity);
}

gboolean
huis_claims_maker_is_hardware (HuisClaims *self, const HuisIdentity *identity)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      const HuisClaimed *claim = &g_array_index (self->claims, HuisClaimed, i);

      if (!claim->rule->hardware && claim->maker != NULL && identity->maker != NULL &&
          g_ascii_strcasecmp (claim->maker, identity->maker) == 0)
        return FALSE;
    }

  return TRUE;
}
