/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Which address of a subnet to ask next. It knows no sockets: it is told what was asked and what
 * came of it, and keeps one byte of state and four of order for each address.
 *
 * Every address is asked in random order; those that stayed silent are asked once more, from
 * %HUIS_SWEEP_SECOND_ROUND on. The kernel itself repeats each question twice, a second apart, and
 * gives up after three (mcast_solicit, net/ipv4/arp.c), so a round is certain after 3.1 s.
 */
typedef struct _HuisSweep HuisSweep;

#define HUIS_SWEEP_SECOND_ROUND (3200 * 1000)

/* The kernel's table is shared by the whole computer and starts to evict at 512 (gc_thresh2). */
#define HUIS_SWEEP_UNRESOLVED_MAX 512

/* Subnets below this size are asked in one round only: two would take ten minutes for a /16. */
#define HUIS_SWEEP_TWO_ROUNDS_PREFIX 22

/* The largest subnet that is ever asked. */
#define HUIS_SWEEP_PREFIX_MIN 16

/* @self_address is not asked. Times are g_get_monotonic_time(); addresses in host order. */
HuisSweep *huis_sweep_new (guint32 self_address, guint prefix, guint32 seed, gint64 now);
void huis_sweep_free (HuisSweep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisSweep, huis_sweep_free)

/* Moves @address to the front: the router, and whoever the kernel remembers. */
void huis_sweep_prefer (HuisSweep *self, guint32 address);

/* The address to ask now, which then waits for its answer; 0 where none may be asked yet. */
guint32 huis_sweep_next (HuisSweep *self, gint64 now);

/* @address could not be asked after all (no room for the question): it is asked again. */
void huis_sweep_postpone (HuisSweep *self, guint32 address);

/*
 * What became of @address. Returns %TRUE where that is news: the first sign of life, or the first
 * time that silence is certain.
 */
gboolean huis_sweep_settle (HuisSweep *self, guint32 address, gboolean alive);

/* How many questions went out, those of the second round too; and how many addresses there are. */
guint huis_sweep_get_asked (HuisSweep *self);
guint huis_sweep_get_size (HuisSweep *self);

/* Whether every address was asked and has answered or been given up. */
gboolean huis_sweep_is_finished (HuisSweep *self, gint64 now);

G_END_DECLS
