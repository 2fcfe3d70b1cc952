/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-application"

#include "config.h"

#include "huis-application.h"

#include "huis-accessible.h"
#include "huis-actions.h"
#include "huis-change.h"
#include "huis-knowledge.h"
#include "huis-language.h"
#include "huis-paper-command.h"
#include "huis-remind-command.h"
#include "huis-router-command.h"
#include "huis-scan-command.h"
#include "huis-settings.h"
#include "huis-window.h"

#include <glib/gi18n.h>

struct _HuisApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
  HuisCatalogue *catalogue;
  HuisKnowledge *knowledge; /* %NULL until it is read */
  gboolean knowledge_asked;
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
  huis_actions_add (self);
}

static const char *
get_datadir (void)
{
  const char *datadir = g_getenv ("HUISWACHT_DATADIR");

  return datadir != NULL ? datadir : HUIS_DATADIR;
}

static void
knowledge_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HuisApplication) self = HUIS_APPLICATION (user_data);

  self->knowledge = huis_knowledge_read_finish (result, NULL);
  /* The program may be ending. */
  if (self->knowledge == NULL || self->session == NULL)
    return;
  if (self->knowledge->identifier != NULL)
    huis_session_set_identify_func (self->session, (HuisIdentifyFunc) huis_identifier_identify,
                                    self->knowledge->identifier);
  if (self->knowledge->guides != NULL)
    huis_session_set_maker_guides (self->session, self->knowledge->guides);
}

/* What can wait until the window is there: what is known of makers and devices (what an earlier
 * look found was kept with its identity), and asking which networks this computer is on, which
 * sends nothing. */
static gboolean
window_shown_cb (gpointer user_data)
{
  HuisApplication *self = HUIS_APPLICATION (user_data);

  if (self->session == NULL || self->knowledge_asked)
    return G_SOURCE_REMOVE;

  self->knowledge_asked = TRUE;
  huis_knowledge_read_async (get_datadir (), NULL, knowledge_read_cb, g_object_ref (self));
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
  g_clear_pointer (&self->knowledge, huis_knowledge_free);
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
