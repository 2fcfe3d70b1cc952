/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points, 1/72 inch: ISO 216 A4 and US Letter, upright. */
#define HUIS_PAPER_A4_WIDTH      595.28
#define HUIS_PAPER_A4_HEIGHT     841.89
#define HUIS_PAPER_LETTER_WIDTH  612.0
#define HUIS_PAPER_LETTER_HEIGHT 792.0

/* @id is "a4" or "letter"; %NULL is what is usual here (LC_PAPER). %FALSE where there is no such.
 */
gboolean huis_paper_size_lookup (const char *id, double *width, double *height);

G_END_DECLS
