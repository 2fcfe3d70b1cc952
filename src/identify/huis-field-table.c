/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-field-table"

#include "huis-field-table.h"

struct _HuisFieldTable
{
  GHashTable *numbers; /* name → number + 1 */
  GPtrArray *names;
  GPtrArray *sentences;
  GHashTable *groups; /* name → HuisFieldSet */
};

HuisFieldTable *
huis_field_table_new (void)
{
  HuisFieldTable *self = g_new0 (HuisFieldTable, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
huis_field_table_free (HuisFieldTable *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->sentences);
  g_hash_table_unref (self->groups);
  g_free (self);
}

int
huis_field_table_lookup (HuisFieldTable *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, name)) - 1;
}

int
huis_field_table_add (HuisFieldTable *self, const char *name)
{
  int field = huis_field_table_lookup (self, name);

  if (field >= 0)
    return field;
  if (self->names->len >= HUIS_FIELDS_MAX)
    return -1;

  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->sentences, NULL);
  g_hash_table_insert (self->numbers, self->names->pdata[self->names->len - 1],
                       GINT_TO_POINTER ((int) self->names->len));

  return (int) self->names->len - 1;
}

const char *
huis_field_table_get_name (HuisFieldTable *self, int field)
{
  return self->names->pdata[field];
}

const char *
huis_field_table_get_sentence (HuisFieldTable *self, int field)
{
  return self->sentences->pdata[field];
}

void
huis_field_table_set_sentence (HuisFieldTable *self, int field, const char *sentence)
{
  g_free (self->sentences->pdata[field]);
  self->sentences->pdata[field] = g_strdup (sentence);
}

void
huis_field_table_add_group (HuisFieldTable *self, const char *name, const HuisFieldSet *set)
{
  g_hash_table_insert (self->groups, g_strdup (name), g_memdup2 (set, sizeof *set));
}

static gboolean
add_group_to (HuisFieldTable *self, const char *name, HuisFieldSet *set)
{
  const HuisFieldSet *group = g_hash_table_lookup (self->groups, name);

  if (group == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (set->bits); i++)
    set->bits[i] |= group->bits[i];

  return TRUE;
}

gboolean
huis_field_table_parse (HuisFieldTable *self, const char *spec, HuisFieldSet *set)
{
  g_auto (GStrv) words = g_strsplit_set (spec, " \n\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int field;

      if (*words[i] == '\0')
        continue;
      if (*words[i] == '@')
        {
          if (!add_group_to (self, words[i] + 1, set))
            return FALSE;
          continue;
        }
      field = huis_field_table_add (self, words[i]);
      if (field < 0)
        return FALSE;
      huis_field_set_add (set, field);
    }

  return TRUE;
}
