/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The steps of the home or the office as a whole: the list, the unknown ones, before buying, the
 * next look. Signal "back": to the list of devices.
 */
#define HUIS_TYPE_HOME_STEPS (huis_home_steps_get_type ())
G_DECLARE_FINAL_TYPE (HuisHomeSteps, huis_home_steps, HUIS, HOME_STEPS, GtkBox)

/* The session must have a network. */
void huis_home_steps_show (HuisHomeSteps *self, HuisSession *session, HuisCatalogue *catalogue);
void huis_home_steps_update (HuisHomeSteps *self);
void huis_home_steps_clear (HuisHomeSteps *self);

/* "The whole home" or "The whole office", translated. */
const char *huis_home_steps_name (HuisNetwork *network);
/* "2 of 5 steps done", translated. */
char *huis_home_steps_dup_progress (HuisNetwork *network, HuisCatalogue *catalogue);

G_END_DECLS
