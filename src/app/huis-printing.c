/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-printing"

#include "huis-printing.h"

#include <glib/gi18n.h>
#include <gtk/gtkunixprint.h>

#define SETTINGS_KEY "print-settings"
#define SETUP_KEY    "page-setup"

typedef struct
{
  GSettings *settings;
  GObject *owner;
  HuisPaperFunc make_paper;
  HuisPrintedFunc printed;
  HuisPaper *paper;
  GtkPrintOperation *operation; /* keeps the job alive while printers are looked for */
  gboolean has_printer;
} Job;

static void
free_job (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_object (&job->settings);
  g_clear_object (&job->owner);
  g_clear_pointer (&job->paper, huis_paper_unref);
  g_free (job);
}

/* %NULL where nothing was kept, or what was can't be read any more. */
static GKeyFile *
load (GSettings *settings, const char *key)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return NULL;

  return g_steal_pointer (&file);
}

static GtkPageSetup *
load_setup (GSettings *settings)
{
  g_autoptr (GKeyFile) file = load (settings, SETUP_KEY);

  return file != NULL ? gtk_page_setup_new_from_key_file (file, NULL, NULL) : NULL;
}

static GtkPrintSettings *
load_print_settings (GSettings *settings)
{
  g_autoptr (GKeyFile) file = load (settings, SETTINGS_KEY);

  return file != NULL ? gtk_print_settings_new_from_key_file (file, NULL, NULL) : NULL;
}

static void
remember (Job *job, GtkPrintOperation *operation)
{
  GtkPrintSettings *print_settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GKeyFile) settings_file = g_key_file_new ();
  g_autoptr (GKeyFile) setup_file = g_key_file_new ();

  if (job->settings == NULL || print_settings == NULL)
    return;

  gtk_print_settings_to_key_file (print_settings, settings_file, NULL);
  {
    g_autofree char *text = g_key_file_to_data (settings_file, NULL, NULL);

    g_settings_set_string (job->settings, SETTINGS_KEY, text);
  }
  if (setup != NULL)
    {
      g_autofree char *text = NULL;

      gtk_page_setup_to_key_file (setup, setup_file, NULL);
      text = g_key_file_to_data (setup_file, NULL, NULL);
      g_settings_set_string (job->settings, SETUP_KEY, text);
    }
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_clear_pointer (&job->paper, huis_paper_unref);
  job->paper = job->make_paper (gtk_print_context_get_width (context),
                                gtk_print_context_get_height (context), job->owner);
  gtk_print_operation_set_n_pages (operation, (int) huis_paper_get_n_pages (job->paper));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  huis_paper_draw_page (job->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
tell_failure (Job *job, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  const char *problem =
      _ ("Printing did not work. Is the printer on? You can also save it as a PDF.");

  gtk_print_operation_get_error (operation, &error);
  g_message ("Not printed: %s", error != NULL ? error->message : "no reason given");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    problem = _ ("The disk is full, so nothing was printed. Make some room, or choose another "
                 "folder.");
  job->printed (FALSE, problem, job->owner);
}

/* Laid out is not yet printed: the printer may turn out to be gone, or the disk to be full. */
static void
tell_when_finished (GtkPrintOperation *operation, Job *job)
{
  if (!gtk_print_operation_is_finished (operation))
    return;

  g_signal_handlers_disconnect_by_func (operation, tell_when_finished, job);
  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    tell_failure (job, operation);
  else
    {
      remember (job, operation);
      job->printed (TRUE, NULL, job->owner);
    }
  /* With the operation goes the job. */
  g_object_unref (operation);
}

static gboolean
found_printer_cb (GtkPrinter *printer, gpointer user_data)
{
  Job *job = user_data;

  job->has_printer = job->has_printer || !gtk_printer_is_virtual (printer);

  return job->has_printer;
}

static void
looked_cb (gpointer user_data)
{
  Job *job = user_data;

  if (!job->has_printer)
    job->printed (FALSE,
                  _ ("No printer was found. Save it as a PDF, and print that where there is one."),
                  job->owner);
  g_object_unref (job->operation);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_signal_connect (g_object_ref (operation), "status-changed", G_CALLBACK (tell_when_finished),
                        job);
      tell_when_finished (operation, job);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_failure (job, operation);
  else
    {
      /* Perhaps there was nothing to choose from. */
      job->printed (FALSE, NULL, job->owner);
      job->operation = g_object_ref (operation);
      gtk_enumerate_printers (found_printer_cb, job, looked_cb, FALSE);
    }
}

void
huis_printing_run (GtkWindow *parent,
                   GSettings *settings,
                   HuisPaperFunc make_paper,
                   HuisPrintedFunc printed,
                   GObject *owner)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) print_settings = load_print_settings (settings);
  g_autoptr (GtkPageSetup) setup = load_setup (settings);
  Job *job = g_new0 (Job, 1);

  job->settings = settings != NULL ? g_object_ref (settings) : NULL;
  job->owner = g_object_ref (owner);
  job->make_paper = make_paper;
  job->printed = printed;

  if (print_settings != NULL)
    gtk_print_operation_set_print_settings (operation, print_settings);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Seen by everyone at the printer: it names nobody. */
  gtk_print_operation_set_job_name (operation, _ ("Checklist for a safe network"));

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, free_job, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

void
huis_printing_get_paper_size (GSettings *settings, double *width, double *height)
{
  g_autoptr (GtkPageSetup) setup = load_setup (settings);

  if (setup == NULL)
    {
      huis_paper_size_lookup (NULL, width, height);
      return;
    }

  *width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  *height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
}
