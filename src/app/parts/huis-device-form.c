/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-form"

#include "huis-device-form.h"

struct _HuisDeviceForm
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwEntryRow *name;
  AdwComboRow *kind;
  AdwEntryRow *maker;
  AdwEntryRow *model;

  /* Owned */
  HuisDevice *device;

  gboolean patient;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisDeviceForm, huis_device_form, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* What we thought ourselves need not be said: it may still become better. */
static const char *
unless_ours (const char *text, const char *ours)
{
  return g_strcmp0 (text, ours) != 0 ? text : NULL;
}

void
huis_device_form_apply (HuisDeviceForm *self)
{
  HuisIdentity *ours;
  HuisKind kind = (HuisKind) adw_combo_row_get_selected (self->kind);

  g_return_if_fail (HUIS_IS_DEVICE_FORM (self));

  if (self->device == NULL)
    return;

  ours = huis_device_get_identity (self->device);
  huis_device_set_given_name (self->device, get_text (self->name));
  if (kind != huis_device_get_kind (self->device))
    huis_device_set_given_kind (self->device, kind);
  huis_device_set_given_maker (self->device, unless_ours (get_text (self->maker),
                                                          ours != NULL ? ours->maker : NULL));
  huis_device_set_given_model (self->device, unless_ours (get_text (self->model),
                                                          ours != NULL ? ours->model : NULL));
}

static void
changed_cb (HuisDeviceForm *self)
{
  if (!self->updating && !self->patient)
    huis_device_form_apply (self);
}

static void
huis_device_form_dispose (GObject *object)
{
  HuisDeviceForm *self = HUIS_DEVICE_FORM (object);

  g_clear_object (&self->device);

  G_OBJECT_CLASS (huis_device_form_parent_class)->dispose (object);
}

static void
huis_device_form_class_init (HuisDeviceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_device_form_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-device-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceForm, name);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceForm, kind);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceForm, maker);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceForm, model);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
huis_device_form_init (HuisDeviceForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_device_form_set_catalogue (HuisDeviceForm *self, HuisCatalogue *catalogue)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int kind = 0; kind <= HUIS_KIND_LAST; kind++)
    gtk_string_list_append (
        names, huis_catalogue_text (huis_catalogue_get_kind (catalogue, (HuisKind) kind)->title));

  self->updating = TRUE;
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  self->updating = FALSE;
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

void
huis_device_form_set_device (HuisDeviceForm *self, HuisDevice *device)
{
  g_return_if_fail (HUIS_IS_DEVICE_FORM (self));

  g_set_object (&self->device, device);
  if (device == NULL)
    return;

  self->updating = TRUE;
  set_text (self->name, huis_device_get_given_name (device));
  adw_combo_row_set_selected (self->kind, huis_device_get_kind (device));
  set_text (self->maker, huis_device_get_maker (device));
  set_text (self->model, huis_device_get_model (device));
  self->updating = FALSE;
}

void
huis_device_form_focus_name (HuisDeviceForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
huis_device_form_set_patient (HuisDeviceForm *self, gboolean patient)
{
  g_return_if_fail (HUIS_IS_DEVICE_FORM (self));

  self->patient = patient;
}
