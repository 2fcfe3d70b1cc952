/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-picture-window"

#include "huis-picture-window.h"

#include "huis-checklist-words.h"
#include "huis-language.h"
#include "huis-paper-view.h"
#include "huis-pdf.h"
#include "huis-printing.h"
#include "huis-save-dialog.h"
#include "huis-settings.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisPictureWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  HuisPaperView *paper_view;
  GtkLabel *message;

  /* Owned */
  GSettings *settings; /* or NULL */
  HuisNetwork *network;
  HuisCatalogue *catalogue;
};

G_DEFINE_FINAL_TYPE (HuisPictureWindow, huis_picture_window, ADW_TYPE_WINDOW)

static void
show_message (HuisPictureWindow *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static HuisPaper *
make_paper (double width, double height, gpointer user_data)
{
  HuisPictureWindow *self = HUIS_PICTURE_WINDOW (user_data);
  HuisPaperFormat format = { width, height, FALSE, huis_language_get () };
  HuisChecklistOptions options = { .sheet = HUIS_SHEET_PICTURE };

  return huis_paper_new (huis_checklist_new (self->network, self->catalogue, &options), &format);
}

static HuisPaper *
make_usual_paper (HuisPictureWindow *self)
{
  double width, height;

  huis_printing_get_paper_size (self->settings, &width, &height);

  return make_paper (width, height, self);
}

static void
show_paper (HuisPictureWindow *self)
{
  g_autoptr (HuisPaper) paper = make_usual_paper (self);

  gtk_window_set_title (GTK_WINDOW (self), huis_paper_get_title (paper));
  huis_paper_view_set_paper (self->paper_view, paper);
}

static void
printed_cb (gboolean sent, const char *problem, gpointer user_data)
{
  HuisPictureWindow *self = HUIS_PICTURE_WINDOW (user_data);

  show_message (self, sent ? _ ("The picture is printed.") : problem);
  /* The paper may be of another size now. */
  if (sent)
    show_paper (self);
}

static void
print_cb (HuisPictureWindow *self)
{
  show_message (self, NULL);
  huis_printing_run (GTK_WINDOW (self), self->settings, make_paper, printed_cb, G_OBJECT (self));
}

static void
saved_cb (const char *path, const char *problem, gpointer user_data)
{
  g_autofree char *text = path != NULL ? huis_checklist_words_saved (path) : NULL;

  show_message (HUIS_PICTURE_WINDOW (user_data), problem != NULL ? problem : text);
}

static void
save_cb (HuisPictureWindow *self)
{
  g_autoptr (HuisPaper) paper = make_usual_paper (self);
  g_autofree char *file = huis_checklist_words_file_name (huis_paper_get_title (paper), "pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = huis_pdf_new (paper, huis_language_get (), &error);

  show_message (self, error != NULL ? error->message : NULL);
  if (pdf != NULL)
    huis_save_dialog_run (GTK_WINDOW (self), _ ("Save the Picture"), file, pdf, saved_cb,
                          G_OBJECT (self));
}

static void
huis_picture_window_dispose (GObject *object)
{
  HuisPictureWindow *self = HUIS_PICTURE_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (huis_picture_window_parent_class)->dispose (object);
}

static void
huis_picture_window_class_init (HuisPictureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_picture_window_dispose;

  g_type_ensure (HUIS_TYPE_PAPER_VIEW);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-picture-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisPictureWindow, paper_view);
  gtk_widget_class_bind_template_child (widget_class, HuisPictureWindow, message);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
huis_picture_window_init (HuisPictureWindow *self)
{
  self->settings = huis_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_picture_window_new (GtkWindow *parent, HuisNetwork *network, HuisCatalogue *catalogue)
{
  HuisPictureWindow *self = g_object_new (HUIS_TYPE_PICTURE_WINDOW, "transient-for", parent, NULL);

  self->network = g_object_ref (network);
  self->catalogue = g_object_ref (catalogue);
  show_paper (self);

  return GTK_WIDGET (self);
}
