/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-neighbour"

#include "huis-knocker.h"
#include "huis-pacer.h"
#include "huis-probe-list.h"
#include "huis-reach.h"
#include "huis-rtnetlink.h"
#include "huis-sweep.h"
#include "huis-table.h"

#include <arpa/inet.h>
#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

/*
 * Who is there, without any right: whatever is sent to an address makes the kernel ask for its MAC,
 * and rtnetlink tells every user what came of that. Even a device that answers to nothing else has
 * to answer this, or it could not be reached by anyone.
 */

#define TICK_MS      4
#define TICK_MAX     64
#define NETLINK_SIZE 65536

/* A home has fewer, and who makes them up shall not fill the kernel's table. */
#define FINDS_MAX 128

#define FULL_PAUSE_USEC    (50 * 1000)
#define REFUSED_PAUSE_USEC (500 * 1000)

/* More lines about nobody than this help no one. */
#define ABSENT_PREFIX_MIN 22

typedef struct
{
  HuisLook *look;
  HuisSweep *sweep;
  HuisPacer pacer;
  HuisTable *table;
  gint64 pause_until;
  int netlink;
  guint netlink_source;
  HuisKnocker *knocker;
  GHashTable *sought;
  guint tick_source;
  gboolean held;
  gboolean reading;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->netlink_source, g_source_remove);
  g_clear_pointer (&self->knocker, huis_knocker_free);
  g_hash_table_unref (self->sought);
  if (self->netlink >= 0)
    close (self->netlink);
  g_clear_pointer (&self->sweep, huis_sweep_free);
  g_clear_pointer (&self->table, huis_table_free);
  g_free (self);
}

static char *
neighbour_to_string (const HuisNeighbour *neighbour)
{
  char text[INET6_ADDRSTRLEN];

  if (neighbour->family == AF_INET)
    return g_strdup (inet_ntop (AF_INET, &neighbour->ipv4, text, sizeof text));

  return g_strdup (inet_ntop (AF_INET6, &neighbour->ipv6, text, sizeof text));
}

static void
report_absent (Probe *self, const char *address)
{
  if (huis_look_get_interface (self->look)->prefix >= ABSENT_PREFIX_MIN)
    huis_look_emit (self->look, huis_look_fact (self->look, "absent", address));
}

static void
learn_mac (Probe *self, const char *address, const HuisNeighbour *neighbour)
{
  const guint8 *mac = neighbour->mac;
  g_autofree char *text = g_strdup_printf ("%02x:%02x:%02x:%02x:%02x:%02x", mac[0], mac[1], mac[2],
                                           mac[3], mac[4], mac[5]);

  if ((mac[0] & 1) == 0)
    huis_look_learn_mac (self->look, address, text);
}

/*
 * Whether the kernel heard of it just now. REACHABLE is an answer; STALE, DELAY and PROBE are
 * memories of one, except when the entry came into being before our eyes: then the device itself
 * asked for us.
 */
static gboolean
is_answer (Probe *self,
           const struct nlmsghdr *message,
           const HuisNeighbour *neighbour,
           const char *address)
{
  if (neighbour->removed || !neighbour->has_mac)
    return FALSE;
  if ((neighbour->state & NUD_REACHABLE) != 0)
    return TRUE;

  return (message->nlmsg_flags & NLM_F_MULTI) == 0 && (neighbour->state & NUD_STALE) != 0 &&
         huis_look_get_mac (self->look, address) == NULL;
}

static void
settle (Probe *self, const HuisNeighbour *neighbour, const char *address, gboolean answered)
{
  guint32 ipv4 = neighbour->family == AF_INET ? ntohl (neighbour->ipv4.s_addr) : 0;
  gboolean failed = neighbour->removed || (neighbour->state & NUD_FAILED) != 0;

  if (answered)
    {
      if (ipv4 != 0 && self->sweep != NULL)
        huis_sweep_settle (self->sweep, ipv4, TRUE);
      huis_look_meet (self->look, address, "neighbour");
    }
  else if (failed && ipv4 != 0 && self->sweep != NULL &&
           huis_sweep_settle (self->sweep, ipv4, FALSE))
    report_absent (self, address);
}

static void
neighbour_cb (const struct nlmsghdr *message, gpointer data)
{
  Probe *self = data;
  g_autofree char *address = NULL;
  HuisNeighbour neighbour;
  gboolean answered;

  if (!huis_rtnetlink_parse_neighbour (message, &neighbour) ||
      neighbour.ifindex != huis_look_get_interface (self->look)->index ||
      (neighbour.state & (NUD_NOARP | NUD_PERMANENT)) != 0)
    return;

  address = neighbour_to_string (&neighbour);
  answered = is_answer (self, message, &neighbour, address);
  if (neighbour.has_mac && !neighbour.removed)
    learn_mac (self, address, &neighbour);
  /* Whoever the kernel remembers is likely still there: those are asked first. */
  if (self->sweep != NULL && neighbour.family == AF_INET && (neighbour.state & NUD_FAILED) == 0)
    huis_sweep_prefer (self->sweep, ntohl (neighbour.ipv4.s_addr));
  settle (self, &neighbour, address, answered);
}

static gboolean
netlink_cb (int fd, GIOCondition condition, gpointer data)
{
  static union
  {
    struct nlmsghdr align;
    char bytes[NETLINK_SIZE];
  } buffer;
  Probe *self = data;

  self->reading = TRUE;
  for (guint i = 0; i < 64; i++)
    {
      gssize length = huis_rtnetlink_receive (fd, buffer.bytes, sizeof buffer.bytes);

      /* Events were lost: the table itself still knows. */
      if (length < 0 && errno == ENOBUFS)
        (void) huis_rtnetlink_request_dump (fd, RTM_GETNEIGH, AF_UNSPEC);
      else if (length < 0)
        break;
      if (length > 0)
        (void) huis_rtnetlink_foreach (buffer.bytes, (gsize) length, neighbour_cb, self);
    }
  self->reading = FALSE;

  return G_SOURCE_CONTINUE;
}

static void
refused_cb (guint32 address, gpointer data)
{
  Probe *self = data;
  g_autofree char *text = huis_ipv4_to_string (address);

  if (self->sweep != NULL)
    huis_sweep_settle (self->sweep, address, TRUE);
  huis_look_meet (self->look, text, "icmp");
}

static void
finish_sweep (Probe *self)
{
  if (self->held)
    huis_look_release (self->look);
  self->held = FALSE;
}

static gboolean
knock (Probe *self, guint32 address)
{
  if (!huis_knocker_knock (self->knocker, address))
    return FALSE;
  huis_look_count_sent (self->look, 1);

  return TRUE;
}

/* Sends what may be sent now, and returns the addresses. */
static GArray *
ask_next (Probe *self, gint64 now, guint allowed)
{
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 address;

  while (asked->len < allowed && (address = huis_sweep_next (self->sweep, now)) != 0)
    {
      if (!knock (self, address))
        {
          huis_sweep_postpone (self->sweep, address);
          break;
        }
      g_array_append_val (asked, address);
    }

  return asked;
}

/*
 * A full table swallows questions in silence, so those that went out while it was full are asked
 * again. When it is nearly full one question now and then goes on: that is what makes the kernel
 * throw out its dead entries.
 */
static void
mind_table (Probe *self, gint64 now, const GArray *asked)
{
  if (asked->len == 0)
    return;
  if (huis_table_was_refused (self->table))
    {
      for (guint i = 0; i < asked->len; i++)
        huis_sweep_postpone (self->sweep, g_array_index (asked, guint32, i));
      self->pause_until = now + REFUSED_PAUSE_USEC;
    }
  else if (!huis_table_has_room (self->table))
    self->pause_until = now + FULL_PAUSE_USEC;
}

static gboolean
tick_cb (gpointer data)
{
  Probe *self = data;
  gint64 now = g_get_monotonic_time ();

  if (now >= self->pause_until)
    {
      guint allowed = huis_pacer_take (&self->pacer, now, TICK_MAX);
      g_autoptr (GArray) asked = ask_next (self, now, allowed);

      huis_pacer_return (&self->pacer, allowed - asked->len);
      mind_table (self, now, asked);
      huis_look_set_progress (self->look, huis_sweep_get_asked (self->sweep),
                              huis_sweep_get_size (self->sweep));
    }
  if (!huis_sweep_is_finished (self->sweep, now))
    return G_SOURCE_CONTINUE;
  self->tick_source = 0;
  finish_sweep (self);

  return G_SOURCE_REMOVE;
}

/* Who named a pace means it; and Wi-Fi takes no burst. */
static void
start_pacer (Probe *self, guint pace, gint64 now)
{
  guint size = huis_sweep_get_size (self->sweep);

  huis_pacer_init (&self->pacer, pace, now);
  if (pace == HUIS_PACE_WIRE && huis_look_get_options (self->look)->pace == 0 &&
      size <= HUIS_PACE_BURST_MAX)
    huis_pacer_allow_burst (&self->pacer, size);
}

static void
start_sweep (Probe *self)
{
  HuisInterface *interface = huis_look_get_interface (self->look);
  gint64 now = g_get_monotonic_time ();
  guint pace = huis_look_get_options (self->look)->pace;

  if (pace == 0)
    pace = interface->medium == HUIS_MEDIUM_WIFI ? HUIS_PACE_WIFI : HUIS_PACE_WIRE;
  self->sweep = huis_sweep_new (interface->address, interface->prefix, g_random_int (), now);
  if (interface->gateway != 0)
    huis_sweep_prefer (self->sweep, interface->gateway);
  self->table = huis_table_new ();
  start_pacer (self, pace, now);
  /* Each of the addresses may take its turn at the pace, or at what the kernel's table can hold. */
  huis_look_allow_seconds (self->look,
                           30 + huis_sweep_get_size (self->sweep) * 2.0 / MIN (pace, 120));
  huis_look_hold (self->look);
  self->held = TRUE;
  /* Before all other work: whoever was found brings plenty of it, and the others wait to be found.
   */
  self->tick_source = g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, tick_cb, self, NULL);
}

static gboolean
may_sweep (HuisLook *look)
{
  HuisInterface *interface = huis_look_get_interface (look);

  if (huis_look_get_options (look)->scope != HUIS_LOOK_DISCOVER)
    return FALSE;
  if (interface->prefix >= HUIS_SWEEP_TWO_ROUNDS_PREFIX)
    return TRUE;
  if (huis_look_get_options (look)->confirmed_large && interface->prefix >= HUIS_SWEEP_PREFIX_MIN)
    return TRUE;
  huis_look_notice (look, "too-large", interface->name);

  return FALSE;
}

/* The ones that are asked whatever the size: the router, and the device this look is about. */
static void
ask_known (Probe *self)
{
  HuisInterface *interface = huis_look_get_interface (self->look);
  guint32 target = huis_ipv4_from_string (huis_look_get_options (self->look)->target);

  if (target != 0 && huis_interface_holds (interface, target))
    (void) knock (self, target);
  else if (interface->gateway != 0)
    (void) knock (self, interface->gateway);
}

void
huis_probe_neighbour_find (HuisLook *look, const char *address)
{
  Probe *self = huis_look_get_state (look, "neighbour");

  if (self == NULL || huis_ipv4_from_string (address) != 0 ||
      huis_look_get_mac (look, address) != NULL || g_hash_table_size (self->sought) >= FINDS_MAX ||
      !g_hash_table_add (self->sought, g_strdup (address)))
    return;
  huis_look_count_sent (look, 1);
  huis_reach_knock_ipv6 (huis_look_get_interface (look), address);
}

gboolean
huis_probe_neighbour_refresh (HuisLook *look)
{
  Probe *self = huis_look_get_state (look, "neighbour");

  if (self == NULL || self->netlink < 0)
    return FALSE;
  /* Not from within its own reading: that goes on with the next message anyway. */
  if (!self->reading)
    (void) netlink_cb (self->netlink, G_IO_IN, self);

  return TRUE;
}

void
huis_probe_neighbour_start (HuisLook *look)
{
  HuisInterface *interface = huis_look_get_interface (look);
  Probe *self = g_new0 (Probe, 1);
  g_autofree char *own = huis_ipv4_to_string (interface->address);

  self->look = look;
  self->sought = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  huis_look_set_state (look, "neighbour", self, free_probe);
  self->knocker = huis_knocker_new (interface, refused_cb, self);
  self->netlink = huis_rtnetlink_open (RTMGRP_NEIGH);
  if (self->netlink < 0)
    {
      huis_look_notice (look, "no-neighbours", g_strerror (errno));
      return;
    }

  if (may_sweep (look))
    start_sweep (self);
  else
    ask_known (self);
  if (interface->mac != NULL)
    huis_look_learn_mac (look, own, interface->mac);
  if (huis_look_get_options (look)->scope == HUIS_LOOK_DISCOVER)
    huis_look_meet (look, own, "self");
  self->netlink_source =
      g_unix_fd_add_full (G_PRIORITY_HIGH, self->netlink, G_IO_IN, netlink_cb, self, NULL);
  (void) huis_rtnetlink_request_dump (self->netlink, RTM_GETNEIGH, AF_UNSPEC);
}
