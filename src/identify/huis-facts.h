/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-field-table.h"
#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * The observations of one device as a flat list of facts, field and value. The field is the type
 * of the observation and the path of the member: "http.title", "mdns.txt.md" (keys in lower case),
 * "vendor.kasa.model" and "vendor.model", "banner.ftp" (the protocol names the field), "port.open",
 * "mac.vendor".
 */
typedef struct
{
  int field;
  gsize length;
  const char *value;
  const char *folded;  /* @value in ASCII lower case, of the same length */
  const char *service; /* in lower case: the DNS-SD type, or the vendor's protocol; or %NULL */
} HuisFact;

typedef struct
{
  GArray *facts; /* of HuisFact */
  GStringChunk *text;
  HuisFieldTable *fields;
} HuisFacts;

/* At most so many facts of one device are looked at: an honest one has fewer than a hundred. */
#define HUIS_FACTS_MAX 600

HuisFacts *huis_facts_new (HuisFieldTable *fields);
void huis_facts_free (HuisFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisFacts, huis_facts_free)

void huis_facts_add (HuisFacts *self, const char *field, const char *value, const char *service);
void huis_facts_add_observation (HuisFacts *self, HuisObservation *observation);

/* The first value of a field, or %NULL. */
const char *huis_facts_get (HuisFacts *self, const char *field);

G_END_DECLS
