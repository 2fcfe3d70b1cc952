/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-connection-card"

#include "huis-connection-card.h"

#include "huis-connection-row.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

/* So many rows at first, and so many more at each press of the button below them. */
#define ROWS_AT_ONCE 30

struct _HuisConnectionCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *head;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *hint;
  GtkButton *confirm_button;
  GtkLabel *confirm_label;
  GtkBox *rows;
  GtkButton *more_button;

  /* Owned */
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  GPtrArray *devices;

  HuisKind kind;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (HuisConnectionCard, huis_connection_card, GTK_TYPE_BOX)

static void
add_rows (HuisConnectionCard *self)
{
  guint until = MIN (self->n_rows + ROWS_AT_ONCE, self->devices->len);

  for (; self->n_rows < until; self->n_rows++)
    gtk_box_append (self->rows,
                    huis_connection_row_new (self->network, self->catalogue,
                                             g_ptr_array_index (self->devices, self->n_rows),
                                             self->devices->len == 1));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), self->n_rows < self->devices->len);
}

static void
confirm_cb (HuisConnectionCard *self)
{
  huis_connection_confirm (self->network, self->catalogue, self->devices);
  huis_connection_card_update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

/* How many questions the button would answer, and with what. */
static guint
count_usual (HuisConnectionCard *self, HuisReply *reply)
{
  guint n = 0;

  for (guint i = 0; i < self->devices->len; i++)
    {
      HuisDevice *device = g_ptr_array_index (self->devices, i);
      HuisReply usual =
          huis_connection_suggest (self->network, self->catalogue, device, HUIS_QUESTION_ONLINE);

      if (usual == HUIS_REPLY_NONE ||
          huis_device_get_reply (device, HUIS_QUESTION_ONLINE) != HUIS_REPLY_NONE ||
          !huis_connection_asks (self->network, self->catalogue, device, HUIS_QUESTION_ONLINE))
        continue;
      *reply = usual;
      n++;
    }

  return n;
}

static void
update_button (HuisConnectionCard *self)
{
  HuisReply usual = HUIS_REPLY_NONE;
  guint n = count_usual (self, &usual);
  g_autofree char *label = NULL;

  /* With one device its own buttons are as quick. */
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), n > 1);
  if (usual == HUIS_REPLY_YES)
    /* Translators: button; %u is a number of devices. */
    label = g_strdup_printf (ngettext ("Yes, for This %u", "Yes, for These %u", n), n);
  else
    /* Translators: button; %u is a number of devices. */
    label = g_strdup_printf (ngettext ("No, for This %u", "No, for These %u", n), n);
  gtk_label_set_text (self->confirm_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
huis_connection_card_update (HuisConnectionCard *self)
{
  g_return_if_fail (HUIS_IS_CONNECTION_CARD (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    huis_connection_row_update (HUIS_CONNECTION_ROW (row));
  update_button (self);
}

static void
huis_connection_card_dispose (GObject *object)
{
  HuisConnectionCard *self = HUIS_CONNECTION_CARD (object);

  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->devices, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_CONNECTION_CARD);

  G_OBJECT_CLASS (huis_connection_card_parent_class)->dispose (object);
}

static void
huis_connection_card_class_init (HuisConnectionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_connection_card_dispose;

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-connection-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, head);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, title);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, hint);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, confirm_label);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, rows);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionCard, more_button);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_rows);
}

static void
huis_connection_card_init (HuisConnectionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (HuisConnectionCard *self)
{
  const HuisKindInfo *kind = huis_catalogue_get_kind (self->catalogue, self->kind);
  g_autofree char *hint = NULL;
  g_autofree char *title = NULL;

  /* One alone says itself what it is. */
  gtk_widget_set_visible (self->head, self->devices->len > 1);
  /* Translators: a kind of device and how many there are of it: "Lights (6)". */
  title =
      g_strdup_printf (_ ("%1$s (%2$u)"), huis_catalogue_text (kind->plural), self->devices->len);
  gtk_label_set_text (self->title, title);
  gtk_image_set_from_icon_name (self->icon, kind->icon_name);

  /* Translators: %s is a sentence that tells what keeping a device off the internet means. */
  hint = g_strdup_printf (_ ("Without internet: %s"), huis_catalogue_text (kind->offline));
  gtk_label_set_text (self->hint, hint);
  add_rows (self);
}

GtkWidget *
huis_connection_card_new (HuisNetwork *network,
                          HuisCatalogue *catalogue,
                          const HuisConnectionGroup *group)
{
  HuisConnectionCard *self = g_object_new (HUIS_TYPE_CONNECTION_CARD, NULL);

  g_set_object (&self->network, network);
  g_set_object (&self->catalogue, catalogue);
  self->devices = g_ptr_array_ref (group->devices);
  self->kind = group->kind;
  fill (self);
  update_button (self);

  return GTK_WIDGET (self);
}

gboolean
huis_connection_card_fits (HuisConnectionCard *self, const HuisConnectionGroup *group)
{
  g_return_val_if_fail (HUIS_IS_CONNECTION_CARD (self), FALSE);

  if (self->kind != group->kind || self->devices->len != group->devices->len)
    return FALSE;
  for (guint i = 0; i < self->devices->len; i++)
    if (g_ptr_array_index (self->devices, i) != g_ptr_array_index (group->devices, i))
      return FALSE;

  return TRUE;
}
