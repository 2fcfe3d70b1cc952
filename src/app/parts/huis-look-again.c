/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-look-again"

#include "huis-look-again.h"

#include <glib/gi18n.h>

struct _HuisLookAgain
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkButton *button;
  GtkSpinner *spinner;
  GtkLabel *result;

  /* Owned */
  HuisSession *session;
  HuisDevice *device;
  char *change;

  gboolean ours;     /* the look that is under way was begun here */
  gboolean looked;   /* one that was begun here has ended */
  gboolean complete; /* and came to its end */
};

G_DEFINE_FINAL_TYPE (HuisLookAgain, huis_look_again, GTK_TYPE_BOX)

static const char *
find_words (HuisLookAgain *self, gboolean possible)
{
  if (self->ours)
    return self->device != NULL ? _ ("Looking at this device again…")
                                : _ ("Looking at the router again…");
  if (huis_session_get_looking (self->session) != HUIS_LOOK_NONE)
    return _ ("Huiswacht is looking around now. Wait a moment.");
  if (self->looked && !self->complete)
    return _ ("We could not look to the end. What we knew stays.");
  /* Only of a look that was asked for here: what the first one finds is no change. */
  if (self->looked)
    return self->change != NULL ? self->change : _ ("We looked again. Nothing changed here.");
  if (!possible)
    return _ ("This computer is not on this network now, so we cannot look.");

  return NULL;
}

static void
update (HuisLookAgain *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);
  gboolean possible = network != NULL && huis_network_may_look (network) &&
                      huis_session_is_connected (self->session);
  const char *words = find_words (self, possible);

  gtk_widget_set_sensitive (GTK_WIDGET (self->button),
                            possible && huis_session_get_looking (self->session) == HUIS_LOOK_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->ours);
  gtk_spinner_set_spinning (self->spinner, self->ours);
  gtk_label_set_text (self->result, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result), words != NULL);
}

static void
looked_cb (HuisLookAgain *self, gboolean complete, HuisDevice *device, HuisSession *session)
{
  if (self->ours)
    {
      self->ours = FALSE;
      self->looked = TRUE;
      self->complete = complete;
    }
  update (self);
}

static void
clicked_cb (HuisLookAgain *self)
{
  self->looked = FALSE;
  g_clear_pointer (&self->change, g_free);
  if (self->device != NULL)
    self->ours = huis_session_look_at_device (self->session, self->device);
  else
    self->ours = huis_session_look_at_router (self->session);
  update (self);
}

static void
huis_look_again_dispose (GObject *object)
{
  HuisLookAgain *self = HUIS_LOOK_AGAIN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->device);
  g_clear_pointer (&self->change, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_LOOK_AGAIN);

  G_OBJECT_CLASS (huis_look_again_parent_class)->dispose (object);
}

static void
huis_look_again_class_init (HuisLookAgainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_look_again_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-look-again.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisLookAgain, button);
  gtk_widget_class_bind_template_child (widget_class, HuisLookAgain, spinner);
  gtk_widget_class_bind_template_child (widget_class, HuisLookAgain, result);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
huis_look_again_init (HuisLookAgain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_look_again_attach (HuisLookAgain *self, HuisSession *session, HuisDevice *device)
{
  g_return_if_fail (HUIS_IS_LOOK_AGAIN (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_set_object (&self->device, device);
  g_signal_connect_object (session, "notify::looking", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::network", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (huis_session_get_interfaces (session), "found", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

void
huis_look_again_set_change (HuisLookAgain *self, const char *change)
{
  g_return_if_fail (HUIS_IS_LOOK_AGAIN (self));

  g_free (self->change);
  self->change = g_strdup (change);
  update (self);
}
