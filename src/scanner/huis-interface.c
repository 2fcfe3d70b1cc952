/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-interface"

#include "huis-interface.h"

#include "huis-address.h"
#include "huis-json.h"
#include "huis-rtnetlink.h"

#include <arpa/inet.h>
#include <string.h>

#define TEXTS_MAX 16

static const char *const medium_ids[] = { "wire", "wifi", "mobile", "tunnel", "virtual" };

void
huis_interface_free (HuisInterface *self)
{
  if (self == NULL)
    return;

  g_free (self->mac);
  g_free (self->gateway_mac);
  g_free (self->ssid);
  g_strfreev (self->dns);
  g_strfreev (self->ipv6);
  g_strfreev (self->ways);
  g_strfreev (self->way_macs);
  g_free (self);
}

char *
huis_ipv4_to_string (guint32 address)
{
  struct in_addr in = { .s_addr = htonl (address) };
  char text[INET_ADDRSTRLEN];

  return g_strdup (inet_ntop (AF_INET, &in, text, sizeof text));
}

guint32
huis_ipv4_from_string (const char *text)
{
  struct in_addr in;

  if (text == NULL || inet_pton (AF_INET, text, &in) != 1)
    return 0;

  return ntohl (in.s_addr);
}

guint32
huis_interface_get_mask (const HuisInterface *self)
{
  return self->prefix == 0 ? 0 : ~(guint32) 0 << (32 - self->prefix);
}

gboolean
huis_interface_holds (const HuisInterface *self, guint32 address)
{
  guint32 mask = huis_interface_get_mask (self);

  if (address == 0 || (address & mask) != (self->address & mask))
    return FALSE;
  /* A /31 or /32 has no network or broadcast address (RFC 3021). */
  if (self->prefix >= 31)
    return TRUE;

  return (address & ~mask) != 0 && (address & ~mask) != ~mask;
}

static char *
format_mac (const guint8 *mac)
{
  return g_strdup_printf ("%02x:%02x:%02x:%02x:%02x:%02x", mac[0], mac[1], mac[2], mac[3], mac[4],
                          mac[5]);
}

static char *
read_driver (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/sys/class/net/%s/device/driver", name);
  g_autofree char *target = g_file_read_link (path, NULL);

  return target == NULL ? NULL : g_path_get_basename (target);
}

static void
add_link (const struct nlmsghdr *message, gpointer data)
{
  GPtrArray *interfaces = data;
  g_autofree char *driver = NULL;
  g_autofree char *wireless = NULL;
  HuisInterface *interface;
  HuisLink link;

  if (!huis_rtnetlink_parse_link (message, &link) || (link.flags & IFF_LOOPBACK) != 0 ||
      (link.flags & IFF_UP) == 0 || link.master != 0)
    return;

  driver = read_driver (link.name);
  wireless = g_strdup_printf ("/sys/class/net/%s/wireless", link.name);
  interface = g_new0 (HuisInterface, 1);
  interface->index = link.ifindex;
  g_strlcpy (interface->name, link.name, sizeof interface->name);
  interface->medium =
      huis_medium_classify (link.name, link.kind, link.hardware, driver,
                            g_file_test (wireless, G_FILE_TEST_EXISTS), &interface->ignored);
  if (link.has_mac)
    interface->mac = format_mac (link.mac);
  g_ptr_array_add (interfaces, interface);
}

static HuisInterface *
find_by_index (GPtrArray *interfaces, int index)
{
  for (guint i = 0; i < interfaces->len; i++)
    {
      HuisInterface *interface = g_ptr_array_index (interfaces, i);

      if (interface->index == index)
        return interface;
    }

  return NULL;
}

static void
add_address (const struct nlmsghdr *message, gpointer data)
{
  HuisInterface *interface;
  HuisLinkAddress address;

  if (!huis_rtnetlink_parse_address (message, &address))
    return;
  interface = find_by_index (data, address.ifindex);
  /* The first address is the primary one. */
  if (interface != NULL && interface->address == 0)
    {
      interface->address = address.address;
      interface->prefix = address.prefix;
    }
}

/* A home has one or two of each sort; more than this is nobody's. */
static void
add_text (GStrv *texts, const char *text)
{
  guint n = *texts != NULL ? g_strv_length (*texts) : 0;

  if (n >= TEXTS_MAX || (n > 0 && g_strv_contains ((const char *const *) *texts, text)))
    return;
  *texts = g_renew (char *, *texts, n + 2);
  (*texts)[n] = g_strdup (text);
  (*texts)[n + 1] = NULL;
}

static void
add_ipv6 (const struct nlmsghdr *message, gpointer data)
{
  char text[INET6_ADDRSTRLEN];
  HuisInterface *interface;
  HuisLinkAddress6 address;

  if (!huis_rtnetlink_parse_address6 (message, &address))
    return;
  interface = find_by_index (data, address.ifindex);
  if (interface == NULL || inet_ntop (AF_INET6, &address.address, text, sizeof text) == NULL ||
      huis_address_get_reach (text) != HUIS_ADDRESS_GLOBAL)
    return;
  add_text (&interface->ipv6, text);
}

static void
add_route (const struct nlmsghdr *message, gpointer data)
{
  HuisInterface *interface;
  HuisDefaultRoute route;
  char text[INET6_ADDRSTRLEN];
  struct in_addr ipv4;

  if (!huis_rtnetlink_parse_default_route (message, &route))
    return;
  ipv4.s_addr = htonl (route.gateway);
  interface = find_by_index (data, route.ifindex);
  if (interface != NULL &&
      inet_ntop (route.family, route.family == AF_INET ? (void *) &ipv4 : &route.gateway6, text,
                 sizeof text) != NULL)
    add_text (&interface->ways, text);
  if (interface != NULL && route.family == AF_INET &&
      (interface->gateway == 0 || route.metric < interface->metric))
    {
      interface->gateway = route.gateway;
      interface->metric = route.metric;
    }
}

static void
add_gateway_mac (const struct nlmsghdr *message, gpointer data)
{
  HuisInterface *interface;
  HuisNeighbour neighbour;
  char text[INET6_ADDRSTRLEN];
  g_autofree char *mac = NULL;

  if (!huis_rtnetlink_parse_neighbour (message, &neighbour) || !neighbour.has_mac)
    return;
  interface = find_by_index (data, neighbour.ifindex);
  if (interface == NULL || interface->ways == NULL ||
      inet_ntop (neighbour.family,
                 neighbour.family == AF_INET ? (void *) &neighbour.ipv4 : &neighbour.ipv6, text,
                 sizeof text) == NULL ||
      !g_strv_contains ((const char *const *) interface->ways, text))
    return;
  mac = format_mac (neighbour.mac);
  add_text (&interface->way_macs, mac);
  if (neighbour.family == AF_INET && interface->gateway == ntohl (neighbour.ipv4.s_addr) &&
      interface->gateway_mac == NULL)
    interface->gateway_mac = g_steal_pointer (&mac);
}

/* The name servers; where systemd-resolved stands in between, those behind it. */
static GStrv
read_name_servers (void)
{
  static const char *const paths[] = { "/run/systemd/resolve/resolv.conf", "/etc/resolv.conf" };
  g_autoptr (GStrvBuilder) servers = g_strv_builder_new ();
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (paths) && text == NULL; i++)
    (void) g_file_get_contents (paths[i], &text, NULL, NULL);
  if (text != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", 64);

      for (guint i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix (lines[i], "nameserver"))
          {
            const char *server = g_strstrip (lines[i] + strlen ("nameserver"));

            if (g_hostname_is_ip_address (server))
              g_strv_builder_add (servers, server);
          }
    }

  return g_strv_builder_end (servers);
}

static int
compare_interfaces (gconstpointer a, gconstpointer b)
{
  const HuisInterface *first = *(HuisInterface *const *) a;
  const HuisInterface *second = *(HuisInterface *const *) b;

  if ((first->ignored != NULL) != (second->ignored != NULL))
    return first->ignored != NULL ? 1 : -1;
  if ((first->gateway != 0) != (second->gateway != 0))
    return first->gateway != 0 ? -1 : 1;
  if (first->metric != second->metric)
    return first->metric < second->metric ? -1 : 1;

  return first->index - second->index;
}

static void
mark_default (GPtrArray *interfaces)
{
  HuisInterface *best = NULL;

  for (guint i = 0; i < interfaces->len; i++)
    {
      HuisInterface *interface = g_ptr_array_index (interfaces, i);

      if (interface->gateway != 0 && (best == NULL || interface->metric < best->metric))
        best = interface;
    }
  if (best == NULL)
    return;
  best->is_default = TRUE;
  best->dns = read_name_servers ();
}

/* Wire and Wi-Fi of one home: the same router, told by its MAC where both were seen. */
static gboolean
is_same_network (const HuisInterface *first, const HuisInterface *second)
{
  if (first->ignored != NULL || second->ignored != NULL || first->gateway == 0 ||
      first->gateway != second->gateway || !huis_interface_holds (first, second->address))
    return FALSE;

  return first->gateway_mac == NULL || second->gateway_mac == NULL ||
         strcmp (first->gateway_mac, second->gateway_mac) == 0;
}

void
huis_interfaces_mark_same (GPtrArray *interfaces)
{
  for (guint i = 1; i < interfaces->len; i++)
    {
      HuisInterface *second = g_ptr_array_index (interfaces, i);

      for (guint j = 0; j < i && *second->same_as == '\0'; j++)
        {
          const HuisInterface *first = g_ptr_array_index (interfaces, j);

          if (*first->same_as == '\0' && is_same_network (first, second))
            g_strlcpy (second->same_as, first->name, sizeof second->same_as);
        }
    }
}

GPtrArray *
huis_interfaces_read (void)
{
  GPtrArray *interfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_interface_free);

  (void) huis_rtnetlink_dump (RTM_GETLINK, AF_UNSPEC, add_link, interfaces);
  (void) huis_rtnetlink_dump (RTM_GETADDR, AF_INET, add_address, interfaces);
  (void) huis_rtnetlink_dump (RTM_GETADDR, AF_INET6, add_ipv6, interfaces);
  (void) huis_rtnetlink_dump (RTM_GETROUTE, AF_INET, add_route, interfaces);
  (void) huis_rtnetlink_dump (RTM_GETROUTE, AF_INET6, add_route, interfaces);
  (void) huis_rtnetlink_dump (RTM_GETNEIGH, AF_INET, add_gateway_mac, interfaces);
  (void) huis_rtnetlink_dump (RTM_GETNEIGH, AF_INET6, add_gateway_mac, interfaces);
  for (guint i = interfaces->len; i > 0; i--)
    if (((HuisInterface *) g_ptr_array_index (interfaces, i - 1))->address == 0)
      g_ptr_array_remove_index (interfaces, i - 1);
  mark_default (interfaces);
  g_ptr_array_sort (interfaces, compare_interfaces);
  huis_interfaces_mark_same (interfaces);

  return interfaces;
}

HuisInterface *
huis_interfaces_choose (GPtrArray *interfaces, const char *name)
{
  for (guint i = 0; i < interfaces->len; i++)
    {
      HuisInterface *interface = g_ptr_array_index (interfaces, i);

      if (name != NULL ? strcmp (name, interface->name) == 0 : interface->ignored == NULL)
        return interface;
    }

  return NULL;
}

JsonObject *
huis_interface_to_json (const HuisInterface *self)
{
  JsonObject *object = json_object_new ();
  g_autofree char *address = huis_ipv4_to_string (self->address);
  g_autofree char *gateway = self->gateway == 0 ? NULL : huis_ipv4_to_string (self->gateway);

  json_object_set_string_member (object, "type", "network");
  huis_json_set_string (object, "interface", self->name);
  huis_json_set_string (object, "medium", medium_ids[self->medium]);
  huis_json_set_string (object, "address", address);
  json_object_set_int_member (object, "prefix", self->prefix);
  huis_json_set_string (object, "mac", self->mac);
  huis_json_set_string (object, "gateway", gateway);
  huis_json_set_string (object, "gateway_mac", self->gateway_mac);
  huis_json_set_string (object, "ssid", self->ssid);
  huis_json_set_string (object, "security", self->security);
  if (self->wps)
    json_object_set_boolean_member (object, "wps", TRUE);
  json_object_set_boolean_member (object, "default", self->is_default);
  if (self->dns != NULL && self->dns[0] != NULL)
    huis_json_set_strv (object, "dns", (const char *const *) self->dns);
  if (self->way_macs != NULL)
    huis_json_set_strv (object, "way_macs", (const char *const *) self->way_macs);
  if (self->ipv6 != NULL)
    huis_json_set_strv (object, "ipv6", (const char *const *) self->ipv6);
  huis_json_set_string (object, "ignored", self->ignored);
  huis_json_set_string (object, "same_as", self->same_as);

  return object;
}
