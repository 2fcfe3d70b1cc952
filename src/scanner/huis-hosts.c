/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-hosts"

#include "huis-hosts.h"

#include "huis-interface.h"

/* A device has several IPv6 addresses beside the one of IPv4. */
#define MACS_MAX (4 * HUIS_HOSTS_MAX)

struct _HuisHosts
{
  GHashTable *hosts;
  GHashTable *macs;
};

static void
free_host (gpointer data)
{
  HuisHost *host = data;

  g_free (host->address);
  g_free (host);
}

HuisHosts *
huis_hosts_new (void)
{
  HuisHosts *self = g_new0 (HuisHosts, 1);

  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_host);
  self->macs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
huis_hosts_free (HuisHosts *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->hosts);
  g_hash_table_unref (self->macs);
  g_free (self);
}

HuisHost *
huis_hosts_find (HuisHosts *self, const char *address)
{
  return g_hash_table_lookup (self->hosts, address);
}

guint
huis_hosts_count (HuisHosts *self)
{
  return g_hash_table_size (self->hosts);
}

HuisHost *
huis_hosts_add (HuisHosts *self, const char *address)
{
  HuisHost *host;

  if (huis_hosts_count (self) >= HUIS_HOSTS_MAX)
    return NULL;

  host = g_new0 (HuisHost, 1);
  host->address = g_strdup (address);
  host->ipv4 = huis_ipv4_from_string (address);
  g_hash_table_insert (self->hosts, host->address, host);

  return host;
}

void
huis_hosts_foreach (HuisHosts *self, void (*visit) (HuisHost *host, gpointer data), gpointer data)
{
  GHashTableIter iter;
  gpointer host;

  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, &host))
    visit (host, data);
}

void
huis_hosts_learn_mac (HuisHosts *self, const char *address, const char *mac)
{
  if (g_hash_table_size (self->macs) < MACS_MAX || g_hash_table_contains (self->macs, address))
    g_hash_table_replace (self->macs, g_strdup (address), g_strdup (mac));
}

const char *
huis_hosts_get_mac (HuisHosts *self, const char *address)
{
  return g_hash_table_lookup (self->macs, address);
}
