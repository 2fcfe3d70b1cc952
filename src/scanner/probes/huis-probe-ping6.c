/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ping6"

#include "huis-probe-list.h"

#include <arpa/inet.h>
#include <glib-unix.h>
#include <netinet/icmp6.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/*
 * One echo to all IPv6 nodes of the link (RFC 4443, 4.1): who answers is there. Most systems let no
 * ordinary user send it (net.ipv4.ping_group_range); then it is left out without a word, for ARP
 * finds the same devices. IPv6 is never swept: a subnet has more addresses than there is time.
 */

#define PACKETS_AT_ONCE 64

typedef struct
{
  HuisLook *look;
  int fd;
  guint source;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  close (self->fd);
  g_free (self);
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  Probe *self = data;

  for (guint i = 0; i < PACKETS_AT_ONCE; i++)
    {
      struct icmp6_hdr answer;
      struct sockaddr_in6 sender = { 0 };
      socklen_t size = sizeof sender;
      char address[INET6_ADDRSTRLEN];
      gssize length = recvfrom (fd, &answer, sizeof answer, 0, (struct sockaddr *) &sender, &size);

      if (length < 0)
        break;
      if (length == sizeof answer && answer.icmp6_type == ICMP6_ECHO_REPLY &&
          inet_ntop (AF_INET6, &sender.sin6_addr, address, sizeof address) != NULL)
        huis_look_meet (self->look, address, "icmp");
    }

  return G_SOURCE_CONTINUE;
}

void
huis_probe_ping6_start (HuisLook *look)
{
  struct sockaddr_in6 everyone = { .sin6_family = AF_INET6 };
  const struct icmp6_hdr question = { .icmp6_type = ICMP6_ECHO_REQUEST };
  int fd = socket (AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_ICMPV6);
  Probe *self;

  if (fd < 0)
    return;

  self = g_new0 (Probe, 1);
  self->look = look;
  self->fd = fd;
  self->source = g_unix_fd_add (fd, G_IO_IN, readable_cb, self);
  huis_look_set_state (look, "ping6", self, free_probe);
  everyone.sin6_scope_id = (guint32) huis_look_get_interface (look)->index;
  (void) inet_pton (AF_INET6, "ff02::1", &everyone.sin6_addr);
  huis_look_count_sent (look, 1);
  (void) !sendto (fd, &question, sizeof question, 0, (struct sockaddr *) &everyone,
                  sizeof everyone);
}
