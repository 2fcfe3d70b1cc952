/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rule-index"

#include "huis-rule-index.h"

#include "huis-regex-literals.h"

#include <string.h>

/* a-z, any digit, and ten bins for all other bytes. */
#define SYMBOLS 37

typedef struct
{
  const char *literal;
  gsize length;
  guint next; /* in the same bucket; 0 ends */
  guint rule;
} Entry;

struct _HuisRuleIndex
{
  GPtrArray *rules;              /* borrowed */
  GStringChunk *text;            /* of patterns; words are the rules' own */
  GArray *tried;                 /* by rule: the number of the fact it was last tried on */
  GHashTable *whole;             /* folded value → GArray of rule numbers */
  GArray *entries;               /* of Entry; the first is not used */
  guint *buckets;                /* by three bytes → number of an entry */
  GArray *slow[HUIS_FIELDS_MAX]; /* by field: rule numbers; NULL where there are none */
  guint n_slow;
  guint fact_number;
};

HuisRuleIndex *
huis_rule_index_new (void)
{
  HuisRuleIndex *self = g_new0 (HuisRuleIndex, 1);

  self->rules = g_ptr_array_new ();
  self->text = g_string_chunk_new (4096);
  self->tried = g_array_new (FALSE, TRUE, sizeof (guint));
  self->whole =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (self->entries, 1);
  self->buckets = g_new0 (guint, SYMBOLS * SYMBOLS * SYMBOLS);

  return self;
}

void
huis_rule_index_free (HuisRuleIndex *self)
{
  g_ptr_array_unref (self->rules);
  g_string_chunk_free (self->text);
  g_array_unref (self->tried);
  g_hash_table_unref (self->whole);
  g_array_unref (self->entries);
  g_free (self->buckets);
  for (guint i = 0; i < HUIS_FIELDS_MAX; i++)
    g_clear_pointer (&self->slow[i], g_array_unref);
  g_free (self);
}

static guint
symbol (char c)
{
  if (c >= 'a' && c <= 'z')
    return (guint) (c - 'a');
  if (c >= '0' && c <= '9')
    return 26;

  return 27 + (guchar) c % 10;
}

static guint
bucket_of (const char *text)
{
  return (symbol (text[0]) * SYMBOLS + symbol (text[1])) * SYMBOLS + symbol (text[2]);
}

static void
add_whole (HuisRuleIndex *self, const char *word, guint rule)
{
  GArray *rules = g_hash_table_lookup (self->whole, word);

  if (rules == NULL)
    {
      rules = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
      g_hash_table_insert (self->whole, (gpointer) word, rules);
    }
  g_array_append_val (rules, rule);
}

static void
add_literal (HuisRuleIndex *self, const char *literal, guint rule)
{
  guint *bucket = &self->buckets[bucket_of (literal)];
  Entry entry = { literal, strlen (literal), *bucket, rule };

  *bucket = self->entries->len;
  g_array_append_val (self->entries, entry);
}

static void
add_slow (HuisRuleIndex *self, const HuisCondition *anchor, guint rule)
{
  g_debug ("Tried on every fact of its fields: %s", anchor->pattern != NULL ? anchor->pattern
                                                    : anchor->words != NULL ? anchor->words[0]
                                                                            : "anything");
  for (int field = 0; field < HUIS_FIELDS_MAX; field++)
    {
      if (!huis_field_set_has (&anchor->fields, field))
        continue;
      if (self->slow[field] == NULL)
        self->slow[field] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (self->slow[field], rule);
    }
  self->n_slow++;
}

static gboolean
all_long_enough (const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) < HUIS_LITERAL_MIN)
      return FALSE;

  return TRUE;
}

void
huis_rule_index_add (HuisRuleIndex *self, HuisRule *rule)
{
  HuisCondition *anchor = huis_rule_get_condition (rule, 0);
  guint number = self->rules->len;
  g_auto (GStrv) literals = NULL;
  GStrv words;

  g_ptr_array_add (self->rules, rule);
  g_array_set_size (self->tried, self->rules->len);

  if (anchor->match == HUIS_MATCH_PATTERN)
    literals = huis_regex_literals (anchor->pattern);
  words = anchor->match == HUIS_MATCH_PATTERN ? literals : anchor->words;

  if (words == NULL ||
      (anchor->match != HUIS_MATCH_IS && !all_long_enough ((const char *const *) words)))
    add_slow (self, anchor, number);
  else
    for (guint i = 0; words[i] != NULL; i++)
      if (anchor->match == HUIS_MATCH_IS)
        add_whole (self, words[i], number);
      else
        add_literal (self,
                     literals != NULL ? g_string_chunk_insert_const (self->text, words[i])
                                      : words[i],
                     number);
}

guint
huis_rule_index_get_slow (HuisRuleIndex *self)
{
  return self->n_slow;
}

/* Tries a rule on a fact, once. */
static void
try_rule (HuisRuleIndex *self,
          guint number,
          const HuisFact *fact,
          HuisRuleFunc func,
          gpointer user_data)
{
  HuisRule *rule = self->rules->pdata[number];
  g_autoptr (GMatchInfo) info = NULL;

  if (g_array_index (self->tried, guint, number) == self->fact_number)
    return;

  g_array_index (self->tried, guint, number) = self->fact_number;
  if (huis_condition_fits (huis_rule_get_condition (rule, 0), fact, &info))
    func (rule, fact, info, user_data);
}

/* As strncmp(), but any digit is like any other. */
static gboolean
stands_at (const char *text, const Entry *entry)
{
  for (gsize i = 0; i < entry->length; i++)
    if (text[i] != entry->literal[i] &&
        !(g_ascii_isdigit (text[i]) && g_ascii_isdigit (entry->literal[i])))
      return FALSE;

  return TRUE;
}

static void
try_entries (HuisRuleIndex *self,
             const HuisFact *fact,
             gsize offset,
             HuisRuleFunc func,
             gpointer user_data)
{
  const char *text = fact->folded + offset;

  for (guint i = self->buckets[bucket_of (text)]; i != 0;)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      HuisRule *rule = self->rules->pdata[entry->rule];
      HuisCondition *anchor = huis_rule_get_condition (rule, 0);

      if (huis_condition_concerns (anchor, fact) && stands_at (text, entry) &&
          huis_condition_word_fits (anchor, fact, offset, entry->length))
        try_rule (self, entry->rule, fact, func, user_data);
      i = entry->next;
    }
}

void
huis_rule_index_each (HuisRuleIndex *self,
                      const HuisFact *fact,
                      HuisRuleFunc func,
                      gpointer user_data)
{
  GArray *whole = g_hash_table_lookup (self->whole, fact->folded);
  GArray *slow = self->slow[fact->field];

  self->fact_number++;
  for (guint i = 0; whole != NULL && i < whole->len; i++)
    try_rule (self, g_array_index (whole, guint, i), fact, func, user_data);
  for (gsize offset = 0; offset + HUIS_LITERAL_MIN <= fact->length; offset++)
    try_entries (self, fact, offset, func, user_data);
  for (guint i = 0; slow != NULL && i < slow->len; i++)
    try_rule (self, g_array_index (slow, guint, i), fact, func, user_data);
}
