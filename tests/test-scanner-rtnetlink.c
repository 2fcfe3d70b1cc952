/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-rtnetlink.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A message as the kernel writes it, built by hand so that it can be built wrong. */
typedef struct
{
  union
  {
    struct nlmsghdr header;
    char bytes[512];
  };
} Message;

static void
begin (Message *message, guint16 type, const void *body, gsize size)
{
  memset (message, 0, sizeof *message);
  message->header.nlmsg_type = type;
  message->header.nlmsg_len = (guint32) NLMSG_LENGTH (size);
  memcpy (NLMSG_DATA (&message->header), body, size);
}

static struct rtattr *
add (Message *message, unsigned short type, const void *value, gsize size)
{
  struct rtattr *attribute =
      (struct rtattr *) (message->bytes + NLMSG_ALIGN (message->header.nlmsg_len));

  attribute->rta_type = type;
  attribute->rta_len = (unsigned short) RTA_LENGTH (size);
  memcpy (RTA_DATA (attribute), value, size);
  message->header.nlmsg_len =
      (guint32) (NLMSG_ALIGN (message->header.nlmsg_len) + RTA_SPACE (size));

  return attribute;
}

static void
make_neighbour (Message *message)
{
  const struct ndmsg body = { .ndm_family = AF_INET, .ndm_ifindex = 7, .ndm_state = NUD_REACHABLE };

  begin (message, RTM_NEWNEIGH, &body, sizeof body);
  add (message, NDA_DST, "\xc0\xa8\x01\x09", 4);
  add (message, NDA_LLADDR, "\x00\x11\x32\x7a\xc0\x5d", 6);
}

static void
test_neighbour (void)
{
  HuisNeighbour neighbour;
  Message message;

  make_neighbour (&message);
  g_assert_true (huis_rtnetlink_parse_neighbour (&message.header, &neighbour));
  g_assert_cmpint (neighbour.ifindex, ==, 7);
  g_assert_cmphex (ntohl (neighbour.ipv4.s_addr), ==, 0xc0a80109);
  g_assert_true (neighbour.has_mac);
  g_assert_cmphex (neighbour.mac[5], ==, 0x5d);
  g_assert_false (neighbour.removed);

  message.header.nlmsg_type = RTM_NEWROUTE;
  g_assert_false (huis_rtnetlink_parse_neighbour (&message.header, &neighbour));
}

/* Whatever length the message claims, nothing outside it is read: run under a sanitizer too. */
static void
test_truncated (void)
{
  HuisNeighbour neighbour;
  Message message;
  guint32 whole;

  make_neighbour (&message);
  whole = message.header.nlmsg_len;
  for (guint32 length = 0; length < whole; length++)
    {
      g_autofree char *exact = g_malloc (MAX (length, sizeof (struct nlmsghdr)));

      message.header.nlmsg_len = length;
      memcpy (exact, &message, MAX (length, sizeof (struct nlmsghdr)));
      if (huis_rtnetlink_parse_neighbour ((const struct nlmsghdr *) exact, &neighbour))
        g_assert_cmphex (ntohl (neighbour.ipv4.s_addr), ==, 0xc0a80109);
    }
}

static void
test_lying_attributes (void)
{
  const struct ndmsg body = { .ndm_family = AF_INET };
  HuisNeighbour neighbour;
  struct rtattr *attribute;
  Message message;

  /* An address of two bytes is none. */
  begin (&message, RTM_NEWNEIGH, &body, sizeof body);
  add (&message, NDA_DST, "\x01\x02", 2);
  g_assert_false (huis_rtnetlink_parse_neighbour (&message.header, &neighbour));

  /* One that says it is longer than the message. */
  begin (&message, RTM_NEWNEIGH, &body, sizeof body);
  attribute = add (&message, NDA_DST, "\x01\x02\x03\x04", 4);
  attribute->rta_len = 400;
  g_assert_false (huis_rtnetlink_parse_neighbour (&message.header, &neighbour));

  /* One of no length at all, which must not loop for ever. */
  attribute->rta_len = 0;
  g_assert_false (huis_rtnetlink_parse_neighbour (&message.header, &neighbour));

  /* A MAC of twenty bytes (InfiniBand) is no Ethernet address. */
  begin (&message, RTM_NEWNEIGH, &body, sizeof body);
  add (&message, NDA_DST, "\x0a\x00\x00\x01", 4);
  add (&message, NDA_LLADDR, "abcdefghijklmnopqrst", 20);
  g_assert_true (huis_rtnetlink_parse_neighbour (&message.header, &neighbour));
  g_assert_false (neighbour.has_mac);
}

static void
test_link (void)
{
  const struct ifinfomsg body = { .ifi_index = 3, .ifi_type = 1, .ifi_flags = IFF_UP };
  const char nested[] = { 7, 0, IFLA_INFO_KIND, 0, 't', 'u', 'n', 0 };
  HuisLink link;
  Message message;

  begin (&message, RTM_NEWLINK, &body, sizeof body);
  g_assert_false (huis_rtnetlink_parse_link (&message.header, &link));
  add (&message, IFLA_IFNAME, "tailscale0-and-a-name-too-long", 30);
  add (&message, IFLA_LINKINFO, nested, sizeof nested);
  g_assert_true (huis_rtnetlink_parse_link (&message.header, &link));
  g_assert_cmpstr (link.kind, ==, "tun");
  g_assert_cmpuint (strlen (link.name), ==, IF_NAMESIZE - 1);
}

static void
test_address6 (void)
{
  struct ifaddrmsg body = { .ifa_family = AF_INET6, .ifa_index = 5 };
  HuisLinkAddress6 address;
  Message message;

  begin (&message, RTM_NEWADDR, &body, sizeof body);
  g_assert_false (huis_rtnetlink_parse_address6 (&message.header, &address));
  add (&message, IFA_ADDRESS, "short", 5);
  g_assert_false (huis_rtnetlink_parse_address6 (&message.header, &address));
  add (&message, IFA_ADDRESS, "\x2a\x02\xa4\x5f\0\x01\0\0\0\0\0\0\0\0\0\x09", 16);
  g_assert_true (huis_rtnetlink_parse_address6 (&message.header, &address));
  g_assert_cmpint (address.ifindex, ==, 5);
  g_assert_cmphex (address.address.s6_addr[15], ==, 9);

  body.ifa_family = AF_INET;
  begin (&message, RTM_NEWADDR, &body, sizeof body);
  add (&message, IFA_ADDRESS, "\xc0\xa8\x01\x09", 4);
  g_assert_false (huis_rtnetlink_parse_address6 (&message.header, &address));
}

static void
test_default_route (void)
{
  struct rtmsg body = { .rtm_family = AF_INET, .rtm_type = RTN_UNICAST };
  const guint32 index = 4, metric = 600;
  HuisDefaultRoute route;
  Message message;

  begin (&message, RTM_NEWROUTE, &body, sizeof body);
  add (&message, RTA_OIF, &index, 4);
  add (&message, RTA_GATEWAY, "\xc0\xa8\x01\x01", 4);
  add (&message, RTA_PRIORITY, &metric, 4);
  g_assert_true (huis_rtnetlink_parse_default_route (&message.header, &route));
  g_assert_cmphex (route.gateway, ==, 0xc0a80101);
  g_assert_cmpuint (route.metric, ==, 600);

  body.rtm_family = AF_INET6;
  begin (&message, RTM_NEWROUTE, &body, sizeof body);
  add (&message, RTA_OIF, &index, 4);
  add (&message, RTA_GATEWAY, "\xfe\x80\0\0\0\0\0\0\0\0\0\0\0\0\0\x07", 16);
  g_assert_true (huis_rtnetlink_parse_default_route (&message.header, &route));
  g_assert_cmpint (route.family, ==, AF_INET6);
  g_assert_cmpint (route.gateway6.s6_addr[15], ==, 7);
  g_assert_cmphex (route.gateway, ==, 0);

  body.rtm_family = AF_INET;
  body.rtm_dst_len = 24;
  begin (&message, RTM_NEWROUTE, &body, sizeof body);
  add (&message, RTA_OIF, &index, 4);
  g_assert_false (huis_rtnetlink_parse_default_route (&message.header, &route));
}

static void
table_cb (const struct nlmsghdr *message, gpointer data)
{
  HuisNeighbourTable table;

  if (huis_rtnetlink_parse_table (message, &table))
    *(HuisNeighbourTable *) data = table;
}

/* The real one: any user may read how full it is. */
static void
test_table (void)
{
  HuisNeighbourTable table = { 0 };
  struct ndtmsg body = { .ndtm_family = AF_INET };
  Message message;

  g_assert_true (huis_rtnetlink_dump (RTM_GETNEIGHTBL, AF_INET, table_cb, &table));
  g_assert_cmpuint (table.limit, >, 0);
  g_assert_cmpuint (table.entries, <=, table.limit);

  begin (&message, RTM_NEWNEIGHTBL, &body, sizeof body);
  add (&message, NDTA_CONFIG, "short", 5);
  g_assert_false (huis_rtnetlink_parse_table (&message.header, &table));
}

static void
count_cb (const struct nlmsghdr *message, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_foreach (void)
{
  guint count = 0;
  Message message;

  make_neighbour (&message);
  g_assert_false (huis_rtnetlink_foreach (&message, message.header.nlmsg_len, count_cb, &count));
  g_assert_cmpuint (count, ==, 1);
  /* Half a message is none. */
  g_assert_false (
      huis_rtnetlink_foreach (&message, message.header.nlmsg_len - 8, count_cb, &count));
  g_assert_cmpuint (count, ==, 1);
  message.header.nlmsg_type = NLMSG_DONE;
  g_assert_true (huis_rtnetlink_foreach (&message, message.header.nlmsg_len, count_cb, &count));
}

/* Any program may send to a netlink socket: what does not come from the kernel is not heard. */
static void
test_forged_sender (void)
{
  struct sockaddr_nl self;
  socklen_t size = sizeof self;
  int victim = huis_rtnetlink_open (0);
  int forger = huis_rtnetlink_open (0);
  char buffer[1024];
  Message message;

  g_assert_cmpint (victim, >=, 0);
  g_assert_cmpint (forger, >=, 0);
  g_assert_cmpint (getsockname (victim, (struct sockaddr *) &self, &size), ==, 0);
  make_neighbour (&message);
  if (sendto (forger, &message, message.header.nlmsg_len, 0, (struct sockaddr *) &self, size) < 0)
    g_test_skip ("This kernel refuses messages between programs");
  else
    g_assert_cmpint (huis_rtnetlink_receive (victim, buffer, sizeof buffer), ==, 0);
  close (victim);
  close (forger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rtnetlink/neighbour", test_neighbour);
  g_test_add_func ("/rtnetlink/truncated", test_truncated);
  g_test_add_func ("/rtnetlink/lying-attributes", test_lying_attributes);
  g_test_add_func ("/rtnetlink/link", test_link);
  g_test_add_func ("/rtnetlink/address6", test_address6);
  g_test_add_func ("/rtnetlink/default-route", test_default_route);
  g_test_add_func ("/rtnetlink/table", test_table);
  g_test_add_func ("/rtnetlink/foreach", test_foreach);
  g_test_add_func ("/rtnetlink/forged-sender", test_forged_sender);

  return g_test_run ();
}
