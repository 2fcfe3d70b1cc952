/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-plug-test"

#include "huis-plug-test.h"

#include <glib/gi18n.h>

/*
 * So long after it last answered, the kernel still takes a device to be there without asking it
 * (arp(7): at most one and a half times base_reachable_time_ms, which is 30 s).
 */
#define REMEMBERED_S 50

struct _HuisPlugTest
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *result;
  GtkButton *button;
  GtkSpinner *spinner;

  /* Owned */
  HuisSession *session;
  HuisDevice *device;

  gint64 asked; /* unix time; 0 while no test is under way */
  guint wait_id;
};

G_DEFINE_FINAL_TYPE (HuisPlugTest, huis_plug_test, GTK_TYPE_BOX)

static void
show (HuisPlugTest *self, const char *text)
{
  gtk_label_set_text (self->result, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result), text != NULL);
  gtk_spinner_set_spinning (self->spinner, self->asked > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->asked > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), self->asked == 0);
}

static void
looked_cb (HuisPlugTest *self, gboolean complete, HuisDevice *device)
{
  gint64 asked = self->asked;

  if (asked == 0 || self->wait_id != 0 || device != self->device)
    return;

  self->asked = 0;
  if (!complete)
    show (self, NULL);
  else if (huis_device_get_last_seen (device) >= asked)
    show (self,
          _ ("It still answers. So it is another thing. Put the plug back, and try the next."));
  else
    show (self,
          _ ("No answer now. So this is probably the thing without its plug. Give it a name!"));
}

static gboolean
ask_cb (gpointer user_data)
{
  HuisPlugTest *self = HUIS_PLUG_TEST (user_data);

  self->wait_id = 0;
  self->asked = g_get_real_time () / G_USEC_PER_SEC;
  if (!huis_session_look_at_device (self->session, self->device))
    {
      self->asked = 0;
      show (self, _ ("That can’t be tested at this moment. Is this computer on the network, and "
                     "is no other look under way?"));
    }

  return G_SOURCE_REMOVE;
}

static void
clicked_cb (HuisPlugTest *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 wait = huis_device_get_last_seen (self->device) + REMEMBERED_S - now;

  self->asked = now;
  show (self, _ ("Asking it… This can take a minute."));
  if (wait > 0)
    self->wait_id = g_timeout_add_seconds ((guint) MIN (wait, REMEMBERED_S), ask_cb, self);
  else
    ask_cb (self);
}

static void
huis_plug_test_dispose (GObject *object)
{
  HuisPlugTest *self = HUIS_PLUG_TEST (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->device);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_PLUG_TEST);

  G_OBJECT_CLASS (huis_plug_test_parent_class)->dispose (object);
}

static void
huis_plug_test_class_init (HuisPlugTestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_plug_test_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-plug-test.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisPlugTest, result);
  gtk_widget_class_bind_template_child (widget_class, HuisPlugTest, button);
  gtk_widget_class_bind_template_child (widget_class, HuisPlugTest, spinner);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
huis_plug_test_init (HuisPlugTest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_plug_test_set_device (HuisPlugTest *self, HuisSession *session, HuisDevice *device)
{
  g_return_if_fail (HUIS_IS_PLUG_TEST (self));

  if (self->session == NULL && session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
    }
  if (!g_set_object (&self->device, device))
    return;

  g_clear_handle_id (&self->wait_id, g_source_remove);
  self->asked = 0;
  show (self, NULL);
}
