/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The packets of NAT-PMP (RFC 6886) and PCP (RFC 6887), both to port 5351 of the router. */

#define HUIS_NATPMP_PORT    5351
#define HUIS_NATPMP_VERSION 0
#define HUIS_PCP_VERSION    2

typedef struct
{
  guint8 version;
  guint8 opcode;
  guint16 result;
  guint32 epoch;
  /* Only of NAT-PMP's answer about the outside address; host order, 0 where it has none. */
  gboolean has_external;
  guint32 external;
} HuisNatpmpAnswer;

/* RFC 6886, 3.2: two bytes. */
void huis_natpmp_write_address_request (guint8 packet[2]);

/* RFC 6887, 14.1: the common header, with our own address in it. */
void huis_natpmp_write_announce (guint8 packet[24], guint32 own_address);

/* %FALSE for what is no answer of either. */
gboolean huis_natpmp_parse (const guint8 *bytes, gsize length, HuisNatpmpAnswer *answer);

G_END_DECLS
