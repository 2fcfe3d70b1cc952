/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-natpmp"

#include "huis-natpmp.h"

#include "huis-bytes.h"

#include <string.h>

#define ANSWER_BIT      0x80
#define NATPMP_HEADER   8
#define NATPMP_ADDRESS  12
#define PCP_HEADER      24
#define OPCODE_ANNOUNCE 0

void
huis_natpmp_write_address_request (guint8 packet[2])
{
  packet[0] = HUIS_NATPMP_VERSION;
  packet[1] = 0;
}

void
huis_natpmp_write_announce (guint8 packet[24], guint32 own_address)
{
  memset (packet, 0, PCP_HEADER);
  packet[0] = HUIS_PCP_VERSION;
  packet[1] = OPCODE_ANNOUNCE;
  /* An IPv4 address is written as the IPv6 one that maps it (RFC 6887, 5). */
  packet[18] = packet[19] = 0xff;
  huis_put_be32 (packet + 20, own_address);
}

gboolean
huis_natpmp_parse (const guint8 *bytes, gsize length, HuisNatpmpAnswer *answer)
{
  memset (answer, 0, sizeof *answer);
  if (length < NATPMP_HEADER || (bytes[1] & ANSWER_BIT) == 0)
    return FALSE;

  answer->version = bytes[0];
  answer->opcode = bytes[1] & ~ANSWER_BIT;
  if (answer->version == HUIS_NATPMP_VERSION)
    {
      answer->result = huis_get_be16 (bytes + 2);
      answer->epoch = huis_get_be32 (bytes + 4);
      answer->has_external = answer->opcode == 0 && answer->result == 0 && length >= NATPMP_ADDRESS;
      if (answer->has_external)
        answer->external = huis_get_be32 (bytes + 8);
      return TRUE;
    }
  if (answer->version != HUIS_PCP_VERSION || length < PCP_HEADER || length > 1100)
    return FALSE;
  answer->result = bytes[3];
  answer->epoch = huis_get_be32 (bytes + 8);

  return TRUE;
}
