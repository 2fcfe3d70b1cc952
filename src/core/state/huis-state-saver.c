/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-state-saver"

#include "huis-state-saver.h"

#include "huis-state-file.h"

#define SAVE_DELAY_MS 500
#define SLICE_US      5000
#define PAUSE_MS      10

struct _HuisStateSaver
{
  GObject parent_instance;

  char *path;
  HuisBeginStateFunc begin;
  gpointer user_data;

  guint save_id;
  HuisStateWriter *writer; /* while the text is being made */
  gboolean saving;         /* a thread is at work */
  gboolean unsaved;
  GError *error;
};

G_DEFINE_FINAL_TYPE (HuisStateSaver, huis_state_saver, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_error (HuisStateSaver *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HuisStateSaver *self = source;
  g_autoptr (GError) error = NULL;

  if (huis_state_file_write (self->path, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HuisStateSaver *self = HUIS_STATE_SAVER (source);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  g_task_propagate_boolean (G_TASK (result), &error);
  if (error != NULL || self->error != NULL)
    set_error (self, g_steal_pointer (&error));
  if (self->unsaved && self->begin != NULL)
    huis_state_saver_schedule (self);
}

static gboolean
save_cb (gpointer user_data)
{
  HuisStateSaver *self = HUIS_STATE_SAVER (user_data);
  g_autoptr (GTask) task = NULL;

  self->save_id = 0;
  if (self->writer == NULL)
    {
      self->unsaved = FALSE;
      self->writer = self->begin (self->user_data);
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

void
huis_state_saver_schedule (HuisStateSaver *self)
{
  self->unsaved = TRUE;
  if (self->save_id == 0 && !self->saving)
    self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

void
huis_state_saver_start_anew (HuisStateSaver *self)
{
  g_clear_pointer (&self->writer, huis_state_writer_free);
}

gboolean
huis_state_saver_flush (HuisStateSaver *self, GError **error)
{
  g_autoptr (HuisStateWriter) writer = NULL;
  g_autofree char *state = NULL;

  while (self->saving)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->unsaved && self->writer == NULL)
    return TRUE;

  huis_state_saver_start_anew (self);
  self->unsaved = FALSE;
  writer = self->begin (self->user_data);
  huis_state_writer_step (writer, G_MAXINT64);
  state = huis_state_writer_steal_text (writer);

  return huis_state_file_write (self->path, state, error);
}

void
huis_state_saver_close (HuisStateSaver *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->begin = NULL;
}

const GError *
huis_state_saver_get_error (HuisStateSaver *self)
{
  return self->error;
}

static void
huis_state_saver_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ERROR)
    g_value_set_boxed (value, HUIS_STATE_SAVER (object)->error);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
huis_state_saver_finalize (GObject *object)
{
  HuisStateSaver *self = HUIS_STATE_SAVER (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_pointer (&self->writer, huis_state_writer_free);
  g_clear_error (&self->error);
  g_free (self->path);

  G_OBJECT_CLASS (huis_state_saver_parent_class)->finalize (object);
}

static void
huis_state_saver_class_init (HuisStateSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = huis_state_saver_get_property;
  object_class->finalize = huis_state_saver_finalize;

  properties[PROP_ERROR] =
      g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
huis_state_saver_init (HuisStateSaver *self)
{
}

HuisStateSaver *
huis_state_saver_new (const char *path, HuisBeginStateFunc begin, gpointer user_data)
{
  HuisStateSaver *self = g_object_new (HUIS_TYPE_STATE_SAVER, NULL);

  self->path = g_strdup (path);
  self->begin = begin;
  self->user_data = user_data;

  return self;
}
