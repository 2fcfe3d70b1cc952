/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"
#include "huis-state-file.h"

G_BEGIN_DECLS

/*
 * Keeps the networks and the place in the wizard in $XDG_DATA_HOME/huiswacht/state.json, for the
 * person alone (0600). The file is two lines: a header (format, SHA-256 of the second line) and
 * the state as JSON. It is replaced as a whole and durably; the one before stays as state.json.bak.
 *
 * Whatever is wrong with the file is never overwritten: a broken one is kept beside it
 * (state.json.broken-TIME), one of a newer version or one that may not be read leaves the store
 * without saving, and says so.
 */

#define HUIS_TYPE_STORE (huis_store_get_type ())
G_DECLARE_FINAL_TYPE (HuisStore, huis_store, HUIS, STORE, GObject)

/* @folder is %NULL for the usual place. Reads the state, if there is one. Never fails. */
HuisStore *huis_store_new (const char *folder);

/* What was found on opening; huis_store_dup_message() says the last five in words. */
HuisStateCondition huis_store_get_condition (HuisStore *self);
/* One sentence for the person, or %NULL where all is well. Translated. */
char *huis_store_dup_message (HuisStore *self);
/* Whether the newest attempt to save succeeded; the error is %NULL then. Property "save-error". */
const GError *huis_store_get_save_error (HuisStore *self);

/* Of HuisNetwork, in the order of their first meeting. */
GListModel *huis_store_get_networks (HuisStore *self);
HuisNetwork *huis_store_find_network (HuisStore *self, const char *key);
/* The network of the last visit, or %NULL. */
HuisNetwork *huis_store_get_current (HuisStore *self);
/* Adds @network where it is new. */
void huis_store_set_current (HuisStore *self, HuisNetwork *network);
/* "Forget this network": all that is known of it. */
void huis_store_forget (HuisStore *self, HuisNetwork *network);

/* The id of the step that was open last, and whether a step was ever opened. */
const char *huis_store_get_step (HuisStore *self);
void huis_store_set_step (HuisStore *self, const char *step);
gboolean huis_store_get_visited (HuisStore *self, const char *step);

/* Rooms that the person walked through: ids of data/advice/rooms.xml. */
gboolean huis_store_get_room_done (HuisStore *self, const char *room);
void huis_store_set_room_done (HuisStore *self, const char *room, gboolean done);

/*
 * A copy of everything, for another computer or to be safe: the text of a state file. It is put
 * back with huis_store_restore(); @state is what huis_state_file_read() made of it. All that is
 * known now is replaced; on disk it stays one save longer, as state.json.bak.
 *
 * huis_store_restore() returns FALSE, and changes nothing, where @state holds no network, or
 * where this store may not save.
 */
char *huis_store_dup_copy (HuisStore *self);
gboolean huis_store_restore (HuisStore *self, JsonObject *state);

/* Changes are saved by themselves within a second; this waits until they are on disk. */
gboolean huis_store_flush (HuisStore *self, GError **error);

G_END_DECLS
