/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-list"

#include "huis-router-list-private.h"

#include "huis-router-list.h"

#include <string.h>

#define LINE_COUNT_MAX 20000
#define LINE_CHARS_MAX 4096

/* What parts the cells of a line. */
#define CELL_PATTERN "[ ]*\\t[ ]*|;|,|\\||\\s{2,}|\"\\s*:\\s*\"|[{}\"]"

/* What Windows saves: UTF-16, which begins with a mark that tells the order of its bytes; or UTF-8
 * with such a mark, which is no text. What is neither is read as far as it is valid. */
static char *
decode (const char *bytes, gsize length)
{
  static const struct
  {
    const char *mark;
    const char *encoding;
  } marks[] = {
    { "\xff\xfe", "UTF-16LE" },
    { "\xfe\xff", "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= 2 && memcmp (bytes, marks[i].mark, 2) == 0)
      {
        char *text = g_convert_with_fallback (bytes + 2, (gssize) ((length - 2) & ~(gsize) 1),
                                              "UTF-8", marks[i].encoding, "?", NULL, NULL, NULL);

        return text != NULL ? text : g_strdup ("");
      }
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return g_utf8_make_valid (bytes + 3, (gssize) length - 3);

  return g_utf8_make_valid (bytes, (gssize) length);
}

static char *
strip (char *text)
{
  g_autofree char *owned = text;

  if (g_regex_match_simple ("<(?:!doctype html|html|table|tr|div|td|li)\\b", text, G_REGEX_CASELESS,
                            0))
    return huis_router_list_strip_html (text);
  if (g_regex_match_simple ("^\\s*<(?:\\?xml\\b|\\w+>\\s*<)", text, 0, 0))
    return huis_router_list_strip_xml (text);

  return g_steal_pointer (&owned);
}

GStrv
huis_router_list_make_lines (const char *bytes, gsize length)
{
  g_autofree char *text = strip (decode (bytes, MIN (length, HUIS_ROUTER_LIST_BYTES_MAX)));
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) each = NULL;

  /* One device an object, in what programs of routers keep within their pages. */
  for (char *end = text; (end = strchr (end, '}')) != NULL;)
    *end = '\n';
  each = g_strsplit_set (text, "\r\n", LINE_COUNT_MAX);

  for (guint i = 0; each[i] != NULL && i < LINE_COUNT_MAX; i++)
    {
      g_autofree char *line =
          g_utf8_substring (each[i], 0, MIN (g_utf8_strlen (each[i], -1), LINE_CHARS_MAX));

      if (*g_strchomp (line) != '\0')
        g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

/* "Printer, upstairs","192.168.1.20": a table, and no object of a program. */
static gboolean
is_quoted_table (const char *line)
{
  return *line == '"' && strchr (line, '{') == NULL && strstr (line, "\":") == NULL;
}

static GStrv
split_quoted (const char *line)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == '"')
        {
          inside = !inside;
        }
      else if (!inside && strchr (",;\t", *p) != NULL)
        {
          g_strv_builder_add (cells, cell->str);
          g_string_truncate (cell, 0);
        }
      else
        {
          g_string_append_c (cell, *p);
        }
    }
  g_strv_builder_add (cells, cell->str);

  return g_strv_builder_end (cells);
}

static GRegex *
get_cell_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (CELL_PATTERN, G_REGEX_OPTIMIZE, 0, NULL));

  return regex;
}

GStrv
huis_router_list_make_cells (const char *line)
{
  if (is_quoted_table (line))
    return split_quoted (line);

  return g_regex_split (get_cell_regex (), line, 0);
}
