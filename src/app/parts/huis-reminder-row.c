/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-reminder-row"

#include "huis-reminder-row.h"

#include "huis-reminder.h"

#include <glib/gi18n.h>

struct _HuisReminderRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkSwitch *switcher;

  /* Owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HuisReminderRow, huis_reminder_row, ADW_TYPE_ACTION_ROW)

static void
show (HuisReminderRow *self, HuisReminder reminder)
{
  const char *text = reminder == HUIS_REMINDER_ABSENT
                         ? _ ("This computer cannot do that. Write the day on your calendar.")
                         : _ ("A message on this computer, on the day that you chose.");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switcher), reminder != HUIS_REMINDER_ABSENT);
  gtk_switch_set_state (self->switcher, reminder == HUIS_REMINDER_ON);
  gtk_switch_set_active (self->switcher, reminder == HUIS_REMINDER_ON);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisReminderRow) self = HUIS_REMINDER_ROW (user_data);
  HuisReminder reminder = huis_reminder_read_finish (result);

  if (!g_cancellable_is_cancelled (self->cancellable))
    show (self, reminder);
}

static void
switched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisReminderRow) self = HUIS_REMINDER_ROW (user_data);
  g_autoptr (GError) error = NULL;

  if (!huis_reminder_switch_finish (result, &error))
    g_message ("The reminder stays as it was: %s", error->message);
  if (!g_cancellable_is_cancelled (self->cancellable))
    huis_reminder_read (self->cancellable, read_cb, g_object_ref (self));
}

/* The switch moves at once; its colour follows when systemd has done it. */
static gboolean
state_set_cb (HuisReminderRow *self, gboolean on)
{
  if (on != gtk_switch_get_state (self->switcher))
    huis_reminder_switch (on, self->cancellable, switched_cb, g_object_ref (self));

  return TRUE;
}

static void
huis_reminder_row_map (GtkWidget *widget)
{
  HuisReminderRow *self = HUIS_REMINDER_ROW (widget);

  GTK_WIDGET_CLASS (huis_reminder_row_parent_class)->map (widget);
  huis_reminder_read (self->cancellable, read_cb, g_object_ref (self));
}

static void
huis_reminder_row_dispose (GObject *object)
{
  HuisReminderRow *self = HUIS_REMINDER_ROW (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (huis_reminder_row_parent_class)->dispose (object);
}

static void
huis_reminder_row_finalize (GObject *object)
{
  g_object_unref (HUIS_REMINDER_ROW (object)->cancellable);

  G_OBJECT_CLASS (huis_reminder_row_parent_class)->finalize (object);
}

static void
huis_reminder_row_class_init (HuisReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_reminder_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = huis_reminder_row_finalize;
  widget_class->map = huis_reminder_row_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-reminder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisReminderRow, switcher);
  gtk_widget_class_bind_template_callback (widget_class, state_set_cb);
}

static void
huis_reminder_row_init (HuisReminderRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self, HUIS_REMINDER_ABSENT);
}
