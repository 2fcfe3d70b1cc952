/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-scan"

#include "config.h"

#include "huis-scan.h"

#include "huis-line-splitter.h"

#include <signal.h>

#define CHUNK_SIZE (64 * 1024)
/* The first lines are waited for: the network, and who is there. All others can wait for the window
 * to be drawn. */
#define AWAITED_LINES 16
#define STARTS_MAX    3
#define BACKOFF_MS    500
#define KILL_AFTER_MS 400
/* A scanner at work says something every few seconds. */
#define SILENCE_MAX_S 20
/* More than any home can give rise to: 1,024 devices of 256 facts. */
#define LINES_MAX (1024 * 256)

struct _HuisScan
{
  GObject parent_instance;

  char *scanner;
  char *request;

  GSubprocess *process;
  HuisLineSplitter *lines;
  guint n_lines;
  guint n_refused;
  guint n_starts;

  gboolean running;
  gboolean stopped;
  gboolean done;
  guint watchdog_id;
  guint kill_id;
  guint restart_id;
  GError *error;
};

G_DEFINE_FINAL_TYPE (HuisScan, huis_scan, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS,
};

enum
{
  SIGNAL_OBSERVATION,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void start_process (HuisScan *self);
static void read_more (HuisScan *self);

char *
huis_scan_dup_scanner_path (void)
{
  const char *other = g_getenv ("HUISWACHT_SCANNER");

  return other != NULL ? g_strdup (other)
                       : g_build_filename (HUIS_LIBEXECDIR, "huiswacht-scanner", NULL);
}

static void
clear_sources (HuisScan *self)
{
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  g_clear_handle_id (&self->kill_id, g_source_remove);
  g_clear_handle_id (&self->restart_id, g_source_remove);
}

static void
finish (HuisScan *self)
{
  clear_sources (self);
  g_clear_object (&self->process);
  if (!self->running)
    return;

  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, self->error == NULL);
}

static void
take_line (const char *line, gsize length, gpointer user_data)
{
  HuisScan *self = user_data;
  g_autoptr (HuisObservation) observation = NULL;
  g_autoptr (GError) error = NULL;

  if (line == NULL)
    self->n_refused++;
  if (length == 0 || self->n_lines++ >= LINES_MAX)
    return;

  observation = huis_observation_new_from_line (line, (gssize) length,
                                                g_get_real_time () / G_USEC_PER_SEC, &error);
  if (observation == NULL)
    {
      self->n_refused++;
      g_debug ("A line was refused: %s", error->message);
      return;
    }
  if (huis_observation_is (observation, "done"))
    self->done = TRUE;
  g_signal_emit (self, signals[SIGNAL_OBSERVATION], 0, observation);
}

static gboolean
silence_cb (gpointer user_data)
{
  HuisScan *self = HUIS_SCAN (user_data);

  self->watchdog_id = 0;
  g_warning ("The scanner went silent and is ended");
  g_subprocess_force_exit (self->process);

  return G_SOURCE_REMOVE;
}

static void
feed_watchdog (HuisScan *self)
{
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  self->watchdog_id = g_timeout_add_seconds (SILENCE_MAX_S, silence_cb, self);
}

static gboolean
restart_cb (gpointer user_data)
{
  HuisScan *self = HUIS_SCAN (user_data);

  self->restart_id = 0;
  start_process (self);

  return G_SOURCE_REMOVE;
}

/* The process is gone: that was its end, or it is started once more. */
static void
process_ended (HuisScan *self)
{
  clear_sources (self);
  huis_line_splitter_reset (self->lines);

  if (self->done || self->stopped)
    finish (self);
  else if (self->n_starts < STARTS_MAX)
    self->restart_id = g_timeout_add (BACKOFF_MS << (self->n_starts - 1), restart_cb, self);
  else
    {
      g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, "The scanner stopped");
      finish (self);
    }
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisScan) self = HUIS_SCAN (user_data);

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  if (self->process == G_SUBPROCESS (source))
    process_ended (self);
}

static gboolean
kill_cb (gpointer user_data)
{
  HuisScan *self = HUIS_SCAN (user_data);

  self->kill_id = 0;
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);

  return G_SOURCE_REMOVE;
}

/* Closing its input asks the scanner to end; so does the signal. What stays is killed. */
static void
end_process (HuisScan *self)
{
  g_subprocess_send_signal (self->process, SIGTERM);
  g_clear_handle_id (&self->kill_id, g_source_remove);
  self->kill_id = g_timeout_add (KILL_AFTER_MS, kill_cb, self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisScan) self = HUIS_SCAN (user_data);
  g_autoptr (GBytes) bytes =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);

  if (self->process == NULL ||
      g_subprocess_get_stdout_pipe (self->process) != G_INPUT_STREAM (source))
    return;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      /* Nothing more to read: now its end may be waited for. One that stays is ended. */
      if (self->kill_id == 0)
        end_process (self);
      g_subprocess_wait_async (self->process, NULL, waited_cb, g_object_ref (self));
      return;
    }

  huis_line_splitter_add (self->lines, bytes);
  if (self->running && self->process != NULL)
    {
      feed_watchdog (self);
      read_more (self);
    }
}

static void
read_more (HuisScan *self)
{
  int priority = self->n_lines < AWAITED_LINES ? G_PRIORITY_DEFAULT : G_PRIORITY_DEFAULT_IDLE;

  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (self->process), CHUNK_SIZE,
                                   priority, NULL, read_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* A scanner that does not take its request ends, and that is seen by its output. */
  g_output_stream_write_bytes_finish (G_OUTPUT_STREAM (source), result, NULL);
}

static void
start_process (HuisScan *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) request = g_bytes_new (self->request, strlen (self->request));
  const char *argv[] = { self->scanner, NULL };

  self->n_starts++;
  g_clear_object (&self->process);
  /* With all descriptors, which it closes itself, GLib needs no copy of this process to begin it:
   * that held the window up for tens of milliseconds. */
  self->process =
      g_subprocess_newv (argv,
                         G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                             G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS,
                         &error);
  if (self->process == NULL)
    {
      g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, error->message);
      finish (self);
      return;
    }

  g_output_stream_write_bytes_async (g_subprocess_get_stdin_pipe (self->process), request,
                                     G_PRIORITY_DEFAULT, NULL, written_cb, NULL);
  feed_watchdog (self);
  read_more (self);
}

void
huis_scan_start (HuisScan *self)
{
  /* It may finish, and be let go by its owner, before this returns. */
  g_autoptr (HuisScan) alive = g_object_ref (self);

  g_return_if_fail (!self->running && self->n_starts == 0);

  self->running = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  start_process (self);
}

void
huis_scan_stop (HuisScan *self)
{
  self->stopped = TRUE;
  if (self->restart_id != 0)
    finish (self);
  else if (self->process != NULL && self->running)
    end_process (self);
}

gboolean
huis_scan_get_running (HuisScan *self)
{
  return self->running;
}

gboolean
huis_scan_get_stopped (HuisScan *self)
{
  return self->stopped;
}

const GError *
huis_scan_get_error (HuisScan *self)
{
  return self->error;
}

guint
huis_scan_get_n_refused (HuisScan *self)
{
  return self->n_refused;
}

static void
huis_scan_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_RUNNING)
    g_value_set_boolean (value, HUIS_SCAN (object)->running);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
huis_scan_dispose (GObject *object)
{
  HuisScan *self = HUIS_SCAN (object);

  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  clear_sources (self);
  g_clear_object (&self->process);

  G_OBJECT_CLASS (huis_scan_parent_class)->dispose (object);
}

static void
huis_scan_finalize (GObject *object)
{
  HuisScan *self = HUIS_SCAN (object);

  g_free (self->scanner);
  g_free (self->request);
  huis_line_splitter_free (self->lines);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (huis_scan_parent_class)->finalize (object);
}

static void
huis_scan_class_init (HuisScanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* A scanner that dies before it read its request must not take this process along. */
  signal (SIGPIPE, SIG_IGN);

  object_class->get_property = huis_scan_get_property;
  object_class->dispose = huis_scan_dispose;
  object_class->finalize = huis_scan_finalize;

  properties[PROP_RUNNING] =
      g_param_spec_boolean ("running", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OBSERVATION] =
      g_signal_new ("observation", HUIS_TYPE_SCAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, HUIS_TYPE_OBSERVATION | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", HUIS_TYPE_SCAN, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
huis_scan_init (HuisScan *self)
{
  self->lines = huis_line_splitter_new (HUIS_JSON_LINE_MAX, take_line, self);
}

HuisScan *
huis_scan_new (const char *scanner, JsonObject *request)
{
  HuisScan *self = g_object_new (HUIS_TYPE_SCAN, NULL);
  g_autofree char *line = huis_json_to_line (request);

  self->scanner = g_strdup (scanner);
  self->request = g_strconcat (line, "\n", NULL);

  return self;
}
