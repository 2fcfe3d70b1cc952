/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-text"

#include "huis-text.h"

#include <string.h>

#define INPUT_MAX     (64 * 1024)
#define COMBINING_MAX 2

static gboolean
is_combining (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_SPACING_MARK;
}

/* Characters that draw nothing by themselves, or make their neighbours draw elsewhere. */
static gboolean
is_unwanted (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      /* U+FE00-FE0F choose between pictures of one character; U+115F, U+1160, U+3164 and U+FFA0
       * are letters that are drawn as nothing. */
      if ((c >= 0xFE00 && c <= 0xFE0F) || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0)
        return TRUE;
      return g_unichar_iszerowidth (c) && !is_combining (c);
    }
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static char *
to_normal_utf8 (const char *bytes, gssize length)
{
  g_autofree char *valid = NULL;
  char *normal;

  valid = g_utf8_make_valid (bytes, length);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return normal ? normal : g_steal_pointer (&valid);
}

/* Printable ASCII without runs of spaces: most of what comes in, and clean as it is. */
static gboolean
is_plain (const char *bytes, gsize length, guint max_chars)
{
  if (length > max_chars)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean at_end = i == 0 || i + 1 == length;

      if (bytes[i] < ' ' || bytes[i] > '~')
        return FALSE;
      if (bytes[i] == ' ' && (at_end || bytes[i + 1] == ' '))
        return FALSE;
    }

  return TRUE;
}

char *
huis_text_clean (const char *bytes, gssize length, guint max_chars)
{
  g_autofree char *normal = NULL;
  GString *clean = NULL;
  guint n_chars = 0;
  guint n_combining = 0;
  gboolean space = FALSE;

  if (bytes == NULL)
    return g_strdup ("");

  if (length < 0)
    length = (gssize) strnlen (bytes, INPUT_MAX);
  if (is_plain (bytes, (gsize) length, max_chars))
    return g_strndup (bytes, (gsize) length);

  clean = g_string_new (NULL);
  normal = to_normal_utf8 (bytes, MIN (length, INPUT_MAX));

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        {
          space = clean->len > 0;
          continue;
        }
      if (is_unwanted (c))
        continue;

      n_combining = is_combining (c) ? n_combining + 1 : 0;
      if (n_combining > COMBINING_MAX)
        continue;

      if (n_chars + (space ? 2 : 1) > max_chars)
        {
          /* The last kept character gives way to the ellipsis. */
          if (max_chars > 0 && n_chars == max_chars)
            g_string_truncate (clean,
                               (gsize) (g_utf8_prev_char (clean->str + clean->len) - clean->str));
          if (max_chars > 0)
            g_string_append (clean, "…");
          break;
        }
      if (space)
        {
          g_string_append_c (clean, ' ');
          n_chars++;
          space = FALSE;
        }
      g_string_append_unichar (clean, c);
      n_chars++;
    }

  return g_string_free (clean, FALSE);
}

gboolean
huis_text_is_clean (const char *text, guint max_chars)
{
  g_autofree char *clean = huis_text_clean (text, -1, max_chars);

  return text != NULL && strcmp (clean, text) == 0;
}

char *
huis_text_normalise_mac (const char *mac)
{
  char digits[13];
  guint n = 0;
  guint first;

  if (mac == NULL || strlen (mac) > 17)
    return NULL;

  for (const char *p = mac; *p != '\0'; p++)
    {
      if (g_ascii_isxdigit (*p) && n < 12)
        digits[n++] = g_ascii_tolower (*p);
      else if (strchr (":-.", *p) == NULL)
        return NULL;
    }
  digits[n] = '\0';
  if (n != 12 || strcmp (digits, "000000000000") == 0)
    return NULL;

  first = (guint) (g_ascii_xdigit_value (digits[0]) << 4 | g_ascii_xdigit_value (digits[1]));
  if (first & 0x01)
    return NULL; /* a group of devices, not one */

  return g_strdup_printf ("%.2s:%.2s:%.2s:%.2s:%.2s:%.2s", digits, digits + 2, digits + 4,
                          digits + 6, digits + 8, digits + 10);
}

gboolean
huis_text_mac_is_random (const char *mac)
{
  g_autofree char *normal = huis_text_normalise_mac (mac);

  return normal != NULL && (g_ascii_xdigit_value (normal[1]) & 0x02) != 0;
}
