/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-card"

#include "huis-trip-card.h"

#include "huis-line-grid.h"
#include "huis-row.h"
#include "huis-status-pill.h"
#include "huis-trip-words.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisTripCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *purpose;
  GtkLabel *headline;
  GtkGrid *lines;
  HuisRow *trouble;
  GtkLabel *note;
  GtkProgressBar *progress;
  GtkWidget *buttons;
  GtkSpinner *spinner;
  GtkButton *button;
  GtkButton *stop_button;
  GtkBox *found;
  HuisStatusPill *status;
  GtkLabel *tested;
  GtkBox *results;

  /* Owned */
  HuisSession *session;
  HuisDoorList *list; /* NULL where it can't be read: then no test can begin */
  char *datadir;
  char *shown; /* what the boxes hold now */

  HuisTripKind kind;
  HuisTripAct act;     /* what the button does now */
  gboolean lost_focus; /* the keyboard was at a button that went away */
};

G_DEFINE_FINAL_TYPE (HuisTripCard, huis_trip_card, GTK_TYPE_BOX)

static HuisTrips *
get_trips (HuisTripCard *self)
{
  return huis_session_get_trips (self->session);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_button (GtkButton *button, const char *label)
{
  if (label != NULL)
    {
      gtk_button_set_label (button, label);
      /* In large letters on a small screen, a line is not wide enough for it. */
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (button)), TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
}

static void
fill_results (HuisTripCard *self, HuisTrip *report)
{
  HuisNetwork *network = huis_session_get_network (self->session);
  g_autoptr (GPtrArray) results = huis_trip_words_list_results (report, network, self->list);
  g_autofree char *tested = huis_trip_words_describe (report);

  clear_box (self->results);
  for (guint i = 0; i < results->len; i++)
    {
      const HuisTripResult *result = g_ptr_array_index (results, i);
      GtkWidget *row = huis_row_new ();

      /* What is to do comes first, and what was not tested last. */
      if (i == 0)
        huis_status_pill_set_status (self->status, result->status);
      huis_row_set_title (HUIS_ROW (row), result->title);
      huis_row_set_subtitle (HUIS_ROW (row), result->text);
      gtk_widget_add_css_class (row, "opening");
      gtk_box_append (self->results, row);
    }
  gtk_label_set_text (self->tested, tested);
}

/* The boxes are filled anew only when what they say is new: who reads aloud is not interrupted. */
static gboolean
is_news (HuisTripCard *self, const HuisTripWords *words, HuisTrip *report)
{
  GString *text = g_string_new (words->headline);
  gboolean news;

  for (guint i = 0; i < words->lines->len; i++)
    g_string_append_printf (text, "\n%s", (char *) g_ptr_array_index (words->lines, i));
  g_string_append_printf (text, "\n%" G_GINT64_FORMAT,
                          report != NULL ? huis_trip_get_tried (report) : 0);
  news = g_strcmp0 (self->shown, text->str) != 0;
  g_free (self->shown);
  self->shown = g_string_free (text, FALSE);

  return news;
}

static void
update_progress (HuisTripCard *self, const HuisTripScene *scene)
{
  gboolean trying = scene->trip != NULL && huis_trip_get_stage (scene->trip) == HUIS_TRIP_TRYING;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), trying);
  gtk_progress_bar_set_fraction (self->progress,
                                 scene->total > 0 ? (double) scene->done / scene->total : 0);
}

static gboolean
may_act (HuisTripCard *self)
{
  if (self->act == HUIS_TRIP_ACT_BEGIN)
    return self->list != NULL && huis_trips_may_begin (get_trips (self));
  if (self->act == HUIS_TRIP_ACT_ASK_ROUTER || self->act == HUIS_TRIP_ACT_LOOK)
    return huis_trips_may_begin (get_trips (self));

  return TRUE;
}

static GtkWidget *
get_focus (HuisTripCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
may_focus (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && gtk_widget_get_sensitive (widget);
}

/* Who goes by keyboard stays in this card when the button that they pressed goes away, or takes no
 * press for a while. @focus is where the keyboard was before. */
static void
keep_focus (HuisTripCard *self, GtkWidget *focus)
{
  GtkWidget *button = GTK_WIDGET (self->button);
  GtkWidget *stop = GTK_WIDGET (self->stop_button);

  if (focus != NULL)
    self->lost_focus = (focus == button || focus == stop) && !may_focus (focus);
  if (self->lost_focus && (may_focus (button) || may_focus (stop)))
    {
      gtk_widget_grab_focus (may_focus (button) ? button : stop);
      self->lost_focus = FALSE;
    }
}

static void
update_buttons (HuisTripCard *self, const HuisTripWords *words)
{
  GtkWidget *focus = get_focus (self);

  self->act = words->act;
  set_button (self->button, words->button);
  set_button (self->stop_button, words->stop);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), may_act (self));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), words->waiting);
  gtk_spinner_set_spinning (self->spinner, words->waiting);
  gtk_widget_set_visible (self->buttons,
                          words->waiting || words->button != NULL || words->stop != NULL);
  keep_focus (self, focus);
}

static void
update (HuisTripCard *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);
  HuisTrip *report = huis_trips_get_report (get_trips (self), self->kind);
  g_autoptr (HuisTripWords) words = NULL;
  HuisTripScene scene;

  if (network == NULL)
    return;

  huis_trip_scene_see (&scene, get_trips (self), network, self->kind);
  words = huis_trip_words_new (&scene);
  set_text (self->headline, words->headline);
  set_text (self->note, words->note);
  huis_row_set_title (self->trouble, words->trouble);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words->trouble != NULL);
  update_buttons (self, words);
  update_progress (self, &scene);
  gtk_widget_set_visible (GTK_WIDGET (self->found), report != NULL && scene.trip == NULL);
  if (!is_news (self, words, report))
    return;
  huis_line_grid_fill (self->lines, words->lines, words->numbered);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), words->lines->len > 0);
  if (report != NULL)
    fill_results (self, report);
}

static void
begin (HuisTripCard *self)
{
  g_autoptr (GError) error = NULL;
  HuisDoorList *list = huis_door_list_new (self->datadir, &error);

  if (list != NULL)
    huis_trips_begin (get_trips (self), self->kind, list);
  else
    g_message ("No list of doors: %s", error->message);
}

static void
clicked_cb (HuisTripCard *self)
{
  HuisTrips *trips = get_trips (self);

  switch (self->act)
    {
    case HUIS_TRIP_ACT_BEGIN:
      begin (self);
      break;

    case HUIS_TRIP_ACT_AGREE:
      huis_trips_agree (trips);
      break;

    case HUIS_TRIP_ACT_COME_HOME:
      huis_trips_come_home (trips);
      break;

    case HUIS_TRIP_ACT_COMPARE_AGAIN:
      huis_trips_compare_again (trips);
      break;

    case HUIS_TRIP_ACT_ASK_ROUTER:
      huis_session_look_at_router (self->session);
      break;

    case HUIS_TRIP_ACT_LOOK:
      huis_session_look (self->session);
      break;

    case HUIS_TRIP_ACT_NONE:
    default:
      break;
    }
}

static void
stop_clicked_cb (HuisTripCard *self)
{
  HuisTrip *trip = huis_trips_get_current (get_trips (self));

  if (trip != NULL && huis_trip_get_stage (trip) == HUIS_TRIP_TRYING)
    huis_trips_stop (get_trips (self));
  else
    huis_trips_give_up (get_trips (self));
}

static void
huis_trip_card_dispose (GObject *object)
{
  HuisTripCard *self = HUIS_TRIP_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->list, huis_door_list_free);
  g_clear_pointer (&self->datadir, g_free);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_TRIP_CARD);

  G_OBJECT_CLASS (huis_trip_card_parent_class)->dispose (object);
}

static void
huis_trip_card_class_init (HuisTripCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_trip_card_dispose;

  g_type_ensure (HUIS_TYPE_ROW);
  g_type_ensure (HUIS_TYPE_STATUS_PILL);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-trip-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, title);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, purpose);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, headline);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, lines);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, trouble);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, note);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, progress);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, button);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, stop_button);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, found);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, status);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, tested);
  gtk_widget_class_bind_template_child (widget_class, HuisTripCard, results);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
huis_trip_card_init (HuisTripCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_trip_card_attach (HuisTripCard *self,
                       HuisSession *session,
                       HuisCatalogue *catalogue,
                       HuisTripKind kind)
{
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  self->kind = kind;
  self->datadir = g_strdup (huis_catalogue_get_datadir (catalogue));
  self->list = huis_door_list_new (self->datadir, &error);
  if (self->list == NULL)
    g_message ("No list of doors: %s", error->message);
  gtk_image_set_from_icon_name (self->icon, kind == HUIS_TRIP_OUTSIDE ? "huis-phone-symbolic"
                                                                      : "huis-wifi-symbolic");
  gtk_label_set_text (self->title, huis_trip_words_title (kind));
  gtk_label_set_text (self->purpose, huis_trip_words_purpose (kind));

  g_signal_connect_object (get_trips (self), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::looking", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
