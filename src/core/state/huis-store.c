/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-store"

#include "config.h"

#include "huis-store.h"

#include "huis-state-file.h"
#include "huis-state-saver.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _HuisStore
{
  GObject parent_instance;

  char *path;
  int lock_fd;
  HuisStateSaver *saver;
  HuisStateCondition condition;

  GListStore *networks;
  HuisNetwork *current; /* borrowed from networks */
  char *step;
  GHashTable *visited;
  GHashTable *rooms_done;
};

G_DEFINE_FINAL_TYPE (HuisStore, huis_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SAVE_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void schedule_save (HuisStore *self);

static void
add_set (JsonObject *object, const char *name, GHashTable *set)
{
  g_autofree char **members = (char **) g_hash_table_get_keys_as_array (set, NULL);

  huis_json_set_strv (object, name, (const char *const *) members);
}

static void
read_set (JsonObject *object, const char *name, GHashTable *set)
{
  g_auto (GStrv) members = huis_json_get_strv (object, name);

  for (guint i = 0; members[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (members[i]));
}

static HuisStateWriter *
begin_text (gpointer user_data)
{
  HuisStore *self = user_data;
  g_autoptr (JsonObject) head = json_object_new ();

  if (self->current != NULL)
    huis_json_set_string (head, "current", huis_network_get_key (self->current));
  huis_json_set_string (head, "step", self->step);
  add_set (head, "visited", self->visited);
  add_set (head, "rooms_done", self->rooms_done);

  return huis_state_writer_new (head, G_LIST_MODEL (self->networks));
}

static void
add_network (HuisStore *self, HuisNetwork *network)
{
  g_signal_connect_object (network, "changed", G_CALLBACK (schedule_save), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->networks, network);
}

/* Of HuisNetwork. */
static GPtrArray *
read_networks (JsonObject *state)
{
  GPtrArray *networks = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = huis_json_get_array (state, "networks");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      HuisNetwork *network = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        network = huis_network_new_from_json (json_node_get_object (node));
      if (network != NULL)
        g_ptr_array_add (networks, network);
    }

  return networks;
}

static void
read_state (HuisStore *self, JsonObject *state)
{
  g_autoptr (GPtrArray) networks = read_networks (state);

  for (guint i = 0; i < networks->len; i++)
    add_network (self, g_ptr_array_index (networks, i));
  self->current = huis_store_find_network (self, huis_json_get_string (state, "current"));
  self->step = g_strdup (huis_json_get_string (state, "step"));
  read_set (state, "visited", self->visited);
  read_set (state, "rooms_done", self->rooms_done);
}

static gboolean
may_save (HuisStore *self)
{
  return self->condition != HUIS_STATE_NEWER && self->condition != HUIS_STATE_UNREADABLE &&
         self->condition != HUIS_STATE_IN_USE;
}

static void
schedule_save (HuisStore *self)
{
  if (may_save (self))
    huis_state_saver_schedule (self->saver);
}

static void
save_error_cb (HuisStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
}

char *
huis_store_dup_copy (HuisStore *self)
{
  g_autoptr (HuisStateWriter) writer = begin_text (self);
  g_autofree char *state = NULL;

  huis_state_writer_step (writer, G_MAXINT64);
  state = huis_state_writer_steal_text (writer);

  return huis_state_file_format (state);
}

static void
forget_all (HuisStore *self)
{
  guint n;

  while ((n = g_list_model_get_n_items (G_LIST_MODEL (self->networks))) > 0)
    {
      g_autoptr (HuisNetwork) network =
          g_list_model_get_item (G_LIST_MODEL (self->networks), n - 1);

      huis_store_forget (self, network);
    }
  g_clear_pointer (&self->step, g_free);
  g_hash_table_remove_all (self->visited);
  g_hash_table_remove_all (self->rooms_done);
}

gboolean
huis_store_restore (HuisStore *self, JsonObject *state)
{
  g_autoptr (GPtrArray) networks = read_networks (state);

  if (!may_save (self) || networks->len == 0)
    return FALSE;

  huis_state_saver_start_anew (self->saver);
  forget_all (self);
  read_state (self, state);
  schedule_save (self);

  return TRUE;
}

gboolean
huis_store_flush (HuisStore *self, GError **error)
{
  return huis_state_saver_flush (self->saver, error);
}

HuisStore *
huis_store_new (const char *folder)
{
  HuisStore *self = g_object_new (HUIS_TYPE_STORE, NULL);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "huiswacht", NULL);
  g_autoptr (JsonObject) state = NULL;

  if (folder == NULL)
    folder = usual;
  g_mkdir_with_parents (folder, 0700);
  self->path = g_build_filename (folder, "state.json", NULL);
  self->saver = huis_state_saver_new (self->path, begin_text, self);
  g_signal_connect_object (self->saver, "notify::error", G_CALLBACK (save_error_cb), self,
                           G_CONNECT_SWAPPED);
  if (huis_state_file_lock (self->path, &self->lock_fd))
    state = huis_state_file_open (self->path, &self->condition);
  else
    {
      state = huis_state_file_read (self->path, NULL);
      self->condition = HUIS_STATE_IN_USE;
    }
  if (state != NULL)
    read_state (self, state);

  return self;
}

HuisStateCondition
huis_store_get_condition (HuisStore *self)
{
  return self->condition;
}

char *
huis_store_dup_message (HuisStore *self)
{
  static const char *const messages[] = {
    [HUIS_STATE_FROM_BACKUP] =
        N_ ("Your saved answers could not be read. We use the copy of the time before. The damaged "
            "file is kept."),
    [HUIS_STATE_BROKEN] =
        N_ ("Your saved answers could not be read, so you begin anew. The damaged file is kept."),
    [HUIS_STATE_NEWER] =
        N_ ("Your answers were saved by a newer Huiswacht. This one leaves them as they are, and "
            "saves nothing."),
    [HUIS_STATE_UNREADABLE] =
        N_ ("Huiswacht is not allowed to read your saved answers. It leaves them as they are, and "
            "saves nothing."),
    [HUIS_STATE_IN_USE] =
        N_ ("Huiswacht is already open. What you change in this window is not saved."),
  };
  const char *message = messages[self->condition];

  return message != NULL ? g_strdup (_ (message)) : NULL;
}

const GError *
huis_store_get_save_error (HuisStore *self)
{
  return huis_state_saver_get_error (self->saver);
}

GListModel *
huis_store_get_networks (HuisStore *self)
{
  return G_LIST_MODEL (self->networks);
}

HuisNetwork *
huis_store_find_network (HuisStore *self, const char *key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->networks));

  for (guint i = 0; i < n; i++)
    {
      /* The list keeps its own reference. */
      g_autoptr (HuisNetwork) network = g_list_model_get_item (G_LIST_MODEL (self->networks), i);

      if (g_strcmp0 (huis_network_get_key (network), key) == 0)
        return network;
    }

  return NULL;
}

HuisNetwork *
huis_store_get_current (HuisStore *self)
{
  return self->current;
}

void
huis_store_set_current (HuisStore *self, HuisNetwork *network)
{
  if (self->current == network)
    return;
  if (network != NULL && !g_list_store_find (self->networks, network, NULL))
    add_network (self, network);
  self->current = network;
  schedule_save (self);
}

void
huis_store_forget (HuisStore *self, HuisNetwork *network)
{
  guint position;

  if (!g_list_store_find (self->networks, network, &position))
    return;
  if (self->current == network)
    self->current = NULL;
  g_signal_handlers_disconnect_by_data (network, self);
  g_list_store_remove (self->networks, position);
  schedule_save (self);
}

const char *
huis_store_get_step (HuisStore *self)
{
  return self->step;
}

void
huis_store_set_step (HuisStore *self, const char *step)
{
  if (g_strcmp0 (self->step, step) == 0)
    return;
  g_free (self->step);
  self->step = g_strdup (step);
  g_hash_table_add (self->visited, g_strdup (step));
  schedule_save (self);
}

gboolean
huis_store_get_visited (HuisStore *self, const char *step)
{
  return g_hash_table_contains (self->visited, step);
}

gboolean
huis_store_get_room_done (HuisStore *self, const char *room)
{
  return g_hash_table_contains (self->rooms_done, room);
}

void
huis_store_set_room_done (HuisStore *self, const char *room, gboolean done)
{
  if (done)
    g_hash_table_add (self->rooms_done, g_strdup (room));
  else
    g_hash_table_remove (self->rooms_done, room);
  schedule_save (self);
}

static void
huis_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SAVE_ERROR)
    g_value_set_boxed (value, huis_store_get_save_error (HUIS_STORE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
huis_store_finalize (GObject *object)
{
  HuisStore *self = HUIS_STORE (object);

  huis_state_saver_close (self->saver);
  g_object_unref (self->saver);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_free (self->path);
  g_free (self->step);
  g_object_unref (self->networks);
  g_hash_table_unref (self->visited);
  g_hash_table_unref (self->rooms_done);

  G_OBJECT_CLASS (huis_store_parent_class)->finalize (object);
}

static void
huis_store_class_init (HuisStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = huis_store_get_property;
  object_class->finalize = huis_store_finalize;

  properties[PROP_SAVE_ERROR] =
      g_param_spec_boxed ("save-error", NULL, NULL, G_TYPE_ERROR,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
huis_store_init (HuisStore *self)
{
  self->lock_fd = -1;
  self->networks = g_list_store_new (HUIS_TYPE_NETWORK);
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rooms_done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
