/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-save"

#include "config.h"

#include "huis-save.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>

typedef struct
{
  char *path;
  GBytes *bytes;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_bytes_unref (job->bytes);
  g_free (job);
}

/* Says in words what went wrong, and what can be done. */
static void
explain (const char *path, const GError *cause, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 /* Translators: %s is a folder. */
                 _ ("Huiswacht may not write in the folder “%s”. Choose another folder."), shown);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("The disk is full, so nothing was saved. Make some room, or choose "
                            "another folder."));
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: %s is a folder. */
                 _ ("The folder “%s” is not there. Choose another folder."), shown);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 /* Translators: %s is what the system says. */
                 _ ("The file could not be saved: %s."), cause->message);
}

/* Follows a link, so that it stays one; refuses what is no file, such as a device. */
static char *
find_target (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  char *real;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return g_strdup (path);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   /* Translators: %s is a path. */
                   _ ("“%s” is not a file. Choose a name for a new file."), shown);
      return NULL;
    }
  real = realpath (path, NULL);
  if (real != NULL)
    {
      char *target = g_strdup (real);

      free (real);
      return target;
    }

  return g_strdup (path);
}

gboolean
huis_save (const char *path, GBytes *bytes, GError **error)
{
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  g_autofree char *target = find_target (path, error);
  g_autoptr (GError) cause = NULL;

  if (target == NULL)
    return FALSE;
  if (g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), flags, 0600, &cause))
    return TRUE;

  explain (target, cause, error);

  return FALSE;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (huis_save (job->path, job->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
huis_save_async (const char *path,
                 GBytes *bytes,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, huis_save_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
huis_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
