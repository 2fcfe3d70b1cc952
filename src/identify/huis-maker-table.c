/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-maker-table"

#include "huis-maker-table.h"

#include <string.h>

#define WORDS_MAX 12

struct _HuisMakerTable
{
  GPtrArray *makers;    /* of HuisMaker */
  GHashTable *writings; /* letters and digits in lower case → HuisMaker, borrowed */
  GHashTable *suffixes; /* a set */
};

/* Where each word of a text begins and ends. */
typedef struct
{
  guint n;
  gsize starts[WORDS_MAX];
  gsize ends[WORDS_MAX];
} Words;

static void
maker_free (HuisMaker *maker)
{
  g_free (maker->name);
  g_strfreev (maker->words);
  g_free (maker);
}

HuisMakerTable *
huis_maker_table_new (void)
{
  HuisMakerTable *self = g_new0 (HuisMakerTable, 1);

  self->makers = g_ptr_array_new_with_free_func ((GDestroyNotify) maker_free);
  self->writings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->suffixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
huis_maker_table_free (HuisMakerTable *self)
{
  g_ptr_array_unref (self->makers);
  g_hash_table_unref (self->writings);
  g_hash_table_unref (self->suffixes);
  g_free (self);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static char *
fold (const char *text, gsize length)
{
  GString *folded = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (is_word_byte (text[i]))
      g_string_append_c (folded, g_ascii_tolower (text[i]));

  return g_string_free (folded, FALSE);
}

static void
add_writing (HuisMakerTable *self, const char *writing, HuisMaker *maker)
{
  char *key = fold (writing, strlen (writing));

  if (*key != '\0' && !g_hash_table_contains (self->writings, key))
    g_hash_table_insert (self->writings, key, maker);
  else
    g_free (key);
}

void
huis_maker_table_add (HuisMakerTable *self,
                      const char *name,
                      const char *aliases,
                      gboolean text,
                      gboolean chip)
{
  g_autofree char *all = g_strjoin ("|", name, aliases, NULL);
  g_autofree char *folded = g_ascii_strdown (all, -1);
  HuisMaker *maker = g_new0 (HuisMaker, 1);

  maker->name = g_strdup (name);
  maker->words = g_strsplit (folded, "|", -1);
  maker->text = text;
  maker->chip = chip;
  g_ptr_array_add (self->makers, maker);
  for (guint i = 0; maker->words[i] != NULL; i++)
    add_writing (self, maker->words[i], maker);
}

void
huis_maker_table_add_suffix (HuisMakerTable *self, const char *suffix)
{
  g_hash_table_add (self->suffixes, fold (suffix, strlen (suffix)));
}

static void
split (const char *text, Words *words)
{
  gsize i = 0;

  words->n = 0;
  while (text[i] != '\0' && words->n < WORDS_MAX)
    {
      while (text[i] != '\0' && !is_word_byte (text[i]))
        i++;
      words->starts[words->n] = i;
      while (is_word_byte (text[i]))
        i++;
      words->ends[words->n] = i;
      if (words->ends[words->n] > words->starts[words->n])
        words->n++;
    }
}

/* How many words at the end say nothing. */
static guint
count_suffixes (HuisMakerTable *self, const char *text, const Words *words)
{
  guint n = 0;

  while (n + 1 < words->n)
    {
      guint last = words->n - 1 - n;
      g_autofree char *key =
          fold (text + words->starts[last], words->ends[last] - words->starts[last]);

      if (!g_hash_table_contains (self->suffixes, key))
        break;
      n++;
    }

  return n;
}

static const HuisMaker *
find_words (HuisMakerTable *self, const char *text, const Words *words, guint first, guint last)
{
  g_autofree char *key =
      fold (text + words->starts[first], words->ends[last] - words->starts[first]);

  return g_hash_table_lookup (self->writings, key);
}

const HuisMaker *
huis_maker_table_find (HuisMakerTable *self, const char *text)
{
  Words words;
  guint kept;

  split (text, &words);
  if (words.n == 0)
    return NULL;

  kept = words.n - count_suffixes (self, text, &words);
  for (guint first = 0; first < kept; first++)
    for (guint last = words.n; last-- > first;)
      {
        const HuisMaker *maker = find_words (self, text, &words, first, last);

        /* A name that is an ordinary word too has to be all there is. */
        if (maker != NULL && (maker->text || (first == 0 && last + 1 >= kept)))
          return maker;
      }

  return NULL;
}

char *
huis_maker_table_strip (HuisMakerTable *self, const char *text)
{
  Words words;
  guint n;

  split (text, &words);
  n = count_suffixes (self, text, &words);
  if (words.n == WORDS_MAX || n == 0)
    return g_strdup (text);

  return g_strndup (text, words.ends[words.n - 1 - n]);
}

GPtrArray *
huis_maker_table_get_makers (HuisMakerTable *self)
{
  return self->makers;
}

guint
huis_maker_table_get_size (HuisMakerTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->makers->len; i++)
    n += !((HuisMaker *) self->makers->pdata[i])->chip;

  return n;
}
