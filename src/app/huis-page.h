/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * One step of the road, as the frame (HuisWizard) sees it. A page states facts as properties; the
 * frame derives the buttons and the list at the side from them, in one function. A page never
 * touches the frame. What it is called stands in the table of huis-steps.c.
 *
 * To add a page: derive from HuisPage with a template ui/huis-NAME-page.ui, and put its row in that
 * table.
 *
 * A page hears of changes by itself: it connects to the session ("notify::network", "looked", …)
 * and to the network's "changed" with g_signal_connect_object() or a GSignalGroup.
 *
 * Facts:
 *   next-label  the words of the forward button; %NULL: "Next"; "": the page has its own way
 *               forward, or is the last, and the frame shows no button
 *   complete    whether the person may go on now; TRUE at first
 *   done        whether what this step asks is settled (✓ in the side list); FALSE at first
 *   state-text  a few words under the title in the side list ("14 found"), or %NULL
 *
 * Verbs, all optional:
 *   shown       the page has become the visible one. The default moves the focus to the widget
 *               named by huis_page_set_main_control(), or else to the first that takes it.
 *               An override chains up last.
 *   hidden      another page has taken its place, or the window closes
 *   next        the forward button was used. Return TRUE when the page deals with it itself (it
 *               goes on later with the action "wizard.go"); FALSE, the default, goes on at once
 *   back        Back was used. Return TRUE when the page went back inside itself, from one of its
 *               own views to the one before; FALSE, the default, goes to the page before
 *
 * Actions of the frame that a page or a row in it may activate:
 *   wizard.next, wizard.back, wizard.go (string: the id of a step)
 *   win.offer-undo (string: what was done): a notice with Undo, for a change of the inventory
 *
 * A page may be destroyed and built anew at any moment (that is how the language changes), so
 * what the person said belongs in the session at once, never in a widget alone.
 */

#define HUIS_TYPE_PAGE (huis_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HuisPage, huis_page, HUIS, PAGE, AdwBin)

struct _HuisPageClass
{
  AdwBinClass parent_class;

  void (*shown) (HuisPage *self);
  void (*hidden) (HuisPage *self);
  gboolean (*next) (HuisPage *self);
  gboolean (*back) (HuisPage *self);
};

/* What the person works at, and what can be advised: set on construction, so that they are there in
 * an override of constructed(), and the same ever after. Borrowed. */
HuisSession *huis_page_get_session (HuisPage *self);
HuisCatalogue *huis_page_get_catalogue (HuisPage *self);

const char *huis_page_get_next_label (HuisPage *self);
void huis_page_set_next_label (HuisPage *self, const char *next_label);

gboolean huis_page_get_complete (HuisPage *self);
void huis_page_set_complete (HuisPage *self, gboolean complete);

gboolean huis_page_get_done (HuisPage *self);
void huis_page_set_done (HuisPage *self, gboolean done);

const char *huis_page_get_state_text (HuisPage *self);
void huis_page_set_state_text (HuisPage *self, const char *state_text);

/* Where the focus goes when the page is shown. @widget must live in the page; not owned. */
void huis_page_set_main_control (HuisPage *self, GtkWidget *widget);

/* For the frame. */
void huis_page_shown (HuisPage *self);
void huis_page_hidden (HuisPage *self);
gboolean huis_page_next (HuisPage *self);
gboolean huis_page_back (HuisPage *self);

G_END_DECLS
