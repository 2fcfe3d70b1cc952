/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-firewall"

#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-reach.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/*
 * A firewall of this computer lets in what was asked for, but who answers a question to everyone
 * is not whom the question went to: such answers are often thrown away. Whether that is so here
 * shows when this computer sends a datagram to the group, and itself listens: it goes the way of
 * those answers, past the same firewall, and never out.
 */

#define GROUP       0xeffffffa /* 239.255.255.250, SSDP's */
#define TRIES       3
#define INTERVAL_MS 200

static const char word[] = "huiswacht";

typedef struct
{
  HuisLook *look;
  int fd;
  guint16 port;
  guint tries;
  guint timer;
  guint source;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

static void
finish (Probe *self, gboolean swallows)
{
  HuisInterface *interface = huis_look_get_interface (self->look);
  g_autofree char *address = huis_ipv4_to_string (interface->address);
  JsonObject *fact = huis_look_fact (self->look, "firewall", address);

  huis_json_set_string (fact, "mac", interface->mac);
  json_object_set_boolean_member (fact, "swallows", swallows);
  huis_look_emit (self->look, fact);
  if (swallows)
    huis_look_notice (self->look, "own-firewall", NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->source, g_source_remove);
  huis_look_release (self->look);
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  Probe *self = data;
  char bytes[sizeof word];
  gssize length = recv (fd, bytes, sizeof bytes, 0);

  if (length == (gssize) strlen (word) && memcmp (bytes, word, strlen (word)) == 0)
    finish (self, FALSE);

  return G_SOURCE_CONTINUE;
}

static gboolean
send_cb (gpointer data)
{
  Probe *self = data;

  /* EPERM: a firewall that does not let it out either tells nothing of what comes in. */
  if (self->tries++ < TRIES &&
      huis_reach_send (self->fd, GROUP, self->port, word, strlen (word)) < 0)
    {
      self->timer = 0;
      g_clear_handle_id (&self->source, g_source_remove);
      huis_look_release (self->look);
      return G_SOURCE_REMOVE;
    }
  if (self->tries <= TRIES)
    return G_SOURCE_CONTINUE;

  self->timer = 0;
  finish (self, TRUE);

  return G_SOURCE_REMOVE;
}

void
huis_probe_firewall_start (HuisLook *look)
{
  Probe *self = g_new0 (Probe, 1);

  self->look = look;
  huis_look_set_state (look, "firewall", self, free_probe);
  self->fd = huis_reach_open_echo (huis_look_get_interface (look), GROUP, &self->port);
  if (self->fd < 0)
    return;
  huis_look_hold (look);
  self->source = g_unix_fd_add (self->fd, G_IO_IN, readable_cb, self);
  self->timer = g_timeout_add (INTERVAL_MS, send_cb, self);
}
