/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-state-writer.h"

G_BEGIN_DECLS

/*
 * Saves the state soon after it changed: the text is made in slices on the main loop, so that the
 * window keeps drawing, and written in a thread.
 */

#define HUIS_TYPE_STATE_SAVER (huis_state_saver_get_type ())
G_DECLARE_FINAL_TYPE (HuisStateSaver, huis_state_saver, HUIS, STATE_SAVER, GObject)

/* Begins the text of the state as it is now. The result belongs to the caller. */
typedef HuisStateWriter *(*HuisBeginStateFunc) (gpointer user_data);

/* Saves to @path. @user_data is used until huis_state_saver_close(). */
HuisStateSaver *
huis_state_saver_new (const char *path, HuisBeginStateFunc begin, gpointer user_data);

/* The state changed: it is saved half a second later, however often this is called until then. */
void huis_state_saver_schedule (HuisStateSaver *self);
/* Forgets a text that is half way: it would mix old and new. Another must be scheduled. */
void huis_state_saver_start_anew (HuisStateSaver *self);
/* Waits until all changes are on disk. Errors: of huis_state_file_write(). */
gboolean huis_state_saver_flush (HuisStateSaver *self, GError **error);

/* Nothing is begun any more; what a thread is writing is still written. */
void huis_state_saver_close (HuisStateSaver *self);

/* Why the newest attempt failed; %NULL where it did not. Property "error". */
const GError *huis_state_saver_get_error (HuisStateSaver *self);

G_END_DECLS
