/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/*
 * The frame around the pages: the list of steps at the side, the header with Back and Next. It
 * holds no answers, so that it can be thrown away and built again in another language.
 */
#define HUIS_TYPE_WIZARD (huis_wizard_get_type ())
G_DECLARE_FINAL_TYPE (HuisWizard, huis_wizard, HUIS, WIZARD, AdwBin)

/* Where the person is: enough to bring a new wizard to the same spot. */
typedef struct
{
  int step;
  double scroll;
} HuisWizardPlace;

GtkWidget *huis_wizard_new (HuisSession *session, HuisCatalogue *catalogue);

HuisWizardPlace huis_wizard_get_place (HuisWizard *self);
void huis_wizard_set_place (HuisWizard *self, HuisWizardPlace place);

/* The page on the screen. */
HuisPage *huis_wizard_get_page (HuisWizard *self);

G_END_DECLS
