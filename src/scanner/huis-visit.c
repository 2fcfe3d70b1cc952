/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-visit"

#include "huis-visit.h"

#include "huis-answer.h"
#include "huis-json.h"
#include "huis-reach.h"

#include <glib-unix.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Ten a second, a dozen at once: a phone's connection, and a home router, hardly notice. */
#define TICK_MS     100
#define AT_ONCE_MAX 12
#define PROGRESS_MS 1000

/* A mobile network may take seconds to wake up; in the house everything answers soon. */
#define PATIENCE_OUTSIDE_US (4 * G_USEC_PER_SEC)
#define PATIENCE_GUEST_US   (G_USEC_PER_SEC * 3 / 2)

/* From a guest network to a device at home: its own router, perhaps a second one. */
#define HOPS_GUEST 4
/* This router, or a phone that itself sits on the Wi-Fi of this router. */
#define HOPS_NEAR 2
#define HOPS_WAY  10

/* As huis-observation.h calls them. */
static const char *const answer_ids[] = { "open", "refused", "unreachable", "silent", "silent" };

typedef struct
{
  HuisVisit *visit;
  HuisTarget *target;
  guint16 port;
  int hops; /* 0: as many as it takes, and its outcome is told */
  int fd;
  guint source;
  gint64 deadline;
} Knock;

/* The way home: over IPv4, and over IPv6 where the home has it. They may differ. */
enum
{
  WAY_IPV4,
  WAY_IPV6,
  N_WAYS
};

typedef struct
{
  HuisTarget *target; /* to whom it is tried; %NULL where nobody has such an address */
  gboolean near;
  gboolean passed;
  gboolean blocked;
} Way;

struct _HuisVisit
{
  HuisTargetsWhere where;
  GPtrArray *targets;
  const HuisInterface *interface;
  HuisEmitter *emitter;
  GMainLoop *loop;

  GQueue waiting; /* Knock */
  GPtrArray *under_way;
  guint n_doors;
  guint n_told;
  guint n_sent;
  Way ways[N_WAYS];
  gboolean doors_queued;
  gboolean near;
  gboolean stopped;
};

static void
free_knock (gpointer data)
{
  Knock *knock = data;

  g_clear_handle_id (&knock->source, g_source_remove);
  if (knock->fd >= 0)
    close (knock->fd);
  g_free (knock);
}

HuisVisit *
huis_visit_new (HuisTargetsWhere where,
                GPtrArray *targets,
                const HuisInterface *interface,
                HuisEmitter *emitter)
{
  HuisVisit *self = g_new0 (HuisVisit, 1);

  self->where = where;
  self->targets = targets;
  self->interface = interface;
  self->emitter = emitter;
  self->loop = g_main_loop_new (NULL, FALSE);
  self->under_way = g_ptr_array_new_with_free_func (free_knock);
  g_queue_init (&self->waiting);

  return self;
}

void
huis_visit_free (HuisVisit *self)
{
  if (self == NULL)
    return;

  g_queue_clear_full (&self->waiting, free_knock);
  g_ptr_array_unref (self->under_way);
  g_main_loop_unref (self->loop);
  g_free (self);
}

void
huis_visit_stop (HuisVisit *self)
{
  self->stopped = TRUE;
  g_main_loop_quit (self->loop);
}

static void
queue_knock (HuisVisit *self, HuisTarget *target, guint16 port, int hops)
{
  Knock *knock = g_new0 (Knock, 1);

  knock->visit = self;
  knock->target = target;
  knock->port = port;
  knock->hops = hops;
  knock->fd = -1;
  g_queue_push_tail (&self->waiting, knock);
}

static Way *
find_way (HuisVisit *self, HuisTarget *target)
{
  gboolean ipv4 = g_inet_address_get_family (target->address) == G_SOCKET_FAMILY_IPV4;

  return &self->ways[ipv4 ? WAY_IPV4 : WAY_IPV6];
}

/* To the first address of each sort: over IPv4 that is the router's own. */
static void
choose_ways (HuisVisit *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      HuisTarget *target = g_ptr_array_index (self->targets, i);
      Way *way = find_way (self, target);

      if (way->target == NULL)
        way->target = target;
    }
}

/* Two ports, as nobody on the way answers the second in another's name. */
static void
queue_way (HuisVisit *self, HuisTarget *target)
{
  for (int hops = 1; hops <= HOPS_NEAR; hops++)
    {
      queue_knock (self, target, 22, hops);
      queue_knock (self, target, 443, hops);
    }
  for (int hops = HOPS_NEAR + 1; hops <= HOPS_WAY; hops++)
    queue_knock (self, target, 443, hops);
}

static void
queue_ways (HuisVisit *self)
{
  if (self->where != HUIS_TARGETS_OUTSIDE)
    return;
  choose_ways (self);
  for (guint i = 0; i < N_WAYS; i++)
    if (self->ways[i].target != NULL)
      queue_way (self, self->ways[i].target);
}

static void
queue_doors (HuisVisit *self)
{
  self->doors_queued = TRUE;
  for (guint i = 0; i < self->targets->len; i++)
    {
      HuisTarget *target = g_ptr_array_index (self->targets, i);

      for (guint j = 0; j < target->ports->len; j++)
        queue_knock (self, target, g_array_index (target->ports, guint16, j), 0);
    }
}

static JsonObject *
make_fact (const char *type, HuisTarget *target)
{
  JsonObject *fact = json_object_new ();
  g_autofree char *address = target != NULL ? g_inet_address_to_string (target->address) : NULL;

  json_object_set_string_member (fact, "type", type);
  huis_json_set_string (fact, "address", address);

  return fact;
}

static void
tell (HuisVisit *self, JsonObject *fact)
{
  huis_emitter_emit (self->emitter, fact);
  if (huis_emitter_is_broken (self->emitter))
    huis_visit_stop (self);
}

static void
tell_door (HuisVisit *self, Knock *knock, HuisAnswer answer)
{
  JsonObject *fact = make_fact ("door", knock->target);

  json_object_set_int_member (fact, "port", knock->port);
  json_object_set_string_member (fact, "state", answer_ids[answer]);
  self->n_told++;
  tell (self, fact);
}

/* What a connection of few hops tells. That it arrives after more hops than "near" says nothing
 * new: the doors themselves come next. */
static void
learn_way (HuisVisit *self, Knock *knock, HuisAnswer answer)
{
  gboolean arrived = answer == HUIS_ANSWER_OPEN || answer == HUIS_ANSWER_REFUSED;
  Way *way = find_way (self, knock->target);

  if (arrived && knock->hops <= HOPS_NEAR)
    self->near = way->near = TRUE;
  else if (arrived || (answer == HUIS_ANSWER_EXPIRED && knock->hops >= HOPS_NEAR))
    way->passed = TRUE;
  else if (answer == HUIS_ANSWER_UNREACHABLE)
    way->blocked = TRUE;
}

static void
finish (Knock *knock, HuisAnswer answer)
{
  HuisVisit *self = knock->visit;
  const struct linger at_once = { .l_onoff = 1, .l_linger = 0 };

  if (answer == HUIS_ANSWER_OPEN)
    (void) setsockopt (knock->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  if (knock->hops != 0 && self->where == HUIS_TARGETS_OUTSIDE)
    learn_way (self, knock, answer);
  else
    {
      if (answer == HUIS_ANSWER_OPEN || answer == HUIS_ANSWER_REFUSED)
        find_way (self, knock->target)->passed = TRUE;
      tell_door (self, knock, answer);
    }
  g_ptr_array_remove_fast (self->under_way, knock);
}

static gboolean
answered_cb (int fd, GIOCondition condition, gpointer data)
{
  Knock *knock = data;
  socklen_t length = sizeof (int);
  int error = 0;

  knock->source = 0;
  if (getsockopt (fd, SOL_SOCKET, SO_ERROR, &error, &length) < 0)
    error = errno;
  finish (knock, huis_answer_read (fd, knock->target->address, error));

  return G_SOURCE_REMOVE;
}

static void
start (HuisVisit *self, Knock *knock)
{
  int hops = self->where == HUIS_TARGETS_GUEST ? HOPS_GUEST : knock->hops;

  self->n_sent++;
  g_ptr_array_add (self->under_way, knock);
  knock->deadline = g_get_monotonic_time () +
                    (self->where == HUIS_TARGETS_GUEST ? PATIENCE_GUEST_US : PATIENCE_OUTSIDE_US);
  knock->fd = huis_reach_visit (self->interface, knock->target->address, knock->port, hops);
  if (knock->fd < 0)
    finish (knock, HUIS_ANSWER_UNREACHABLE);
  else
    knock->source = g_unix_fd_add (knock->fd, G_IO_OUT | G_IO_ERR | G_IO_HUP, answered_cb, knock);
}

static void
end_overdue (HuisVisit *self)
{
  gint64 now = g_get_monotonic_time ();

  for (guint i = self->under_way->len; i > 0; i--)
    {
      Knock *knock = g_ptr_array_index (self->under_way, i - 1);

      if (knock->deadline <= now)
        finish (knock, HUIS_ANSWER_SILENT);
    }
}

static void
tell_ways (HuisVisit *self)
{
  for (guint i = 0; i < N_WAYS; i++)
    {
      const Way *way = &self->ways[i];
      JsonObject *fact;

      if (way->target == NULL)
        continue;
      fact = make_fact ("way", way->target);
      json_object_set_boolean_member (fact, "near", way->near);
      json_object_set_boolean_member (fact, "passed", way->passed);
      json_object_set_boolean_member (fact, "blocked", way->blocked && !way->passed);
      tell (self, fact);
    }
}

/* The doors come after the way: where this turns out to be home, none of them is tried. */
static gboolean
tick_cb (gpointer data)
{
  HuisVisit *self = data;

  end_overdue (self);
  if (g_queue_is_empty (&self->waiting) && self->under_way->len == 0)
    {
      if (self->doors_queued || self->near)
        g_main_loop_quit (self->loop);
      else
        queue_doors (self);
    }
  if (!g_queue_is_empty (&self->waiting) && self->under_way->len < AT_ONCE_MAX)
    start (self, g_queue_pop_head (&self->waiting));

  return G_SOURCE_CONTINUE;
}

static gboolean
progress_cb (gpointer data)
{
  HuisVisit *self = data;
  JsonObject *fact = make_fact ("progress", NULL);

  json_object_set_string_member (fact, "stage", "visit");
  json_object_set_int_member (fact, "done", self->n_told);
  json_object_set_int_member (fact, "total", self->n_doors);
  tell (self, fact);

  return G_SOURCE_CONTINUE;
}

static void
tell_done (HuisVisit *self)
{
  JsonObject *fact = make_fact ("done", NULL);

  json_object_set_int_member (fact, "sent", self->n_sent);
  json_object_set_boolean_member (fact, "stopped", self->stopped);
  huis_emitter_emit (self->emitter, fact);
}

void
huis_visit_run (HuisVisit *self)
{
  guint tick, progress;

  for (guint i = 0; i < self->targets->len; i++)
    self->n_doors += ((HuisTarget *) g_ptr_array_index (self->targets, i))->ports->len;
  queue_ways (self);
  tick = g_timeout_add (TICK_MS, tick_cb, self);
  progress = g_timeout_add (PROGRESS_MS, progress_cb, self);
  if (!self->stopped)
    g_main_loop_run (self->loop);
  g_source_remove (tick);
  g_source_remove (progress);

  if (self->where == HUIS_TARGETS_OUTSIDE && !self->stopped)
    tell_ways (self);
  tell_done (self);
}
