/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-window"

#include "config.h"

#include "huis-window.h"

#include "huis-steps.h"
#include "huis-wizard.h"

#include <glib/gi18n.h>

struct _HuisWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;

  /* Borrowed: the child of the toasts */
  HuisWizard *wizard;

  /* Owned */
  HuisSession *session;
  HuisCatalogue *catalogue;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (HuisWindow, huis_window, ADW_TYPE_APPLICATION_WINDOW)

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWindow *self = HUIS_WINDOW (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->wizard), "wizard.go", "s", "checklist");
  gtk_widget_activate_action (GTK_WIDGET (huis_wizard_get_page (self->wizard)), "checklist.print",
                              NULL);
}

static void
offer_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWindow *self = HUIS_WINDOW (widget);
  g_autofree char *literal = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);
  AdwToast *toast = adw_toast_new (literal);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A device was said to be no longer in use: the way back, as long as one thinks of it. */
static void
offer_use_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWindow *self = HUIS_WINDOW (widget);
  AdwToast *toast = adw_toast_new (_ ("Off the list. One thing less to guard."));

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.use-again");
  adw_toast_set_action_target_value (toast, parameter);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
use_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisNetwork *network = huis_session_get_network (HUIS_WINDOW (widget)->session);
  HuisDevice *device = NULL;

  if (network != NULL)
    device = huis_inventory_find (huis_network_get_inventory (network),
                                  g_variant_get_string (parameter, NULL));
  if (device != NULL)
    huis_device_set_ending (device, HUIS_ENDING_NONE, 0);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisNetwork *network = huis_session_get_network (HUIS_WINDOW (widget)->session);

  if (network != NULL)
    huis_inventory_undo (huis_network_get_inventory (network));
}

static void
remember (HuisWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximised",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
huis_window_close_request (GtkWindow *window)
{
  remember (HUIS_WINDOW (window));

  return GTK_WINDOW_CLASS (huis_window_parent_class)->close_request (window);
}

static void
huis_window_dispose (GObject *object)
{
  HuisWindow *self = HUIS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (huis_window_parent_class)->dispose (object);
}

static void
huis_window_class_init (HuisWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = huis_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = huis_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/huiswacht/Huiswacht/ui/huis-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisWindow, toasts);

  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", "s", offer_undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.offer-use-again", "s",
                                   offer_use_again_action);
  gtk_widget_class_install_action (widget_class, "win.use-again", "s", use_again_action);
}

static void
huis_window_init (HuisWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print",
                                 huis_steps_find ("checklist") >= 0);
}

GtkWidget *
huis_window_new (GtkApplication *application,
                 HuisSession *session,
                 HuisCatalogue *catalogue,
                 GSettings *settings)
{
  HuisWindow *self = g_object_new (HUIS_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                                   g_settings_get_int (settings, "window-height"));
      if (g_settings_get_boolean (settings, "window-maximised"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  huis_window_rebuild (self);

  return GTK_WIDGET (self);
}

void
huis_window_rebuild (HuisWindow *self)
{
  HuisWizardPlace place = { 0, 0 };

  g_return_if_fail (HUIS_IS_WINDOW (self));

  if (self->wizard != NULL)
    place = huis_wizard_get_place (self->wizard);

  self->wizard = HUIS_WIZARD (huis_wizard_new (self->session, self->catalogue));
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->wizard));
  huis_wizard_set_place (self->wizard, place);
}

void
huis_window_say (HuisWindow *self, const char *text)
{
  g_autofree char *literal = NULL;

  g_return_if_fail (HUIS_IS_WINDOW (self));

  /* A toast reads its title as markup. */
  literal = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (literal));
}
