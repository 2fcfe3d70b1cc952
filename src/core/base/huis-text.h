/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The one place where text that came from the network becomes text that may be kept, shown,
 * printed or logged. Everything hostile passes here once, at the border.
 */

/* As many characters as a name on a row can use. */
#define HUIS_TEXT_NAME_MAX 64

/* As many characters as any other single fact (a title, a banner, a TXT value) may hold. */
#define HUIS_TEXT_FACT_MAX 256

/*
 * Returns a new, harmless copy of @bytes: valid UTF-8 (bad bytes become U+FFFD), NFC, without
 * control, format (bidi, zero-width), private-use and unassigned characters, each run of white
 * space one space, at most two combining marks a character, no space at either end, at most
 * @max_chars characters and cut with an ellipsis where it was longer.
 *
 * @length is in bytes, or -1 for a string that ends with NUL. %NULL gives "".
 * At most 64 KiB of input is looked at. Markup is not touched: it is text, and is shown as text.
 */
char *huis_text_clean (const char *bytes, gssize length, guint max_chars);

/* Whether huis_text_clean() would return @text as it is. */
gboolean huis_text_is_clean (const char *text, guint max_chars);

/*
 * Returns @mac as twelve lower-case hex digits in pairs, "aa:bb:cc:dd:ee:ff", from any of the
 * usual writings (colons, dashes, dots, bare), or %NULL where it is not a unicast MAC address.
 */
char *huis_text_normalise_mac (const char *mac);

/* Whether the locally administered bit is set: the address was made up (IEEE 802-2014, 8.2). */
gboolean huis_text_mac_is_random (const char *mac);

G_END_DECLS
