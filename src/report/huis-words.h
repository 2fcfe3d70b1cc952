/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/* Short wordings for paper, in the language of the moment. */

/* "3 March 2026"; paper is read later, so never "today". @when is a unix time. */
char *huis_words_day (gint64 when);
/* The same without the year where it is the year of @now: the sheet itself is dated. */
char *huis_words_short_day (gint64 when, gint64 now);
/* Takes @text; it does not fall apart at the end of a line, as "3 March" should not. */
char *huis_words_keep_together (char *text);

/* "2 to do · 5 not tested · 1 in order": what is zero is left out. */
char *huis_words_tally (const HuisTally *tally);
/* "Garden camera, Printer and 3 more": at most @max of @names, a %NULL-terminated array. */
char *huis_words_names (const char *const *names, guint max);

/* @text so that words from right to left in it don't move what stands beside it (Unicode UAX 9,
 * 2.5). Text without such words, nearly all, is returned as it is. */
char *huis_words_isolate (const char *text);

G_END_DECLS
