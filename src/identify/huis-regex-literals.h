/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shorter literals stand in too many texts to be worth looking for. */
#define HUIS_LITERAL_MIN 3

/*
 * Words of which at least one must stand in any text that @pattern (PCRE, without regard to case)
 * matches: "^(DIR|DAP-)\d+" gives "dir0", "dap-0". In lower case, and with "0" for any digit. %NULL
 * where there is no such set of words of at least HUIS_LITERAL_MIN bytes; the pattern has to be
 * tried on everything then.
 */
GStrv huis_regex_literals (const char *pattern);

G_END_DECLS
