/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One page of paper on the screen, as wide as there is room for: drawn by the function that
 * prints it. Always black on white, as paper is.
 */
#define HUIS_TYPE_PAPER_VIEW (huis_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (HuisPaperView, huis_paper_view, HUIS, PAPER_VIEW, GtkWidget)

/* %NULL for none. Goes to the first page where the page of before is not there any more. */
void huis_paper_view_set_paper (HuisPaperView *self, HuisPaper *paper);

/* Counts from 0. */
guint huis_paper_view_get_page (HuisPaperView *self);
void huis_paper_view_set_page (HuisPaperView *self, guint page);

G_END_DECLS
