/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-html"

#include "huis-html.h"

#include <stdlib.h>
#include <string.h>

#define TITLE_MAX 512
#define VALUE_MAX 256

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' },   { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
  { "apos", '\'' }, { "nbsp", ' ' },     { "reg", 0xae },     { "trade", 0x2122 },
  { "copy", 0xa9 }, { "mdash", 0x2014 }, { "ndash", 0x2013 }, { "middot", 0xb7 },
};

static gunichar
read_entity (const char *name, gsize length)
{
  if (length > 1 && name[0] == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      guint64 value = g_ascii_strtoull (name + (hex ? 2 : 1), NULL, hex ? 16 : 10);

      return value > 0 && value <= 0x10ffff && g_unichar_validate ((gunichar) value)
                 ? (gunichar) value
                 : 0xfffd;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && strncmp (entities[i].name, name, length) == 0)
      return entities[i].character;

  return 0;
}

static char *
read_text (const char *text, gsize length)
{
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      const char *end = text[i] == '&' ? memchr (text + i, ';', MIN (length - i, 12)) : NULL;
      gunichar character =
          end == NULL ? 0 : read_entity (text + i + 1, (gsize) (end - text) - i - 1);

      if (character == 0)
        {
          g_string_append_c (plain, text[i]);
          continue;
        }
      g_string_append_unichar (plain, character);
      i = (gsize) (end - text);
    }

  return g_string_free (plain, FALSE);
}

/* strstr() that takes no notice of case. */
static const char *
find (const char *text, const char *needle)
{
  return text == NULL ? NULL : strcasestr (text, needle);
}

char *
huis_html_get_title (const char *page)
{
  const char *start = find (page, "<title");
  const char *end;

  if (start != NULL)
    start = strchr (start, '>');
  if (start == NULL)
    return NULL;
  start++;
  end = find (start, "</title");
  if (end == NULL)
    end = start + strlen (start);

  return read_text (start, MIN ((gsize) (end - start), TITLE_MAX));
}

/* The value of attribute @name within one tag, which ends at @end. */
static char *
get_attribute (const char *tag, const char *end, const char *name)
{
  const char *found = find (tag, name);
  const char *value;
  char quote;
  gsize length;

  if (found == NULL || found >= end)
    return NULL;
  value = found + strlen (name);
  quote = *value == '"' || *value == '\'' ? *value++ : ' ';
  if (quote == ' ')
    length = strcspn (value, " >");
  else
    {
      const char *close = strchr (value, quote);

      length = close == NULL ? 0 : (gsize) (close - value);
    }
  if (length == 0 || length > VALUE_MAX || value + length > end)
    return NULL;

  return g_strndup (value, length);
}

char *
huis_html_get_icon (const char *page)
{
  for (const char *tag = find (page, "<link"); tag != NULL; tag = find (tag + 1, "<link"))
    {
      const char *end = strchr (tag, '>');
      g_autofree char *rel = end == NULL ? NULL : get_attribute (tag, end, "rel=");

      if (end == NULL)
        return NULL;
      if (find (rel, "icon") != NULL && find (rel, "apple") == NULL)
        return get_attribute (tag, end, "href=");
    }

  return NULL;
}

gboolean
huis_html_has_password (const char *page)
{
  return find (page, "type=\"password\"") != NULL || find (page, "type='password'") != NULL ||
         find (page, "type=password") != NULL;
}

char *
huis_html_get_realm (const char *header)
{
  return header == NULL ? NULL : get_attribute (header, header + strlen (header), "realm=");
}
