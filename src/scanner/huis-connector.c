/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-connector"

#include "huis-connector.h"

#include "huis-reach.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/socket.h>
#include <unistd.h>

#define CLOCK_MS 20

typedef struct
{
  HuisConnector *connector;
  struct _Target *target;
  guint16 port;
  guint timeout_ms;
  HuisConnectFunc func;
  gpointer data;
  int fd;
  guint source;
  gint64 deadline;
} Attempt;

/* The attempts at one device that wait for their turn. */
typedef struct _Target
{
  guint32 address;
  guint in_flight;
  GQueue waiting;
} Target;

struct _HuisConnector
{
  const HuisInterface *interface;
  GHashTable *targets;
  /* Targets with something to try, each in turn. */
  GQueue turns;
  GPtrArray *in_flight;
  guint clock;
};

static void
free_attempt (gpointer data)
{
  Attempt *attempt = data;

  g_clear_handle_id (&attempt->source, g_source_remove);
  if (attempt->fd >= 0)
    close (attempt->fd);
  g_free (attempt);
}

static void
free_target (gpointer data)
{
  Target *target = data;

  g_queue_clear_full (&target->waiting, free_attempt);
  g_free (target);
}

HuisConnector *
huis_connector_new (const HuisInterface *interface)
{
  HuisConnector *self = g_new0 (HuisConnector, 1);

  self->interface = interface;
  self->targets = g_hash_table_new_full (NULL, NULL, NULL, free_target);
  self->in_flight = g_ptr_array_new_with_free_func (free_attempt);

  return self;
}

void
huis_connector_free (HuisConnector *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->clock, g_source_remove);
  g_queue_clear (&self->turns);
  g_ptr_array_unref (self->in_flight);
  g_hash_table_unref (self->targets);
  g_free (self);
}

/* Tells the outcome. An open connection is closed by a reset: a farewell would keep a small device
 * waiting for the last packet of it. */
static void
finish (Attempt *attempt, HuisConnectResult result)
{
  HuisConnector *self = attempt->connector;
  Target *target = attempt->target;
  const struct linger at_once = { .l_onoff = 1, .l_linger = 0 };
  guint index;

  if (g_ptr_array_find (self->in_flight, attempt, &index))
    g_ptr_array_steal_index_fast (self->in_flight, index);
  target->in_flight--;
  if (!g_queue_is_empty (&target->waiting) && g_queue_find (&self->turns, target) == NULL)
    g_queue_push_tail (&self->turns, target);

  if (result == HUIS_CONNECT_OPEN)
    (void) setsockopt (attempt->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  attempt->func (target->address, attempt->port, result,
                 result == HUIS_CONNECT_OPEN ? attempt->fd : -1, attempt->data);
  free_attempt (attempt);
}

static gboolean
answered_cb (int fd, GIOCondition condition, gpointer data)
{
  Attempt *attempt = data;
  socklen_t length = sizeof (int);
  int error = 0;

  attempt->source = 0;
  if (getsockopt (fd, SOL_SOCKET, SO_ERROR, &error, &length) < 0)
    error = errno;
  if (error == 0)
    finish (attempt, HUIS_CONNECT_OPEN);
  else if (error == ECONNREFUSED || error == ECONNRESET)
    finish (attempt, HUIS_CONNECT_CLOSED);
  else
    finish (attempt, HUIS_CONNECT_SILENT);

  return G_SOURCE_REMOVE;
}

/* Returns %FALSE where there is no room for another socket just now. */
static gboolean
start (HuisConnector *self, Attempt *attempt)
{
  attempt->fd = huis_reach_connect (self->interface, attempt->target->address, attempt->port);
  if (attempt->fd < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOBUFS))
    return FALSE;

  attempt->target->in_flight++;
  attempt->deadline = g_get_monotonic_time () + (gint64) attempt->timeout_ms * 1000;
  g_ptr_array_add (self->in_flight, attempt);
  if (attempt->fd >= 0)
    attempt->source =
        g_unix_fd_add (attempt->fd, G_IO_OUT | G_IO_ERR | G_IO_HUP, answered_cb, attempt);
  else
    attempt->deadline = 0;

  return TRUE;
}

static void
start_what_fits (HuisConnector *self)
{
  while (self->in_flight->len < HUIS_CONNECTOR_IN_FLIGHT && !g_queue_is_empty (&self->turns))
    {
      Target *target = g_queue_pop_head (&self->turns);
      Attempt *attempt;

      if (target->in_flight >= HUIS_CONNECTOR_PER_HOST || g_queue_is_empty (&target->waiting))
        continue;
      attempt = g_queue_pop_head (&target->waiting);
      if (!start (self, attempt))
        {
          g_queue_push_head (&target->waiting, attempt);
          g_queue_push_tail (&self->turns, target);
          return;
        }
      g_queue_push_tail (&self->turns, target);
    }
}

static gboolean
clock_cb (gpointer data)
{
  HuisConnector *self = data;
  gint64 now = g_get_monotonic_time ();

  for (guint i = self->in_flight->len; i > 0; i--)
    {
      Attempt *attempt = g_ptr_array_index (self->in_flight, i - 1);

      if (attempt->deadline <= now)
        finish (attempt, attempt->fd < 0 ? HUIS_CONNECT_NOT_TRIED : HUIS_CONNECT_SILENT);
    }
  start_what_fits (self);
  if (self->in_flight->len > 0 || !g_queue_is_empty (&self->turns))
    return G_SOURCE_CONTINUE;
  self->clock = 0;

  return G_SOURCE_REMOVE;
}

void
huis_connector_try (HuisConnector *self,
                    guint32 address,
                    guint16 port,
                    guint timeout_ms,
                    HuisConnectFunc func,
                    gpointer data)
{
  Target *target = g_hash_table_lookup (self->targets, GUINT_TO_POINTER (address));
  Attempt *attempt = g_new0 (Attempt, 1);

  if (target == NULL)
    {
      target = g_new0 (Target, 1);
      target->address = address;
      g_queue_init (&target->waiting);
      g_hash_table_insert (self->targets, GUINT_TO_POINTER (address), target);
    }
  attempt->connector = self;
  attempt->target = target;
  attempt->port = port;
  attempt->timeout_ms = timeout_ms;
  attempt->func = func;
  attempt->data = data;
  attempt->fd = -1;
  g_queue_push_tail (&target->waiting, attempt);
  if (g_queue_find (&self->turns, target) == NULL)
    g_queue_push_tail (&self->turns, target);
  if (self->clock == 0)
    self->clock = g_timeout_add (CLOCK_MS, clock_cb, self);
}

guint
huis_connector_get_in_flight (HuisConnector *self)
{
  return self->in_flight->len;
}
