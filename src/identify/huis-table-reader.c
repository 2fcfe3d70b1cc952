/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-table-reader"

#include "huis-table-reader.h"

#include "huis-maker-rules.h"

#include <stdlib.h>
#include <string.h>

const char *
huis_attributes_get (const HuisAttributes *attributes, const char *name)
{
  for (guint i = 0; attributes->names[i] != NULL; i++)
    if (strcmp (attributes->names[i], name) == 0)
      return attributes->values[i];

  return NULL;
}

gboolean
huis_attributes_fail (GError **error, const char *what, const char *value)
{
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s “%s”", what,
               value != NULL ? value : "");

  return FALSE;
}

gboolean
huis_attributes_read_kind (const char *id, HuisKind *kind, GError **error)
{
  *kind = huis_kind_from_id (id);

  return *kind != HUIS_KIND_UNKNOWN || huis_attributes_fail (error, "No such kind", id);
}

gboolean
huis_attributes_read_strength (const char *id, HuisStrength *strength, GError **error)
{
  *strength = (HuisStrength) huis_enum_from_id (HUIS_TYPE_STRENGTH, id, HUIS_STRENGTH_NONE);

  return *strength != HUIS_STRENGTH_NONE || huis_attributes_fail (error, "No such strength", id);
}

static gboolean
read_maker (HuisRuleSet *set, const HuisAttributes *attributes, GError **error)
{
  const char *name = huis_attributes_get (attributes, "name");
  const char *only = huis_attributes_get (attributes, "kind");
  gboolean chip = g_strcmp0 (huis_attributes_get (attributes, "chip"), "yes") == 0;
  gboolean text = !chip && g_strcmp0 (huis_attributes_get (attributes, "text"), "no") != 0;

  if (name == NULL)
    return huis_attributes_fail (error, "A maker without a name", NULL);
  huis_maker_table_add (set->makers, name, huis_attributes_get (attributes, "also"), text, chip);
  if (only != NULL)
    {
      HuisKind kind;

      if (!huis_attributes_read_kind (only, &kind, error))
        return FALSE;
      huis_maker_rules_add_kind (set, name, kind);
    }

  return TRUE;
}

/* <maker-names field="@text" strength="likely" weight="3"/>: after the makers' own files. */
static gboolean
read_maker_names (HuisRuleSet *set, const HuisAttributes *attributes, GError **error)
{
  const char *fields = huis_attributes_get (attributes, "field");
  const char *weight = huis_attributes_get (attributes, "weight");
  HuisFieldSet field_set = { { 0 } };
  HuisStrength strength;

  if (fields == NULL || !huis_field_table_parse (set->fields, fields, &field_set))
    return huis_attributes_fail (error, "No such fields:", fields);
  if (!huis_attributes_read_strength (huis_attributes_get (attributes, "strength"), &strength,
                                      error))
    return FALSE;
  huis_maker_rules_add_names (set, &field_set, strength, weight != NULL ? atoi (weight) : 0);

  return TRUE;
}

/* <refine kind="doorbell" of="camera"/> */
static gboolean
read_refine (HuisRuleSet *set, const HuisAttributes *attributes, GError **error)
{
  HuisRefinement refinement;

  if (!huis_attributes_read_kind (huis_attributes_get (attributes, "kind"), &refinement.special,
                                  error) ||
      !huis_attributes_read_kind (huis_attributes_get (attributes, "of"), &refinement.general,
                                  error))
    return FALSE;
  g_array_append_val (set->refinements, refinement);

  return TRUE;
}

/* <trim match="…" with="…"/>, <no-name match="…"/> */
static gboolean
read_trim (HuisRuleSet *set, const HuisAttributes *attributes, gboolean of_name, GError **error)
{
  const char *pattern = huis_attributes_get (attributes, "match");
  const char *with = huis_attributes_get (attributes, "with");
  HuisTrim trim = { NULL, NULL, of_name };

  if (pattern == NULL)
    return huis_attributes_fail (error, "A trim without a pattern", NULL);
  trim.regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, error);
  if (trim.regex == NULL)
    return FALSE;
  trim.with = g_strdup (with != NULL ? with : "");
  g_array_append_val (set->trims, trim);

  return TRUE;
}

static gboolean
read_name_source (HuisRuleSet *set, const HuisAttributes *attributes, GError **error)
{
  const char *field = huis_attributes_get (attributes, "field");
  HuisNameSource *source;

  if (field == NULL)
    return huis_attributes_fail (error, "A name without a field", NULL);
  source = g_new0 (HuisNameSource, 1);
  source->field = huis_field_table_add (set->fields, field);
  source->service = g_strdup (huis_attributes_get (attributes, "service"));
  g_ptr_array_add (set->names, source);

  return TRUE;
}

static gboolean
read_group (HuisRuleSet *set, const HuisAttributes *attributes, GError **error)
{
  const char *id = huis_attributes_get (attributes, "id");
  const char *fields = huis_attributes_get (attributes, "fields");
  HuisFieldSet field_set = { { 0 } };

  if (id == NULL || fields == NULL || !huis_field_table_parse (set->fields, fields, &field_set))
    return huis_attributes_fail (error, "Not a group of fields:", id);
  huis_field_table_add_group (set->fields, id, &field_set);

  return TRUE;
}

gboolean
huis_table_reader_read (HuisRuleSet *set,
                        const char *name,
                        const HuisAttributes *attributes,
                        GError **error)
{
  if (strcmp (name, "maker") == 0)
    return read_maker (set, attributes, error);
  if (strcmp (name, "maker-names") == 0)
    return read_maker_names (set, attributes, error);
  if (strcmp (name, "refine") == 0)
    return read_refine (set, attributes, error);
  if (strcmp (name, "trim") == 0 || strcmp (name, "no-name") == 0)
    return read_trim (set, attributes, *name == 'n', error);
  if (strcmp (name, "name") == 0)
    return read_name_source (set, attributes, error);
  if (strcmp (name, "group") == 0)
    return read_group (set, attributes, error);

  return huis_attributes_fail (error, "Unknown element", name);
}
