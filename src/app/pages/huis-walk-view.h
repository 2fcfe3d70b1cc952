/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The walk through the house, room by room: what was found and has no place yet, and what tends
 * to stand there. A tick is kept at once.
 */
#define HUIS_TYPE_WALK_VIEW (huis_walk_view_get_type ())
G_DECLARE_FINAL_TYPE (HuisWalkView, huis_walk_view, HUIS, WALK_VIEW, AdwBin)

/* To be called once. */
void
huis_walk_view_set_session (HuisWalkView *self, HuisSession *session, HuisCatalogue *catalogue);

/* The rooms are those of a home or of an office, after the owner of @network (may be %NULL). */
void huis_walk_view_set_network (HuisWalkView *self, HuisNetwork *network);

/* Opens the first room that was not walked through yet. */
void huis_walk_view_begin (HuisWalkView *self);

/* To the room before; FALSE in the first. */
gboolean huis_walk_view_back (HuisWalkView *self);

G_END_DECLS
