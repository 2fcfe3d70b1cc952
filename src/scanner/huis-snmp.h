/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The one question of SNMPv1 (RFC 1157) that is asked: what a device says of itself (the "system"
 * group, RFC 1213, 6.2), read with the community "public", which is no secret but the word for who
 * may read without being known.
 */

#define HUIS_SNMP_PORT      161
#define HUIS_SNMP_QUERY_MAX 96

typedef struct
{
  char *description;
  /* Dotted: the number of its maker, and mostly of the model, below 1.3.6.1.4.1. */
  char *object;
  char *name;
} HuisSnmpAnswer;

void huis_snmp_answer_clear (HuisSnmpAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HuisSnmpAnswer, huis_snmp_answer_clear)

/* Returns the length. @id is below 2^31. */
gsize huis_snmp_write_query (guint8 packet[HUIS_SNMP_QUERY_MAX], guint32 id);

/*
 * Reads the answer to question @id: members that are not in it are %NULL. %FALSE for anything else,
 * a refusal too. @answer is to be cleared.
 */
gboolean huis_snmp_parse (const guint8 *bytes, gsize length, guint32 id, HuisSnmpAnswer *answer);

G_END_DECLS
