/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-actions"

#include "config.h"

#include "huis-actions.h"

#include "huis-decisions-window.h"
#include "huis-explain-window.h"
#include "huis-language.h"
#include "huis-moving-window.h"
#include "huis-networks-window.h"
#include "huis-window.h"

#include <glib/gi18n.h>

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* Closing lets the window remember its size; with the last window the program ends. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = GTK_APPLICATION (user_data);

  adw_show_about_window (gtk_application_get_active_window (self), "application-name", "Huiswacht",
                         "application-icon", HUIS_APP_ID, "version", HUIS_VERSION, "developer-name",
                         _ ("The Huiswacht project"), "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Walks with you through the smart devices at home"),
                         /* Translators: your own name, one translator a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = GTK_APPLICATION (user_data);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  /* Built each time, in the language of now. */
  builder = gtk_builder_new_from_resource ("/io/github/huiswacht/Huiswacht/ui/huis-shortcuts.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (window, gtk_application_get_active_window (self));
  gtk_window_present (window);
}

static void
explain_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  HuisCatalogue *catalogue = huis_application_get_catalogue (self);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (catalogue != NULL)
    gtk_window_present (GTK_WINDOW (huis_explain_window_new (parent, catalogue)));
}

static void
decisions_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  HuisSession *session = huis_application_get_session (self);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (session != NULL)
    gtk_window_present (GTK_WINDOW (
        huis_decisions_window_new (parent, session, huis_application_get_catalogue (self))));
}

static void
networks_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  HuisSession *session = huis_application_get_session (self);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (session != NULL)
    gtk_window_present (GTK_WINDOW (huis_networks_window_new (parent, session)));
}

static void
moving_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  HuisSession *session = huis_application_get_session (self);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (session != NULL)
    gtk_window_present (GTK_WINDOW (huis_moving_window_new (parent, session)));
}

static void
rebuild_windows (HuisApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (HUIS_IS_WINDOW (l->data))
        huis_window_rebuild (HUIS_WINDOW (l->data));
    }
}

/* The menu or button that was used goes with the rebuild; it must be done with its click first. */
static gboolean
rebuild_cb (gpointer user_data)
{
  rebuild_windows (HUIS_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

static void
language_action (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  GSettings *settings = huis_application_get_settings (self);
  const char *id = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  if (!huis_language_set (id))
    return;

  if (settings != NULL)
    g_settings_set_string (settings, "language", id);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, rebuild_cb, g_object_ref (self), g_object_unref);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
  { .name = "explain", .activate = explain_action },
  { .name = "decisions", .activate = decisions_action },
  { .name = "networks", .activate = networks_action },
  { .name = "moving", .activate = moving_action },
  { .name = "shortcuts", .activate = shortcuts_action },
};

static void
add_language_action (HuisApplication *self)
{
  g_autoptr (GSimpleAction) action = NULL;

  action = g_simple_action_new_stateful ("language", G_VARIANT_TYPE_STRING,
                                         g_variant_new_string (huis_language_get ()));
  g_signal_connect_object (action, "change-state", G_CALLBACK (language_action), self,
                           G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
set_accels (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<control>q", NULL } },
    { "app.shortcuts", { "<control>question", "<control>F1", NULL } },
    { "app.explain", { "F1", NULL } },
    { "window.close", { "<control>w", NULL } },
    { "win.print", { "<control>p", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (self, table[i].action, table[i].accels);
}

void
huis_actions_add (HuisApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  add_language_action (application);
  set_accels (GTK_APPLICATION (application));
}
