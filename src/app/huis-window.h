/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: its size, kept between runs, and the wizard in it. */
#define HUIS_TYPE_WINDOW (huis_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisWindow, huis_window, HUIS, WINDOW, AdwApplicationWindow)

/* @settings may be %NULL: then nothing of the window is remembered. */
GtkWidget *huis_window_new (GtkApplication *application,
                            HuisSession *session,
                            HuisCatalogue *catalogue,
                            GSettings *settings);

/* Builds all that is in the window again, in the language of now, at the same place. */
void huis_window_rebuild (HuisWindow *self);

/* A short notice at the foot of the window; @text is plain text, whoever it comes from. */
void huis_window_say (HuisWindow *self, const char *text);

G_END_DECLS
