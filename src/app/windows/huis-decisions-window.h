/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The one place where all that the person decided stands, each with the button that undoes it. */
#define HUIS_TYPE_DECISIONS_WINDOW (huis_decisions_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisDecisionsWindow, huis_decisions_window, HUIS, DECISIONS_WINDOW, AdwWindow)

GtkWidget *
huis_decisions_window_new (GtkWindow *parent, HuisSession *session, HuisCatalogue *catalogue);

G_END_DECLS
