/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-change"

#include "huis-device-change.h"

#include "huis-device-form.h"

struct _HuisDeviceChange
{
  GtkPopover parent_instance;

  /* Template widgets */
  HuisDeviceForm *form;
};

G_DEFINE_FINAL_TYPE (HuisDeviceChange, huis_device_change, GTK_TYPE_POPOVER)

static void
huis_device_change_closed (GtkPopover *popover)
{
  huis_device_form_apply (HUIS_DEVICE_CHANGE (popover)->form);
}

/* The accelerators of the application do not reach what is typed in a popover (GTK 4.8). What was
 * typed is kept before the window goes. */
static gboolean
leave_cb (GtkWidget *widget, GVariant *action, gpointer unused)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);

  return TRUE;
}

static void
huis_device_change_class_init (HuisDeviceChangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_POPOVER_CLASS (klass)->closed = huis_device_change_closed;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_q, GDK_CONTROL_MASK, leave_cb, "s",
                                "app.quit");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, leave_cb, "s",
                                "window.close");

  g_type_ensure (HUIS_TYPE_DEVICE_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-device-change.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceChange, form);
}

static void
huis_device_change_init (HuisDeviceChange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_device_change_new (HuisCatalogue *catalogue, HuisDevice *device)
{
  HuisDeviceChange *self = g_object_new (HUIS_TYPE_DEVICE_CHANGE, NULL);

  huis_device_form_set_patient (self->form, TRUE);
  huis_device_form_set_catalogue (self->form, catalogue);
  huis_device_form_set_device (self->form, device);

  return GTK_WIDGET (self);
}
