/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is wrong with keeping the answers: above every page, until it is mended or closed. */
#define HUIS_TYPE_STORE_LINE (huis_store_line_get_type ())
G_DECLARE_FINAL_TYPE (HuisStoreLine, huis_store_line, HUIS, STORE_LINE, GtkBox)

/* To be called once. */
void huis_store_line_set_store (HuisStoreLine *self, HuisStore *store);

G_END_DECLS
