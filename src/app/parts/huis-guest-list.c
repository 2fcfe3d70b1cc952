/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-guest-list"

#include "huis-guest-list.h"

#include "huis-device-words.h"
#include "huis-guest-advice.h"
#include "huis-row.h"

#include <glib/gi18n.h>

/* More rows than this in one group help nobody: the heading tells how many there are. */
#define ROWS_MAX 24

struct _HuisGuestList
{
  GtkBox parent_instance;

  /* Owned */
  HuisSession *session;
  HuisCatalogue *catalogue;
};

G_DEFINE_FINAL_TYPE (HuisGuestList, huis_guest_list, GTK_TYPE_BOX)

static char *
describe_move (HuisMove move, guint n)
{
  switch (move)
    {
    case HUIS_MOVE_YES:
      /* Translators: above a list of devices; %u is how many. */
      return g_strdup_printf (_ ("Can move to the guest network: %u"), n);
    case HUIS_MOVE_PARTLY:
      return g_strdup_printf (_ ("Can move, but something stops: %u"), n);
    case HUIS_MOVE_NO:
    default:
      return g_strdup_printf (_ ("Had better stay on your own network: %u"), n);
    }
}

static void
add_label (HuisGuestList *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_row (HuisGuestList *self, const HuisGuestAdvice *advice)
{
  const HuisKindInfo *kind =
      huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (advice->device));
  g_autofree char *title = huis_title_of_device (advice->device, self->catalogue);
  GtkWidget *row = huis_row_new ();

  huis_row_set_icon_name (HUIS_ROW (row), kind->icon_name);
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), huis_catalogue_text (advice->reason));
  gtk_widget_add_css_class (row, "bare");
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_group (HuisGuestList *self, GPtrArray *list, HuisMove move)
{
  g_autofree char *heading = NULL;
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    if (((HuisGuestAdvice *) g_ptr_array_index (list, i))->move == move)
      n++;
  if (n == 0)
    return;

  heading = describe_move (move, n);
  add_label (self, heading, "heading");
  for (guint i = 0, shown = 0; i < list->len && shown < ROWS_MAX; i++)
    if (((HuisGuestAdvice *) g_ptr_array_index (list, i))->move == move)
      {
        add_row (self, g_ptr_array_index (list, i));
        shown++;
      }
  if (n > ROWS_MAX)
    {
      /* Translators: below a list of devices; %u is how many more there are. */
      g_autofree char *more = g_strdup_printf (_ ("And %u more."), n - ROWS_MAX);

      add_label (self, more, "dim-label");
    }
}

static void
update (HuisGuestList *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  if (network == NULL)
    return;

  list = huis_guest_advice_list (network, self->catalogue);
  for (int move = HUIS_MOVE_YES; move >= HUIS_MOVE_NO; move--)
    add_group (self, list, (HuisMove) move);
}

static void
huis_guest_list_dispose (GObject *object)
{
  HuisGuestList *self = HUIS_GUEST_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (huis_guest_list_parent_class)->dispose (object);
}

static void
huis_guest_list_class_init (HuisGuestListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = huis_guest_list_dispose;
}

static void
huis_guest_list_init (HuisGuestList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
}

GtkWidget *
huis_guest_list_new (HuisSession *session, HuisCatalogue *catalogue)
{
  HuisGuestList *self = g_object_new (HUIS_TYPE_GUEST_LIST, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->catalogue, catalogue);
  g_signal_connect_object (session, "looked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
