/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-placeholder"

#include "huis-placeholder.h"

#include <string.h>

/* Fewer letters and digits are shared by chance. */
#define OWN_MIN 4

/* Words for "nothing", and names that systems have until someone gives them one. */
static const char *const words[] = {
  "unknown",
  "undefined",
  "none",
  "null",
  "default",
  "defaultstring",
  "notset",
  "notavailable",
  "notapplicable",
  "notspecified",
  "unspecified",
  "empty",
  "blank",
  "invalid",
  "test",
  "example",
  "sample",
  "serial",
  "serialnumber",
  "systemserialnumber",
  "uuid",
  "udn",
  "tobefilledbyoem",
  "localhost",
  "localhostlocal",
};

/*
 * How the examples begin that programs are copied from: the UPnP sample device of libupnp, the
 * UUIDs of UPnP Device Architecture 1.0, of miniupnpd.conf and of Hue emulators, UUIDs typed by
 * counting.
 */
static const char *const examples[] = {
  "12345678123412341234",
  "123456789001",
  "1234567890001",
  "1234567890012",
  "upnptvemulator",
  "fc4ec57eb05111db88f80060085db3f6",
  "2fac123431f811b4a222",
  "001788fffe23bfc2",
  "2f402f80da5011e19b23001788255acc",
  "deadbeef",
};

/* Letters and digits alone, in lower case. */
static char *
fold (const char *value)
{
  GString *folded = g_string_new (NULL);

  if (g_ascii_strncasecmp (value, "uuid:", 5) == 0)
    value += 5;
  for (; *value != '\0'; value++)
    if (g_ascii_isalnum (*value) || (guchar) *value >= 0x80)
      g_string_append_c (folded, g_ascii_tolower (*value));

  return g_string_free (folded, FALSE);
}

/* "ffffffff", "0000000001": one character, and at the end no more than somebody's first ones. */
static gboolean
is_monotonous (const char *text)
{
  gsize length = strlen (text);
  gsize same = 1;

  while (same < length && text[same] == *text)
    same++;

  return same == length || (*text == '0' && same >= OWN_MIN && length - same <= 2);
}

/* "123456789", "9876543210": counted up or down. */
static gboolean
is_counted (const char *text)
{
  guint up = 0, down = 0, steps = 0;

  for (; g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]); text++, steps++)
    {
      up += (guint) (text[1] - text[0] + 10) % 10 == 1;
      down += (guint) (text[0] - text[1] + 10) % 10 == 1;
    }

  return text[0] != '\0' && text[1] == '\0' && steps > 0 && (up == steps || down == steps);
}

gboolean
huis_placeholder_is (const char *value)
{
  g_autofree char *folded = value != NULL ? fold (value) : NULL;

  if (folded == NULL || strlen (folded) < OWN_MIN || is_monotonous (folded) || is_counted (folded))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    if (g_str_has_prefix (folded, examples[i]))
      return TRUE;

  return FALSE;
}
