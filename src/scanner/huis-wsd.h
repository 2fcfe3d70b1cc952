/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The messages of WS-Discovery (OASIS WS-Discovery 1.1 and the draft of April 2005 before it). */

#define HUIS_WSD_PORT  3702
#define HUIS_WSD_GROUP 0xeffffffau

typedef struct
{
  /* Without their name space prefix. */
  GStrv types;
  GStrv scopes;
  GStrv links;
  char *endpoint;
} HuisWsdMatch;

void huis_wsd_match_free (HuisWsdMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisWsdMatch, huis_wsd_match_free)

/* A search for everyone; @id is a UUID of our own making. To be freed. */
char *huis_wsd_write_probe (const char *id);

/* A request for what device @endpoint says of itself (WS-Transfer Get). To be freed. */
char *huis_wsd_write_get (const char *id, const char *endpoint);

/* A ProbeMatches, ResolveMatches or Hello; %NULL for anything else. */
HuisWsdMatch *huis_wsd_parse_match (const char *bytes, gsize length);

/* The value of an ONVIF scope, "onvif://www.onvif.org/hardware/DS-2CD2043G0-I"; or %NULL. */
char *huis_wsd_get_scope (HuisWsdMatch *match, const char *name);

G_END_DECLS
