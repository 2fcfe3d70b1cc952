/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Spreads probes over time. On a wire 500 a second is what careful scanners send; on Wi-Fi each
 * broadcast goes out at the slowest rate, and 100 a second already takes a tenth of the air
 * (RFC 9119, 3.1).
 */
typedef struct
{
  guint rate;
  gint64 start;
  guint64 taken;
} HuisPacer;

#define HUIS_PACE_WIRE 500
#define HUIS_PACE_WIFI 100

/* @rate is in probes a second, @now in microseconds. */
void huis_pacer_init (HuisPacer *self, guint rate, gint64 now);

/* How many probes of at most @wanted may leave now. They count as sent. */
guint huis_pacer_take (HuisPacer *self, gint64 now, guint wanted);

/* Gives back @count probes that could not leave. */
void huis_pacer_return (HuisPacer *self, guint count);

G_END_DECLS
