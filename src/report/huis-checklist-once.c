/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-once"

#include "config.h"

#include "huis-checklist-private.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Steps that several devices share stand on a sheet once: at the most urgent of them, which is
 * printed even where not all devices fit. The others say at which.
 */

static char *
dup_key (const HuisChecklistItem *item)
{
  g_autofree char *steps = g_strjoinv ("\n", (GStrv) item->steps);

  return g_strconcat (item->title, "\n", steps, NULL);
}

/* What each item with steps is found by, to the block where they are to stand. */
static void
choose (GHashTable *chosen, HuisChecklistBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (block->items, i);
      g_autofree char *key = item->steps != NULL ? dup_key (item) : NULL;
      const HuisChecklistBlock *before = key != NULL ? g_hash_table_lookup (chosen, key) : NULL;

      if (key != NULL && (before == NULL || block->rank < before->rank))
        g_hash_table_insert (chosen, g_steal_pointer (&key), block);
    }
}

static void
refer (HuisChecklist *self, GHashTable *chosen, const HuisChecklistBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      HuisChecklistItem *item = g_ptr_array_index (block->items, i);
      g_autofree char *key = item->steps != NULL ? dup_key (item) : NULL;
      const HuisChecklistBlock *other = key != NULL ? g_hash_table_lookup (chosen, key) : NULL;

      /* Two that are called alike can't be told apart by their name. */
      if (other == NULL || strcmp (other->title, block->title) == 0)
        continue;
      item->steps = NULL;
      /* Translators: %s is the name of a device, below which the steps stand. */
      item->like =
          huis_checklist_take (self, g_strdup_printf (_ ("Do as with “%s”."), other->title));
    }
}

void
huis_checklist_tell_steps_once (HuisChecklist *self)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->devices->len; i++)
    choose (chosen, g_ptr_array_index (self->devices, i));
  for (guint i = 0; i < self->devices->len; i++)
    refer (self, chosen, g_ptr_array_index (self->devices, i));
}
