/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-answer"

#include "huis-answer.h"

#include <errno.h>
#include <linux/errqueue.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <string.h>
#include <sys/socket.h>

/* What differs between the two: where an error of the network is kept, and what it looks like. */
typedef struct
{
  int level;
  int type;
  guint8 origin;
  guint8 expired;
  sa_family_t family;
  gsize offset; /* of the address in the socket address of who sent it */
  gsize size;
} Family;

static const Family ipv4 = {
  IPPROTO_IP,
  IP_RECVERR,
  SO_EE_ORIGIN_ICMP,
  ICMP_TIME_EXCEEDED,
  AF_INET,
  G_STRUCT_OFFSET (struct sockaddr_in, sin_addr),
  sizeof (struct in_addr),
};
static const Family ipv6 = {
  IPPROTO_IPV6,
  IPV6_RECVERR,
  SO_EE_ORIGIN_ICMP6,
  ICMP6_TIME_EXCEEDED,
  AF_INET6,
  G_STRUCT_OFFSET (struct sockaddr_in6, sin6_addr),
  sizeof (struct in6_addr),
};

static gboolean
is_error (const struct cmsghdr *header, const Family *family)
{
  const struct sock_extended_err *error = (const void *) CMSG_DATA (header);

  return header->cmsg_level == family->level && header->cmsg_type == family->type &&
         header->cmsg_len >= CMSG_LEN (sizeof *error + family->offset + family->size) &&
         error->ee_origin == family->origin && SO_EE_OFFENDER (error)->sa_family == family->family;
}

/* Who sent the error, and which (RFC 792, RFC 4443); Linux 5.9 and newer keep that for TCP too. */
static HuisAnswer
read_error (int fd, GInetAddress *target)
{
  const Family *family = g_inet_address_get_family (target) == G_SOCKET_FAMILY_IPV4 ? &ipv4 : &ipv6;
  char control[512];
  struct msghdr message = { .msg_control = control, .msg_controllen = sizeof control };

  if (recvmsg (fd, &message, MSG_ERRQUEUE) < 0)
    return HUIS_ANSWER_UNREACHABLE;
  for (struct cmsghdr *header = CMSG_FIRSTHDR (&message); header != NULL;
       header = CMSG_NXTHDR (&message, header))
    {
      const struct sock_extended_err *error = (const void *) CMSG_DATA (header);

      if (!is_error (header, family))
        continue;
      if (error->ee_type == family->expired)
        return HUIS_ANSWER_EXPIRED;
      if (memcmp ((const char *) SO_EE_OFFENDER (error) + family->offset,
                  g_inet_address_to_bytes (target), family->size) == 0)
        return HUIS_ANSWER_REFUSED;
    }

  return HUIS_ANSWER_UNREACHABLE;
}

HuisAnswer
huis_answer_read (int fd, GInetAddress *target, int error)
{
  switch (error)
    {
    case 0:
      return HUIS_ANSWER_OPEN;
    case ECONNREFUSED:
    case ECONNRESET:
      return HUIS_ANSWER_REFUSED;
    case ETIMEDOUT:
      return HUIS_ANSWER_SILENT;
    default:
      return read_error (fd, target);
    }
}
