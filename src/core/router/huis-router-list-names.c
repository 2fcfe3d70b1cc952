/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-list"

#include "huis-router-list-private.h"

#include "huis-text.h"

#include <string.h>

/* What is no part of a name, wherever it stands: addresses, the ids of DHCP, a moment in seconds.
 */
#define FACT_PATTERN                                                                               \
  HUIS_ROUTER_LIST_MAC "|" HUIS_ROUTER_LIST_ADDRESS                                                \
                       "|\\b(?:[0-9A-Fa-f]{2}:){6,}[0-9A-Fa-f]{2}\\b|^[0-9]{9,}(?= )|[()\\[\\]]"

/* The words for a name, in the languages of menus. */
#define NAME_WORDS                                                                                 \
  "(?:(?:host|device|client|computer|user|friendly)[ _-]?)?(?:name|naam)|hostnaam|"                \
  "apparaat(?:naam)?|bezeichnung|devices?|clients?|hosts?|gerät"
/* The words for all else that such lists tell. */
#define OTHER_WORDS                                                                                \
  "(?:mac|ip|hardware|physical|assigned)(?:v4)?[ _-]?(?:ip[ _-]?)?(?:addresse?|adress?e?|adres)?|" \
  "(?:device|connection|access|network|online|lease)?[ _-]?(?:type|duration|time|mode|speed)|"     \
  "status|state|interface|lease.*|expires?.*|port|connection|verbinding|vendor|manufacturer|"      \
  "fabrikant|signal|band|internet address|physical address"
/* Cells that are no name, whole. */
#define NOISE_PATTERN                                                                              \
  "^(?:[\\W\\d_]*|0x[0-9a-f]+|.*:|(?:\\S+ ){4,}\\S+\\.|(?:\\d+ ?(?:d|h|m|s)[ ,]*)+|"               \
  ".*\\b(?:[kmg]bit|[kmg]bps|mbit/s|dbm|ghz|seconds?|minutes?|hours?|days?|uur)\\b.*|"             \
  "(?:on|off)line|(?:in)?acti(?:ve|ef|v)|(?:dis)?connected|verbonden|getrennt|bound|"              \
  "yes|no|ja|nee|true|false|null|none|unknown|onbekend|wi-?fi.*|wlan.*|w?lan ?\\d*|ethernet.*|"    \
  "wired|wireless|bedraad|bekabeld|draadloos|cable|kabel|dhcp|static|statisch|dynamic|dynamisch|"  \
  "permanent|never|nooit|infinite|ip(?:v[46])?|mac|details?|edit|wijzigen|delete|verwijderen|"     \
  "block|blokkeren|guest|gast|main|802\\.11\\w*|" NAME_WORDS "|" OTHER_WORDS ")$"
/* In an object of a program: "hostName":"printer". */
#define MEMBER_PATTERN "\"(?:[a-z]+[ _-]?)?name\"\\s*:\\s*\"([^\"]+)\""

struct _HuisListNames
{
  GRegex *fact;
  GRegex *noise;
  GRegex *word;
  GRegex *member;
  /* Of the heading of the table that is being read: which column holds the name, -1 where none
   * does, and how many there are. */
  int column;
  guint n_columns;
};

/* A heading of a table: one cell says "name", and there are others. */
static gboolean
take_heading (HuisListNames *self, const char *line)
{
  g_auto (GStrv) cells = huis_router_list_make_cells (line);
  guint n = g_strv_length (cells);

  for (guint i = 0; n >= 2 && cells[i] != NULL; i++)
    if (g_regex_match (self->word, g_strstrip (cells[i]), 0, NULL))
      {
        self->column = (int) i;
        self->n_columns = n;
        return TRUE;
      }

  return FALSE;
}

HuisListNames *
huis_list_names_new (GStrv lines, guint n)
{
  HuisListNames *self = g_new0 (HuisListNames, 1);

  self->fact = g_regex_new (FACT_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  self->noise = g_regex_new (NOISE_PATTERN, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  self->word = g_regex_new ("^(?:" NAME_WORDS ")$", G_REGEX_CASELESS, 0, NULL);
  self->member = g_regex_new (MEMBER_PATTERN, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  self->column = -1;
  for (guint i = n; i > 0; i--)
    if (take_heading (self, lines[i - 1]))
      break;

  return self;
}

void
huis_list_names_free (HuisListNames *self)
{
  if (self == NULL)
    return;

  g_regex_unref (self->fact);
  g_regex_unref (self->noise);
  g_regex_unref (self->word);
  g_regex_unref (self->member);
  g_free (self);
}

/* "Name: Printer": the part past the colon, where what stands before it is a word of @regex. */
static const char *
find_value (GRegex *regex, const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *label = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  return label != NULL && g_regex_match (regex, g_strstrip (label), 0, NULL) ? colon + 1 : NULL;
}

static char *
take_name (HuisListNames *self, const char *cell)
{
  g_autofree char *bare = g_regex_replace_literal (self->fact, cell, -1, 0, " ", 0, NULL);
  g_autofree char *clean = NULL;

  if (bare == NULL)
    return NULL;
  clean = huis_text_clean (bare, -1, HUIS_TEXT_NAME_MAX);
  if (g_regex_match (self->noise, clean, 0, NULL) || strchr (clean, '=') != NULL ||
      find_value (self->noise, clean) != NULL)
    return NULL;

  return g_steal_pointer (&clean);
}

static char *
take_member (HuisListNames *self, const char *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *value = NULL;

  if (!g_regex_match (self->member, line, 0, &info))
    return NULL;
  value = g_match_info_fetch (info, 1);

  return take_name (self, value);
}

char *
huis_list_names_find (HuisListNames *self, const char *line)
{
  g_auto (GStrv) cells = NULL;
  const char *value;
  char *name = NULL;

  if (strstr (line, "\":") != NULL)
    return take_member (self, line);

  cells = huis_router_list_make_cells (line);
  if (self->column >= 0 && g_strv_length (cells) == self->n_columns)
    return take_name (self, cells[self->column]);
  for (guint i = 0; name == NULL && cells[i] != NULL; i++)
    {
      value = find_value (self->word, cells[i]);
      name = take_name (self, value != NULL ? value : cells[i]);
    }

  return name;
}

char *
huis_list_names_find_told (HuisListNames *self, GStrv lines, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const char *value = find_value (self->word, lines[i]);
      char *name = value != NULL ? take_name (self, value) : NULL;

      if (name == NULL && value != NULL && i + 1 < to)
        name = take_name (self, lines[i + 1]);
      if (name != NULL)
        return name;
    }

  return NULL;
}
