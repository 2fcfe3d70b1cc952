/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-pacer"

#include "huis-pacer.h"

/* A busy computer wakes us late: what was not used may be made up for by this much, and no more. */
#define CATCH_UP_USEC (100 * 1000)

void
huis_pacer_init (HuisPacer *self, guint rate, gint64 now)
{
  self->rate = MAX (rate, 1);
  self->start = now;
  self->taken = 0;
}

guint
huis_pacer_take (HuisPacer *self, gint64 now, guint wanted)
{
  guint64 due = (guint64) (now - self->start) * self->rate / G_USEC_PER_SEC + 1;
  guint64 burst = (guint64) CATCH_UP_USEC * self->rate / G_USEC_PER_SEC + 1;
  guint count;

  if (due <= self->taken)
    return 0;
  if (due - self->taken > burst)
    {
      /* After a pause the clock starts again: time that went by is not saved up. */
      self->taken = 0;
      self->start = now - CATCH_UP_USEC;
      due = burst;
    }
  count = (guint) MIN (due - self->taken, wanted);
  self->taken += count;

  return count;
}

void
huis_pacer_return (HuisPacer *self, guint count)
{
  self->taken -= MIN (self->taken, count);
}
