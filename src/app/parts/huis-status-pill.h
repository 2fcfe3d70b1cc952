/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A status as an icon and a word; its colour says nothing that these do not say too. */
#define HUIS_TYPE_STATUS_PILL (huis_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (HuisStatusPill, huis_status_pill, HUIS, STATUS_PILL, GtkBox)

/* "Not tested" at first. */
GtkWidget *huis_status_pill_new (void);

void huis_status_pill_set_status (HuisStatusPill *self, HuisStatus status);
/* The same look with other words, "2 to do"; %NULL for the usual ones. Set it after the status. */
void huis_status_pill_set_text (HuisStatusPill *self, const char *text);

G_END_DECLS
