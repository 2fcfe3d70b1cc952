/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-rule-set.h"

G_BEGIN_DECLS

/* The attributes of an element, as GMarkup gives them. */
typedef struct
{
  const char **names;
  const char **values;
} HuisAttributes;

const char *huis_attributes_get (const HuisAttributes *self, const char *name);

/* Sets a G_MARKUP_ERROR; always FALSE. */
gboolean huis_attributes_fail (GError **error, const char *what, const char *value);

gboolean huis_attributes_read_kind (const char *id, HuisKind *kind, GError **error);
gboolean huis_attributes_read_strength (const char *id, HuisStrength *strength, GError **error);

/* Reads an element that is no rule: maker, maker-names, refine, trim, no-name, name, group. */
gboolean huis_table_reader_read (HuisRuleSet *set,
                                 const char *name,
                                 const HuisAttributes *attributes,
                                 GError **error);

G_END_DECLS
