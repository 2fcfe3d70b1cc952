/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-template"

#include "huis-template.h"

#include <string.h>

/* What stands for the reference at @p (after the "$"); moves @p behind it. */
static char *
get_part (const char **p, HuisFacts *facts, const HuisFact *anchor, GMatchInfo *info)
{
  char c = *(*p)++;
  const char *end;

  if (c == '$')
    return g_strdup ("$");
  if (c == 'v')
    return g_strdup (anchor->value);
  if (g_ascii_isdigit (c))
    return info != NULL ? g_match_info_fetch (info, c - '0') : NULL;

  end = c == '{' ? strchr (*p, '}') : NULL;
  if (end != NULL)
    {
      g_autofree char *field = g_strndup (*p, (gsize) (end - *p));

      *p = end + 1;
      return g_strdup (huis_facts_get (facts, field));
    }

  return NULL;
}

char *
huis_template_fill (const char *text, HuisFacts *facts, const HuisFact *anchor, GMatchInfo *info)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *p = text;

  if (strchr (text, '$') == NULL)
    return g_strdup (text);

  while (*p != '\0')
    {
      if (*p != '$')
        {
          g_string_append_c (filled, *p++);
          continue;
        }
      p++;
      g_autofree char *part = get_part (&p, facts, anchor, info);

      if (part == NULL)
        return NULL;
      g_string_append (filled, part);
    }

  g_strstrip (filled->str);

  return *filled->str != '\0' ? g_strdup (filled->str) : NULL;
}
