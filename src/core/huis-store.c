/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-store"

#include "config.h"

#include "huis-store.h"

#include "huis-state-file.h"
#include "huis-state-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define SAVE_DELAY_MS 500
/* The text is made in slices, so that the window keeps drawing. */
#define SLICE_US 5000
#define PAUSE_MS 10

struct _HuisStore
{
  GObject parent_instance;

  char *path;
  int lock_fd;
  HuisStoreCondition condition;

  GListStore *networks;
  HuisNetwork *current; /* borrowed from networks */
  char *step;
  GHashTable *visited;
  GHashTable *rooms_done;

  guint save_id;
  HuisStateWriter *writer; /* while the text is being made */
  gboolean saving;         /* a thread is at work */
  gboolean unsaved;
  GError *save_error;
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
set_save_error (HuisStore *self, GError *error)
{
  g_clear_error (&self->save_error);
  self->save_error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
}

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
begin_text (HuisStore *self)
{
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

static void
read_state (HuisStore *self, JsonObject *state)
{
  JsonArray *networks = huis_json_get_array (state, "networks");

  for (guint i = 0; networks != NULL && i < json_array_get_length (networks); i++)
    {
      JsonNode *node = json_array_get_element (networks, i);
      g_autoptr (HuisNetwork) network = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        network = huis_network_new_from_json (json_node_get_object (node));
      if (network != NULL)
        add_network (self, network);
    }
  self->current = huis_store_find_network (self, huis_json_get_string (state, "current"));
  self->step = g_strdup (huis_json_get_string (state, "step"));
  read_set (state, "visited", self->visited);
  read_set (state, "rooms_done", self->rooms_done);
}

static void
read_backup (HuisStore *self)
{
  g_autofree char *backup = g_strconcat (self->path, ".bak", NULL);
  g_autoptr (JsonObject) state = huis_state_file_read (backup, NULL);

  self->condition = state != NULL ? HUIS_STORE_FROM_BACKUP : HUIS_STORE_BROKEN;
  if (state != NULL)
    read_state (self, state);
}

static void
load (HuisStore *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) state = huis_state_file_read (self->path, &error);

  if (state != NULL)
    {
      self->condition = HUIS_STORE_LOADED;
      read_state (self, state);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      /* A crash between the two renames of a save leaves only the backup. */
      read_backup (self);
      self->condition =
          self->condition == HUIS_STORE_FROM_BACKUP ? HUIS_STORE_LOADED : HUIS_STORE_NEW;
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    self->condition = HUIS_STORE_NEWER;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    self->condition = HUIS_STORE_UNREADABLE;
  else
    {
      huis_state_file_put_aside (self->path);
      read_backup (self);
    }
}

/* One Huiswacht at a time may save; the lock goes with the process. */
static gboolean
take_lock (HuisStore *self)
{
  g_autofree char *lock = g_strconcat (self->path, ".lock", NULL);

  self->lock_fd = g_open (lock, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  return self->lock_fd < 0 || flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0;
}

static gboolean
may_save (HuisStore *self)
{
  return self->condition != HUIS_STORE_NEWER && self->condition != HUIS_STORE_UNREADABLE &&
         self->condition != HUIS_STORE_IN_USE;
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HuisStore *self = source;
  g_autoptr (GError) error = NULL;

  if (huis_state_file_write (self->path, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HuisStore *self = HUIS_STORE (source);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  if (error != NULL || self->save_error != NULL)
    set_save_error (self, g_steal_pointer (&error));
  if (self->unsaved)
    schedule_save (self);
}

static gboolean
save_cb (gpointer user_data)
{
  HuisStore *self = HUIS_STORE (user_data);
  g_autoptr (GTask) task = NULL;

  self->save_id = 0;
  if (self->writer == NULL)
    {
      self->unsaved = FALSE;
      self->writer = begin_text (self);
    }
  if (!huis_state_writer_step (self->writer, g_get_monotonic_time () + SLICE_US))
    {
      self->save_id = g_timeout_add (PAUSE_MS, save_cb, self);
      return G_SOURCE_REMOVE;
    }

  self->saving = TRUE;
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, save_cb);
  g_task_set_task_data (task, huis_state_writer_steal_text (self->writer), g_free);
  g_clear_pointer (&self->writer, huis_state_writer_free);
  g_task_run_in_thread (task, save_thread);

  return G_SOURCE_REMOVE;
}

static void
schedule_save (HuisStore *self)
{
  if (!may_save (self))
    return;
  self->unsaved = TRUE;
  if (self->save_id == 0 && !self->saving)
    self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
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

static gboolean
holds_network (JsonObject *state)
{
  JsonArray *networks = huis_json_get_array (state, "networks");

  for (guint i = 0; networks != NULL && i < json_array_get_length (networks); i++)
    {
      JsonNode *node = json_array_get_element (networks, i);
      g_autoptr (HuisNetwork) network = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        network = huis_network_new_from_json (json_node_get_object (node));
      if (network != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
huis_store_restore (HuisStore *self, JsonObject *state)
{
  if (!may_save (self) || !holds_network (state))
    return FALSE;

  /* A save that is half way would mix old and new. */
  g_clear_pointer (&self->writer, huis_state_writer_free);
  forget_all (self);
  read_state (self, state);
  schedule_save (self);

  return TRUE;
}

gboolean
huis_store_flush (HuisStore *self, GError **error)
{
  g_autoptr (HuisStateWriter) writer = NULL;
  g_autofree char *state = NULL;

  while (self->saving)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->unsaved && self->writer == NULL)
    return TRUE;

  g_clear_pointer (&self->writer, huis_state_writer_free);
  self->unsaved = FALSE;
  writer = begin_text (self);
  huis_state_writer_step (writer, G_MAXINT64);
  state = huis_state_writer_steal_text (writer);

  return huis_state_file_write (self->path, state, error);
}

HuisStore *
huis_store_new (const char *folder)
{
  HuisStore *self = g_object_new (HUIS_TYPE_STORE, NULL);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "huiswacht", NULL);

  if (folder == NULL)
    folder = usual;
  g_mkdir_with_parents (folder, 0700);
  self->path = g_build_filename (folder, "state.json", NULL);
  if (take_lock (self))
    load (self);
  else
    {
      g_autoptr (JsonObject) state = huis_state_file_read (self->path, NULL);

      self->condition = HUIS_STORE_IN_USE;
      if (state != NULL)
        read_state (self, state);
    }

  return self;
}

HuisStoreCondition
huis_store_get_condition (HuisStore *self)
{
  return self->condition;
}

char *
huis_store_dup_message (HuisStore *self)
{
  switch (self->condition)
    {
    case HUIS_STORE_FROM_BACKUP:
      return g_strdup (_ ("Your saved answers could not be read. We use the copy of the time "
                          "before. The damaged file is kept."));
    case HUIS_STORE_BROKEN:
      return g_strdup (_ ("Your saved answers could not be read, so you begin anew. The damaged "
                          "file is kept."));
    case HUIS_STORE_NEWER:
      return g_strdup (_ ("Your answers were saved by a newer Huiswacht. This one leaves them as "
                          "they are, and saves nothing."));
    case HUIS_STORE_UNREADABLE:
      return g_strdup (_ ("Huiswacht is not allowed to read your saved answers. It leaves them as "
                          "they are, and saves nothing."));
    case HUIS_STORE_IN_USE:
      return g_strdup (_ ("Huiswacht is already open. What you change in this window is not "
                          "saved."));
    case HUIS_STORE_NEW:
    case HUIS_STORE_LOADED:
    default:
      return NULL;
    }
}

const GError *
huis_store_get_save_error (HuisStore *self)
{
  return self->save_error;
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
    g_value_set_boxed (value, HUIS_STORE (object)->save_error);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
huis_store_finalize (GObject *object)
{
  HuisStore *self = HUIS_STORE (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_pointer (&self->writer, huis_state_writer_free);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_free (self->path);
  g_free (self->step);
  g_clear_error (&self->save_error);
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
