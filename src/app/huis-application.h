/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: its actions, its language, its one window. */
#define HUIS_TYPE_APPLICATION (huis_application_get_type ())
G_DECLARE_FINAL_TYPE (HuisApplication, huis_application, HUIS, APPLICATION, AdwApplication)

HuisApplication *huis_application_new (void);

HuisSession *huis_application_get_session (HuisApplication *self);
HuisCatalogue *huis_application_get_catalogue (HuisApplication *self);
/* %NULL where the schema is not installed. */
GSettings *huis_application_get_settings (HuisApplication *self);

G_END_DECLS
