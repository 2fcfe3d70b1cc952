/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The only way out of the scanner: one observation a line on standard output, flushed each, cleaned
 * of whatever a stranger put in it (huis-observation.h lists the shapes).
 */
typedef struct _HuisEmitter HuisEmitter;

/* @start is the g_get_monotonic_time() that "t" counts from. */
HuisEmitter *huis_emitter_new (int fd, gint64 start);
void huis_emitter_free (HuisEmitter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisEmitter, huis_emitter_free)

/*
 * Adds "t" to @fact, whose first member must be "type", and prints it. A fact that says exactly
 * what an earlier one said is not repeated. Takes @fact. Returns %FALSE where nothing was printed.
 */
gboolean huis_emitter_emit (HuisEmitter *self, JsonObject *fact);

/* A "notice" that is given once a look, whatever the detail. */
void huis_emitter_notice (HuisEmitter *self, const char *code, const char *detail);

/* Whether nobody reads what is printed any more. */
gboolean huis_emitter_is_broken (HuisEmitter *self);

double huis_emitter_get_seconds (HuisEmitter *self);

G_END_DECLS
