/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-line-grid"

#include "huis-line-grid.h"

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static void
add_number (GtkGrid *grid, guint i)
{
  g_autofree char *number = g_strdup_printf ("%u.", i + 1);
  GtkWidget *label = make_label (number);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, 0, (int) i, 1, 1);
}

void
huis_line_grid_fill (GtkGrid *grid, GPtrArray *lines, gboolean numbered)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  for (guint i = 0; i < lines->len; i++)
    {
      GtkWidget *label = make_label (g_ptr_array_index (lines, i));

      if (numbered)
        add_number (grid, i);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (grid, label, 1, (int) i, 1, 1);
    }
}
