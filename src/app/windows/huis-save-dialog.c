/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-save-dialog"

#include "huis-save-dialog.h"

#include "huis-save.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  GBytes *bytes;
  char *ending;
  char *path;
  HuisSavedFunc saved;
  GObject *owner;
} Job;

static void
free_job (Job *job)
{
  g_clear_object (&job->chooser);
  g_bytes_unref (job->bytes);
  g_free (job->ending);
  g_free (job->path);
  g_object_unref (job->owner);
  g_free (job);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  huis_save_finish (result, &error);
  job->saved (job->path, error != NULL ? error->message : NULL, job->owner);
  free_job (job);
}

/* A place that is not on this computer has no path. */
static char *
dup_path (Job *job)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (job->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || g_str_has_suffix (path, job->ending))
    return g_steal_pointer (&path);

  return g_strconcat (path, job->ending, NULL);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Job *job)
{
  if (response != GTK_RESPONSE_ACCEPT)
    {
      free_job (job);
      return;
    }

  job->path = dup_path (job);
  if (job->path == NULL)
    {
      job->saved (NULL, _ ("Choose a folder on this computer."), job->owner);
      free_job (job);
      return;
    }
  huis_save_async (job->path, job->bytes, NULL, saved_cb, job);
}

void
huis_save_dialog_run (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      GBytes *bytes,
                      HuisSavedFunc saved,
                      GObject *owner)
{
  Job *job = g_new0 (Job, 1);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = documents != NULL ? g_file_new_for_path (documents) : NULL;

  job->bytes = g_bytes_ref (bytes);
  job->ending = g_strdup (strrchr (name, '.'));
  job->saved = saved;
  job->owner = g_object_ref (owner);
  job->chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                              _ ("Save"), _ ("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (job->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (job->chooser), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (job->chooser), folder, NULL);
  g_signal_connect (job->chooser, "response", G_CALLBACK (response_cb), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (job->chooser));
}
