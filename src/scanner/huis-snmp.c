/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-snmp"

#include "huis-snmp.h"

#include "huis-bytes.h"

#include <string.h>

/* ASN.1 in its basic encoding (ITU-T X.690) as far as RFC 1157 uses it. */
#define TAG_INTEGER  0x02
#define TAG_STRING   0x04
#define TAG_OBJECT   0x06
#define TAG_SEQUENCE 0x30
#define TAG_GET      0xa0
#define TAG_RESPONSE 0xa2

#define OBJECT_PARTS_MAX 64

/* What is left to read of a message, or of a part of it. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
} Part;

/* sysDescr.0, sysObjectID.0 and sysName.0 differ in one byte: 1.3.6.1.2.1.1.N.0 */
static const guint8 system_group[] = { 0x2b, 6, 1, 2, 1, 1 };
enum
{
  SYS_DESCR = 1,
  SYS_OBJECT_ID = 2,
  SYS_NAME = 5,
};

void
huis_snmp_answer_clear (HuisSnmpAnswer *self)
{
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->object, g_free);
  g_clear_pointer (&self->name, g_free);
}

/*
 * A GetRequest-PDU of version 0 for "public" (RFC 1157, 4.1.2), up to the list of what is asked.
 * The lengths and the id are filled in.
 */
/* clang-format off */
static const guint8 query_head[] = {
  TAG_SEQUENCE, 0,
    TAG_INTEGER, 1, 0,
    TAG_STRING, 6, 'p', 'u', 'b', 'l', 'i', 'c',
    TAG_GET, 0,
      TAG_INTEGER, 4, 0, 0, 0, 0,
      TAG_INTEGER, 1, 0,
      TAG_INTEGER, 1, 0,
      TAG_SEQUENCE, 0,
};
/* clang-format on */

gsize
huis_snmp_write_query (guint8 packet[HUIS_SNMP_QUERY_MAX], guint32 id)
{
  static const guint8 numbers[] = { SYS_DESCR, SYS_OBJECT_ID, SYS_NAME };
  gsize at = sizeof query_head;

  memcpy (packet, query_head, sizeof query_head);
  huis_put_be32 (packet + 17, id);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const guint8 row[] = { TAG_SEQUENCE, 12, TAG_OBJECT, 8, 0x2b, 6, 1, 2, 1, 1,
                             numbers[i],   0,  5,          0 };

      memcpy (packet + at, row, sizeof row);
      at += sizeof row;
    }
  /* The lengths of what is not over yet: all, the question, its list. */
  packet[1] = (guint8) (at - 2);
  packet[14] = (guint8) (at - 15);
  packet[28] = (guint8) (at - 29);

  return at;
}

/* Takes the next element of @whole, which must be of type @tag (0: any), as @part. */
static gboolean
take (Part *whole, guint8 tag, Part *part)
{
  gsize head = 2, size;

  if (whole->length < head || (tag != 0 && whole->bytes[0] != tag))
    return FALSE;
  size = whole->bytes[1];
  if (size > 0x80)
    {
      head += size & 0x7f;
      if (head > 4 || whole->length < head)
        return FALSE;
      size = head == 3 ? whole->bytes[2] : huis_get_be16 (whole->bytes + 2);
    }
  else if (size == 0x80)
    return FALSE;
  if (size > whole->length - head)
    return FALSE;

  part->bytes = whole->bytes + head;
  part->length = size;
  whole->bytes += head + size;
  whole->length -= head + size;

  return TRUE;
}

static gboolean
take_number (Part *whole, guint32 *number)
{
  Part part;

  if (!take (whole, TAG_INTEGER, &part) || part.length == 0 || part.length > 4)
    return FALSE;
  *number = 0;
  for (gsize i = 0; i < part.length; i++)
    *number = *number << 8 | part.bytes[i];

  return TRUE;
}

/* "1.3.6.1.4.1.11" for its bytes; %NULL where they make no sense. */
static char *
read_object (const Part *part)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 number = 0;
  guint parts = 0;

  for (gsize i = 0; i < part->length && parts < OBJECT_PARTS_MAX; i++)
    {
      number = number << 7 | (part->bytes[i] & 0x7f);
      if (number > G_MAXUINT32)
        return NULL;
      if ((part->bytes[i] & 0x80) != 0)
        continue;
      if (parts++ == 0)
        g_string_append_printf (text, "%u.%u", MIN ((guint) number / 40, 2),
                                (guint) number - 40 * MIN ((guint) number / 40, 2));
      else
        g_string_append_printf (text, ".%" G_GUINT64_FORMAT, number);
      number = 0;
    }

  return parts > 0 ? g_strdup (text->str) : NULL;
}

static char *
read_text (const Part *part)
{
  g_autofree char *text = g_strndup ((const char *) part->bytes, part->length);

  return g_utf8_make_valid (text, -1);
}

static void
set (char **member, char *value)
{
  g_free (*member);
  *member = value;
}

static void
read_row (Part row, HuisSnmpAnswer *answer)
{
  Part object, text, value;
  guint8 number;

  if (!take (&row, TAG_OBJECT, &object) || object.length != sizeof system_group + 2 ||
      memcmp (object.bytes, system_group, sizeof system_group) != 0)
    return;

  number = object.bytes[sizeof system_group];
  value = row;
  if (number == SYS_OBJECT_ID && take (&value, TAG_OBJECT, &object))
    set (&answer->object, read_object (&object));
  else if (number == SYS_DESCR && take (&row, TAG_STRING, &text))
    set (&answer->description, read_text (&text));
  else if (number == SYS_NAME && take (&row, TAG_STRING, &text))
    set (&answer->name, read_text (&text));
}

gboolean
huis_snmp_parse (const guint8 *bytes, gsize length, guint32 id, HuisSnmpAnswer *answer)
{
  Part whole = { bytes, length };
  Part message, community, response, rows, row;
  guint32 version, answered, status, index;

  memset (answer, 0, sizeof *answer);
  if (!take (&whole, TAG_SEQUENCE, &message) || !take_number (&message, &version) ||
      !take (&message, TAG_STRING, &community) || !take (&message, TAG_RESPONSE, &response) ||
      !take_number (&response, &answered) || answered != id || !take_number (&response, &status) ||
      status != 0 || !take_number (&response, &index) || !take (&response, TAG_SEQUENCE, &rows))
    return FALSE;

  while (take (&rows, TAG_SEQUENCE, &row))
    read_row (row, answer);

  return answer->description != NULL || answer->object != NULL || answer->name != NULL;
}
