/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-history"

#include "huis-history.h"

struct _HuisHistory
{
  GObject parent_instance;

  GHashTable *table; /* "measure device" → HuisPast */
};

G_DEFINE_FINAL_TYPE (HuisHistory, huis_history, G_TYPE_OBJECT)

static guint changed_signal;

/* Ids hold no spaces, so a space parts the two for good. */
static char *
make_key (const char *measure_id, const char *device_id)
{
  return g_strconcat (measure_id, " ", device_id != NULL ? device_id : "", NULL);
}

static void
take_past (HuisHistory *self, const char *measure_id, const char *device_id, HuisPast *past)
{
  g_hash_table_insert (self->table, make_key (measure_id, device_id), past);
}

static HuisPast *
find (HuisHistory *self, const char *measure_id, const char *device_id)
{
  g_autofree char *key = make_key (measure_id, device_id);

  return g_hash_table_lookup (self->table, key);
}

const HuisPast *
huis_history_get (HuisHistory *self, const char *measure_id, const char *device_id)
{
  return find (self, measure_id, device_id);
}

void
huis_history_note_found (HuisHistory *self,
                         const char *measure_id,
                         const char *device_id,
                         gint64 when)
{
  HuisPast *past = find (self, measure_id, device_id);

  if (past != NULL && past->gone == 0 && past->seen >= when)
    return;
  if (past == NULL)
    {
      past = g_new0 (HuisPast, 1);
      take_past (self, measure_id, device_id, past);
    }
  *past = (HuisPast){ .seen = when };
  g_signal_emit (self, changed_signal, 0);
}

void
huis_history_note_gone (HuisHistory *self,
                        const char *measure_id,
                        const char *device_id,
                        gboolean in_order,
                        gint64 when)
{
  HuisPast *past = find (self, measure_id, device_id);

  if (past == NULL || past->gone != 0)
    return;
  past->gone = when;
  past->in_order = in_order;
  g_signal_emit (self, changed_signal, 0);
}

JsonArray *
huis_history_to_json (HuisHistory *self)
{
  JsonArray *all = json_array_new ();
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (self->table), (GCompareFunc) g_strcmp0);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const HuisPast *past = g_hash_table_lookup (self->table, l->data);
      g_auto (GStrv) ids = g_strsplit (l->data, " ", 2);
      JsonObject *object = json_object_new ();

      huis_json_set_string (object, "measure", ids[0]);
      huis_json_set_string (object, "device", ids[1]);
      json_object_set_int_member (object, "seen", past->seen);
      json_object_set_int_member (object, "gone", past->gone);
      json_object_set_boolean_member (object, "in_order", past->in_order);
      json_array_add_object_element (all, object);
    }

  return all;
}

void
huis_history_load_json (HuisHistory *self, JsonArray *all)
{
  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonNode *node = json_array_get_element (all, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *measure = huis_json_get_string (object, "measure");
      HuisPast *past;

      if (measure == NULL)
        continue;
      past = g_new0 (HuisPast, 1);
      past->seen = huis_json_get_int (object, "seen", 0);
      past->gone = huis_json_get_int (object, "gone", 0);
      past->in_order = huis_json_get_boolean (object, "in_order", FALSE);
      take_past (self, measure, huis_json_get_string (object, "device"), past);
    }
}

static void
huis_history_finalize (GObject *object)
{
  g_hash_table_unref (HUIS_HISTORY (object)->table);

  G_OBJECT_CLASS (huis_history_parent_class)->finalize (object);
}

static void
huis_history_class_init (HuisHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_history_finalize;

  changed_signal = g_signal_new ("changed", HUIS_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
huis_history_init (HuisHistory *self)
{
  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

HuisHistory *
huis_history_new (void)
{
  return g_object_new (HUIS_TYPE_HISTORY, NULL);
}
