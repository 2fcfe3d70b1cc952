/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-steps"

#include "huis-device-steps.h"

#include "huis-device-words.h"
#include "huis-look-again.h"
#include "huis-measure-list.h"
#include "huis-past-list.h"
#include "huis-standing.h"
#include "huis-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _HuisDeviceSteps
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *what;
  GtkLabel *danger;
  GtkLabel *progress;
  GtkBox *look_place;
  HuisMeasureList *measures;
  HuisPastList *past;
  GtkButton *next_button;
  GtkLabel *next_label;

  /* Borrowed: the child of the look_place */
  HuisLookAgain *look_again;

  /* Owned; NULL while no device is shown */
  HuisSession *session;
  HuisCatalogue *catalogue;
  HuisNetwork *network;
  HuisDevice *device;
};

G_DEFINE_FINAL_TYPE (HuisDeviceSteps, huis_device_steps, GTK_TYPE_BOX)

enum
{
  SIGNAL_BACK,
  SIGNAL_NEXT,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
back_cb (HuisDeviceSteps *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
next_cb (HuisDeviceSteps *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
end (HuisDeviceSteps *self, HuisEnding ending)
{
  HuisAnswers *answers = huis_network_get_answers (self->network);
  g_autofree char *id = g_strdup (huis_device_get_id (self->device));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  /* What was said of an earlier ending no longer counts. */
  if (huis_answers_get (answers, "ended", id) != NULL)
    huis_answers_set (answers, "ended", id, HUIS_ANSWER_NONE, NULL, now);
  huis_device_set_ending (self->device, ending, now);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, id);
}

static void
unplugged_cb (HuisDeviceSteps *self)
{
  end (self, HUIS_ENDING_UNPLUGGED);
}

static void
given_up_cb (HuisDeviceSteps *self)
{
  end (self, HUIS_ENDING_GIVEN_UP);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  back_cb (HUIS_DEVICE_STEPS (widget));

  return TRUE;
}

/* "Camera · Imou Ranger · Hall" */
static char *
describe (HuisDeviceSteps *self)
{
  g_autofree char *what = huis_device_words_what (self->device, self->catalogue);
  const char *room = huis_standing_find_room (self->catalogue, self->device);

  return room != NULL ? g_strconcat (what, " · ", room, NULL) : g_steal_pointer (&what);
}

void
huis_device_steps_update (HuisDeviceSteps *self)
{
  g_autoptr (HuisStanding) standing = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *progress = NULL;
  const HuisKindInfo *kind;

  g_return_if_fail (HUIS_IS_DEVICE_STEPS (self));

  if (self->device == NULL)
    return;
  standing = huis_standing_new (self->network, self->catalogue, self->device);
  kind = huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (self->device));
  title = huis_device_words_title (self->device, self->catalogue);
  what = describe (self);
  if (standing->n_done == standing->n_steps)
    progress = g_strdup (_ ("All steps are done. Well done."));
  else
    /* Translators: how many steps of a device are done. */
    progress = g_strdup_printf (_ ("%1$u of %2$u steps done"), standing->n_done, standing->n_steps);

  gtk_image_set_from_icon_name (self->icon, kind->icon_name);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->what, what);
  gtk_label_set_text (self->danger, huis_catalogue_text (kind->danger));
  gtk_label_set_text (self->progress, progress);
  huis_measure_list_update (self->measures);
}

static void
looked_cb (HuisDeviceSteps *self)
{
  guint n = huis_measure_list_count_changes (self->measures);
  g_autofree char *text = NULL;

  if (self->look_again == NULL)
    return;
  if (n > 0)
    text = g_strdup_printf (ngettext ("Something changed in %u step below.",
                                      "Something changed in %u steps below.", n),
                            n);
  huis_look_again_set_change (self->look_again, text);
  huis_device_steps_update (self);
}

static void
add_look_again (HuisDeviceSteps *self)
{
  if (huis_device_get_address (self->device) == NULL)
    return;

  self->look_again = g_object_new (HUIS_TYPE_LOOK_AGAIN, NULL);
  huis_look_again_attach (self->look_again, self->session, self->device);
  gtk_box_append (self->look_place, GTK_WIDGET (self->look_again));
}

static void
huis_device_steps_dispose (GObject *object)
{
  HuisDeviceSteps *self = HUIS_DEVICE_STEPS (object);

  if (self->device != NULL)
    huis_device_steps_clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_DEVICE_STEPS);

  G_OBJECT_CLASS (huis_device_steps_parent_class)->dispose (object);
}

static void
huis_device_steps_class_init (HuisDeviceStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_device_steps_dispose;

  signals[SIGNAL_BACK] = g_signal_new ("back", HUIS_TYPE_DEVICE_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] = g_signal_new ("next", HUIS_TYPE_DEVICE_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", HUIS_TYPE_DEVICE_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  g_type_ensure (HUIS_TYPE_MEASURE_LIST);
  g_type_ensure (HUIS_TYPE_PAST_LIST);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-device-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, scroller);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, title);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, what);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, danger);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, progress);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, look_place);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, measures);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, past);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, next_button);
  gtk_widget_class_bind_template_child (widget_class, HuisDeviceSteps, next_label);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, unplugged_cb);
  gtk_widget_class_bind_template_callback (widget_class, given_up_cb);
}

static void
huis_device_steps_init (HuisDeviceSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_device_steps_show (HuisDeviceSteps *self,
                        HuisSession *session,
                        HuisCatalogue *catalogue,
                        HuisDevice *device,
                        HuisDevice *next)
{
  g_return_if_fail (HUIS_IS_DEVICE_STEPS (self));

  huis_device_steps_clear (self);
  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  self->network = g_object_ref (huis_session_get_network (session));
  self->device = g_object_ref (device);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  huis_measure_list_fill (self->measures, session, catalogue, HUIS_SCOPE_DEVICE, device);
  huis_past_list_fill (self->past, self->network, catalogue, device);
  add_look_again (self);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next != NULL);
  if (next != NULL)
    {
      g_autofree char *title = huis_device_words_title (next, catalogue);
      /* Translators: button; %s is the name of the next device in the list. */
      g_autofree char *text = g_strdup_printf (_ ("Next device: %s"), title);

      gtk_label_set_text (self->next_label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  huis_device_steps_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

HuisDevice *
huis_device_steps_get_device (HuisDeviceSteps *self)
{
  g_return_val_if_fail (HUIS_IS_DEVICE_STEPS (self), NULL);

  return self->device;
}

void
huis_device_steps_clear (HuisDeviceSteps *self)
{
  g_return_if_fail (HUIS_IS_DEVICE_STEPS (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->look_again != NULL)
    gtk_box_remove (self->look_place, GTK_WIDGET (self->look_again));
  self->look_again = NULL;
  huis_measure_list_clear (self->measures);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->network);
  g_clear_object (&self->device);
}
