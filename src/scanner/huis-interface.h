/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-medium.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <net/if.h>

G_BEGIN_DECLS

/*
 * One interface of this computer that has an IPv4 address, as it stood when it was read. Addresses
 * are in host order; 0 where there is none.
 */
typedef struct
{
  int index;
  char name[IF_NAMESIZE];
  HuisMedium medium;
  guint32 address;
  guint prefix;
  guint32 gateway;
  guint32 metric;
  gboolean is_default;
  /* Why it is no home network ("tunnel", "container", …), or %NULL. */
  const char *ignored;
  char *mac;
  char *gateway_mac;
  char *ssid;
  const char *security;
  gboolean wps;
  GStrv dns;
  /* All that offer a way to the internet here, its gateway among them: their addresses, and the MAC
   * addresses of those that the kernel knows. %NULL where there are none. */
  GStrv ways;
  GStrv way_macs;
  /* Its own IPv6 addresses of the internet; %NULL where it has none. */
  GStrv ipv6;
  /* The better interface to the same router ("" where this one is the best): a look at that is a
   * look at this. */
  char same_as[IF_NAMESIZE];
} HuisInterface;

void huis_interface_free (HuisInterface *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisInterface, huis_interface_free)

/*
 * All interfaces but the loopback one, the default one first. Reads netlink, /sys and resolv.conf
 * and sends nothing, so it must run before the files are closed off. Free with
 * g_ptr_array_unref().
 */
GPtrArray *huis_interfaces_read (void);

/* The one called @name, or where @name is %NULL the best that is not ignored. Borrowed. */
HuisInterface *huis_interfaces_choose (GPtrArray *interfaces, const char *name);

/* Sets @same_as of those that reach the same router as an earlier one; exposed for its test. */
void huis_interfaces_mark_same (GPtrArray *interfaces);

/* Whether @address may be a device of its subnet: not the first or last one, which are nobody's. */
gboolean huis_interface_holds (const HuisInterface *self, guint32 address);
guint32 huis_interface_get_mask (const HuisInterface *self);

/* A "network" observation, without its time. */
JsonObject *huis_interface_to_json (const HuisInterface *self);

/* Dotted (to be freed), and back; 0 where @text is no IPv4 address. */
char *huis_ipv4_to_string (guint32 address);
guint32 huis_ipv4_from_string (const char *text);

G_END_DECLS
