/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The little of a web page that is a fact: looked for in its bytes, without building a
 * tree of it. All strings are to be freed.
 */

/* The text of the first <title>, entities read; %NULL where there is none. */
char *huis_html_get_title (const char *page);

/* The link of <link rel="icon">, as written; %NULL where there is none. */
char *huis_html_get_icon (const char *page);

/* Whether there is a field for a password. */
gboolean huis_html_has_password (const char *page);

/* The realm="…" of a WWW-Authenticate header (RFC 9110, 11.6.1); %NULL where there is none. */
char *huis_html_get_realm (const char *header);

G_END_DECLS
