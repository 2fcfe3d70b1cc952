/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One device laid open, or the home as a whole: what it is, how far it is, its steps; and for a
 * device a good way to part with it.
 *
 * Signals: "back" (the person wants the list), "next" (the person wants the next device),
 * "ended" (the person said that the device is unplugged or gone; char *: its id).
 */
#define HUIS_TYPE_SUBJECT_VIEW (huis_subject_view_get_type ())
G_DECLARE_FINAL_TYPE (HuisSubjectView, huis_subject_view, HUIS, SUBJECT_VIEW, GtkBox)

/* The session must have a network. @device is %NULL for the home. @next is the device behind this
 * one, or %NULL. */
void huis_subject_view_show (HuisSubjectView *self,
                             HuisSession *session,
                             HuisCatalogue *catalogue,
                             HuisDevice *device,
                             HuisDevice *next);
gboolean huis_subject_view_is_shown (HuisSubjectView *self);
/* %NULL while none is shown. */
HuisDevice *huis_subject_view_get_device (HuisSubjectView *self);
void huis_subject_view_clear (HuisSubjectView *self);

/* Shows what is known now. */
void huis_subject_view_update (HuisSubjectView *self);

G_END_DECLS
