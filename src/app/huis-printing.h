/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the paper for sheets of that size, in points. */
typedef HuisPaper *(*HuisPaperFunc) (double width, double height, gpointer user_data);
/* @problem is a sentence for people, or %NULL: it was sent to the printer (@sent) or not. Called
 * twice where the person stopped and there is no printer: the second time with that problem. */
typedef void (*HuisPrintedFunc) (gboolean sent, const char *problem, gpointer user_data);

/*
 * Asks which printer, and prints; @printed is called at the end. What was chosen is remembered in
 * @settings (may be %NULL). @owner is kept until then; both functions get it as their user data.
 */
void huis_printing_run (GtkWindow *parent,
                        GSettings *settings,
                        HuisPaperFunc make_paper,
                        HuisPrintedFunc printed,
                        GObject *owner);

/* The paper that was chosen last, or else what is usual here; points. */
void huis_printing_get_paper_size (GSettings *settings, double *width, double *height);

G_END_DECLS
