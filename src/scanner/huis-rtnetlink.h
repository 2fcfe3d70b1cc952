/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>

G_BEGIN_DECLS

/*
 * What the kernel says about links, addresses, routes and neighbours (rtnetlink(7)). Any program
 * may send to a netlink socket, so a message counts only when its sender is the kernel (port 0),
 * and every length in it is checked.
 */

/* One entry of a neighbour table. @family says which of the two addresses is used. */
typedef struct
{
  int ifindex;
  int family;
  guint16 state;
  gboolean removed;
  gboolean has_mac;
  struct in_addr ipv4;
  struct in6_addr ipv6;
  guint8 mac[6];
} HuisNeighbour;

typedef struct
{
  int ifindex;
  unsigned int flags;
  unsigned short hardware;
  int master;
  gboolean has_mac;
  guint8 mac[6];
  char name[IF_NAMESIZE];
  char kind[16];
} HuisLink;

/* An IPv4 address of this computer, in host order. */
typedef struct
{
  int ifindex;
  guint32 address;
  guint prefix;
} HuisLinkAddress;

typedef struct
{
  int ifindex;
  struct in6_addr address;
} HuisLinkAddress6;

/* @family says which of the two gateways is used; @gateway is in host order, 0 where there is none.
 */
typedef struct
{
  int ifindex;
  int family;
  guint32 gateway;
  struct in6_addr gateway6;
  guint32 metric;
} HuisDefaultRoute;

/*
 * The IPv4 neighbour table of the whole computer, shared by all its network namespaces: how many
 * entries it has, how many it may have (gc_thresh3), and how often one was refused for lack of
 * room.
 */
typedef struct
{
  guint32 entries;
  guint32 limit;
  guint64 refused;
} HuisNeighbourTable;

/* Each returns %FALSE for a message of another sort, or one that does not hold together. */
gboolean huis_rtnetlink_parse_neighbour (const struct nlmsghdr *message, HuisNeighbour *neighbour);
gboolean huis_rtnetlink_parse_link (const struct nlmsghdr *message, HuisLink *link);
gboolean huis_rtnetlink_parse_address (const struct nlmsghdr *message, HuisLinkAddress *address);
gboolean huis_rtnetlink_parse_address6 (const struct nlmsghdr *message, HuisLinkAddress6 *address);
gboolean huis_rtnetlink_parse_table (const struct nlmsghdr *message, HuisNeighbourTable *table);
gboolean huis_rtnetlink_parse_default_route (const struct nlmsghdr *message,
                                             HuisDefaultRoute *route);

typedef void (*HuisRtnetlinkFunc) (const struct nlmsghdr *message, gpointer data);

/*
 * Calls @func for each whole message in @bytes, which must be aligned as a struct nlmsghdr.
 * Returns %TRUE when the end of a dump was among them.
 */
gboolean
huis_rtnetlink_foreach (const void *bytes, gsize length, HuisRtnetlinkFunc func, gpointer data);

/* A socket that is told of changes in @groups (RTMGRP_…), or -1 with errno. */
int huis_rtnetlink_open (guint32 groups);

/* Asks for a dump of @type (RTM_GETNEIGH, …). The answer comes like any other message. */
gboolean huis_rtnetlink_request_dump (int fd, guint16 type, guint8 family);

/*
 * Reads what is there. Returns the length of a message from the kernel in @buffer, 0 where the
 * message came from somebody else, -1 with errno.
 */
gssize huis_rtnetlink_receive (int fd, void *buffer, gsize size);

/*
 * Asks and waits, at most a second for each part: for the short dumps of links, addresses, routes
 * and the state of the neighbour table. The second opens a socket of its own.
 */
gboolean
huis_rtnetlink_dump_on (int fd, guint16 type, guint8 family, HuisRtnetlinkFunc func, gpointer data);
gboolean huis_rtnetlink_dump (guint16 type, guint8 family, HuisRtnetlinkFunc func, gpointer data);

G_END_DECLS
