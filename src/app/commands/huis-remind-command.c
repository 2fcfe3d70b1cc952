/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-remind-command"

#include "config.h"

#include "huis-remind-command.h"

#include "huis-interfaces.h"
#include "huis-language.h"
#include "huis-scan.h"
#include "huis-settings.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define WEEK (7 * 24 * 60 * 60)

/* What tells is gone when the bus does not answer. */
#define FLUSH_SECONDS 5

gboolean
huis_remind_command_is_due (HuisNetwork *network, gint64 told, gint64 now)
{
  gint64 next = huis_network_get_next_look (network);

  /* A clock that was put back is no reason to be silent for ever. */
  return next > 0 && next <= now && (told > now || told <= now - WEEK) &&
         huis_network_get_last_look (network) < next && huis_network_may_look (network);
}

/* The HuisNetwork * that are to be told of. The store is closed again at once: it is the window's.
 */
static GPtrArray *
list_due (gint64 told, gint64 now)
{
  g_autoptr (HuisStore) store = huis_store_new (NULL);
  GListModel *networks = huis_store_get_networks (store);
  GPtrArray *due = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (HuisNetwork) network = g_list_model_get_item (networks, i);

      if (huis_remind_command_is_due (network, told, now))
        g_ptr_array_add (due, g_steal_pointer (&network));
    }

  return due;
}

static void
wait_for (HuisInterfaces *interfaces)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gulong handler;

  handler = g_signal_connect_swapped (interfaces, "found", G_CALLBACK (g_main_loop_quit), loop);
  huis_interfaces_find (interfaces);
  if (huis_interfaces_get_finding (interfaces))
    g_main_loop_run (loop);
  g_signal_handler_disconnect (interfaces, handler);
}

/* The one of @due that this computer is on now, or %NULL. Borrowed. */
static HuisNetwork *
find_here (GPtrArray *due)
{
  g_autofree char *scanner = huis_scan_dup_scanner_path ();
  g_autoptr (HuisInterfaces) interfaces = huis_interfaces_new (scanner);
  HuisObservation *home;

  wait_for (interfaces);
  home = huis_interfaces_find_home (interfaces);
  for (guint i = 0; home != NULL && i < due->len; i++)
    if (huis_network_match (g_ptr_array_index (due, i), home) != HUIS_MATCH_NONE)
      return g_ptr_array_index (due, i);

  return NULL;
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_dbus_connection_flush_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_main_loop_quit (user_data);
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_CONTINUE;
}

/* Under the name of the program, so that a click on it opens the window. */
static gboolean
notify (HuisNetwork *network)
{
  guint deadline;
  g_autoptr (GApplication) application = g_application_new (HUIS_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GNotification) notification =
      g_notification_new (_ ("Time to look at your network again"));
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *day = huis_words_day (huis_network_get_last_look (network));
  /* Translators: %s is a day, "3 March 2026". */
  g_autofree char *body =
      g_strdup_printf (_ ("The last time was on %s. Open Huiswacht and look around."), day);

  if (!g_application_register (application, NULL, NULL) ||
      g_application_get_dbus_connection (application) == NULL)
    return FALSE;

  g_notification_set_body (notification, body);
  g_application_send_notification (application, "look-again", notification);
  g_dbus_connection_flush (g_application_get_dbus_connection (application), NULL, flushed_cb, loop);
  deadline = g_timeout_add_seconds (FLUSH_SECONDS, quit_cb, loop);
  g_main_loop_run (loop);
  g_source_remove (deadline);

  return TRUE;
}

/* An empty file whose age tells when the last message was. */
static char *
dup_told_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "huiswacht", "reminded", NULL);
}

static gint64
read_told (void)
{
  g_autofree char *path = dup_told_path ();
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_mtime : 0;
}

static void
write_told (void)
{
  g_autofree char *path = dup_told_path ();
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("The next message may come too soon: %s", error->message);
}

static void
choose_language (void)
{
  g_autoptr (GSettings) settings = huis_settings_new ();
  g_autofree char *language = NULL;

  if (settings != NULL)
    language = g_settings_get_string (settings, "language");
  huis_language_set (language);
}

int
huis_remind_command_run (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) due = list_due (read_told (), now);
  HuisNetwork *here = due->len > 0 ? find_here (due) : NULL;

  if (here == NULL)
    return 0;
  choose_language ();
  if (!notify (here))
    return 1;
  write_told ();

  return 0;
}
