/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The packets by which Windows and its friends give their name: NetBIOS and LLMNR. */

#define HUIS_NETBIOS_PORT  137
#define HUIS_NETBIOS_QUERY 50
#define HUIS_LLMNR_PORT    5355
#define HUIS_LLMNR_GROUP   0xe00000fcu
#define HUIS_LLMNR_QUERY   64

/* A node status request (RFC 1002, 4.2.17). */
void huis_netbios_write_query (guint8 packet[HUIS_NETBIOS_QUERY], guint16 id);

/*
 * Reads a node status answer (RFC 1002, 4.2.18): the name of the computer and its workgroup, each
 * possibly %NULL, to be freed. %FALSE for anything else.
 */
gboolean huis_netbios_parse (const guint8 *bytes, gsize length, char **name, char **group);

/* Asks which name belongs to @address (RFC 4795 with RFC 1035, 3.5). Returns the length. */
gsize huis_llmnr_write_query (guint8 packet[HUIS_LLMNR_QUERY], guint16 id, guint32 address);

/* The name in the first PTR record of an answer, to be freed; or %NULL. */
char *huis_llmnr_parse (const guint8 *bytes, gsize length);

G_END_DECLS
