/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A step laid open: what we saw, what can happen, what to do, how to see that it worked, look
 * again, and what the person says of it.
 */
#define HUIS_TYPE_MEASURE_BODY (huis_measure_body_get_type ())
G_DECLARE_FINAL_TYPE (HuisMeasureBody, huis_measure_body, HUIS, MEASURE_BODY, GtkBox)

GtkWidget *huis_measure_body_new (HuisTask *task);

/* Shows what is known now. @change: what the newest look changed, or %NULL. */
void huis_measure_body_update (HuisMeasureBody *self, const char *change);

G_END_DECLS
