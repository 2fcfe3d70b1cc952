/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-regex-literals"

#include "huis-regex-literals.h"

#include <string.h>

/*
 * A reader of patterns that understands just enough: literal characters, groups with
 * alternatives, and that anything else ends a run of literals. What it doesn't know it treats as
 * "may be anything", so a missed literal costs time and never a match.
 */
typedef struct
{
  const char *p;
  GPtrArray *best; /* of the sequence that is read: words, one of which must stand in the text */
  GString *run;    /* literal characters so far */
} Sequence;

static GPtrArray *read_alternatives (const char **p, guint depth);

static gsize
shortest (GPtrArray *words)
{
  gsize length = words != NULL && words->len > 0 ? G_MAXSIZE : 0;

  for (guint i = 0; words != NULL && i < words->len; i++)
    length = MIN (length, strlen (words->pdata[i]));

  return length;
}

/* Keeps the set whose shortest word is the longest. Takes @words. */
static void
offer (Sequence *sequence, GPtrArray *words)
{
  if (shortest (words) > shortest (sequence->best))
    {
      g_clear_pointer (&sequence->best, g_ptr_array_unref);
      sequence->best = words;
    }
  else if (words != NULL)
    g_ptr_array_unref (words);
}

static void
end_run (Sequence *sequence)
{
  if (sequence->run->len > 0)
    {
      GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (words, g_ascii_strdown (sequence->run->str, -1));
      offer (sequence, words);
    }
  g_string_truncate (sequence->run, 0);
}

static gboolean
is_optional (const char *p)
{
  return *p == '?' || *p == '*' || (*p == '{' && (p[1] == '0' || p[1] == ','));
}

static const char *
skip_quantifier (const char *p)
{
  if (*p == '{')
    p = strchr (p, '}') != NULL ? strchr (p, '}') + 1 : p + strlen (p);
  else if (*p == '?' || *p == '*' || *p == '+')
    p++;
  while (*p == '?' || *p == '+')
    p++;

  return p;
}

static const char *
skip_class (const char *p)
{
  p++;
  if (*p == '^')
    p++;
  if (*p == ']')
    p++;
  while (*p != '\0' && *p != ']')
    p += *p == '\\' && p[1] != '\0' ? 2 : 1;

  return *p == ']' ? p + 1 : p;
}

static void
read_group (Sequence *sequence, guint depth)
{
  gboolean usable = TRUE;
  GPtrArray *words;

  sequence->p++;
  if (*sequence->p == '?')
    {
      /* Only "(?:" and "(?<name>" hold text that must be there. */
      usable = sequence->p[1] == ':' || (sequence->p[1] == '<' && g_ascii_isalpha (sequence->p[2]));
      while (*sequence->p != '\0' && strchr (":>=!)", *sequence->p) == NULL)
        sequence->p++;
      if (*sequence->p != '\0' && *sequence->p != ')')
        sequence->p++;
    }

  words = read_alternatives (&sequence->p, depth + 1);
  if (*sequence->p == ')')
    sequence->p++;
  end_run (sequence);
  if (usable && !is_optional (sequence->p))
    offer (sequence, words);
  else if (words != NULL)
    g_ptr_array_unref (words);
  sequence->p = skip_quantifier (sequence->p);
}

static void
read_character (Sequence *sequence)
{
  const char *p = sequence->p;
  gboolean literal = strchr (".^$", *p) == NULL;
  char c = *p++;

  if (c == '\\' && *p != '\0')
    {
      c = *p++;
      literal = !g_ascii_isalnum (c);
    }

  if (!literal || is_optional (p))
    end_run (sequence);
  else
    g_string_append_c (sequence->run, c);
  if (*p == '+' || *p == '{' || is_optional (p))
    {
      end_run (sequence);
      p = skip_quantifier (p);
    }
  sequence->p = p;
}

static GPtrArray *
read_sequence (const char **p, guint depth)
{
  Sequence sequence = { *p, NULL, g_string_new (NULL) };

  while (*sequence.p != '\0' && *sequence.p != '|' && *sequence.p != ')')
    {
      if (*sequence.p == '(' && depth < 8)
        read_group (&sequence, depth);
      else if (*sequence.p == '[')
        {
          end_run (&sequence);
          sequence.p = skip_quantifier (skip_class (sequence.p));
        }
      else
        read_character (&sequence);
    }
  end_run (&sequence);
  g_string_free (sequence.run, TRUE);
  *p = sequence.p;

  return sequence.best;
}

/* The words of every alternative; NULL as soon as one of them has none. */
static GPtrArray *
read_alternatives (const char **p, guint depth)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  gboolean complete = TRUE;

  for (;;)
    {
      GPtrArray *words = read_sequence (p, depth);

      if (shortest (words) < HUIS_LITERAL_MIN)
        complete = FALSE;
      if (words != NULL)
        g_ptr_array_extend_and_steal (all, words);
      if (**p != '|')
        break;
      (*p)++;
    }

  if (!complete)
    g_clear_pointer (&all, g_ptr_array_unref);

  return all;
}

GStrv
huis_regex_literals (const char *pattern)
{
  const char *p = pattern;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  words = read_alternatives (&p, 0);
  if (words == NULL || *p != '\0')
    return NULL;
  for (guint i = 0; i < words->len; i++)
    g_strv_builder_add (builder, words->pdata[i]);

  return g_strv_builder_end (builder);
}
