/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-regex-literals"

#include "huis-regex-literals.h"

#include <stdlib.h>
#include <string.h>

/* More alternatives than this are not worth multiplying out. */
#define WORDS_MAX 96
#define DEPTH_MAX 8

/*
 * A reader of patterns that understands just enough: characters, digits, short classes, groups with
 * alternatives. What it doesn't know ends the run of known characters, so a missed word costs time
 * and never a match.
 */
typedef struct
{
  const char *p;
  GPtrArray *run;  /* of char *: what may stand here, one of these */
  GPtrArray *best; /* of char *: the best finished run */
  gboolean exact;  /* the run is all of the sequence so far */
} Sequence;

typedef struct
{
  GPtrArray *best;  /* one of these stands in the text; NULL: nothing known */
  GPtrArray *exact; /* the whole is one of these; NULL: it is more than words */
} Words;

static Words read_alternatives (const char **p, guint depth);

static GPtrArray *
new_words (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
new_run (void)
{
  GPtrArray *run = new_words ();

  g_ptr_array_add (run, g_strdup (""));

  return run;
}

/* How well a word tells texts apart: a digit counts half, and digits alone are nothing. */
static gsize
quality_of (const char *word)
{
  gsize digits = 0;
  gsize length = strlen (word);

  for (const char *p = word; *p != '\0'; p++)
    digits += *p == '0';

  return length < HUIS_LITERAL_MIN || digits == length ? 0 : 2 * length - digits;
}

static gsize
get_quality (GPtrArray *words)
{
  gsize quality = words != NULL && words->len > 0 ? G_MAXSIZE : 0;

  for (guint i = 0; words != NULL && i < words->len; i++)
    quality = MIN (quality, quality_of (words->pdata[i]));

  return quality;
}

/* Keeps the better set. Takes @words. */
static void
offer (GPtrArray **best, GPtrArray *words)
{
  if (get_quality (words) > get_quality (*best))
    {
      g_clear_pointer (best, g_ptr_array_unref);
      *best = words;
    }
  else if (words != NULL)
    g_ptr_array_unref (words);
}

static void
end_run (Sequence *sequence)
{
  offer (&sequence->best, sequence->run);
  sequence->run = new_run ();
  sequence->exact = FALSE;
}

/* Every word of the run followed by every one of @words. */
static void
multiply (Sequence *sequence, GPtrArray *words)
{
  GPtrArray *product;

  if (sequence->run->len * words->len > WORDS_MAX)
    end_run (sequence);
  product = new_words ();
  for (guint i = 0; i < sequence->run->len; i++)
    for (guint j = 0; j < words->len; j++)
      g_ptr_array_add (product, g_strconcat (sequence->run->pdata[i], words->pdata[j], NULL));
  g_ptr_array_unref (sequence->run);
  sequence->run = product;
}

/* "?", "*", "+", "{2,3}": how often at least, and whether more often is possible. */
static const char *
read_quantifier (const char *p, guint *least, gboolean *more)
{
  const char *end = *p == '{' ? strchr (p, '}') : NULL;

  *least = *p == '?' || *p == '*' ? 0 : 1;
  *more = *p == '?' || *p == '*' || *p == '+';
  if (end != NULL)
    {
      *least = (guint) atoi (p + 1);
      *more = memchr (p, ',', (gsize) (end - p)) != NULL;
      p = end + 1;
    }
  else if (*more)
    p++;
  while (*p == '?' || *p == '+')
    p++;

  return p;
}

/* Adds what stood before the quantifier at sequence->p. @words: what it may be, or NULL. Takes it.
 */
static void
add_words (Sequence *sequence, GPtrArray *words)
{
  gboolean optional = *sequence->p == '?';
  guint least;
  gboolean more;

  sequence->p = read_quantifier (sequence->p, &least, &more);
  if (words != NULL && optional)
    {
      g_ptr_array_add (words, g_strdup (""));
      multiply (sequence, words);
    }
  else if (words == NULL || least == 0)
    end_run (sequence);
  else
    {
      for (guint i = 0; i < MIN (least, HUIS_LITERAL_MIN); i++)
        multiply (sequence, words);
      if (more || least > HUIS_LITERAL_MIN)
        end_run (sequence);
    }
  if (words != NULL)
    g_ptr_array_unref (words);
}

/* Digits are all one: the index doesn't tell them apart. */
static GPtrArray *
word_of (char c)
{
  GPtrArray *words = new_words ();
  char word[2] = { g_ascii_isdigit (c) ? '0' : g_ascii_tolower (c), '\0' };

  g_ptr_array_add (words, g_strdup (word));

  return words;
}

/* "[89]", "[BDP]"; NULL where it is a range or too much. */
static GPtrArray *
read_class (const char **p)
{
  GPtrArray *words = new_words ();
  gboolean simple = (*p)[1] != '^';
  gboolean digits = TRUE;

  for ((*p)++; **p != '\0' && (**p != ']' || (*p)[-1] == '['); (*p)++)
    {
      if (**p == '\\' && (*p)[1] != '\0')
        {
          (*p)++;
          digits &= **p == 'd';
          simple = FALSE;
          continue;
        }
      digits &= g_ascii_isdigit (**p) || **p == '-';
      simple &= **p != '-' || (*p)[1] == ']';
      g_ptr_array_extend_and_steal (words, word_of (**p));
    }
  if (**p == ']')
    (*p)++;

  if (digits)
    {
      g_ptr_array_unref (words);
      return word_of ('0');
    }
  if (!simple || words->len > 8)
    g_clear_pointer (&words, g_ptr_array_unref);

  return words;
}

/* After "(": TRUE for a group that holds text, FALSE for one of no width or of options. */
static gboolean
read_group_head (const char **p)
{
  gboolean usable = TRUE;

  if (**p == '?')
    {
      usable = (*p)[1] == ':' || ((*p)[1] == '<' && g_ascii_isalpha ((*p)[2]));
      while (**p != '\0' && strchr (":>=!)", **p) == NULL)
        (*p)++;
      if (**p != '\0' && **p != ')')
        (*p)++;
    }

  return usable;
}

static void
read_group (Sequence *sequence, guint depth)
{
  gboolean usable;
  Words words;

  sequence->p++;
  usable = read_group_head (&sequence->p);
  words = read_alternatives (&sequence->p, depth + 1);
  if (*sequence->p == ')')
    sequence->p++;

  if (!usable)
    g_clear_pointer (&words.exact, g_ptr_array_unref);
  else if (words.exact != NULL)
    add_words (sequence, g_steal_pointer (&words.exact));
  else
    {
      guint least;
      gboolean more;

      end_run (sequence);
      sequence->p = read_quantifier (sequence->p, &least, &more);
      if (least > 0)
        offer (&sequence->best, g_steal_pointer (&words.best));
    }
  g_clear_pointer (&words.best, g_ptr_array_unref);
}

static void
read_character (Sequence *sequence)
{
  char c = *sequence->p++;

  if (c == '^' || c == '$')
    return;
  if (c == '.')
    {
      add_words (sequence, NULL);
      return;
    }
  if (c == '\\' && *sequence->p != '\0')
    {
      c = *sequence->p++;
      if (c == 'b' || c == 'B')
        return;
      if (c == 'd')
        c = '0';
      else if (g_ascii_isalnum (c))
        {
          if ((c == 'p' || c == 'P') && *sequence->p == '{' && strchr (sequence->p, '}') != NULL)
            sequence->p = strchr (sequence->p, '}') + 1;
          add_words (sequence, NULL);
          return;
        }
    }
  add_words (sequence, word_of (c));
}

static Words
read_sequence (const char **p, guint depth)
{
  Sequence sequence = { *p, new_run (), NULL, TRUE };
  Words words = { NULL, NULL };

  while (*sequence.p != '\0' && *sequence.p != '|' && *sequence.p != ')')
    {
      if (*sequence.p == '(' && depth < DEPTH_MAX)
        read_group (&sequence, depth);
      else if (*sequence.p == '[')
        {
          GPtrArray *class = read_class (&sequence.p);

          add_words (&sequence, class);
        }
      else
        read_character (&sequence);
    }

  if (sequence.exact)
    words.exact = g_ptr_array_ref (sequence.run);
  offer (&sequence.best, sequence.run);
  words.best = sequence.best;
  *p = sequence.p;

  return words;
}

/* Adds the words of one alternative to those of the others; NULL is infectious. */
static void
unite (GPtrArray **all, GPtrArray *words, gboolean usable)
{
  if (*all != NULL && words != NULL && usable)
    for (guint i = 0; i < words->len; i++)
      g_ptr_array_add (*all, g_strdup (words->pdata[i]));
  else
    g_clear_pointer (all, g_ptr_array_unref);
  if (words != NULL)
    g_ptr_array_unref (words);
}

static Words
read_alternatives (const char **p, guint depth)
{
  Words all = { new_words (), new_words () };

  for (;;)
    {
      Words words = read_sequence (p, depth);

      unite (&all.exact, words.exact, TRUE);
      unite (&all.best, words.best, get_quality (words.best) > 0);
      if (**p != '|')
        break;
      (*p)++;
    }

  return all;
}

GStrv
huis_regex_literals (const char *pattern)
{
  const char *p = pattern;
  Words words = read_alternatives (&p, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean usable = words.best != NULL && *p == '\0';

  for (guint i = 0; usable && i < words.best->len; i++)
    g_strv_builder_add (builder, words.best->pdata[i]);
  g_clear_pointer (&words.best, g_ptr_array_unref);
  g_clear_pointer (&words.exact, g_ptr_array_unref);

  return usable ? g_strv_builder_end (builder) : NULL;
}
