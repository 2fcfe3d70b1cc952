/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-list"

#include "huis-router-list-private.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp;", "&" },   { "lt;", "<" },   { "gt;", ">" },
  { "quot;", "\"" }, { "apos;", "'" }, { "nbsp;", " " },
};

/* What begins or ends a line, and what begins or ends a cell. */
static const char *const blocks[] = { "tr", "p",       "div",     "li",     "br",
                                      "ul", "table",   "h1",      "h2",     "h3",
                                      "dt", "section", "article", "option", NULL };
static const char *const cells[] = { "td", "th", "dd", "span", NULL };
/* What is no text. */
static const char *const hidden[] = { "script", "style", "noscript", "svg", NULL };

/* Appends the character that @text (past "&") stands for; returns how many bytes that took. */
static gsize
take_entity (const char *text, GString *out)
{
  if (*text == '#')
    {
      gboolean hex = text[1] == 'x' || text[1] == 'X';
      char *end = NULL;
      guint64 code = g_ascii_strtoull (text + (hex ? 2 : 1), &end, hex ? 16 : 10);

      if (end != NULL && *end == ';' && code > 0 && code < 0x110000 &&
          g_unichar_validate ((gunichar) code))
        {
          g_string_append_unichar (out, (gunichar) code);
          return (gsize) (end + 1 - text);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (text, entities[i].name))
      {
        g_string_append (out, entities[i].text);
        return strlen (entities[i].name);
      }

  g_string_append_c (out, '&');
  return 0;
}

/* The name of the tag that begins at @text (past "<" and "/"), in lower case. */
static void
read_name (const char *text, char *name, gsize size)
{
  gsize n = 0;

  while (n + 1 < size && g_ascii_isalnum (text[n]))
    {
      name[n] = g_ascii_tolower (text[n]);
      n++;
    }
  name[n] = '\0';
}

/* Where the text goes on past the element @name that begins at @text; its end where it never does.
 */
static const char *
skip_element (const char *text, const char *name)
{
  const char *next = text;
  gsize length = strlen (name);

  while ((next = strstr (next, "</")) != NULL)
    {
      if (g_ascii_strncasecmp (next + 2, name, length) == 0)
        return next;
      next += 2;
    }

  return text + strlen (text);
}

/* Past the tag or comment at @text, of which the "<" is there. */
static const char *
take_tag (const char *text, GString *out)
{
  char name[12];
  const char *end;

  if (g_str_has_prefix (text, "<!--"))
    {
      end = strstr (text, "-->");
      return end != NULL ? end + strlen ("-->") : text + strlen (text);
    }

  read_name (text + (text[1] == '/' ? 2 : 1), name, sizeof name);
  end = strchr (text, '>');
  if (end == NULL)
    return text + strlen (text);
  if (text[1] != '/' && end[-1] != '/' && g_strv_contains (hidden, name))
    return skip_element (end + 1, name);
  if (g_strv_contains (blocks, name))
    g_string_append_c (out, '\n');
  else if (g_strv_contains (cells, name))
    g_string_append_c (out, '\t');

  return end + 1;
}

char *
huis_router_list_strip_html (const char *html)
{
  GString *out = g_string_sized_new (strlen (html) / 4);

  while (*html != '\0')
    {
      if (*html == '<' && (g_ascii_isalpha (html[1]) || html[1] == '/' || html[1] == '!'))
        {
          html = take_tag (html, out);
        }
      else if (*html == '&')
        {
          html++;
          html += take_entity (html, out);
        }
      else
        {
          /* A line break in the source is only a space. */
          g_string_append_c (out, *html == '\n' || *html == '\r' || *html == '\t' ? ' ' : *html);
          html++;
        }
    }

  return g_string_free (out, FALSE);
}

char *
huis_router_list_strip_xml (const char *xml)
{
  GString *out = g_string_sized_new (strlen (xml) / 2);

  while (*xml != '\0')
    {
      if (*xml == '<')
        {
          const char *end = strchr (xml, '>');

          g_string_append_c (out, '\n');
          xml = end != NULL ? end + 1 : xml + strlen (xml);
        }
      else if (*xml == '&')
        {
          xml++;
          xml += take_entity (xml, out);
        }
      else
        {
          g_string_append_c (out, *xml);
          xml++;
        }
    }

  return g_string_free (out, FALSE);
}
