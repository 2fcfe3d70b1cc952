/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-past-list"

#include "huis-past-list.h"

#include "huis-change.h"
#include "huis-row.h"

struct _HuisPastList
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (HuisPastList, huis_past_list, GTK_TYPE_BOX)

static void
huis_past_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_PAST_LIST);

  G_OBJECT_CLASS (huis_past_list_parent_class)->dispose (object);
}

static void
huis_past_list_class_init (HuisPastListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_past_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-past-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisPastList, rows);
}

static void
huis_past_list_init (HuisPastList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_past_list_fill (HuisPastList *self,
                     HuisNetwork *network,
                     HuisCatalogue *catalogue,
                     HuisDevice *device)
{
  g_autoptr (GPtrArray) past = huis_change_list_past (network, catalogue, device);
  GtkListBoxRow *old;

  g_return_if_fail (HUIS_IS_PAST_LIST (self));

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; i < past->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (past, i);
      g_autofree char *told = huis_change_dup_past (network, measure, device);
      GtkWidget *row = huis_row_new ();

      huis_row_set_icon_name (HUIS_ROW (row), "huis-status-in-order-symbolic");
      gtk_widget_add_css_class (row, "in-order");
      huis_row_set_title (HUIS_ROW (row), huis_catalogue_text (measure->title));
      huis_row_set_subtitle (HUIS_ROW (row), told);
      gtk_list_box_append (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), past->len > 0);
}
