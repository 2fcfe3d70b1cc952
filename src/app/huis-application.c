/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-application"

#include "config.h"

#include "huis-application.h"

#include "huis-accessible.h"
#include "huis-change.h"
#include "huis-decisions-window.h"
#include "huis-explain-window.h"
#include "huis-identifier.h"
#include "huis-language.h"
#include "huis-paper-command.h"
#include "huis-remind-command.h"
#include "huis-router-command.h"
#include "huis-scan-command.h"
#include "huis-moving-window.h"
#include "huis-networks-window.h"
#include "huis-settings.h"
#include "huis-window.h"

#include <glib/gi18n.h>

struct _HuisApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
  HuisCatalogue *catalogue;
  HuisIdentifier *identifier; /* %NULL until its rules are read */
  gboolean rules_asked;
  HuisSession *session;

  gboolean exit_after_startup;
};

G_DEFINE_FINAL_TYPE (HuisApplication, huis_application, ADW_TYPE_APPLICATION)

/* clang-format off */
static const GOptionEntry options[] = {
  { "check-router", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Look at the router without a window and print what was seen as JSON"), NULL },
  { "remind", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Tell without a window when it is time to look again"), NULL },
  { "scan", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Look around without a window and print the devices as JSON"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and leave"), NULL },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};
/* clang-format on */

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
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->catalogue != NULL)
    gtk_window_present (GTK_WINDOW (huis_explain_window_new (parent, self->catalogue)));
}

static void
decisions_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->session != NULL)
    gtk_window_present (
        GTK_WINDOW (huis_decisions_window_new (parent, self->session, self->catalogue)));
}

static void
networks_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (huis_networks_window_new (parent, self->session)));
}

static void
moving_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (huis_moving_window_new (parent, self->session)));
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
  const char *id = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  if (!huis_language_set (id))
    return;

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "language", id);
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

static void
huis_application_startup (GApplication *application)
{
  HuisApplication *self = HUIS_APPLICATION (application);

  G_APPLICATION_CLASS (huis_application_parent_class)->startup (application);

  self->settings = huis_settings_new ();
  if (self->settings != NULL)
    {
      g_autofree char *language = g_settings_get_string (self->settings, "language");

      huis_language_set (language);
    }

  huis_accessible_mend ();
  gtk_window_set_default_icon_name (HUIS_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_language_action (self);
  set_accels (GTK_APPLICATION (self));
}

static const char *
get_datadir (void)
{
  const char *datadir = g_getenv ("HUISWACHT_DATADIR");

  return datadir != NULL ? datadir : HUIS_DATADIR;
}

/* Without them the usual steps stand for every maker. */
static void
read_maker_guides (HuisApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisMakerGuides) guides = huis_maker_guides_new (get_datadir (), &error);

  if (guides == NULL)
    g_message ("Nothing is known of makers: %s", error->message);
  else
    huis_session_set_maker_guides (self->session, guides);
}

static void
read_rules_thread (GTask *task, gpointer source, gpointer datadir, GCancellable *cancellable)
{
  GError *error = NULL;
  HuisIdentifier *identifier = huis_identifier_new (datadir, &error);

  if (identifier != NULL)
    g_task_return_pointer (task, identifier, (GDestroyNotify) huis_identifier_free);
  else
    g_task_return_error (task, error);
}

static void
rules_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (source);
  g_autoptr (GError) error = NULL;

  self->identifier = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->identifier == NULL)
    g_message ("Devices will stay unnamed: %s", error->message);
  else
    huis_session_set_identify_func (self->session, (HuisIdentifyFunc) huis_identifier_identify,
                                    self->identifier);
}

/* What can wait until the window is there: the rules (what an earlier look found was kept with its
 * identity), and asking which networks this computer is on, which sends nothing. */
static gboolean
window_shown_cb (gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);
  g_autoptr (GTask) task = NULL;

  if (self->session == NULL || self->rules_asked)
    return G_SOURCE_REMOVE;

  read_maker_guides (self);
  self->rules_asked = TRUE;
  task = g_task_new (self, NULL, rules_read_cb, NULL);
  g_task_set_source_tag (task, window_shown_cb);
  g_task_set_task_data (task, g_strdup (get_datadir ()), g_free);
  g_task_run_in_thread (task, read_rules_thread);

  huis_interfaces_find (huis_session_get_interfaces (self->session));

  return G_SOURCE_REMOVE;
}

/* Before the pages hear of the look: they tell what changed by it. */
static void
looked_cb (HuisSession *session, gboolean complete, HuisDevice *device, HuisCatalogue *catalogue)
{
  HuisNetwork *network = huis_session_get_network (session);

  if (complete && network != NULL)
    huis_change_remember (network, catalogue, g_get_real_time () / G_USEC_PER_SEC);
}

/* Whether all that a window needs is there. Without its advice the program can do nothing. */
static gboolean
ensure_session (HuisApplication *self)
{
  g_autoptr (HuisStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session != NULL)
    return TRUE;

  self->catalogue = huis_catalogue_new (get_datadir (), &error);
  if (self->catalogue == NULL)
    {
      g_printerr (_ ("Huiswacht can’t read its advice. Install it again. (%s)\n"), error->message);
      return FALSE;
    }

  store = huis_store_new (NULL);
  self->session = huis_session_new (store, NULL);
  g_signal_connect_object (self->session, "looked", G_CALLBACK (looked_cb), self->catalogue,
                           G_CONNECT_DEFAULT);

  return TRUE;
}

/* The first frame is on the screen: all that --exit-after-startup waits for. */
static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  gtk_window_close (window);
}

static void
huis_application_activate (GApplication *application)
{
  HuisApplication *self = HUIS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!ensure_session (self))
    return;
  if (window == NULL)
    window = GTK_WINDOW (
        huis_window_new (GTK_APPLICATION (self), self->session, self->catalogue, self->settings));

  gtk_window_present (window);
  g_idle_add_full (G_PRIORITY_LOW - 10, window_shown_cb, g_object_ref (self), g_object_unref);
  if (self->exit_after_startup)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                             G_CALLBACK (painted_cb), window, G_CONNECT_DEFAULT);
}

static int
huis_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  HuisApplication *self = HUIS_APPLICATION (application);

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Huiswacht %s (GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u)\n", HUIS_VERSION,
               gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
               adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
               glib_major_version, glib_minor_version, glib_micro_version);
      return 0;
    }

  if (g_variant_dict_contains (dict, "scan"))
    return huis_scan_command_run (get_datadir ());
  if (g_variant_dict_contains (dict, "check-router"))
    return huis_router_command_run (get_datadir ());
  if (g_variant_dict_contains (dict, "remind"))
    return huis_remind_command_run ();
  if (huis_paper_command_is_asked (dict))
    return huis_paper_command_run (dict, get_datadir ());

  self->exit_after_startup = g_variant_dict_contains (dict, "exit-after-startup");

  return -1;
}

/* What was said in the last second is put on disk before the end. */
static void
huis_application_shutdown (GApplication *application)
{
  HuisApplication *self = HUIS_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (self->session != NULL)
    {
      huis_session_stop (self->session);
      if (!huis_store_flush (huis_session_get_store (self->session), &error))
        g_message ("Not saved: %s", error->message);
    }

  G_APPLICATION_CLASS (huis_application_parent_class)->shutdown (application);
}

static void
huis_application_dispose (GObject *object)
{
  HuisApplication *self = HUIS_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->identifier, huis_identifier_free);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (huis_application_parent_class)->dispose (object);
}

static void
huis_application_class_init (HuisApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = huis_application_dispose;
  application_class->startup = huis_application_startup;
  application_class->activate = huis_application_activate;
  application_class->shutdown = huis_application_shutdown;
  application_class->handle_local_options = huis_application_handle_local_options;
}

static void
huis_application_init (HuisApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_add_main_option_entries (G_APPLICATION (self), huis_paper_command_options);
}

HuisApplication *
huis_application_new (void)
{
  return g_object_new (HUIS_TYPE_APPLICATION, "application-id", HUIS_APP_ID, NULL);
}

HuisSession *
huis_application_get_session (HuisApplication *self)
{
  g_return_val_if_fail (HUIS_IS_APPLICATION (self), NULL);

  return self->session;
}

HuisCatalogue *
huis_application_get_catalogue (HuisApplication *self)
{
  g_return_val_if_fail (HUIS_IS_APPLICATION (self), NULL);

  return self->catalogue;
}

GSettings *
huis_application_get_settings (HuisApplication *self)
{
  g_return_val_if_fail (HUIS_IS_APPLICATION (self), NULL);

  return self->settings;
}
