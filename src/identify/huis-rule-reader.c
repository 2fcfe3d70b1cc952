/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rule-reader"

#include "huis-rule-reader.h"

#include "huis-table-reader.h"

#include <stdlib.h>
#include <string.h>

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

/* The same; what the family says where the element says nothing. */
static const char *
inherit (Reader *reader, const HuisAttributes *attributes, const char *name)
{
  const char *value = huis_attributes_get (attributes, name);

  if (value == NULL && reader->family != NULL)
    value = g_hash_table_lookup (reader->family, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static void
read_words (HuisRuleSet *set, HuisCondition *condition, const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, "|", -1);
  guint n = g_strv_length (words);

  condition->words = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    condition->words[i] = (char *) huis_rule_set_keep (set, words[i]);
}

static gboolean
add_condition (Reader *reader, const HuisAttributes *attributes, gboolean negated, GError **error)
{
  HuisCondition condition = { .match = HUIS_MATCH_ANY, .negated = negated };
  gboolean first = reader->rule->conditions->len == 0;
  const char *fields =
      first ? inherit (reader, attributes, "field") : huis_attributes_get (attributes, "field");
  const char *service =
      first ? inherit (reader, attributes, "service") : huis_attributes_get (attributes, "service");

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      const char *value = huis_attributes_get (attributes, matches[i].attribute);

      if (value == NULL)
        continue;
      if (condition.match != HUIS_MATCH_ANY || *value == '\0')
        return huis_attributes_fail (error, "One way to match is needed at", value);
      condition.match = matches[i].match;
      if (condition.match == HUIS_MATCH_PATTERN)
        condition.pattern = huis_rule_set_keep (reader->set, value);
      else
        read_words (reader->set, &condition, value);
    }
  if (service != NULL)
    {
      g_autofree char *folded = g_ascii_strdown (service, -1);

      condition.service = huis_rule_set_keep (reader->set, folded);
    }
  g_array_append_val (reader->rule->conditions, condition);

  if (fields == NULL ||
      !huis_field_table_parse (
          reader->set->fields, fields,
          &huis_rule_get_condition (reader->rule, reader->rule->conditions->len - 1)->fields))
    return huis_attributes_fail (error, "No such fields:", fields);

  return TRUE;
}

static gboolean
start_rule (Reader *reader, const HuisAttributes *attributes, GError **error)
{
  const char *kind = inherit (reader, attributes, "kind");
  const char *strength = inherit (reader, attributes, "strength");
  const char *kind_strength = inherit (reader, attributes, "kind-strength");
  const char *weight = inherit (reader, attributes, "weight");

  reader->rule = huis_rule_new ();
  g_ptr_array_add (reader->set->rules, reader->rule);
  reader->rule->maker = huis_rule_set_keep (reader->set, inherit (reader, attributes, "maker"));
  reader->rule->model = huis_rule_set_keep (reader->set, inherit (reader, attributes, "model"));
  reader->rule->weight = weight != NULL ? atoi (weight) : 10;
  reader->rule->sentence =
      huis_rule_set_keep (reader->set, inherit (reader, attributes, "because"));
  if (kind != NULL && !huis_attributes_read_kind (kind, &reader->rule->kind, error))
    return FALSE;
  if (!huis_attributes_read_strength (strength, &reader->rule->strength, error))
    return FALSE;
  reader->rule->kind_strength = reader->rule->strength;
  if (kind_strength != NULL &&
      !huis_attributes_read_strength (kind_strength, &reader->rule->kind_strength, error))
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
    return huis_attributes_fail (error, "A rule that claims nothing at",
                                 huis_rule_get_condition (rule, 0)->pattern);
  if (huis_rule_get_condition (rule, 0)->match == HUIS_MATCH_ANY &&
      !rests_on (reader, rule, "vendor.", 1) && rule->conditions->len < 2 &&
      strchr (rule->maker != NULL ? rule->maker : "", '$') == NULL &&
      strchr (rule->model != NULL ? rule->model : "", '$') == NULL)
    return huis_attributes_fail (error, "A rule without a word to look for:", rule->maker);

  rule->hardware = rests_on (reader, rule, "mac.", rule->conditions->len);
  rule->derived = rests_on (reader, rule, "id.", 1);

  return TRUE;
}

static void
start_family (Reader *reader, const HuisAttributes *attributes)
{
  reader->family = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; attributes->names[i] != NULL; i++)
    g_hash_table_insert (reader->family, g_strdup (attributes->names[i]),
                         g_strdup (attributes->values[i]));
}

static gboolean
read_element (Reader *reader, const char *name, const HuisAttributes *attributes, GError **error)
{
  gboolean in_rule = reader->rule != NULL;

  if (strcmp (name, "rule") == 0 && !in_rule)
    return start_rule (reader, attributes, error);
  if (strcmp (name, "and") == 0 && in_rule)
    return add_condition (reader, attributes, FALSE, error);
  if (strcmp (name, "unless") == 0 && in_rule)
    return add_condition (reader, attributes, TRUE, error);
  if (strcmp (name, "family") == 0)
    start_family (reader, attributes);
  else if (strcmp (name, "field") == 0)
    reader->field =
        huis_field_table_add (reader->set->fields, huis_attributes_get (attributes, "id"));
  else if (strstr ("identify because suffix blank", name) == NULL)
    return huis_table_reader_read (reader->set, name, attributes, error);

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
  HuisAttributes attributes = { names, values };

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
    reader->rule->sentence = huis_rule_set_keep (reader->set, text);
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
