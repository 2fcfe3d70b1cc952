/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rtnetlink"

#include "huis-rtnetlink.h"

#include <errno.h>
#include <linux/netlink.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Room for bursts of events: with 4 MB nothing was lost at full speed. */
#define RECEIVE_BUFFER (4 * 1024 * 1024)
#define DUMP_BUFFER    32768

/* Finds attribute @type of at least @size bytes; the lengths were never promised by anyone. */
static const void *
find_attribute (const struct rtattr *attribute, int length, int type, gsize size)
{
  for (; RTA_OK (attribute, length); attribute = RTA_NEXT (attribute, length))
    if ((attribute->rta_type & NLA_TYPE_MASK) == type && RTA_PAYLOAD (attribute) >= size)
      return RTA_DATA (attribute);

  return NULL;
}

/* The attributes of a message are what comes after its body of @size bytes. */
static const struct rtattr *
find_attributes (const struct nlmsghdr *message, gsize size, int *length)
{
  *length = (int) message->nlmsg_len - (int) NLMSG_SPACE (size);

  return (const struct rtattr *) ((const char *) message + NLMSG_SPACE (size));
}

static const struct rtattr *
find_nested (const struct rtattr *attribute, int length, int type)
{
  for (; RTA_OK (attribute, length); attribute = RTA_NEXT (attribute, length))
    if ((attribute->rta_type & NLA_TYPE_MASK) == type)
      return attribute;

  return NULL;
}

static void
copy_text (char *target, gsize size, const struct rtattr *attribute)
{
  gsize length = MIN (RTA_PAYLOAD (attribute), size - 1);

  memcpy (target, RTA_DATA (attribute), length);
  target[length] = '\0';
}

/* An Ethernet address is six bytes: any other length is another sort of link. */
static gboolean
copy_mac (guint8 *mac, const struct rtattr *attribute)
{
  static const guint8 none[6];

  if (attribute == NULL || RTA_PAYLOAD (attribute) != 6)
    return FALSE;
  memcpy (mac, RTA_DATA (attribute), 6);

  return memcmp (mac, none, 6) != 0;
}

gboolean
huis_rtnetlink_parse_neighbour (const struct nlmsghdr *message, HuisNeighbour *neighbour)
{
  const struct ndmsg *body = NLMSG_DATA (message);
  const struct rtattr *attributes;
  const void *address;
  int length;

  memset (neighbour, 0, sizeof *neighbour);
  if ((message->nlmsg_type != RTM_NEWNEIGH && message->nlmsg_type != RTM_DELNEIGH) ||
      message->nlmsg_len < NLMSG_LENGTH (sizeof *body) ||
      (body->ndm_family != AF_INET && body->ndm_family != AF_INET6))
    return FALSE;

  attributes = find_attributes (message, sizeof *body, &length);
  address = find_attribute (attributes, length, NDA_DST, body->ndm_family == AF_INET ? 4 : 16);
  if (address == NULL)
    return FALSE;

  if (body->ndm_family == AF_INET)
    memcpy (&neighbour->ipv4, address, 4);
  else
    memcpy (&neighbour->ipv6, address, 16);
  neighbour->has_mac = copy_mac (neighbour->mac, find_nested (attributes, length, NDA_LLADDR));
  neighbour->family = body->ndm_family;
  neighbour->ifindex = body->ndm_ifindex;
  neighbour->state = body->ndm_state;
  neighbour->removed = message->nlmsg_type == RTM_DELNEIGH;

  return TRUE;
}

gboolean
huis_rtnetlink_parse_link (const struct nlmsghdr *message, HuisLink *link)
{
  const struct ifinfomsg *body = NLMSG_DATA (message);
  const struct rtattr *attributes, *attribute;
  const void *master;
  int length;

  memset (link, 0, sizeof *link);
  if (message->nlmsg_type != RTM_NEWLINK || message->nlmsg_len < NLMSG_LENGTH (sizeof *body))
    return FALSE;

  attributes = find_attributes (message, sizeof *body, &length);
  attribute = find_nested (attributes, length, IFLA_IFNAME);
  if (attribute == NULL)
    return FALSE;
  copy_text (link->name, sizeof link->name, attribute);

  attribute = find_nested (attributes, length, IFLA_LINKINFO);
  if (attribute != NULL)
    attribute = find_nested (RTA_DATA (attribute), RTA_PAYLOAD (attribute), IFLA_INFO_KIND);
  if (attribute != NULL)
    copy_text (link->kind, sizeof link->kind, attribute);

  master = find_attribute (attributes, length, IFLA_MASTER, sizeof link->master);
  if (master != NULL)
    memcpy (&link->master, master, sizeof link->master);
  link->has_mac = copy_mac (link->mac, find_nested (attributes, length, IFLA_ADDRESS));
  link->ifindex = body->ifi_index;
  link->flags = body->ifi_flags;
  link->hardware = body->ifi_type;

  return TRUE;
}

gboolean
huis_rtnetlink_parse_address (const struct nlmsghdr *message, HuisLinkAddress *address)
{
  const struct ifaddrmsg *body = NLMSG_DATA (message);
  const struct rtattr *attributes;
  const guint32 *local;
  guint32 value;
  int length;

  memset (address, 0, sizeof *address);
  if (message->nlmsg_type != RTM_NEWADDR || message->nlmsg_len < NLMSG_LENGTH (sizeof *body) ||
      body->ifa_family != AF_INET || body->ifa_prefixlen > 32)
    return FALSE;

  attributes = find_attributes (message, sizeof *body, &length);
  /* On a point-to-point link IFA_ADDRESS is the other end. */
  local = find_attribute (attributes, length, IFA_LOCAL, 4);
  if (local == NULL)
    local = find_attribute (attributes, length, IFA_ADDRESS, 4);
  if (local == NULL)
    return FALSE;

  memcpy (&value, local, 4);
  address->address = ntohl (value);
  address->prefix = body->ifa_prefixlen;
  address->ifindex = (int) body->ifa_index;

  return TRUE;
}

gboolean
huis_rtnetlink_parse_address6 (const struct nlmsghdr *message, HuisLinkAddress6 *address)
{
  const struct ifaddrmsg *body = NLMSG_DATA (message);
  const struct rtattr *attributes;
  const void *value;
  int length;

  memset (address, 0, sizeof *address);
  if (message->nlmsg_type != RTM_NEWADDR || message->nlmsg_len < NLMSG_LENGTH (sizeof *body) ||
      body->ifa_family != AF_INET6)
    return FALSE;

  attributes = find_attributes (message, sizeof *body, &length);
  value = find_attribute (attributes, length, IFA_ADDRESS, sizeof address->address);
  if (value == NULL)
    return FALSE;

  memcpy (&address->address, value, sizeof address->address);
  address->ifindex = (int) body->ifa_index;

  return TRUE;
}

gboolean
huis_rtnetlink_parse_default_route (const struct nlmsghdr *message, HuisDefaultRoute *route)
{
  const struct rtmsg *body = NLMSG_DATA (message);
  const struct rtattr *attributes;
  const void *value;
  guint32 gateway;
  int length;

  memset (route, 0, sizeof *route);
  if (message->nlmsg_type != RTM_NEWROUTE || message->nlmsg_len < NLMSG_LENGTH (sizeof *body) ||
      (body->rtm_family != AF_INET && body->rtm_family != AF_INET6) || body->rtm_dst_len != 0 ||
      body->rtm_type != RTN_UNICAST)
    return FALSE;

  attributes = find_attributes (message, sizeof *body, &length);
  value = find_attribute (attributes, length, RTA_OIF, sizeof route->ifindex);
  if (value == NULL)
    return FALSE;
  memcpy (&route->ifindex, value, sizeof route->ifindex);

  route->family = body->rtm_family;
  value = find_attribute (attributes, length, RTA_GATEWAY, route->family == AF_INET ? 4 : 16);
  if (value != NULL && route->family == AF_INET6)
    {
      memcpy (&route->gateway6, value, 16);
    }
  else if (value != NULL)
    {
      memcpy (&gateway, value, 4);
      route->gateway = ntohl (gateway);
    }
  value = find_attribute (attributes, length, RTA_PRIORITY, 4);
  if (value != NULL)
    memcpy (&route->metric, value, 4);

  return TRUE;
}

gboolean
huis_rtnetlink_parse_table (const struct nlmsghdr *message, HuisNeighbourTable *table)
{
  const struct ndtmsg *body = NLMSG_DATA (message);
  const struct rtattr *attributes;
  const void *config, *stats, *limit;
  struct ndt_config config_copy;
  struct ndt_stats stats_copy;
  int length;

  memset (table, 0, sizeof *table);
  if (message->nlmsg_type != RTM_NEWNEIGHTBL || message->nlmsg_len < NLMSG_LENGTH (sizeof *body) ||
      body->ndtm_family != AF_INET)
    return FALSE;

  attributes = find_attributes (message, sizeof *body, &length);
  config = find_attribute (attributes, length, NDTA_CONFIG, sizeof config_copy);
  stats = find_attribute (attributes, length, NDTA_STATS, sizeof stats_copy);
  limit = find_attribute (attributes, length, NDTA_THRESH3, 4);
  /* The messages about single interfaces have none of these. */
  if (config == NULL || stats == NULL || limit == NULL)
    return FALSE;

  memcpy (&config_copy, config, sizeof config_copy);
  memcpy (&stats_copy, stats, sizeof stats_copy);
  memcpy (&table->limit, limit, 4);
  table->entries = config_copy.ndtc_entries;
  table->refused = stats_copy.ndts_table_fulls;

  return TRUE;
}

gboolean
huis_rtnetlink_foreach (const void *bytes, gsize length, HuisRtnetlinkFunc func, gpointer data)
{
  const struct nlmsghdr *message = bytes;
  gboolean done = FALSE;
  int left = length > G_MAXINT ? 0 : (int) length;

  for (; NLMSG_OK (message, left); message = NLMSG_NEXT (message, left))
    {
      if (message->nlmsg_type == NLMSG_DONE || message->nlmsg_type == NLMSG_ERROR)
        done = TRUE;
      else
        func (message, data);
    }

  return done;
}

int
huis_rtnetlink_open (guint32 groups)
{
  struct sockaddr_nl self = { .nl_family = AF_NETLINK, .nl_groups = groups };
  int size = RECEIVE_BUFFER;
  int fd = socket (AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);

  if (fd < 0)
    return -1;
  /* Without rights the kernel gives what net.core.rmem_max allows. */
  (void) setsockopt (fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  if (bind (fd, (struct sockaddr *) &self, sizeof self) < 0)
    {
      int saved = errno;

      close (fd);
      errno = saved;
      return -1;
    }

  return fd;
}

gboolean
huis_rtnetlink_request_dump (int fd, guint16 type, guint8 family)
{
  struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
  struct
  {
    struct nlmsghdr header;
    /* As long as the longest of the request bodies: older kernels want the full header. */
    char body[sizeof (struct ifinfomsg)];
  } request;

  memset (&request, 0, sizeof request);
  request.header.nlmsg_len = sizeof request;
  if (type == RTM_GETNEIGH)
    request.header.nlmsg_len = NLMSG_LENGTH (sizeof (struct ndmsg));
  request.header.nlmsg_type = type;
  request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  request.header.nlmsg_seq = 1;
  request.body[0] = (char) family;

  return sendto (fd, &request, request.header.nlmsg_len, 0, (struct sockaddr *) &kernel,
                 sizeof kernel) >= 0;
}

gssize
huis_rtnetlink_receive (int fd, void *buffer, gsize size)
{
  struct sockaddr_nl sender = { 0 };
  struct iovec vector = { buffer, size };
  struct msghdr message = {
    .msg_name = &sender,
    .msg_namelen = sizeof sender,
    .msg_iov = &vector,
    .msg_iovlen = 1,
  };
  gssize length = recvmsg (fd, &message, 0);

  if (length < 0)
    return -1;
  if (sender.nl_pid != 0 || (message.msg_flags & MSG_TRUNC) != 0)
    return 0;

  return length;
}

gboolean
huis_rtnetlink_dump_on (int fd, guint16 type, guint8 family, HuisRtnetlinkFunc func, gpointer data)
{
  g_autofree char *buffer = g_malloc (DUMP_BUFFER);
  gboolean done = FALSE;

  if (!huis_rtnetlink_request_dump (fd, type, family))
    return FALSE;
  while (!done)
    {
      GPollFD poll = { .fd = fd, .events = G_IO_IN };
      gssize length;

      if (g_poll (&poll, 1, 1000) <= 0)
        break;
      length = huis_rtnetlink_receive (fd, buffer, DUMP_BUFFER);
      if (length < 0 && errno != EAGAIN && errno != EINTR)
        break;
      if (length > 0)
        done = huis_rtnetlink_foreach (buffer, (gsize) length, func, data);
    }

  return done;
}

gboolean
huis_rtnetlink_dump (guint16 type, guint8 family, HuisRtnetlinkFunc func, gpointer data)
{
  int fd = huis_rtnetlink_open (0);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = huis_rtnetlink_dump_on (fd, type, family, func, data);
  close (fd);

  return done;
}
