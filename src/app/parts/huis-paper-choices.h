/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-checklist.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the person chooses to have on paper. Signal "changed": something else was chosen. */
#define HUIS_TYPE_PAPER_CHOICES (huis_paper_choices_get_type ())
G_DECLARE_FINAL_TYPE (HuisPaperChoices, huis_paper_choices, HUIS, PAPER_CHOICES, AdwBin)

/* Which devices there are to choose from; tells nobody. What was chosen stays chosen. */
void huis_paper_choices_update (HuisPaperChoices *self, HuisNetwork *network);

/* Sets all of @options but for guides and time. Its texts live until the next update. */
void huis_paper_choices_get (HuisPaperChoices *self, HuisChecklistOptions *options);
gboolean huis_paper_choices_get_large (HuisPaperChoices *self);

G_END_DECLS
