/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-eui64"

#include "huis-eui64.h"

#include "huis-address.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#define LOCALLY_MADE 0x02

/* The first half of @address, with an empty second half. */
static gboolean
read_prefix (const char *address, struct in6_addr *prefix)
{
  if (huis_address_get_reach (address) != HUIS_ADDRESS_GLOBAL ||
      inet_pton (AF_INET6, address, prefix) != 1)
    return FALSE;
  memset (prefix->s6_addr + 8, 0, 8);

  return TRUE;
}

static char *
to_string (const struct in6_addr *address)
{
  char text[INET6_ADDRSTRLEN];

  return g_strdup (inet_ntop (AF_INET6, address, text, sizeof text));
}

char *
huis_eui64_make (const char *address, const char *mac)
{
  struct in6_addr made;
  unsigned int bytes[6];
  guint8 *half = made.s6_addr + 8;

  if (!read_prefix (address, &made) ||
      sscanf (mac, "%2x:%2x:%2x:%2x:%2x:%2x", &bytes[0], &bytes[1], &bytes[2], &bytes[3], &bytes[4],
              &bytes[5]) != 6 ||
      (bytes[0] & LOCALLY_MADE) != 0)
    return NULL;

  half[0] = (guint8) (bytes[0] ^ LOCALLY_MADE);
  half[1] = (guint8) bytes[1];
  half[2] = (guint8) bytes[2];
  half[3] = 0xff;
  half[4] = 0xfe;
  half[5] = (guint8) bytes[3];
  half[6] = (guint8) bytes[4];
  half[7] = (guint8) bytes[5];

  return to_string (&made);
}

char *
huis_eui64_make_first (const char *address)
{
  struct in6_addr made;

  if (!read_prefix (address, &made))
    return NULL;
  made.s6_addr[15] = 1;

  return to_string (&made);
}
