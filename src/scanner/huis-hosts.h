/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Whom a look met, and which MAC the kernel saw for which address. Both are bounded. Addresses are
 * literals, IPv4 or IPv6, as huis-observation.h has them; what is returned is borrowed.
 */
typedef struct _HuisHosts HuisHosts;

/* More devices than this is no home, but somebody making them up. */
#define HUIS_HOSTS_MAX 1024

/* A device that gave a sign of life. */
typedef struct
{
  char *address;
  /* 0 for one that was met by IPv6 only. */
  guint32 ipv4;
  gboolean is_self;
  gboolean is_gateway;
  /* How it was met, a literal, while its line waits for the MAC; then %NULL. */
  const char *untold;
  /* How many facts are known of it, and whether one of them came out of its own mouth. */
  guint facts;
  gboolean spoke;
} HuisHost;

HuisHosts *huis_hosts_new (void);
void huis_hosts_free (HuisHosts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisHosts, huis_hosts_free)

/* %NULL where it was not met. */
HuisHost *huis_hosts_find (HuisHosts *self, const char *address);
guint huis_hosts_count (HuisHosts *self);

/* %NULL where there is no room. @address must not be among them yet. */
HuisHost *huis_hosts_add (HuisHosts *self, const char *address);

/* In no order; @visit must not add any. */
void
huis_hosts_foreach (HuisHosts *self, void (*visit) (HuisHost *host, gpointer data), gpointer data);

/* "00:11:22:33:44:55"; of an address that is new, only as long as there is room. */
void huis_hosts_learn_mac (HuisHosts *self, const char *address, const char *mac);
/* %NULL where it is not known. */
const char *huis_hosts_get_mac (HuisHosts *self, const char *address);

G_END_DECLS
