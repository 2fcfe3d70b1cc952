/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-rule-set"

#include "huis-rule-set.h"

#include "huis-rule-reader.h"

#include <gio/gio.h>
#include <string.h>

/* The other files use the fields and groups that this one names. */
#define FIRST_FILE "fields.xml"

static void
trim_clear (HuisTrim *trim)
{
  g_clear_pointer (&trim->regex, g_regex_unref);
  g_free (trim->with);
}

static void
name_source_free (HuisNameSource *source)
{
  g_free (source->service);
  g_free (source);
}

static HuisRuleSet *
rule_set_new (void)
{
  HuisRuleSet *self = g_new0 (HuisRuleSet, 1);

  self->text = g_string_chunk_new (16384);
  self->fields = huis_field_table_new ();
  self->makers = huis_maker_table_new ();
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_rule_free);
  self->refinements = g_array_new (FALSE, FALSE, sizeof (HuisRefinement));
  self->trims = g_array_new (FALSE, FALSE, sizeof (HuisTrim));
  g_array_set_clear_func (self->trims, (GDestroyNotify) trim_clear);
  self->blanks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_source_free);

  return self;
}

void
huis_rule_set_free (HuisRuleSet *self)
{
  huis_field_table_free (self->fields);
  huis_maker_table_free (self->makers);
  g_ptr_array_unref (self->rules);
  g_array_unref (self->refinements);
  g_array_unref (self->trims);
  g_hash_table_unref (self->blanks);
  g_ptr_array_unref (self->names);
  g_string_chunk_free (self->text);
  g_free (self);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *) a, *right = *(const char *const *) b;
  gboolean left_first = strcmp (left, FIRST_FILE) == 0;
  gboolean right_first = strcmp (right, FIRST_FILE) == 0;

  if (left_first != right_first)
    return left_first ? -1 : 1;

  return strcmp (left, right);
}

static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *files;
  const char *name;

  if (dir == NULL)
    return NULL;

  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_sort (files, compare_files);

  return files;
}

HuisRuleSet *
huis_rule_set_load (const char *folder, GError **error)
{
  g_autoptr (HuisRuleSet) self = rule_set_new ();
  g_autoptr (GPtrArray) files = list_files (folder, error);

  if (files == NULL)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, files->pdata[i], NULL);

      if (!huis_rule_reader_read (self, path, error))
        return NULL;
    }
  if (self->rules->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No rules in “%s”", folder);
      return NULL;
    }

  return g_steal_pointer (&self);
}

gboolean
huis_rule_set_check (HuisRuleSet *self, GError **error)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      HuisRule *rule = self->rules->pdata[i];

      for (guint j = 0; j < rule->conditions->len; j++)
        if (!huis_condition_compile (huis_rule_get_condition (rule, j), error))
          return FALSE;
    }

  return TRUE;
}

const char *
huis_rule_set_keep (HuisRuleSet *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->text, text) : NULL;
}

gboolean
huis_rule_set_refines (HuisRuleSet *self, HuisKind special, HuisKind general)
{
  for (guint i = 0; i < self->refinements->len; i++)
    {
      const HuisRefinement *refinement = &g_array_index (self->refinements, HuisRefinement, i);

      if (refinement->special == special && refinement->general == general)
        return TRUE;
    }

  return FALSE;
}

gboolean
huis_rule_set_is_blank (HuisRuleSet *self, const char *value)
{
  g_autofree char *folded = g_ascii_strdown (value, -1);

  return g_hash_table_contains (self->blanks, folded);
}
