/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was brought in order today, and on whose word. Hidden where there is nothing. */
#define HUIS_TYPE_DONE_LIST (huis_done_list_get_type ())
G_DECLARE_FINAL_TYPE (HuisDoneList, huis_done_list, HUIS, DONE_LIST, GtkBox)

/* @done: HuisDone *, as huis_done_find() gives them. */
void huis_done_list_fill (HuisDoneList *self, const GPtrArray *done, HuisCatalogue *catalogue);

G_END_DECLS
