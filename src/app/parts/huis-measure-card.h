/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A step as a card: its title, how it stands, one sentence. Opened it is a HuisMeasureBody, which
 * is made only then. It remembers how it stood when a look began, and says afterwards what changed.
 *
 * Property with notify: "open".
 */
#define HUIS_TYPE_MEASURE_CARD (huis_measure_card_get_type ())
G_DECLARE_FINAL_TYPE (HuisMeasureCard, huis_measure_card, HUIS, MEASURE_CARD, GtkBox)

GtkWidget *huis_measure_card_new (HuisTask *task);

HuisTask *huis_measure_card_get_task (HuisMeasureCard *self);

gboolean huis_measure_card_get_open (HuisMeasureCard *self);
void huis_measure_card_set_open (HuisMeasureCard *self, gboolean open);

/* Shows what is known now. */
void huis_measure_card_update (HuisMeasureCard *self);
/* What the newest look changed here, or %NULL. */
const char *huis_measure_card_get_change (HuisMeasureCard *self);

G_END_DECLS
