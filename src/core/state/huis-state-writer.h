/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/*
 * Makes the text of the state in slices: a thousand devices take longer than a window may stand
 * still. What changes between two slices is in the text or not; whoever changes it has it saved
 * once more anyway.
 */
typedef struct _HuisStateWriter HuisStateWriter;

/* @head holds all but the networks (HuisNetwork). */
HuisStateWriter *huis_state_writer_new (JsonObject *head, GListModel *networks);
void huis_state_writer_free (HuisStateWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisStateWriter, huis_state_writer_free)

/* Works until @until (monotonic time, microseconds). Returns TRUE once the text is whole. */
gboolean huis_state_writer_step (HuisStateWriter *self, gint64 until);
/* The whole text, without a line break. Only after the step that returned TRUE. */
char *huis_state_writer_steal_text (HuisStateWriter *self);

G_END_DECLS
