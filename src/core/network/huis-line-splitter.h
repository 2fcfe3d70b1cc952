/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes lines of bytes that come in pieces. A line that is too long is left out, to its end. */
typedef struct _HuisLineSplitter HuisLineSplitter;

/* @line is @length bytes, without its line break; %NULL for a line that was left out. */
typedef void (*HuisLineFunc) (const char *line, gsize length, gpointer user_data);

HuisLineSplitter *huis_line_splitter_new (gsize line_max, HuisLineFunc func, gpointer user_data);
void huis_line_splitter_free (HuisLineSplitter *self);

void huis_line_splitter_add (HuisLineSplitter *self, GBytes *bytes);
/* Another source begins: the line that is half way will not end. */
void huis_line_splitter_reset (HuisLineSplitter *self);

G_END_DECLS
