/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-store-line"

#include "huis-store-line.h"

#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisStoreLine
{
  GtkBox parent_instance;

  /* Template widgets */
  HuisRow *row;

  HuisStore *store;
};

G_DEFINE_FINAL_TYPE (HuisStoreLine, huis_store_line, GTK_TYPE_BOX)

static void
update (HuisStoreLine *self)
{
  g_autofree char *message = huis_store_dup_message (self->store);

  if (huis_store_get_save_error (self->store) != NULL)
    {
      g_free (message);
      message = g_strdup (_ ("Your answers can’t be saved now. Is the disk full? Huiswacht tries "
                             "again with each change."));
    }

  huis_row_set_title (self->row, message);
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}

static void
close_clicked_cb (HuisStoreLine *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
huis_store_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_STORE_LINE);
  g_clear_object (&HUIS_STORE_LINE (object)->store);

  G_OBJECT_CLASS (huis_store_line_parent_class)->dispose (object);
}

static void
huis_store_line_class_init (HuisStoreLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_store_line_dispose;

  g_type_ensure (HUIS_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-store-line.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisStoreLine, row);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
huis_store_line_init (HuisStoreLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_store_line_set_store (HuisStoreLine *self, HuisStore *store)
{
  g_return_if_fail (HUIS_IS_STORE_LINE (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify::save-error", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
