/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-language.h"
#include "huis-remind-command.h"
#include "huis-reminder.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <utime.h>

/* The reminder on a session bus of the test's own, with a systemd and a desktop that only write
 * down what they are asked. */

#define DAY (24 * 60 * 60)
#define HOME_LINE                                                                                  \
  "{\"type\":\"network\",\"t\":0,\"interface\":\"eth0\",\"medium\":\"wire\","                      \
  "\"address\":\"192.0.2.9\",\"prefix\":24,\"gateway\":\"192.0.2.1\","                             \
  "\"gateway_mac\":\"02:00:5e:00:53:01\",\"ssid\":\"De Vries\",\"default\":true}"

static const char interfaces_xml[] =
    "<node>"
    "<interface name='org.freedesktop.systemd1.Manager'>"
    "<method name='GetUnitFileState'><arg type='s' direction='in'/>"
    "<arg type='s' direction='out'/></method>"
    "<method name='EnableUnitFiles'><arg type='as' direction='in'/><arg type='b' direction='in'/>"
    "<arg type='b' direction='in'/><arg type='b' direction='out'/></method>"
    "<method name='DisableUnitFiles'><arg type='as' direction='in'/><arg type='b' direction='in'/>"
    "</method><method name='Reload'/>"
    "<method name='StartUnit'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
    "<method name='StopUnit'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' "
    "direction='in'/>"
    "<arg type='u' direction='out'/></method>"
    "</interface></node>";

static GDBusConnection *bus;
static GString *calls; /* each followed by a space */
static char *message;
static gboolean enabled;
static gboolean running;
static char *folder;

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  g_autofree char *text = g_variant_print (arguments, FALSE);
  GVariant *answer = NULL;

  g_string_append_printf (calls, "%s ", method);
  if (strcmp (interface, "org.freedesktop.systemd1.Manager") == 0 && strcmp (method, "Reload") != 0)
    g_assert_nonnull (strstr (text, "huiswacht-remind.timer"));
  if (strcmp (method, "StopUnit") == 0 && !running)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.systemd1.NoSuchUnit",
                                                  "Not loaded.");
      return;
    }

  if (strcmp (method, "EnableUnitFiles") == 0)
    {
      enabled = TRUE;
      answer = g_variant_new ("(b)", TRUE);
    }
  else if (strcmp (method, "DisableUnitFiles") == 0)
    enabled = FALSE;
  else if (strcmp (method, "StartUnit") == 0 || strcmp (method, "StopUnit") == 0)
    running = strcmp (method, "StartUnit") == 0;
  else if (strcmp (method, "GetUnitFileState") == 0)
    answer = g_variant_new ("(s)", enabled ? "enabled" : "disabled");
  else if (strcmp (method, "Notify") == 0)
    {
      g_free (message);
      message = g_strdup (text);
      answer = g_variant_new ("(u)", 1);
    }
  g_dbus_method_invocation_return_value (invocation, answer);
}

static const GDBusInterfaceVTable vtable = { called_cb };

static void
serve (guint interface, const char *path, const char *name)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces_xml, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_dbus_connection_register_object (bus, path, node->interfaces[interface], &vtable, NULL, NULL,
                                     &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", name, 0), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static HuisReminder
read_reminder (void)
{
  g_autoptr (GAsyncResult) result = NULL;

  huis_reminder_read (NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return huis_reminder_read_finish (result);
}

static void
switch_reminder (gboolean on)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  huis_reminder_switch (on, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (huis_reminder_switch_finish (result, &error));
  g_assert_no_error (error);
}

static void
test_switch (void)
{
  g_assert_cmpint (read_reminder (), ==, HUIS_REMINDER_ABSENT);

  serve (0, "/org/freedesktop/systemd1", "org.freedesktop.systemd1");
  g_assert_cmpint (read_reminder (), ==, HUIS_REMINDER_OFF);

  g_string_truncate (calls, 0);
  switch_reminder (TRUE);
  g_assert_cmpstr (calls->str, ==, "EnableUnitFiles Reload StartUnit ");
  g_assert_cmpint (read_reminder (), ==, HUIS_REMINDER_ON);

  g_string_truncate (calls, 0);
  switch_reminder (FALSE);
  g_assert_cmpstr (calls->str, ==, "DisableUnitFiles Reload StopUnit ");
  g_assert_false (running);
  /* That it doesn't run is no reason to fail. */
  switch_reminder (FALSE);
  g_assert_cmpint (read_reminder (), ==, HUIS_REMINDER_OFF);
}

static HuisNetwork *
make_network (gint64 now)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (HOME_LINE, -1, now, NULL);
  HuisNetwork *network = huis_network_new (interface);

  huis_network_set_owner (network, HUIS_OWNER_MINE);
  huis_network_begin_look (network, now - 100 * DAY);
  huis_network_end_look (network, now - 100 * DAY);
  huis_network_set_next_look (network, now - DAY);

  return network;
}

static void
test_due (void)
{
  gint64 now = 1800000000;
  g_autoptr (HuisNetwork) network = make_network (now);

  g_assert_true (huis_remind_command_is_due (network, 0, now));
  g_assert_false (huis_remind_command_is_due (network, now - 2 * DAY, now));
  g_assert_true (huis_remind_command_is_due (network, now - 8 * DAY, now));
  g_assert_true (huis_remind_command_is_due (network, now + DAY, now));
  g_assert_false (huis_remind_command_is_due (network, 0, now - 2 * DAY));

  huis_network_set_owner (network, HUIS_OWNER_NOT_MINE);
  g_assert_false (huis_remind_command_is_due (network, 0, now));
  huis_network_set_owner (network, HUIS_OWNER_ORGANISATION);
  g_assert_true (huis_remind_command_is_due (network, 0, now));
  /* They looked already. */
  huis_network_end_look (network, now - 3600);
  g_assert_false (huis_remind_command_is_due (network, 0, now));
  huis_network_set_next_look (network, 0);
  g_assert_false (huis_remind_command_is_due (network, 0, now));
}

static void
write_scanner (const char *line)
{
  const char *path = g_getenv ("HUISWACHT_SCANNER");
  g_autofree char *script = g_strdup_printf (
      "#!/bin/sh\nread -r request\necho '%s'\necho '{\"type\":\"done\",\"t\":0}'\n", line);

  g_assert_true (g_file_set_contents_full (path, script, -1, 0, 0700, NULL));
}

static void
keep_network (gint64 now)
{
  g_autoptr (HuisStore) store = huis_store_new (NULL);
  g_autoptr (HuisNetwork) network = make_network (now);

  huis_store_set_current (store, network);
  g_assert_true (huis_store_flush (store, NULL));
}

static guint
count_messages (void)
{
  guint n = 0;

  for (const char *p = calls->str; (p = strstr (p, "Notify ")) != NULL; p++)
    n++;

  return n;
}

/* How many messages one run of the command shows; they may come a moment after it ended. */
static guint
run (void)
{
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "..", "src", "app", "huiswacht", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) command = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 end;

  g_string_truncate (calls, 0);
  command = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--remind", NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (command, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_subprocess_wait_check_finish (command, result, &error));
  end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);

  return count_messages ();
}

static void
test_message (void)
{
  g_autofree char *told = g_build_filename (folder, "huiswacht", "reminded", NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct utimbuf old = { now - 8 * DAY, now - 8 * DAY };

  serve (1, "/org/freedesktop/Notifications", "org.freedesktop.Notifications");
  write_scanner (HOME_LINE);
  g_assert_cmpuint (run (), ==, 0); /* nothing is kept yet */

  keep_network (now);
  g_assert_cmpuint (run (), ==, 1);
  g_assert_nonnull (strstr (message, "Time to look at your network again"));
  g_assert_null (strstr (message, "De Vries"));

  /* One a week is enough. */
  g_assert_cmpuint (run (), ==, 0);
  g_assert_cmpint (utime (told, &old), ==, 0);
  g_assert_cmpuint (run (), ==, 1);

  /* At work, home can't be looked at. */
  g_assert_cmpint (utime (told, &old), ==, 0);
  write_scanner ("{\"type\":\"network\",\"t\":0,\"interface\":\"eth0\",\"medium\":\"wire\","
                 "\"address\":\"198.51.100.9\",\"prefix\":24,\"gateway\":\"198.51.100.1\","
                 "\"gateway_mac\":\"02:00:5e:00:53:02\",\"default\":true}");
  g_assert_cmpuint (run (), ==, 0);
}

static void
remove_folder (void)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);

  g_assert_cmpint (system (command), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GTestDBus) daemon = NULL;
  g_autofree char *scanner = NULL;
  int status;

  folder = g_dir_make_tmp ("huis-reminder-XXXXXX", NULL);
  scanner = g_build_filename (folder, "scanner", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("HUISWACHT_SCANNER", scanner, TRUE);
  huis_language_init ();
  g_test_init (&argc, &argv, NULL);
  daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (daemon);
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  calls = g_string_new (NULL);

  g_test_add_func ("/reminder/due", test_due);
  g_test_add_func ("/reminder/switch", test_switch);
  g_test_add_func ("/reminder/message", test_message);
  status = g_test_run ();

  g_object_unref (bus);
  g_test_dbus_down (daemon);
  remove_folder ();
  g_string_free (calls, TRUE);
  g_free (message);
  g_free (folder);

  return status;
}
