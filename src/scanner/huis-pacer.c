/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-pacer"

#include "huis-pacer.h"

/* A busy computer wakes us late: what was not used may be made up for by this much, and no more. */
#define CATCH_UP_USEC (100 * 1000)

void
huis_pacer_init (HuisPacer *self, guint rate, gint64 now)
{
  self->rate = MAX (rate, 1);
  self->burst = 0;
  self->start = now;
  self->taken = 0;
}

void
huis_pacer_allow_burst (HuisPacer *self, guint count)
{
  self->burst = count;
}

static void
restart (HuisPacer *self, gint64 start)
{
  self->start = start;
  self->taken = 0;
}

/* What is left of the burst; after the last one the ordinary pace begins. */
static guint
take_burst (HuisPacer *self, guint count, gint64 now)
{
  count = MIN (count, self->burst);
  self->burst -= count;
  if (self->burst == 0)
    restart (self, now);
  else
    self->taken += count;

  return count;
}

guint
huis_pacer_take (HuisPacer *self, gint64 now, guint wanted)
{
  guint rate = self->burst > 0 ? HUIS_PACE_BURST : self->rate;
  guint64 due = (guint64) (now - self->start) * rate / G_USEC_PER_SEC + 1;
  guint64 most = (guint64) CATCH_UP_USEC * rate / G_USEC_PER_SEC + 1;
  guint count;

  if (due <= self->taken)
    return 0;
  if (due - self->taken > most)
    {
      /* After a pause the clock starts again: time that went by is not saved up. */
      restart (self, now - CATCH_UP_USEC);
      due = most;
    }
  count = (guint) MIN (due - self->taken, wanted);
  if (self->burst > 0)
    return take_burst (self, count, now);
  self->taken += count;

  return count;
}

void
huis_pacer_return (HuisPacer *self, guint count)
{
  self->taken -= MIN (self->taken, count);
}
