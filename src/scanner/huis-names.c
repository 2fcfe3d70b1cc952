/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-names"

#include "huis-names.h"

#include "huis-bytes.h"

#include <stdio.h>
#include <string.h>

#define HEADER       12
#define NBSTAT       0x21
#define NAME_LENGTH  15
#define NAME_RECORD  18
#define GROUP_BIT    0x8000
#define SUFFIX_HOST  0x00
#define TYPE_PTR     12
#define ANSWER_BIT   0x8000
#define JUMPS_MAX    16
#define DNS_NAME_MAX 255

void
huis_netbios_write_query (guint8 packet[HUIS_NETBIOS_QUERY], guint16 id)
{
  memset (packet, 0, HUIS_NETBIOS_QUERY);
  packet[0] = (guint8) (id >> 8);
  packet[1] = (guint8) id;
  packet[5] = 1;
  /* "*" and fifteen NULs, each half of a byte as a letter from A (RFC 1001, 14.1). */
  packet[12] = 32;
  memset (packet + 13, 'A', 32);
  packet[13] = 'C';
  packet[14] = 'K';
  packet[47] = NBSTAT;
  packet[49] = 1;
}

/* Skips a name on the wire; 0 where it runs off the end. */
static gsize
skip_name (const guint8 *bytes, gsize length, gsize at)
{
  while (at < length)
    {
      if (bytes[at] == 0)
        return at + 1;
      if ((bytes[at] & 0xc0) == 0xc0)
        return at + 2 <= length ? at + 2 : 0;
      if ((bytes[at] & 0xc0) != 0)
        return 0;
      at += 1u + bytes[at];
    }

  return 0;
}

/* The data of the first answer of @type: where it begins and how long it is. */
static gboolean
find_answer (const guint8 *bytes, gsize length, guint16 type, gsize *at, gsize *size)
{
  gsize position = HEADER;
  guint questions;

  if (length < HEADER || (huis_get_be16 (bytes + 2) & ANSWER_BIT) == 0 ||
      huis_get_be16 (bytes + 6) == 0)
    return FALSE;
  questions = huis_get_be16 (bytes + 4);
  if (questions > 4)
    return FALSE;
  for (guint i = 0; i < questions; i++)
    {
      position = skip_name (bytes, length, position);
      if (position == 0)
        return FALSE;
      position += 4;
    }
  position = position > length ? 0 : skip_name (bytes, length, position);
  if (position == 0 || length - position < 10 || huis_get_be16 (bytes + position) != type)
    return FALSE;

  *size = huis_get_be16 (bytes + position + 8);
  *at = position + 10;

  return *size <= length - *at;
}

gboolean
huis_netbios_parse (const guint8 *bytes, gsize length, char **name, char **group)
{
  gsize at, size;
  guint count;

  *name = *group = NULL;
  if (!find_answer (bytes, length, NBSTAT, &at, &size) || size < 1)
    return FALSE;

  count = bytes[at];
  for (guint i = 0; i < count && 1 + (i + 1) * NAME_RECORD <= size; i++)
    {
      const guint8 *record = bytes + at + 1 + i * NAME_RECORD;
      gboolean is_group = (huis_get_be16 (record + NAME_LENGTH + 1) & GROUP_BIT) != 0;
      char **slot = is_group ? group : name;

      if (record[NAME_LENGTH] == SUFFIX_HOST && *slot == NULL)
        *slot = g_strchomp (g_strndup ((const char *) record, NAME_LENGTH));
    }

  return *name != NULL || *group != NULL;
}

gsize
huis_llmnr_write_query (guint8 packet[HUIS_LLMNR_QUERY], guint16 id, guint32 address)
{
  gsize at = HEADER;

  memset (packet, 0, HUIS_LLMNR_QUERY);
  packet[0] = (guint8) (id >> 8);
  packet[1] = (guint8) id;
  packet[5] = 1;
  for (guint i = 0; i < 4; i++)
    {
      char label[4];
      int digits = snprintf (label, sizeof label, "%u", address >> (8 * i) & 0xff);

      packet[at++] = (guint8) digits;
      memcpy (packet + at, label, (gsize) digits);
      at += (gsize) digits;
    }
  memcpy (packet + at,
          "\x07in-addr\x04"
          "arpa\x00\x00\x0c\x00\x01",
          18);

  return at + 18;
}

/* A name with its compression (RFC 1035, 4.1.4); jumps are counted, for they may go round. */
static char *
read_name (const guint8 *bytes, gsize length, gsize at)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint jumps = 0;

  while (at < length && bytes[at] != 0)
    {
      guint8 size = bytes[at];

      if ((size & 0xc0) == 0xc0)
        {
          if (++jumps > JUMPS_MAX || at + 1 >= length)
            return NULL;
          at = huis_get_be16 (bytes + at) & 0x3fff;
          continue;
        }
      if ((size & 0xc0) != 0 || at + 1 + size > length || name->len + size > DNS_NAME_MAX)
        return NULL;
      if (name->len > 0)
        g_string_append_c (name, '.');
      g_string_append_len (name, (const char *) bytes + at + 1, size);
      at += 1u + size;
    }
  if (at >= length || name->len == 0)
    return NULL;

  return g_strdup (name->str);
}

char *
huis_llmnr_parse (const guint8 *bytes, gsize length)
{
  gsize at, size;

  if (!find_answer (bytes, length, TYPE_PTR, &at, &size))
    return NULL;

  return read_name (bytes, length, at);
}
