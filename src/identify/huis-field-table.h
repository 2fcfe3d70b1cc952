/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The fields that rules may ask for ("mdns.service", "http.title"), numbered. Only fields that
 * stand in data/identify/fields.xml or in a rule have a number: what the network names otherwise
 * is dropped, so a stranger cannot make the table grow.
 */
typedef struct _HuisFieldTable HuisFieldTable;

#define HUIS_FIELDS_MAX 512

/* A set of fields. */
typedef struct
{
  guint64 bits[HUIS_FIELDS_MAX / 64];
} HuisFieldSet;

HuisFieldTable *huis_field_table_new (void);
void huis_field_table_free (HuisFieldTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisFieldTable, huis_field_table_free)

/* The number of a field, or -1. */
int huis_field_table_lookup (HuisFieldTable *self, const char *name);
/* The same; numbers it when it is new. -1 once the table is full. */
int huis_field_table_add (HuisFieldTable *self, const char *name);
const char *huis_field_table_get_name (HuisFieldTable *self, int field);

/* The sentence that tells what a fact of this field is ("Its web page is called “%s”."), or %NULL.
 */
const char *huis_field_table_get_sentence (HuisFieldTable *self, int field);
void huis_field_table_set_sentence (HuisFieldTable *self, int field, const char *sentence);

/* A group is a name for several fields; rules write it "@name". */
void huis_field_table_add_group (HuisFieldTable *self, const char *name, const HuisFieldSet *set);

/*
 * Adds the fields of @spec, names and groups with spaces between, to @set. FALSE where a group is
 * not known or the table is full.
 */
gboolean huis_field_table_parse (HuisFieldTable *self, const char *spec, HuisFieldSet *set);

static inline gboolean
huis_field_set_has (const HuisFieldSet *set, int field)
{
  return (set->bits[field / 64] >> (field % 64)) & 1;
}

static inline void
huis_field_set_add (HuisFieldSet *set, int field)
{
  set->bits[field / 64] |= G_GUINT64_CONSTANT (1) << (field % 64);
}

G_END_DECLS
