/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-list-window"

#include "huis-router-list-window.h"

#include "huis-router-guides.h"
#include "huis-router-list.h"

#include <glib/gi18n.h>

struct _HuisRouterListWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *steps;
  GtkTextView *text;
  GtkLabel *result;

  /* Owned */
  HuisNetwork *network;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  char *bytes; /* of the file that is being read */
};

G_DEFINE_FINAL_TYPE (HuisRouterListWindow, huis_router_list_window, ADW_TYPE_WINDOW)

/* What is new says it in the list; here is how many there were, so that none seems lost. */
static void
show_result (HuisRouterListWindow *self, const char *words)
{
  gtk_label_set_text (self->result, words);
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
compare (HuisRouterListWindow *self, const char *bytes, gssize length)
{
  g_autoptr (GPtrArray) entries = huis_router_list_read (bytes, length);
  g_autofree char *all = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *words = NULL;
  guint n_new;

  if (entries->len == 0)
    {
      show_result (self, _ ("We found no devices in it. Copy the whole list, with the addresses: a "
                            "MAC address looks like 1a:2b:3c:4d:5e:6f."));
      return;
    }

  n_new = huis_router_list_enter (huis_network_get_inventory (self->network), entries,
                                  g_get_real_time () / G_USEC_PER_SEC);
  all = g_strdup_printf (ngettext ("The list names %u device.", "The list names %u devices.",
                                   entries->len),
                         entries->len);
  if (n_new == 0)
    fresh = g_strdup (_ ("All of them were in Huiswacht already."));
  else
    fresh = g_strdup_printf (ngettext ("%u was not in Huiswacht yet: now it is.",
                                       "%u were not in Huiswacht yet: now they are.", n_new),
                             n_new);
  /* Translators: two whole sentences. */
  words = g_strdup_printf (_ ("%1$s %2$s"), all, fresh);
  show_result (self, words);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisRouterListWindow *self = HUIS_ROUTER_LIST_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  compare (self, text, -1);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisRouterListWindow) self = HUIS_ROUTER_LIST_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error))
    compare (self, self->bytes, (gssize) length);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_result (self, _ ("This file could not be read. Copy the list and paste it here."));
  g_clear_pointer (&self->bytes, g_free);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisRouterListWindow) self = HUIS_ROUTER_LIST_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_result (self, _ ("This file could not be read. Copy the list and paste it here."));
      return;
    }

  g_free (self->bytes);
  self->bytes = g_malloc (HUIS_ROUTER_LIST_BYTES_MAX);
  g_input_stream_read_all_async (G_INPUT_STREAM (stream), self->bytes, HUIS_ROUTER_LIST_BYTES_MAX,
                                 G_PRIORITY_DEFAULT, self->cancellable, read_cb,
                                 g_object_ref (self));
}

static void
chosen_cb (HuisRouterListWindow *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || self->bytes != NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    g_file_read_async (file, G_PRIORITY_DEFAULT, self->cancellable, opened_cb, g_object_ref (self));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisRouterListWindow *self = HUIS_ROUTER_LIST_WINDOW (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_ ("Open a Saved Page or Table"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Where this very router keeps its list. */
static void
show_steps (HuisRouterListWindow *self, HuisCatalogue *catalogue)
{
  g_autoptr (HuisRouterGuides) guides =
      huis_router_guides_new (huis_catalogue_get_datadir (catalogue), NULL);
  g_autofree char *uri = huis_network_dup_router_uri (self->network);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (guides != NULL)
    steps = huis_router_guide_list_steps (huis_router_guides_for_network (guides, self->network),
                                          HUIS_TOPIC_DEVICES, uri);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const HuisGuideStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1, step->text);
    }
  gtk_label_set_text (self->steps, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), text->len > 0);
}

static void
huis_router_list_window_dispose (GObject *object)
{
  HuisRouterListWindow *self = HUIS_ROUTER_LIST_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->network);

  G_OBJECT_CLASS (huis_router_list_window_parent_class)->dispose (object);
}

static void
huis_router_list_window_finalize (GObject *object)
{
  HuisRouterListWindow *self = HUIS_ROUTER_LIST_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->bytes);

  G_OBJECT_CLASS (huis_router_list_window_parent_class)->finalize (object);
}

static void
huis_router_list_window_class_init (HuisRouterListWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = huis_router_list_window_dispose;
  object_class->finalize = huis_router_list_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-router-list-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisRouterListWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterListWindow, text);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterListWindow, result);
  gtk_widget_class_install_action (widget_class, "list.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "list.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
huis_router_list_window_init (HuisRouterListWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_router_list_window_new (GtkWindow *parent, HuisNetwork *network, HuisCatalogue *catalogue)
{
  HuisRouterListWindow *self =
      g_object_new (HUIS_TYPE_ROUTER_LIST_WINDOW, "transient-for", parent, NULL);

  self->network = g_object_ref (network);
  show_steps (self, catalogue);

  return GTK_WIDGET (self);
}
