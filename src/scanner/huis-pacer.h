/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Spreads probes over time. On a wire 500 a second is what careful scanners send; on Wi-Fi each
 * broadcast goes out at the slowest rate, and 100 a second already takes a tenth of the air
 * (RFC 9119, 3.1).
 *
 * A small network on a wire is asked in one go: all its addresses together are less than a second
 * may hold, and who missed the first question gets the kernel's second one the sooner.
 */
typedef struct
{
  guint rate;
  guint burst;
  gint64 start;
  guint64 taken;
} HuisPacer;

#define HUIS_PACE_WIRE 500
#define HUIS_PACE_WIFI 100

/* A /24 in a sixteenth of a second. */
#define HUIS_PACE_BURST     4000
#define HUIS_PACE_BURST_MAX 256

/* @rate is in probes a second, @now in microseconds. */
void huis_pacer_init (HuisPacer *self, guint rate, gint64 now);

/* Lets the first @count probes leave in one go. */
void huis_pacer_allow_burst (HuisPacer *self, guint count);

/* How many probes of at most @wanted may leave now. They count as sent. */
guint huis_pacer_take (HuisPacer *self, gint64 now, guint wanted);

/* Gives back @count probes that could not leave. */
void huis_pacer_return (HuisPacer *self, guint count);

G_END_DECLS
