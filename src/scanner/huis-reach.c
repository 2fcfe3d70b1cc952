/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-reach"

#include "huis-reach.h"

#include "huis-port.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define IPP_PORT  631
#define KASA_PORT 9999

#define DISCARD_PORT 9

gboolean
huis_reach_may_connect (guint16 port)
{
  return huis_port_may_be_touched (port);
}

gboolean
huis_reach_may_speak (guint16 port)
{
  return huis_reach_may_connect (port) && port != IPP_PORT;
}

static struct sockaddr_in
make_address (guint32 address, guint16 port)
{
  struct sockaddr_in result = { .sin_family = AF_INET, .sin_port = htons (port) };

  result.sin_addr.s_addr = htonl (address);

  return result;
}

/* Keeps the socket on its own network where two interfaces share a subnet; needs no right. */
static void
keep_to_interface (int fd, const HuisInterface *interface)
{
  if (*interface->name != '\0')
    (void) setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, interface->name,
                       (socklen_t) strlen (interface->name));
}

static int
refuse (int fd)
{
  int saved = errno;

  close (fd);
  errno = saved;

  return -1;
}

int
huis_reach_connect (const HuisInterface *interface, guint32 address, guint16 port)
{
  struct sockaddr_in target = make_address (address, port);
  int fd;

  if (!huis_reach_may_connect (port))
    {
      errno = EACCES;
      return -1;
    }

  fd = socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return -1;
  /* A connection to ourselves goes by the loopback interface. */
  if (address != interface->address)
    keep_to_interface (fd, interface);
  if (connect (fd, (struct sockaddr *) &target, sizeof target) < 0 && errno != EINPROGRESS)
    return refuse (fd);

  return fd;
}

/* Errors of the network are kept with who sent them, for huis-answer.c. */
static void
limit_hops (int fd, GSocketFamily family, int hops)
{
  gboolean ipv4 = family == G_SOCKET_FAMILY_IPV4;
  int level = ipv4 ? IPPROTO_IP : IPPROTO_IPV6;
  int yes = 1;

  (void) setsockopt (fd, level, ipv4 ? IP_RECVERR : IPV6_RECVERR, &yes, sizeof yes);
  if (hops > 0)
    (void) setsockopt (fd, level, ipv4 ? IP_TTL : IPV6_UNICAST_HOPS, &hops, sizeof hops);
}

int
huis_reach_visit (const HuisInterface *interface, GInetAddress *address, guint16 port, int hops)
{
  g_autoptr (GSocketAddress) target = g_inet_socket_address_new (address, port);
  GSocketFamily family = g_inet_address_get_family (address);
  struct sockaddr_storage native;
  int fd;

  if (!huis_reach_may_connect (port) ||
      !g_socket_address_to_native (target, &native, sizeof native, NULL))
    {
      errno = EACCES;
      return -1;
    }

  fd = socket ((int) family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return -1;
  keep_to_interface (fd, interface);
  limit_hops (fd, family, hops);
  if (connect (fd, (struct sockaddr *) &native,
               (socklen_t) g_socket_address_get_native_size (target)) < 0 &&
      errno != EINPROGRESS)
    return refuse (fd);

  return fd;
}

void
huis_reach_knock_ipv6 (const HuisInterface *interface, const char *address)
{
  struct sockaddr_in6 target = { .sin6_family = AF_INET6, .sin6_port = htons (DISCARD_PORT) };
  int fd;

  if (inet_pton (AF_INET6, address, &target.sin6_addr) != 1)
    return;
  target.sin6_scope_id = (guint32) interface->index;
  fd = socket (AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return;
  keep_to_interface (fd, interface);
  (void) !sendto (fd, "", 0, 0, (struct sockaddr *) &target, sizeof target);
  close (fd);
}

int
huis_reach_open_datagram (const HuisInterface *interface, guint16 port, gboolean reuse)
{
  /* What is sent to everyone arrives at a socket that is bound to no address. */
  struct sockaddr_in self = make_address (reuse ? INADDR_ANY : interface->address, port);
  struct in_addr own = { .s_addr = htonl (interface->address) };
  int yes = 1;
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

  if (fd < 0)
    return -1;
  keep_to_interface (fd, interface);
  (void) setsockopt (fd, SOL_SOCKET, SO_BROADCAST, &yes, sizeof yes);
  (void) setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &own, sizeof own);
  if (reuse)
    {
      (void) setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      (void) setsockopt (fd, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    }
  if (bind (fd, (struct sockaddr *) &self, sizeof self) < 0)
    return refuse (fd);

  return fd;
}

/* A TTL of 0 keeps a datagram within this computer: it only comes back (RFC 1112, 6.1). */
static gboolean
keep_within (int fd, const HuisInterface *interface, guint32 group)
{
  struct ip_mreqn request = { .imr_ifindex = interface->index };
  int ttl = 0;
  int yes = 1;

  request.imr_multiaddr.s_addr = htonl (group);
  return setsockopt (fd, IPPROTO_IP, IP_MULTICAST_TTL, &ttl, sizeof ttl) == 0 &&
         setsockopt (fd, IPPROTO_IP, IP_MULTICAST_LOOP, &yes, sizeof yes) == 0 &&
         setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &request, sizeof request) == 0 &&
         setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request) == 0;
}

int
huis_reach_open_echo (const HuisInterface *interface, guint32 group, guint16 *port)
{
  struct sockaddr_in self = make_address (group, 0);
  socklen_t size = sizeof self;
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

  if (fd < 0)
    return -1;
  if (!keep_within (fd, interface, group) || bind (fd, (struct sockaddr *) &self, size) < 0 ||
      getsockname (fd, (struct sockaddr *) &self, &size) < 0)
    return refuse (fd);
  *port = ntohs (self.sin_port);

  return fd;
}

/*
 * Of UDP the same ports are left alone, but for a broadcast to 9999: there it is a question to all,
 * and the port is only dangerous by TCP (see huis-probe-kasa.c).
 */
static gboolean
may_send (guint32 address, guint16 port)
{
  return huis_reach_may_speak (port) || (port == KASA_PORT && (address & 0xff) == 0xff);
}

gssize
huis_reach_send (int fd, guint32 address, guint16 port, const void *bytes, gsize length)
{
  struct sockaddr_in target = make_address (address, port);

  if (!may_send (address, port))
    {
      errno = EACCES;
      return -1;
    }

  return sendto (fd, bytes, length, MSG_NOSIGNAL, (struct sockaddr *) &target, sizeof target);
}
