/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the person says of one step: done, later, can't, does not apply, accepted with a reason; for
 * this device or for all that are alike; and a note. Each word goes to the network at once.
 */
#define HUIS_TYPE_ANSWER_BAR (huis_answer_bar_get_type ())
G_DECLARE_FINAL_TYPE (HuisAnswerBar, huis_answer_bar, HUIS, ANSWER_BAR, GtkBox)

/* Once. */
void huis_answer_bar_attach (HuisAnswerBar *self, HuisTask *task);

/* Shows what is known now. */
void huis_answer_bar_update (HuisAnswerBar *self);

G_END_DECLS
