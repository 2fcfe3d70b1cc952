/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-row"

#include "huis-device-row.h"

#include "huis-accessible.h"
#include "huis-device-change.h"
#include "huis-device-words.h"
#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisDeviceRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  HuisRow *row;
  GtkImage *strength;
  GtkWidget *change;

  /* Owned */
  HuisCatalogue *catalogue;
  GSignalGroup *signals;
  char *name;
  GtkWidget *bubble; /* while it is open */
};

G_DEFINE_FINAL_TYPE (HuisDeviceRow, huis_device_row, GTK_TYPE_BOX)

/* The list's own row around ours is what a screen reader stops at; it may come after the name. */
static void
tell_name (HuisDeviceRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL && self->name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->name, -1);
}

static void
set_name (HuisDeviceRow *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  tell_name (self);
}

static void
update (HuisDeviceRow *self)
{
  g_autoptr (HuisDevice) device = g_signal_group_dup_target (self->signals);
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;
  g_autofree char *state = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  const HuisKindInfo *kind;

  if (device == NULL)
    return;

  title = huis_title_of_device (device, self->catalogue);
  what = huis_device_words_what (device, self->catalogue);
  state = huis_device_words_state (device);
  subtitle = g_strjoin ("\n", what, *state != '\0' ? state : NULL, NULL);
  name = g_strjoin (", ", title, what, *state != '\0' ? state : NULL, NULL);
  kind = huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (device));

  huis_row_set_icon_name (self->row, kind->icon_name);
  huis_row_set_title (self->row, title);
  huis_row_set_subtitle (self->row, subtitle);
  huis_row_set_faint (self->row,
                      huis_device_get_last_seen (device) > 0 && !huis_device_get_present (device));
  gtk_image_set_from_icon_name (self->strength, huis_device_get_confirmed (device)
                                                    ? "huis-step-done-symbolic"
                                                    : huis_device_words_strength_icon (
                                                          huis_device_get_kind_strength (device)));
  set_name (self, name);
}

/* Popped down first: it then keeps what was typed. */
static void
close_bubble (HuisDeviceRow *self)
{
  if (self->bubble == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self->bubble));
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
}

/* Made when it is asked for: a list has many rows, and most are never changed. */
static void
change_clicked_cb (HuisDeviceRow *self)
{
  g_autoptr (HuisDevice) device = g_signal_group_dup_target (self->signals);

  close_bubble (self);
  if (device == NULL)
    return;

  self->bubble = huis_device_change_new (self->catalogue, device);
  gtk_widget_set_parent (self->bubble, self->change);
  gtk_popover_popup (GTK_POPOVER (self->bubble));
}

static gboolean
change_cb (GtkWidget *parent, GVariant *parameters, gpointer self)
{
  if (!gtk_widget_get_visible (HUIS_DEVICE_ROW (self)->change))
    return FALSE;

  change_clicked_cb (self);

  return TRUE;
}

/*
 * The pencil itself takes no focus: GTK 4.8 would give it that of the whole row, which then could
 * no longer be opened by keyboard.
 */
static void
parent_changed_cb (HuisDeviceRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkEventController *keys;

  if (parent == NULL)
    return;

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F2, 0),
                                                          gtk_callback_action_new (change_cb, self,
                                                                                   NULL)));
  gtk_widget_add_controller (parent, keys);
  tell_name (self);
}

static void
set_item (HuisDeviceRow *self, gpointer item)
{
  HuisDevice *device = NULL;
  const char *heading = NULL;

  if (HUIS_IS_DEVICE_ENTRY (item))
    {
      device = huis_device_entry_get_device (item);
      heading = huis_device_entry_get_heading (item);
    }
  else if (item != NULL)
    device = HUIS_DEVICE (item);

  g_signal_group_set_target (self->signals, device);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->row), device != NULL);
  if (heading != NULL)
    {
      gtk_label_set_text (self->heading, heading);
      set_name (self, heading);
    }
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, HuisCatalogue *catalogue)
{
  HuisDeviceRow *self = g_object_new (HUIS_TYPE_DEVICE_ROW, NULL);

  self->catalogue = g_object_ref (catalogue);
  gtk_list_item_set_child (item, GTK_WIDGET (self));
}

static void
setup_plain_cb (GtkSignalListItemFactory *factory, GtkListItem *item, HuisCatalogue *catalogue)
{
  setup_cb (factory, item, catalogue);
  gtk_widget_set_visible (HUIS_DEVICE_ROW (gtk_list_item_get_child (item))->change, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);
  gboolean heading =
      HUIS_IS_DEVICE_ENTRY (object) && huis_device_entry_get_heading (object) != NULL;

  /* "Selectable" is what GTK 4.8 asks before an item may have the focus; a heading that may not
   * have it would stop the arrow keys. */
  gtk_list_item_set_activatable (item, !heading);
  gtk_list_item_set_selectable (item, TRUE);
  set_item (HUIS_DEVICE_ROW (gtk_list_item_get_child (item)), object);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_item (HUIS_DEVICE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
huis_device_row_dispose (GObject *object)
{
  HuisDeviceRow *self = HUIS_DEVICE_ROW (object);

  close_bubble (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_DEVICE_ROW);

  G_OBJECT_CLASS (huis_device_row_parent_class)->dispose (object);
}

static void
huis_device_row_class_init (HuisDeviceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_device_row_dispose;

  g_type_ensure (HUIS_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-device-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceRow, heading);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceRow, row);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceRow, strength);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceRow, change);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
}

static void
huis_device_row_init (HuisDeviceRow *self)
{
  static const char *const facts[] = {
    "title", "kind", "known", "confirmed", "present", "identity"
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The words below say it too, and large letters need the room. */
  if (huis_accessible_wants_large_text (GTK_WIDGET (self)))
    gtk_widget_set_visible (GTK_WIDGET (self->strength), FALSE);
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);

  self->signals = g_signal_group_new (HUIS_TYPE_DEVICE);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", facts[i], NULL);

      g_signal_group_connect_object (self->signals, signal, G_CALLBACK (update), self,
                                     G_CONNECT_SWAPPED);
    }
}

static void
free_catalogue (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

GtkListItemFactory *
huis_device_row_factory_new (HuisCatalogue *catalogue, gboolean changeable)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup",
                         changeable ? G_CALLBACK (setup_cb) : G_CALLBACK (setup_plain_cb),
                         g_object_ref (catalogue), free_catalogue, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}
