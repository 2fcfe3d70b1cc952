/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-opening-list"

#include "huis-opening-list.h"

#include "huis-opening-row.h"
#include "huis-openings.h"
#include "huis-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More rows than this help nobody; the sentence above tells how many there are. */
#define ROWS_MAX 64
#define PAST_MAX 8

struct _HuisOpeningList
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkBox *rows;
  GtkLabel *opener;
  GtkLabel *hint;
  GtkLabel *result;
  GtkBox *past;
  GtkListBox *past_rows;

  /* Owned */
  HuisSession *session;
  HuisNetwork *network;
  HuisDevice *device;
  HuisObservation *closing; /* the one that is being closed */
};

G_DEFINE_FINAL_TYPE (HuisOpeningList, huis_opening_list, GTK_TYPE_BOX)

static void
close_response_cb (HuisOpeningList *self, const char *response)
{
  if (g_strcmp0 (response, "close") != 0 || self->closing == NULL)
    {
      g_clear_pointer (&self->closing, huis_observation_unref);
      return;
    }

  if (huis_session_close_opening (self->session, self->closing))
    gtk_label_set_text (self->result, _ ("Closing the opening, and looking again…"));
  else
    {
      gtk_label_set_text (self->result, _ ("That is not possible now. Try again in a moment."));
      g_clear_pointer (&self->closing, huis_observation_unref);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->result), TRUE);
}

static void
close_cb (HuisOpeningList *self, HuisOpeningRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->closing != NULL)
    return;
  self->closing = huis_observation_ref (huis_opening_row_get_opening (row));

  dialog = adw_message_dialog_new (
      GTK_WINDOW (root), _ ("Close this opening?"),
      _ ("From elsewhere, nobody can reach the device through it any more. An app that you use "
         "away from home may stop working. You can let the device open it again."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "close",
                                    _ ("Close Opening"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
leads_here (HuisOpeningList *self, HuisObservation *opening)
{
  const char *inside = huis_observation_get_string (opening, "internal_address");

  return self->device == NULL || (inside != NULL && huis_device_has_address (self->device, inside));
}

/* Why the buttons can't be used now; what came of closing stays until then. */
static void
update_hint (HuisOpeningList *self)
{
  const char *hint = NULL;

  if (!huis_session_is_connected (self->session))
    hint = _ ("This computer is not on this network now, so we cannot close it for you.");
  else if (huis_session_get_looking (self->session) != HUIS_LOOK_NONE && self->closing == NULL)
    hint = _ ("Huiswacht is looking around now. Wait a moment.");
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint),
                          hint != NULL && gtk_widget_get_visible (GTK_WIDGET (self->rows)));
}

static gboolean
led_here (HuisOpeningList *self, const HuisOpeningRecord *record)
{
  return self->device == NULL ||
         g_strcmp0 (record->device_id, huis_device_get_id (self->device)) == 0;
}

static GtkWidget *
make_past_row (HuisOpeningList *self, const HuisOpeningRecord *record)
{
  GtkWidget *row = huis_row_new ();
  g_autofree char *title = huis_openings_describe_past_title (self->network, record);
  g_autofree char *told = huis_openings_describe_past (record);

  huis_row_set_icon_name (HUIS_ROW (row), "huis-status-in-order-symbolic");
  gtk_widget_add_css_class (row, "in-order");
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), told);

  return row;
}

static void
update_past (HuisOpeningList *self)
{
  g_autoptr (GPtrArray) past = huis_openings_list_past (self->network);
  GtkListBoxRow *old;
  guint n = 0;

  while ((old = gtk_list_box_get_row_at_index (self->past_rows, 0)) != NULL)
    gtk_list_box_remove (self->past_rows, GTK_WIDGET (old));
  for (guint i = 0; i < past->len && n < PAST_MAX; i++)
    {
      const HuisOpeningRecord *record = g_ptr_array_index (past, i);

      if (!led_here (self, record))
        continue;
      gtk_list_box_append (self->past_rows, make_past_row (self, record));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->past), n > 0);
}

static void
update (HuisOpeningList *self)
{
  g_autoptr (GPtrArray) openings = huis_openings_list (self->network);
  gboolean may_close = huis_session_is_connected (self->session) &&
                       huis_session_get_looking (self->session) == HUIS_LOOK_NONE;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < openings->len && n < ROWS_MAX; i++)
    {
      GtkWidget *row;

      if (!leads_here (self, g_ptr_array_index (openings, i)))
        continue;
      row = huis_opening_row_new (self->network, g_ptr_array_index (openings, i));
      huis_opening_row_set_may_close (HUIS_OPENING_ROW (row), may_close);
      g_signal_connect_object (row, "close", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->opener), n > 0);
  update_hint (self);
  update_past (self);
}

static void
looked_cb (HuisOpeningList *self)
{
  if (self->closing != NULL)
    {
      g_autofree char *text = huis_openings_describe_closing (self->network, self->closing);

      gtk_label_set_text (self->result, text);
      g_clear_pointer (&self->closing, huis_observation_unref);
    }
  update (self);
}

static void
huis_opening_list_dispose (GObject *object)
{
  HuisOpeningList *self = HUIS_OPENING_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->network);
  g_clear_object (&self->device);
  g_clear_pointer (&self->closing, huis_observation_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_OPENING_LIST);

  G_OBJECT_CLASS (huis_opening_list_parent_class)->dispose (object);
}

static void
huis_opening_list_class_init (HuisOpeningListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_opening_list_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-opening-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningList, rows);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningList, opener);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningList, hint);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningList, result);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningList, past);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningList, past_rows);
}

static void
huis_opening_list_init (HuisOpeningList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_opening_list_new (HuisSession *session, HuisDevice *device)
{
  HuisOpeningList *self = g_object_new (HUIS_TYPE_OPENING_LIST, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->network, huis_session_get_network (session));
  g_set_object (&self->device, device);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::looking", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (huis_session_get_interfaces (session), "found", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
