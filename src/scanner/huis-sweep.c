/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-sweep"

#include "huis-sweep.h"

/* Longer than the kernel's three tries: an event that did not come by then was lost. */
#define GIVE_UP_USEC (4 * G_USEC_PER_SEC)

#define STATE_MASK  0x03
#define SETTLED_BIT 0x10

typedef enum
{
  UNASKED,
  WAITING,
  SILENT,
  ALIVE,
} State;

typedef struct
{
  guint32 host;
  gint64 deadline;
} Waiting;

struct _HuisSweep
{
  guint32 network;
  guint32 self_host;
  guint32 hosts;
  guint8 *states;
  /* The host parts in the order of asking; @next is how far this round came. */
  guint32 *order;
  guint32 count;
  guint32 next;
  guint32 preferred;
  guint rounds_left;
  gint64 second_round;
  guint asked;
  guint waiting;
  /* One for each address that waits, oldest first. */
  GQueue deadlines;
  GQueue postponed;
};

static void
shuffle (guint32 *order, guint32 count, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint32 i = count; i > 1; i--)
    {
      guint32 other = (guint32) g_rand_int_range (random, 0, (gint32) i);
      guint32 value = order[i - 1];

      order[i - 1] = order[other];
      order[other] = value;
    }
}

HuisSweep *
huis_sweep_new (guint32 self_address, guint prefix, guint32 seed, gint64 now)
{
  HuisSweep *self = g_new0 (HuisSweep, 1);
  guint32 size;

  prefix = CLAMP (prefix, HUIS_SWEEP_PREFIX_MIN, 32);
  size = (guint32) 1 << (32 - prefix);
  self->network = self_address & ~(size - 1);
  self->self_host = self_address & (size - 1);
  self->hosts = size;
  self->states = g_new0 (guint8, size);
  self->order = g_new (guint32, size);
  /* The first and the last are the network's own, except where there is no room for them. */
  for (guint32 host = 0; host < size; host++)
    if (host != self->self_host && (size <= 2 || (host != 0 && host != size - 1)))
      self->order[self->count++] = host;
  shuffle (self->order, self->count, seed);
  self->rounds_left = prefix >= HUIS_SWEEP_TWO_ROUNDS_PREFIX ? 1 : 0;
  self->second_round = now + HUIS_SWEEP_SECOND_ROUND;

  return self;
}

void
huis_sweep_free (HuisSweep *self)
{
  if (self == NULL)
    return;

  g_queue_clear_full (&self->deadlines, g_free);
  g_queue_clear (&self->postponed);
  g_free (self->states);
  g_free (self->order);
  g_free (self);
}

static gboolean
get_host (HuisSweep *self, guint32 address, guint32 *host)
{
  *host = address - self->network;

  return address >= self->network && *host < self->hosts;
}

static State
get_state (HuisSweep *self, guint32 host)
{
  return self->states[host] & STATE_MASK;
}

static void
set_state (HuisSweep *self, guint32 host, State state)
{
  if (get_state (self, host) == WAITING)
    self->waiting--;
  if (state == WAITING)
    self->waiting++;
  self->states[host] = (guint8) ((self->states[host] & ~STATE_MASK) | state);
}

void
huis_sweep_prefer (HuisSweep *self, guint32 address)
{
  guint32 host;

  if (!get_host (self, address, &host) || get_state (self, host) != UNASKED)
    return;
  self->preferred = MAX (self->preferred, self->next);
  for (guint32 i = self->preferred; i < self->count; i++)
    if (self->order[i] == host)
      {
        self->order[i] = self->order[self->preferred];
        self->order[self->preferred++] = host;
        return;
      }
}

static void
drop_overdue (HuisSweep *self, gint64 now)
{
  Waiting *oldest;

  while ((oldest = g_queue_peek_head (&self->deadlines)) != NULL &&
         (oldest->deadline <= now || get_state (self, oldest->host) != WAITING))
    {
      if (get_state (self, oldest->host) == WAITING)
        set_state (self, oldest->host, SILENT);
      g_free (g_queue_pop_head (&self->deadlines));
    }
}

static guint32
ask (HuisSweep *self, guint32 host, gint64 now)
{
  Waiting *waiting = g_new (Waiting, 1);

  waiting->host = host;
  waiting->deadline = now + GIVE_UP_USEC;
  g_queue_push_tail (&self->deadlines, waiting);
  set_state (self, host, WAITING);
  self->asked++;

  return self->network + host;
}

static gboolean
start_second_round (HuisSweep *self, gint64 now)
{
  if (self->next < self->count)
    return TRUE;
  if (self->rounds_left == 0 || now < self->second_round)
    return FALSE;
  self->rounds_left--;
  self->next = 0;

  return TRUE;
}

guint32
huis_sweep_next (HuisSweep *self, gint64 now)
{
  drop_overdue (self, now);
  if (self->waiting >= HUIS_SWEEP_UNRESOLVED_MAX)
    return 0;
  while (!g_queue_is_empty (&self->postponed))
    {
      guint32 host = GPOINTER_TO_UINT (g_queue_pop_head (&self->postponed));

      if (get_state (self, host) == UNASKED)
        return ask (self, host, now);
    }

  while (start_second_round (self, now))
    {
      guint32 host = self->order[self->next];

      /* In the second round the one asked first is certain first: wait for it. */
      if (get_state (self, host) == WAITING)
        return 0;
      self->next++;
      if (get_state (self, host) != ALIVE)
        return ask (self, host, now);
    }

  return 0;
}

void
huis_sweep_postpone (HuisSweep *self, guint32 address)
{
  guint32 host;

  if (!get_host (self, address, &host) || get_state (self, host) != WAITING)
    return;
  set_state (self, host, UNASKED);
  g_queue_push_tail (&self->postponed, GUINT_TO_POINTER (host));
  self->asked--;
}

gboolean
huis_sweep_settle (HuisSweep *self, guint32 address, gboolean alive)
{
  guint32 host;
  gboolean news;

  if (!get_host (self, address, &host) || host == self->self_host ||
      get_state (self, host) == ALIVE)
    return FALSE;
  /* What the kernel gave up on before we asked says nothing about now. */
  if (!alive && get_state (self, host) != WAITING)
    return FALSE;

  news = alive || (self->states[host] & SETTLED_BIT) == 0;
  set_state (self, host, alive ? ALIVE : SILENT);
  self->states[host] |= SETTLED_BIT;

  return news;
}

guint
huis_sweep_get_asked (HuisSweep *self)
{
  return self->asked;
}

guint
huis_sweep_get_size (HuisSweep *self)
{
  return self->count;
}

gboolean
huis_sweep_is_finished (HuisSweep *self, gint64 now)
{
  drop_overdue (self, now);

  return self->next >= self->count && self->rounds_left == 0 && self->waiting == 0 &&
         g_queue_is_empty (&self->postponed);
}
