/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the last page says of the road that was walked. Translated; free what is returned. */

/* "Well done: 5 steps today", of @n that were done, or a kind word where it was none. */
char *huis_checklist_words_praise (guint n);
/* "Huiswacht – Checklist 2026-03-12.pdf": a name that sorts by day and holds nothing private. */
char *huis_checklist_words_file_name (const char *what, const char *ending);
/* "Saved as “list.pdf”." */
char *huis_checklist_words_saved (const char *path);

G_END_DECLS
