/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A step in the list at the side: its state as an icon and in words. */
#define HUIS_TYPE_STEP_ROW (huis_step_row_get_type ())
G_DECLARE_FINAL_TYPE (HuisStepRow, huis_step_row, HUIS, STEP_ROW, GtkListBoxRow)

typedef enum
{
  HUIS_STEP_LATER,
  HUIS_STEP_NOW,
  HUIS_STEP_DONE,
} HuisStepState;

GtkWidget *huis_step_row_new (void);

/*
 * @text: a few words about the state ("14 found"), or %NULL. @here: whether this is the step on
 * the screen. A step that can't be opened yet is greyed by its sensitivity, which the caller sets.
 */
void huis_step_row_update (HuisStepRow *self,
                           const char *title,
                           HuisStepState state,
                           const char *text,
                           gboolean here);

G_END_DECLS
