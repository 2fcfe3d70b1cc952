/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-condition"

#include "huis-condition.h"

#include <string.h>

void
huis_condition_clear (HuisCondition *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->regex, g_regex_unref);
}

gboolean
huis_condition_compile (HuisCondition *self, GError **error)
{
  if (self->match == HUIS_MATCH_PATTERN && self->regex == NULL)
    self->regex = g_regex_new (self->pattern, G_REGEX_CASELESS, 0, error);

  return self->match != HUIS_MATCH_PATTERN || self->regex != NULL;
}

gboolean
huis_condition_concerns (const HuisCondition *self, const HuisFact *fact)
{
  return huis_field_set_has (&self->fields, fact->field) &&
         (self->service == NULL || g_strcmp0 (self->service, fact->service) == 0);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

gboolean
huis_condition_word_fits (const HuisCondition *self,
                          const HuisFact *fact,
                          gsize offset,
                          gsize word_length)
{
  gsize end = offset + word_length;

  switch (self->match)
    {
    case HUIS_MATCH_IS:
      return offset == 0 && end == fact->length;
    case HUIS_MATCH_STARTS:
      return offset == 0;
    case HUIS_MATCH_ENDS:
      return end == fact->length;
    case HUIS_MATCH_WORD:
      return (offset == 0 || !is_word_byte (fact->folded[offset - 1]) ||
              !is_word_byte (fact->folded[offset])) &&
             (end == fact->length || !is_word_byte (fact->folded[end]) ||
              !is_word_byte (fact->folded[end - 1]));
    case HUIS_MATCH_HAS:
    case HUIS_MATCH_PATTERN:
    case HUIS_MATCH_ANY:
    default:
      return TRUE;
    }
}

static gboolean
word_fits_somewhere (const HuisCondition *self, const HuisFact *fact, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (fact->folded, word); p != NULL; p = strstr (p + 1, word))
    if (huis_condition_word_fits (self, fact, (gsize) (p - fact->folded), length))
      return TRUE;

  return FALSE;
}

static gboolean
pattern_fits (HuisCondition *self, const HuisFact *fact, GMatchInfo **info)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!huis_condition_compile (self, NULL) || !g_regex_match (self->regex, fact->value, 0, &match))
    return FALSE;
  if (info != NULL)
    *info = g_steal_pointer (&match);

  return TRUE;
}

gboolean
huis_condition_fits (HuisCondition *self, const HuisFact *fact, GMatchInfo **info)
{
  if (!huis_condition_concerns (self, fact))
    return FALSE;
  if (self->match == HUIS_MATCH_ANY)
    return TRUE;
  if (self->match == HUIS_MATCH_PATTERN)
    return pattern_fits (self, fact, info);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (word_fits_somewhere (self, fact, self->words[i]))
      return TRUE;

  return FALSE;
}

gboolean
huis_condition_holds (HuisCondition *self, HuisFacts *facts)
{
  gboolean found = FALSE;

  for (guint i = 0; i < facts->facts->len && !found; i++)
    found = huis_condition_fits (self, &g_array_index (facts->facts, HuisFact, i), NULL);

  return found != self->negated;
}
