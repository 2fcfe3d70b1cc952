/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-inventory.h"

G_BEGIN_DECLS

/*
 * The router's own list of devices, as the person copied it out of the router's page, or saved that
 * page or a table of it (factsheet V2). No two routers lay it out alike, so what counts is what can
 * be nothing else: a MAC address, or without any the addresses of a home; and the name beside it.
 */

/* What is longer is read up to here. */
#define HUIS_ROUTER_LIST_BYTES_MAX   (1024 * 1024)
#define HUIS_ROUTER_LIST_ENTRIES_MAX 512

typedef struct
{
  char *mac;     /* as huis_text_normalise_mac() gives it; %NULL where the list has none */
  char *address; /* IPv4, or %NULL; an entry has one of the two */
  char *name;    /* clean, or %NULL */
} HuisRouterListEntry;

/*
 * Reads text, CSV, HTML, XML or JSON, in UTF-8 or UTF-16; it need not be well-formed. @length is in
 * bytes, or -1.
 * Returns HuisRouterListEntry *, each device once, in the order of the list; never %NULL.
 */
GPtrArray *huis_router_list_read (const char *bytes, gssize length);

/*
 * Puts what is not in @inventory yet into it, as %HUIS_ORIGIN_ROUTER_LIST. What is there already
 * stays as it is. Returns how many were new. @now is unix time.
 */
guint huis_router_list_enter (HuisInventory *inventory, const GPtrArray *entries, gint64 now);

G_END_DECLS
