/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

G_BEGIN_DECLS

/*
 * Which questions of the Connection step (factsheet Q1, V2, V3) are asked of which device, and
 * which answer is the usual one for its kind. A suggestion is never an answer: only the person's
 * own word is kept.
 */

typedef struct
{
  HuisKind kind;
  GPtrArray *devices; /* HuisDevice *, in the order of the inventory */
  guint n_open;       /* how many of them have a question without an answer */
} HuisConnectionGroup;

void huis_connection_group_free (HuisConnectionGroup *group);

/*
 * CONNECTED: only where the device was added by hand and never seen. ONLINE: unless it is not
 * connected, or of a kind that is there for the internet. OUTSIDE: only where a door leads to it,
 * or its kind is one that people like to reach from elsewhere and it is online.
 */
gboolean huis_connection_asks (HuisNetwork *network,
                               HuisCatalogue *catalogue,
                               HuisDevice *device,
                               HuisQuestion question);
/* %HUIS_REPLY_NONE where nothing is usual. */
HuisReply huis_connection_suggest (HuisNetwork *network,
                                   HuisCatalogue *catalogue,
                                   HuisDevice *device,
                                   HuisQuestion question);
/* Whether one of its questions has no answer yet. */
gboolean
huis_connection_is_open (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device);

/* The devices of which something is asked, alike ones together; HuisConnectionGroup *. */
GPtrArray *huis_connection_list (HuisNetwork *network, HuisCatalogue *catalogue);

/* Gives every open question of @devices its suggestion; returns how many answers that were. What
 * has no suggestion stays open. */
guint huis_connection_confirm (HuisNetwork *network, HuisCatalogue *catalogue, GPtrArray *devices);

G_END_DECLS
