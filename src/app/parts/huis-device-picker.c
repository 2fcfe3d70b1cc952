/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-picker"

#include "huis-device-picker.h"

#include "huis-device-row.h"

struct _HuisDevicePicker
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkListView *list;

  /* Owned */
  HuisDevice *device;
  GtkFilterListModel *others; /* all but the device; empty where there is none */
};

G_DEFINE_FINAL_TYPE (HuisDevicePicker, huis_device_picker, GTK_TYPE_BOX)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_other (gpointer item, gpointer device)
{
  return item != device;
}

static void
activated_cb (HuisDevicePicker *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (HuisDevice) other = g_list_model_get_item (model, position);

  if (other != NULL)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, other);
}

static void
huis_device_picker_dispose (GObject *object)
{
  g_clear_object (&HUIS_DEVICE_PICKER (object)->device);
  g_clear_object (&HUIS_DEVICE_PICKER (object)->others);
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_DEVICE_PICKER);

  G_OBJECT_CLASS (huis_device_picker_parent_class)->dispose (object);
}

static void
huis_device_picker_class_init (HuisDevicePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_device_picker_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, HUIS_TYPE_DEVICE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-device-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDevicePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
huis_device_picker_init (HuisDevicePicker *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->others = gtk_filter_list_model_new (NULL, NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->others)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

void
huis_device_picker_set_catalogue (HuisDevicePicker *self, HuisCatalogue *catalogue)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (HUIS_IS_DEVICE_PICKER (self));

  factory = huis_device_row_factory_new (catalogue, FALSE);
  gtk_list_view_set_factory (self->list, factory);
}

/*
 * The list keeps its model, and that is filled and emptied. To take the model away from a list in
 * view ends the program with GTK 4.8: the pointer, where a row was, selects a row that is half
 * gone.
 */
void
huis_device_picker_set_device (HuisDevicePicker *self, HuisInventory *inventory, HuisDevice *device)
{
  g_autoptr (GtkFilter) filter = NULL;

  g_return_if_fail (HUIS_IS_DEVICE_PICKER (self));
  g_return_if_fail ((inventory == NULL) == (device == NULL));

  g_set_object (&self->device, device);
  gtk_filter_list_model_set_model (self->others, NULL);
  if (device == NULL)
    return;

  filter = GTK_FILTER (gtk_custom_filter_new (is_other, g_object_ref (device), g_object_unref));
  gtk_filter_list_model_set_filter (self->others, filter);
  gtk_filter_list_model_set_model (self->others, G_LIST_MODEL (inventory));
}

HuisDevice *
huis_device_picker_get_device (HuisDevicePicker *self)
{
  g_return_val_if_fail (HUIS_IS_DEVICE_PICKER (self), NULL);

  return self->device;
}
