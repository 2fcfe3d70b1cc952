/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-moving-window"

#include "huis-moving-window.h"

#include "huis-checklist-words.h"
#include "huis-save-dialog.h"
#include "huis-state-file.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisMovingWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *message;

  /* Owned */
  HuisSession *session;
  GtkFileChooserNative *chooser;
  JsonObject *state; /* what is about to be put back */
};

G_DEFINE_FINAL_TYPE (HuisMovingWindow, huis_moving_window, ADW_TYPE_WINDOW)

static void
show_message (HuisMovingWindow *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
saved_cb (const char *path, const char *problem, gpointer user_data)
{
  g_autofree char *text = path != NULL ? huis_checklist_words_saved (path) : NULL;

  show_message (HUIS_MOVING_WINDOW (user_data), problem != NULL ? problem : text);
}

static void
save_cb (HuisMovingWindow *self)
{
  g_autofree char *file = huis_checklist_words_file_name (_ ("Copy"), "json");
  char *copy = huis_store_dup_copy (huis_session_get_store (self->session));
  g_autoptr (GBytes) bytes = g_bytes_new_take (copy, strlen (copy));

  show_message (self, NULL);
  huis_save_dialog_run (GTK_WINDOW (self), _ ("Save a Copy of Everything"), file, bytes, saved_cb,
                        G_OBJECT (self));
}

static void
confirmed_cb (HuisMovingWindow *self, const char *response, GtkWidget *dialog)
{
  g_autoptr (JsonObject) state = g_steal_pointer (&self->state);

  if (g_strcmp0 (response, "replace") != 0 || state == NULL)
    return;
  huis_session_stop (self->session);
  if (!huis_store_restore (huis_session_get_store (self->session), state))
    {
      show_message (self, _ ("There is nothing in this copy. All stays as it was."));
      return;
    }

  show_message (self, _ ("The copy is put back."));
  /* Which of its networks we are on now, and so which one to show. */
  huis_interfaces_find (huis_session_get_interfaces (self->session));
}

static void
ask (HuisMovingWindow *self)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Put this copy back?"),
                              _ ("It takes the place of all that Huiswacht knows now."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "replace",
                                    _ ("Put Back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  JsonObject *state = huis_state_file_read (path, &error);

  if (state != NULL)
    g_task_return_pointer (task, state, (GDestroyNotify) json_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HuisMovingWindow *self = HUIS_MOVING_WINDOW (source);
  g_autoptr (GError) error = NULL;
  JsonObject *state = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_pointer (&self->state, json_object_unref);
  self->state = state;
  if (state != NULL)
    ask (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    show_message (self, _ ("This copy was made by a newer Huiswacht. Install that one first."));
  else
    show_message (self, _ ("This file is not a copy made by Huiswacht, or it is damaged."));
}

static void
chosen_cb (HuisMovingWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;
  char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    {
      task = g_task_new (self, NULL, read_cb, NULL);
      g_task_set_source_tag (task, chosen_cb);
      g_task_set_task_data (task, path, g_free);
      g_task_run_in_thread (task, read_in_thread);
    }
  g_clear_object (&self->chooser);
}

static void
restore_cb (HuisMovingWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  show_message (self, NULL);
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_set_name (filter, _ ("Copies of Huiswacht"));

  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Put a Copy Back"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
huis_moving_window_dispose (GObject *object)
{
  HuisMovingWindow *self = HUIS_MOVING_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_pointer (&self->state, json_object_unref);

  G_OBJECT_CLASS (huis_moving_window_parent_class)->dispose (object);
}

static void
huis_moving_window_class_init (HuisMovingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_moving_window_dispose;

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-moving-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisMovingWindow, message);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
huis_moving_window_init (HuisMovingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_moving_window_new (GtkWindow *parent, HuisSession *session)
{
  HuisMovingWindow *self = g_object_new (HUIS_TYPE_MOVING_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}
