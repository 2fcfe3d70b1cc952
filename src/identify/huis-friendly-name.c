/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-friendly-name"

#include "huis-friendly-name.h"

#include "huis-text.h"

#include <string.h>

/* Shorter is no name ("tv", "1"), longer does not fit a row. */
#define NAME_MIN 3

static char *
apply_trims (HuisRuleSet *set, const char *text)
{
  char *trimmed = g_strdup (text);

  for (guint i = 0; i < set->trims->len; i++)
    {
      const HuisTrim *trim = &g_array_index (set->trims, HuisTrim, i);
      char *next = NULL;

      if (!trim->of_name && g_regex_match (trim->regex, trimmed, 0, NULL))
        next = g_regex_replace (trim->regex, trimmed, -1, 0, trim->with, 0, NULL);
      if (next == NULL)
        continue;
      g_free (trimmed);
      trimmed = g_strstrip (next);
    }

  return trimmed;
}

/* "HP LaserJet" of HP is a "LaserJet": but only where something recognisable is left. */
static const char *
skip_maker (const char *model, const char *maker)
{
  gsize length = maker != NULL ? strlen (maker) : 0;
  const char *rest = model + length;

  if (length == 0 || g_ascii_strncasecmp (model, maker, length) != 0 ||
      strchr (" -_,:", *rest) == NULL)
    return model;
  rest += strspn (rest, " -_,:");

  return strlen (rest) >= 2 ? rest : model;
}

void
huis_friendly_name_clean_model (HuisRuleSet *set, HuisIdentity *identity)
{
  g_autofree char *trimmed = NULL;

  if (identity->model == NULL)
    return;

  trimmed = apply_trims (set, skip_maker (identity->model, identity->maker));
  g_free (identity->model);
  identity->model = NULL;
  if (strlen (trimmed) >= 2 && !huis_rule_set_is_blank (set, trimmed))
    identity->model = huis_text_clean (trimmed, -1, HUIS_TEXT_NAME_MAX);
  else
    identity->model_strength = HUIS_STRENGTH_NONE;
}

static gboolean
is_technical (HuisRuleSet *set, const char *name, const HuisIdentity *identity)
{
  if (g_utf8_strlen (name, -1) < NAME_MIN || huis_rule_set_is_blank (set, name))
    return TRUE;
  if (identity->model != NULL && g_ascii_strcasecmp (name, identity->model) == 0)
    return TRUE;
  for (guint i = 0; i < set->trims->len; i++)
    {
      const HuisTrim *trim = &g_array_index (set->trims, HuisTrim, i);

      if (trim->of_name && g_regex_match (trim->regex, name, 0, NULL))
        return TRUE;
    }

  return FALSE;
}

/* The best of one source, whichever fact came first. */
static const char *
choose_from (HuisRuleSet *set,
             HuisFacts *facts,
             const HuisNameSource *source,
             const HuisIdentity *identity)
{
  const char *best = NULL;

  for (guint i = 0; i < facts->facts->len; i++)
    {
      const HuisFact *fact = &g_array_index (facts->facts, HuisFact, i);

      if (fact->field != source->field ||
          (source->service != NULL && g_strcmp0 (source->service, fact->service) != 0) ||
          is_technical (set, fact->value, identity))
        continue;
      if (best == NULL || strcmp (fact->value, best) < 0)
        best = fact->value;
    }

  return best;
}

char *
huis_friendly_name_choose (HuisRuleSet *set, HuisFacts *facts, const HuisIdentity *identity)
{
  g_autofree char *both = NULL;

  for (guint i = 0; i < set->names->len; i++)
    {
      const char *name = choose_from (set, facts, set->names->pdata[i], identity);

      if (name != NULL)
        return huis_text_clean (name, -1, HUIS_TEXT_NAME_MAX);
    }

  if (identity->model == NULL)
    return NULL;
  if (identity->maker == NULL)
    return g_strdup (identity->model);

  both = g_strjoin (" ", identity->maker, skip_maker (identity->model, identity->maker), NULL);

  return huis_text_clean (both, -1, HUIS_TEXT_NAME_MAX);
}
