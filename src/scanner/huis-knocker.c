/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-knocker"

#include "huis-knocker.h"

#include "huis-reach.h"

#include <arpa/inet.h>
#include <glib-unix.h>
#include <linux/errqueue.h>
#include <sys/socket.h>
#include <unistd.h>

/* A packet that waits for a MAC stays in its socket's buffer: one socket holds about 256 of them.
 */
#define SOCKETS 6

#define DISCARD_PORT 9

struct _HuisKnocker
{
  HuisKnockerFunc func;
  gpointer data;
  int fds[SOCKETS];
  guint sources[SOCKETS];
  guint next;
};

/* An answer, and the only quick one from a neighbour that the kernel remembers as STALE. */
static void
read_refusal (HuisKnocker *self, int fd)
{
  char control[512];
  struct sockaddr_in target = { 0 };
  struct msghdr message = {
    .msg_name = &target,
    .msg_namelen = sizeof target,
    .msg_control = control,
    .msg_controllen = sizeof control,
  };

  if (recvmsg (fd, &message, MSG_ERRQUEUE) < 0)
    return;
  for (struct cmsghdr *header = CMSG_FIRSTHDR (&message); header != NULL;
       header = CMSG_NXTHDR (&message, header))
    {
      const struct sock_extended_err *error = (const void *) CMSG_DATA (header);
      const struct sockaddr_in *offender = (const void *) SO_EE_OFFENDER (error);

      if (header->cmsg_level != IPPROTO_IP || header->cmsg_type != IP_RECVERR ||
          header->cmsg_len < CMSG_LEN (sizeof *error + sizeof *offender) ||
          error->ee_origin != SO_EE_ORIGIN_ICMP || offender->sin_family != AF_INET)
        continue;
      self->func (ntohl (offender->sin_addr.s_addr), self->data);
    }
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  char nothing[1];

  read_refusal (data, fd);
  (void) !recv (fd, nothing, sizeof nothing, MSG_DONTWAIT);

  return G_SOURCE_CONTINUE;
}

HuisKnocker *
huis_knocker_new (const HuisInterface *interface, HuisKnockerFunc func, gpointer data)
{
  HuisKnocker *self = g_new0 (HuisKnocker, 1);
  int yes = 1;

  self->func = func;
  self->data = data;
  for (guint i = 0; i < SOCKETS; i++)
    {
      self->fds[i] = huis_reach_open_datagram (interface, 0, FALSE);
      if (self->fds[i] < 0)
        continue;
      (void) setsockopt (self->fds[i], IPPROTO_IP, IP_RECVERR, &yes, sizeof yes);
      self->sources[i] = g_unix_fd_add (self->fds[i], G_IO_IN | G_IO_ERR, readable_cb, self);
    }

  return self;
}

void
huis_knocker_free (HuisKnocker *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SOCKETS; i++)
    {
      g_clear_handle_id (&self->sources[i], g_source_remove);
      if (self->fds[i] >= 0)
        close (self->fds[i]);
    }
  g_free (self);
}

/* A socket may still hold the error of an earlier datagram: then the next one is tried. */
gboolean
huis_knocker_knock (HuisKnocker *self, guint32 address)
{
  for (guint i = 0; i < SOCKETS; i++)
    {
      int fd = self->fds[self->next++ % SOCKETS];

      if (fd >= 0 && huis_reach_send (fd, address, DISCARD_PORT, "", 0) >= 0)
        return TRUE;
    }

  return FALSE;
}
