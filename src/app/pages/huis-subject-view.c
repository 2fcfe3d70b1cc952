/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-subject-view"

#include "huis-subject-view.h"

#include "huis-device-words.h"
#include "huis-look-again.h"
#include "huis-measure-list.h"
#include "huis-network-words.h"
#include "huis-past-list.h"
#include "huis-standing.h"
#include "huis-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _HuisSubjectView
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *what;
  GtkLabel *behind;
  GtkLabel *danger;
  GtkLabel *progress;
  GtkBox *look_place;
  HuisMeasureList *measures;
  HuisPastList *past;
  GtkWidget *endings;
  GtkButton *next_button;
  GtkLabel *next_label;

  /* Borrowed: the child of the look_place */
  HuisLookAgain *look_again;

  /* Owned; NULL while nothing is shown */
  HuisSession *session;
  HuisCatalogue *catalogue;
  HuisNetwork *network;
  HuisDevice *device; /* NULL for the home */
};

G_DEFINE_FINAL_TYPE (HuisSubjectView, huis_subject_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_BACK,
  SIGNAL_NEXT,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
back_cb (HuisSubjectView *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
next_cb (HuisSubjectView *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
end (HuisSubjectView *self, HuisEnding ending)
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
unplugged_cb (HuisSubjectView *self)
{
  end (self, HUIS_ENDING_UNPLUGGED);
}

static void
given_up_cb (HuisSubjectView *self)
{
  end (self, HUIS_ENDING_GIVEN_UP);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  back_cb (HUIS_SUBJECT_VIEW (widget));

  return TRUE;
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* "Camera · Imou Ranger · Hall" */
static char *
describe (HuisSubjectView *self)
{
  g_autofree char *what = huis_device_words_what (self->device, self->catalogue);
  const char *room = huis_standing_find_room (self->catalogue, self->device);

  return room != NULL ? g_strconcat (what, " · ", room, NULL) : g_steal_pointer (&what);
}

static void
update_device (HuisSubjectView *self)
{
  const HuisKindInfo *kind =
      huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (self->device));
  g_autofree char *title = huis_title_of_device (self->device, self->catalogue);
  g_autofree char *what = describe (self);
  g_autofree char *behind = huis_device_words_behind (self->network, self->device, self->catalogue);

  gtk_image_set_from_icon_name (self->icon, kind->icon_name);
  set_text (self->title, title);
  set_text (self->what, what);
  set_text (self->behind, behind);
  set_text (self->danger, huis_catalogue_text (kind->danger));
}

static void
update_home (HuisSubjectView *self)
{
  gboolean office = huis_network_get_owner (self->network) == HUIS_OWNER_ORGANISATION;

  gtk_image_set_from_icon_name (self->icon, office ? "huis-office-symbolic" : "huis-home-symbolic");
  set_text (self->title, huis_network_words_whole (self->network));
  set_text (self->what, _ ("Steps that are not about one device."));
  set_text (self->behind, NULL);
  set_text (self->danger, NULL);
}

void
huis_subject_view_update (HuisSubjectView *self)
{
  g_autoptr (HuisStanding) standing = NULL;
  g_autofree char *progress = NULL;

  g_return_if_fail (HUIS_IS_SUBJECT_VIEW (self));

  if (!huis_subject_view_is_shown (self))
    return;
  if (self->device != NULL)
    update_device (self);
  else
    update_home (self);
  standing = huis_standing_new (self->network, self->catalogue, self->device);
  progress = huis_standing_dup_progress (standing);
  set_text (self->progress, progress);
  huis_measure_list_update (self->measures);
}

static void
looked_cb (HuisSubjectView *self)
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
  huis_subject_view_update (self);
}

static void
add_look_again (HuisSubjectView *self)
{
  gboolean possible = self->device != NULL && huis_device_get_address (self->device) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->look_place), possible);
  if (!possible)
    return;

  self->look_again = g_object_new (HUIS_TYPE_LOOK_AGAIN, NULL);
  huis_look_again_attach (self->look_again, self->session, self->device);
  gtk_box_append (self->look_place, GTK_WIDGET (self->look_again));
}

static void
huis_subject_view_dispose (GObject *object)
{
  HuisSubjectView *self = HUIS_SUBJECT_VIEW (object);

  if (huis_subject_view_is_shown (self))
    huis_subject_view_clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_SUBJECT_VIEW);

  G_OBJECT_CLASS (huis_subject_view_parent_class)->dispose (object);
}

static void
huis_subject_view_class_init (HuisSubjectViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_subject_view_dispose;

  signals[SIGNAL_BACK] = g_signal_new ("back", HUIS_TYPE_SUBJECT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] = g_signal_new ("next", HUIS_TYPE_SUBJECT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", HUIS_TYPE_SUBJECT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  g_type_ensure (HUIS_TYPE_MEASURE_LIST);
  g_type_ensure (HUIS_TYPE_PAST_LIST);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-subject-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, title);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, what);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, behind);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, danger);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, progress);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, look_place);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, measures);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, past);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, endings);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, next_button);
  gtk_widget_class_bind_template_child (widget_class, HuisSubjectView, next_label);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, unplugged_cb);
  gtk_widget_class_bind_template_callback (widget_class, given_up_cb);
}

static void
huis_subject_view_init (HuisSubjectView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_next (HuisSubjectView *self, HuisDevice *next)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next != NULL);
  if (next == NULL)
    return;

  title = huis_title_of_device (next, self->catalogue);
  /* Translators: button; %s is the name of the next device in the list. */
  text = g_strdup_printf (_ ("Next device: %s"), title);
  gtk_label_set_text (self->next_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

void
huis_subject_view_show (HuisSubjectView *self,
                        HuisSession *session,
                        HuisCatalogue *catalogue,
                        HuisDevice *device,
                        HuisDevice *next)
{
  g_return_if_fail (HUIS_IS_SUBJECT_VIEW (self));

  huis_subject_view_clear (self);
  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  self->network = g_object_ref (huis_session_get_network (session));
  g_set_object (&self->device, device);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  huis_measure_list_fill (self->measures, session, catalogue,
                          device != NULL ? HUIS_SCOPE_DEVICE : HUIS_SCOPE_HOME, device);
  huis_past_list_fill (self->past, self->network, catalogue, device);
  gtk_widget_set_visible (self->endings, device != NULL);
  add_look_again (self);
  show_next (self, next);
  huis_subject_view_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

gboolean
huis_subject_view_is_shown (HuisSubjectView *self)
{
  g_return_val_if_fail (HUIS_IS_SUBJECT_VIEW (self), FALSE);

  return self->network != NULL;
}

HuisDevice *
huis_subject_view_get_device (HuisSubjectView *self)
{
  g_return_val_if_fail (HUIS_IS_SUBJECT_VIEW (self), NULL);

  return self->device;
}

void
huis_subject_view_clear (HuisSubjectView *self)
{
  g_return_if_fail (HUIS_IS_SUBJECT_VIEW (self));

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
