/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-done-list"

#include "huis-done-list.h"

#include "huis-device-words.h"
#include "huis-done.h"
#include "huis-row.h"
#include "huis-words.h"

#include <glib/gi18n.h>

/* So many of the devices of a step are named. */
#define NAMES_MAX 4

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

/* Whether both stand in one row: the same step, on the same word. */
static gboolean
are_alike (const HuisDone *left, const HuisDone *right)
{
  return left->measure == right->measure && left->seen == right->seen;
}

/* "Garden camera, Printer · you said so": all of @done that are like @one. */
static char *
dup_subtitle (const GPtrArray *done, const HuisDone *one, HuisCatalogue *catalogue)
{
  const char *whose = one->seen ? _ ("Huiswacht saw it") : _ ("you said so");
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;

  if (one->device == NULL)
    return g_strdup (whose);

  for (guint i = 0; i < done->len; i++)
    {
      const HuisDone *other = g_ptr_array_index (done, i);

      if (are_alike (one, other))
        g_ptr_array_add (titles, huis_title_of_device (other->device, catalogue));
    }
  g_ptr_array_add (titles, NULL);
  names = huis_words_names ((const char *const *) titles->pdata, NAMES_MAX);

  return g_strconcat (names, " · ", whose, NULL);
}

static gboolean
is_first_of_its_kind (const GPtrArray *done, guint i)
{
  for (guint j = 0; j < i; j++)
    if (are_alike (g_ptr_array_index (done, j), g_ptr_array_index (done, i)))
      return FALSE;

  return TRUE;
}

void
huis_done_list_fill (HuisDoneList *self, const GPtrArray *done, HuisCatalogue *catalogue)
{
  GtkListBoxRow *old;

  g_return_if_fail (HUIS_IS_DONE_LIST (self));

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; i < done->len; i++)
    {
      const HuisDone *one = g_ptr_array_index (done, i);
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      if (!is_first_of_its_kind (done, i))
        continue;
      subtitle = dup_subtitle (done, one, catalogue);
      row = huis_row_new ();
      huis_row_set_icon_name (HUIS_ROW (row), "huis-status-in-order-symbolic");
      gtk_widget_add_css_class (row, "in-order");
      huis_row_set_title (HUIS_ROW (row), huis_catalogue_text (one->measure->title));
      huis_row_set_subtitle (HUIS_ROW (row), subtitle);
      gtk_list_box_append (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), done->len > 0);
}
