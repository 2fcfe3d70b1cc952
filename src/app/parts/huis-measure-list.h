/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-router-guides.h"
#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The steps of the router or of one device as cards, most urgent first, of which one at most is
 * open. While it is on the screen no card moves: the order is made anew by the next fill.
 */
#define HUIS_TYPE_MEASURE_LIST (huis_measure_list_get_type ())
G_DECLARE_FINAL_TYPE (HuisMeasureList, huis_measure_list, HUIS, MEASURE_LIST, GtkBox)

GtkWidget *huis_measure_list_new (void);

/* The words for this very router, in the steps of %HUIS_SCOPE_ROUTER. Before filling. */
void huis_measure_list_set_guides (HuisMeasureList *self, HuisRouterGuides *guides);

/* Makes the cards. @device is %NULL but for %HUIS_SCOPE_DEVICE. The session must have a network. */
void huis_measure_list_fill (HuisMeasureList *self,
                             HuisSession *session,
                             HuisCatalogue *catalogue,
                             HuisScope scope,
                             HuisDevice *device);
void huis_measure_list_clear (HuisMeasureList *self);

/* Shows what is known now, in the cards that are there, and adds a card for what is new. */
void huis_measure_list_update (HuisMeasureList *self);

/* Opens the card of this measure, if there is one, and moves the focus there. */
void huis_measure_list_open (HuisMeasureList *self, const char *measure_id);

/* How many cards the newest look changed. */
guint huis_measure_list_count_changes (HuisMeasureList *self);

G_END_DECLS
