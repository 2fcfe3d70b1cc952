/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-done-list"

#include "huis-done-list.h"

#include "huis-device-words.h"
#include "huis-done.h"
#include "huis-row.h"

#include <glib/gi18n.h>

/* The latest of them; of the others there is a number. */
#define SHOWN_MAX 8

struct _HuisDoneList
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (HuisDoneList, huis_done_list, GTK_TYPE_BOX)

static void
huis_done_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_DONE_LIST);

  G_OBJECT_CLASS (huis_done_list_parent_class)->dispose (object);
}

static void
huis_done_list_class_init (HuisDoneListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_done_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-done-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDoneList, rows);
}

static void
huis_done_list_init (HuisDoneList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Garden camera · you said so" */
static char *
dup_subtitle (const HuisDone *done, HuisCatalogue *catalogue)
{
  const char *whose = done->seen ? _ ("Huiswacht saw it") : _ ("you said so");
  g_autofree char *title =
      done->device != NULL ? huis_device_words_title (done->device, catalogue) : NULL;

  return title != NULL ? g_strconcat (title, " · ", whose, NULL) : g_strdup (whose);
}

static void
add_row (HuisDoneList *self, const char *icon_name, const char *title, const char *subtitle)
{
  GtkWidget *row = huis_row_new ();

  huis_row_set_icon_name (HUIS_ROW (row), icon_name);
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), subtitle);
  gtk_list_box_append (self->rows, row);
}

void
huis_done_list_fill (HuisDoneList *self, const GPtrArray *done, HuisCatalogue *catalogue)
{
  guint shown = MIN (done->len, SHOWN_MAX);
  GtkListBoxRow *old;

  g_return_if_fail (HUIS_IS_DONE_LIST (self));

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; i < shown; i++)
    {
      const HuisDone *one = g_ptr_array_index (done, i);
      g_autofree char *subtitle = dup_subtitle (one, catalogue);

      add_row (self, "huis-status-in-order-symbolic", huis_catalogue_text (one->measure->title),
               subtitle);
    }
  if (done->len > shown)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more step", "and %u more steps", done->len - shown),
                           done->len - shown);

      add_row (self, NULL, more, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), done->len > 0);
}
