/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words among what a telnet server says, without its negotiation (RFC 854, IAC); to be freed.
 */
char *huis_banner_read_telnet (const char *bytes, gsize length);

G_END_DECLS
