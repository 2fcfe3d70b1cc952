/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What Huiswacht does on the network, why it matters, and where more stands. */
#define HUIS_TYPE_EXPLAIN_WINDOW (huis_explain_window_get_type ())
G_DECLARE_FINAL_TYPE (HuisExplainWindow, huis_explain_window, HUIS, EXPLAIN_WINDOW, AdwWindow)

GtkWidget *huis_explain_window_new (GtkWindow *parent, HuisCatalogue *catalogue);

G_END_DECLS
