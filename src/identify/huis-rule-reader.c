/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rule-reader"

#include "huis-rule-reader.h"

#include "huis-maker-rules.h"

#include <stdlib.h>
#include <string.h>

/* The attributes of an element. */
typedef struct
{
  const char **names;
  const char **values;
} Attributes;

typedef struct
{
  HuisRuleSet *set;
  GHashTable *family; /* attributes that the rules of this family inherit */
  HuisRule *rule;
  int field;     /* of the <field> that is open */
  GString *text; /* of the element that is open */
} Reader;

static const struct
{
  const char *attribute;
  HuisMatch match;
} matches[] = {
  { "is", HUIS_MATCH_IS },   { "starts", HUIS_MATCH_STARTS }, { "ends", HUIS_MATCH_ENDS },
  { "has", HUIS_MATCH_HAS }, { "word", HUIS_MATCH_WORD },     { "match", HUIS_MATCH_PATTERN },
};

static const char *
get (const Attributes *attributes, const char *name)
{
  for (guint i = 0; attributes->names[i] != NULL; i++)
    if (strcmp (attributes->names[i], name) == 0)
      return attributes->values[i];

  return NULL;
}

/* The same; what the family says where the element says nothing. */
static const char *
inherit (Reader *reader, const Attributes *attributes, const char *name)
{
  const char *value = get (attributes, name);

  if (value == NULL && reader->family != NULL)
    value = g_hash_table_lookup (reader->family, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
fail (GError **error, const char *what, const char *value)
{
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s “%s”", what,
               value != NULL ? value : "");

  return FALSE;
}

static gboolean
read_kind (const char *id, HuisKind *kind, GError **error)
{
  *kind = huis_kind_from_id (id);

  return *kind != HUIS_KIND_UNKNOWN || fail (error, "No such kind", id);
}

static gboolean
read_strength (const char *id, HuisStrength *strength, GError **error)
{
  *strength = (HuisStrength) huis_enum_from_id (HUIS_TYPE_STRENGTH, id, HUIS_STRENGTH_NONE);

  return *strength != HUIS_STRENGTH_NONE || fail (error, "No such strength", id);
}

static void
read_words (HuisCondition *condition, const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  condition->words = g_strsplit (folded, "|", -1);
}

static gboolean
add_condition (Reader *reader, const Attributes *attributes, gboolean negated, GError **error)
{
  HuisCondition condition = { .match = HUIS_MATCH_ANY, .negated = negated };
  gboolean first = reader->rule->conditions->len == 0;
  const char *fields = first ? inherit (reader, attributes, "field") : get (attributes, "field");
  const char *service =
      first ? inherit (reader, attributes, "service") : get (attributes, "service");

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      const char *value = get (attributes, matches[i].attribute);

      if (value == NULL)
        continue;
      if (condition.match != HUIS_MATCH_ANY || *value == '\0')
        return fail (error, "One way to match is needed at", value);
      condition.match = matches[i].match;
      if (condition.match == HUIS_MATCH_PATTERN)
        condition.pattern = g_strdup (value);
      else
        read_words (&condition, value);
    }
  if (service != NULL)
    condition.service = g_ascii_strdown (service, -1);
  g_array_append_val (reader->rule->conditions, condition);

  if (fields == NULL ||
      !huis_field_table_parse (
          reader->set->fields, fields,
          &huis_rule_get_condition (reader->rule, reader->rule->conditions->len - 1)->fields))
    return fail (error, "No such fields:", fields);

  return TRUE;
}

static gboolean
start_rule (Reader *reader, const Attributes *attributes, GError **error)
{
  const char *kind = inherit (reader, attributes, "kind");
  const char *strength = inherit (reader, attributes, "strength");
  const char *kind_strength = inherit (reader, attributes, "kind-strength");
  const char *weight = inherit (reader, attributes, "weight");

  reader->rule = huis_rule_new ();
  g_ptr_array_add (reader->set->rules, reader->rule);
  reader->rule->maker = g_strdup (inherit (reader, attributes, "maker"));
  reader->rule->model = g_strdup (inherit (reader, attributes, "model"));
  reader->rule->weight = weight != NULL ? atoi (weight) : 10;
  reader->rule->sentence = g_strdup (inherit (reader, attributes, "because"));
  if (kind != NULL && !read_kind (kind, &reader->rule->kind, error))
    return FALSE;
  if (!read_strength (strength, &reader->rule->strength, error))
    return FALSE;
  reader->rule->kind_strength = reader->rule->strength;
  if (kind_strength != NULL && !read_strength (kind_strength, &reader->rule->kind_strength, error))
    return FALSE;

  return add_condition (reader, attributes, FALSE, error);
}

/* Whether all fields of the positive conditions start with @prefix. */
static gboolean
rests_on (Reader *reader, HuisRule *rule, const char *prefix, guint n)
{
  for (guint i = 0; i < n; i++)
    for (int field = 0; field < HUIS_FIELDS_MAX; field++)
      {
        HuisCondition *condition = huis_rule_get_condition (rule, i);

        if (!condition->negated && huis_field_set_has (&condition->fields, field) &&
            !g_str_has_prefix (huis_field_table_get_name (reader->set->fields, field), prefix))
          return FALSE;
      }

  return TRUE;
}

static gboolean
end_rule (Reader *reader, GError **error)
{
  HuisRule *rule = reader->rule;

  reader->rule = NULL;
  if (rule->maker == NULL && rule->model == NULL && rule->kind == HUIS_KIND_UNKNOWN)
    return fail (error, "A rule that claims nothing at",
                 huis_rule_get_condition (rule, 0)->pattern);
  if (huis_rule_get_condition (rule, 0)->match == HUIS_MATCH_ANY &&
      !rests_on (reader, rule, "vendor.", 1) && rule->conditions->len < 2 &&
      strchr (rule->maker != NULL ? rule->maker : "", '$') == NULL &&
      strchr (rule->model != NULL ? rule->model : "", '$') == NULL)
    return fail (error, "A rule without a word to look for:", rule->maker);

  rule->hardware = rests_on (reader, rule, "mac.", rule->conditions->len);
  rule->derived = rests_on (reader, rule, "id.", 1);

  return TRUE;
}

static gboolean
read_maker (Reader *reader, const Attributes *attributes, GError **error)
{
  const char *name = get (attributes, "name");
  const char *only = get (attributes, "kind");
  gboolean chip = g_strcmp0 (get (attributes, "chip"), "yes") == 0;
  gboolean text = !chip && g_strcmp0 (get (attributes, "text"), "no") != 0;

  if (name == NULL)
    return fail (error, "A maker without a name", NULL);
  huis_maker_table_add (reader->set->makers, name, get (attributes, "also"), text, chip);
  if (only != NULL)
    {
      HuisKind kind;

      if (!read_kind (only, &kind, error))
        return FALSE;
      huis_maker_rules_add_kind (reader->set, name, kind);
    }

  return TRUE;
}

/* <maker-names field="@text" strength="likely" weight="3"/>: after the makers' own files. */
static gboolean
read_maker_names (Reader *reader, const Attributes *attributes, GError **error)
{
  const char *fields = get (attributes, "field");
  const char *weight = get (attributes, "weight");
  HuisFieldSet set = { { 0 } };
  HuisStrength strength;

  if (fields == NULL || !huis_field_table_parse (reader->set->fields, fields, &set))
    return fail (error, "No such fields:", fields);
  if (!read_strength (get (attributes, "strength"), &strength, error))
    return FALSE;
  huis_maker_rules_add_names (reader->set, &set, strength, weight != NULL ? atoi (weight) : 0);

  return TRUE;
}

/* <refine kind="doorbell" of="camera"/> */
static gboolean
read_refine (Reader *reader, const Attributes *attributes, GError **error)
{
  HuisRefinement refinement;

  if (!read_kind (get (attributes, "kind"), &refinement.special, error) ||
      !read_kind (get (attributes, "of"), &refinement.general, error))
    return FALSE;
  g_array_append_val (reader->set->refinements, refinement);

  return TRUE;
}

/* <trim match="…" with="…"/>, <no-name match="…"/> */
static gboolean
read_trim (Reader *reader, const Attributes *attributes, gboolean of_name, GError **error)
{
  const char *pattern = get (attributes, "match");
  const char *with = get (attributes, "with");
  HuisTrim trim = { NULL, NULL, of_name };

  if (pattern == NULL)
    return fail (error, "A trim without a pattern", NULL);
  trim.regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, error);
  if (trim.regex == NULL)
    return FALSE;
  trim.with = g_strdup (with != NULL ? with : "");
  g_array_append_val (reader->set->trims, trim);

  return TRUE;
}

static gboolean
read_name_source (Reader *reader, const Attributes *attributes, GError **error)
{
  const char *field = get (attributes, "field");
  HuisNameSource *source;

  if (field == NULL)
    return fail (error, "A name without a field", NULL);
  source = g_new0 (HuisNameSource, 1);
  source->field = huis_field_table_add (reader->set->fields, field);
  source->service = g_strdup (get (attributes, "service"));
  g_ptr_array_add (reader->set->names, source);

  return TRUE;
}

static gboolean
read_group (Reader *reader, const Attributes *attributes, GError **error)
{
  const char *id = get (attributes, "id");
  const char *fields = get (attributes, "fields");
  HuisFieldSet set = { { 0 } };

  if (id == NULL || fields == NULL || !huis_field_table_parse (reader->set->fields, fields, &set))
    return fail (error, "Not a group of fields:", id);
  huis_field_table_add_group (reader->set->fields, id, &set);

  return TRUE;
}

static void
start_family (Reader *reader, const Attributes *attributes)
{
  reader->family = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; attributes->names[i] != NULL; i++)
    g_hash_table_insert (reader->family, g_strdup (attributes->names[i]),
                         g_strdup (attributes->values[i]));
}

static gboolean
read_element (Reader *reader, const char *name, const Attributes *attributes, GError **error)
{
  gboolean in_rule = reader->rule != NULL;

  if (strcmp (name, "rule") == 0 && !in_rule)
    return start_rule (reader, attributes, error);
  if (strcmp (name, "and") == 0 && in_rule)
    return add_condition (reader, attributes, FALSE, error);
  if (strcmp (name, "unless") == 0 && in_rule)
    return add_condition (reader, attributes, TRUE, error);
  if (strcmp (name, "maker") == 0)
    return read_maker (reader, attributes, error);
  if (strcmp (name, "maker-names") == 0)
    return read_maker_names (reader, attributes, error);
  if (strcmp (name, "refine") == 0)
    return read_refine (reader, attributes, error);
  if (strcmp (name, "trim") == 0 || strcmp (name, "no-name") == 0)
    return read_trim (reader, attributes, *name == 'n', error);
  if (strcmp (name, "name") == 0)
    return read_name_source (reader, attributes, error);
  if (strcmp (name, "group") == 0)
    return read_group (reader, attributes, error);
  if (strcmp (name, "family") == 0)
    start_family (reader, attributes);
  else if (strcmp (name, "field") == 0)
    reader->field = huis_field_table_add (reader->set->fields, get (attributes, "id"));
  else if (strstr ("identify because suffix blank", name) == NULL)
    return fail (error, "Unknown element", name);

  return TRUE;
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  Reader *reader = user_data;
  Attributes attributes = { names, values };

  g_string_truncate (reader->text, 0);
  read_element (reader, name, &attributes, error);
}

/* White space folds to single spaces, as gettext's extraction does. */
static char *
take_text (Reader *reader)
{
  g_auto (GStrv) words = g_strsplit_set (reader->text->str, " \t\r\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);

  return g_string_free (text, FALSE);
}

static void
end_because (Reader *reader)
{
  g_autofree char *text = take_text (reader);

  if (reader->rule != NULL)
    {
      g_free (reader->rule->sentence);
      reader->rule->sentence = g_steal_pointer (&text);
    }
  else if (reader->family != NULL)
    g_hash_table_insert (reader->family, g_strdup ("because"), g_steal_pointer (&text));
  else if (reader->field >= 0)
    huis_field_table_set_sentence (reader->set->fields, reader->field, text);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (strcmp (name, "rule") == 0)
    end_rule (reader, error);
  else if (strcmp (name, "because") == 0)
    end_because (reader);
  else if (strcmp (name, "family") == 0)
    g_clear_pointer (&reader->family, g_hash_table_unref);
  else if (strcmp (name, "field") == 0)
    reader->field = -1;
  else if (strcmp (name, "suffix") == 0)
    huis_maker_table_add_suffix (reader->set->makers, reader->text->str);
  else if (strcmp (name, "blank") == 0)
    g_hash_table_add (reader->set->blanks, g_ascii_strdown (reader->text->str, -1));
  g_string_truncate (reader->text, 0);
}

static void
add_text (GMarkupParseContext *context,
          const char *text,
          gsize length,
          gpointer user_data,
          GError **error)
{
  Reader *reader = user_data;

  g_string_append_len (reader->text, text, (gssize) length);
}

gboolean
huis_rule_reader_read (HuisRuleSet *set, const char *path, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  Reader reader = { .set = set, .field = -1, .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *content = NULL;
  gsize length;
  gboolean ok;

  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  ok = g_file_get_contents (path, &content, &length, error) &&
       g_markup_parse_context_parse (context, content, (gssize) length, error) &&
       g_markup_parse_context_end_parse (context, error);
  if (!ok)
    g_prefix_error (error, "%s: ", path);
  g_clear_pointer (&reader.family, g_hash_table_unref);
  g_string_free (reader.text, TRUE);

  return ok;
}
