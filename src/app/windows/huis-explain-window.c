/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-explain-window"

#include "huis-explain-window.h"

#include "huis-row.h"

struct _HuisExplainWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkListBox *reasons;
  GtkListBox *links;
};

G_DEFINE_FINAL_TYPE (HuisExplainWindow, huis_explain_window, ADW_TYPE_WINDOW)

static void
link_cb (GtkButton *button, const char *href)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  gtk_show_uri (GTK_WINDOW (root), href, GDK_CURRENT_TIME);
}

/* The browser goes to the internet, and only on this click; the address is of our own data. */
static void
append_link_button (HuisRow *row, const HuisLink *link)
{
  GtkWidget *button = gtk_button_new_with_label (link->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, link->href);
  g_signal_connect (button, "clicked", G_CALLBACK (link_cb), (gpointer) link->href);
  gtk_box_append (GTK_BOX (row), button);
}

static void
append (HuisExplainWindow *self, const HuisExplanation *explanation)
{
  GtkWidget *row = huis_row_new ();

  huis_row_set_title (HUIS_ROW (row), huis_catalogue_text (explanation->title));
  huis_row_set_subtitle (HUIS_ROW (row), huis_catalogue_text (explanation->text));
  if (explanation->link != NULL)
    append_link_button (HUIS_ROW (row), explanation->link);
  gtk_list_box_append (explanation->link != NULL ? self->links : self->reasons, row);
}

static void
huis_explain_window_class_init (HuisExplainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HUIS_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-explain-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisExplainWindow, reasons);
  gtk_widget_class_bind_template_child (widget_class, HuisExplainWindow, links);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
huis_explain_window_init (HuisExplainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_explain_window_new (GtkWindow *parent, HuisCatalogue *catalogue)
{
  HuisExplainWindow *self = g_object_new (HUIS_TYPE_EXPLAIN_WINDOW, "transient-for", parent, NULL);
  const GPtrArray *explanations = huis_catalogue_get_explanations (catalogue);

  for (guint i = 0; i < explanations->len; i++)
    append (self, g_ptr_array_index (explanations, i));

  return GTK_WIDGET (self);
}
