/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-datagram"

#include "huis-datagram.h"

#include "huis-reach.h"

#include <arpa/inet.h>
#include <glib-unix.h>
#include <sys/socket.h>
#include <unistd.h>

/* A flood gets its turn like everybody else. */
#define PACKETS_AT_ONCE 32

struct _HuisDatagram
{
  HuisLook *look;
  HuisDatagramFunc func;
  gpointer data;
  int fd;
  guint source;
};

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer data)
{
  HuisDatagram *self = data;
  guint8 packet[HUIS_DATAGRAM_MAX];

  for (guint i = 0; i < PACKETS_AT_ONCE; i++)
    {
      struct sockaddr_in sender = { 0 };
      socklen_t size = sizeof sender;
      gssize length = recvfrom (fd, packet, sizeof packet, 0, (struct sockaddr *) &sender, &size);
      g_autofree char *address = NULL;

      if (length < 0)
        break;
      address = huis_ipv4_to_string (ntohl (sender.sin_addr.s_addr));
      if (size >= sizeof sender && huis_look_is_on_link (self->look, address))
        self->func (self->look, address, ntohs (sender.sin_port), packet, (gsize) length,
                    self->data);
    }

  return G_SOURCE_CONTINUE;
}

HuisDatagram *
huis_datagram_new (HuisLook *look, guint16 port, HuisDatagramFunc func, gpointer data)
{
  HuisDatagram *self;
  int fd = huis_reach_open_datagram (huis_look_get_interface (look), port, port != 0);

  if (fd < 0)
    return NULL;

  self = g_new0 (HuisDatagram, 1);
  self->look = look;
  self->func = func;
  self->data = data;
  self->fd = fd;
  self->source = g_unix_fd_add (fd, G_IO_IN, readable_cb, self);

  return self;
}

void
huis_datagram_free (HuisDatagram *self)
{
  if (self == NULL)
    return;

  g_source_remove (self->source);
  close (self->fd);
  g_free (self);
}

gboolean
huis_datagram_send (HuisDatagram *self,
                    guint32 address,
                    guint16 port,
                    const void *bytes,
                    gsize length)
{
  huis_look_count_sent (self->look, 1);

  return huis_reach_send (self->fd, address, port, bytes, length) >= 0;
}
