/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Keeps an eye on the kernel's neighbour table, which the whole computer shares. When that is full,
 * the kernel drops our question without telling us, and other programs can't reach anyone new.
 */
typedef struct _HuisTable HuisTable;

/* Entries that are left to others. */
#define HUIS_TABLE_RESERVE 64

HuisTable *huis_table_new (void);
void huis_table_free (HuisTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisTable, huis_table_free)

/* Whether there is room for more; %TRUE where the kernel does not say. */
gboolean huis_table_has_room (HuisTable *self);

/* Whether an entry was refused, to anyone, since this was asked last. */
gboolean huis_table_was_refused (HuisTable *self);

G_END_DECLS
