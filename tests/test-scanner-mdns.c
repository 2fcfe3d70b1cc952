/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-avahi.h"
#include "huis-look.h"
#include "huis-probe-list.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * The probe of mDNS beside an Avahi of our own making, on a bus of the test's own: it counts how
 * many questions are open, and answers when it likes.
 */

#define SERVICES 200
#define NAMES    100

static const char server_xml[] =
    "<node><interface name='org.freedesktop.Avahi.Server'>"
    "<method name='ServiceTypeBrowserNew'>"
    "<arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='u' direction='in'/><arg type='o' direction='out'/></method>"
    "<method name='ServiceBrowserNew'>"
    "<arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='o' direction='out'/>"
    "</method>"
    "<method name='ResolveService'>"
    "<arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='i' direction='in'/>"
    "<arg type='u' direction='in'/><arg type='i' direction='out'/><arg type='i' direction='out'/>"
    "<arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"
    "<arg type='s' direction='out'/><arg type='i' direction='out'/><arg type='s' direction='out'/>"
    "<arg type='q' direction='out'/><arg type='aay' direction='out'/>"
    "<arg type='u' direction='out'/></method>"
    "<method name='ResolveAddress'>"
    "<arg type='i' direction='in'/><arg type='i' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='u' direction='in'/><arg type='i' direction='out'/><arg type='i' direction='out'/>"
    "<arg type='i' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"
    "<arg type='u' direction='out'/></method>"
    "</interface></node>";

/* One for all: it sets the environment, which no other thread may be reading then. */
static GTestDBus *bus;

typedef struct
{
  GDBusConnection *daemon;
  guint object; /* registration */
  gboolean hangs;
  /* Whether each instance has an address of its own. */
  gboolean spread;
  GQueue services;
  GQueue names;
  guint most;
  guint most_names;
  guint answered;
  guint answer; /* source */

  HuisInterface interface;
  HuisPorts *ports;
  HuisEmitter *emitter;
  HuisLook *look;
  GIOStream *stream;
  int lines;
} Fixture;

static void
tell (Fixture *fixture, const char *path, const char *browser, GVariant *item)
{
  g_autofree char *interface = g_strconcat (HUIS_AVAHI_NAME ".", browser, NULL);

  g_dbus_connection_emit_signal (fixture->daemon, NULL, path, interface, "ItemNew", item, NULL);
}

static gboolean
answer_cb (gpointer data)
{
  Fixture *fixture = data;
  GDBusMethodInvocation *call;

  fixture->answer = 0;
  while ((call = g_queue_pop_head (&fixture->services)) != NULL)
    {
      guint number = fixture->answered++;
      g_autofree char *name = g_strdup_printf ("Thing %u", number);
      g_autofree char *address = g_strdup_printf ("10.0.0.%u", fixture->spread ? 10 + number : 10);

      g_dbus_method_invocation_return_value (
          call,
          g_variant_new ("(iissssisq@aayu)", 1, 0, name, "_x._tcp", "local", "thing.local", 0,
                         address, 80, g_variant_new_array (G_VARIANT_TYPE ("ay"), NULL, 0), 0));
    }

  return G_SOURCE_REMOVE;
}

/* When all that may be asked at once was asked; the last ones are fewer, and nothing comes then. */
static void
answer_later (Fixture *fixture)
{
  guint open = g_queue_get_length (&fixture->services) + g_queue_get_length (&fixture->names);

  g_clear_handle_id (&fixture->answer, g_source_remove);
  fixture->answer = g_timeout_add (open >= HUIS_AVAHI_AT_ONCE ? 20 : 500, answer_cb, fixture);
}

static void
keep (Fixture *fixture, GQueue *open, GDBusMethodInvocation *call)
{
  g_queue_push_tail (open, call);
  fixture->most = MAX (fixture->most, g_queue_get_length (&fixture->services) +
                                          g_queue_get_length (&fixture->names));
  fixture->most_names = MAX (fixture->most_names, g_queue_get_length (&fixture->names));
}

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *call,
           gpointer data)
{
  Fixture *fixture = data;

  if (fixture->hangs)
    keep (fixture, &fixture->names, call);
  else if (strcmp (method, "ServiceTypeBrowserNew") == 0)
    {
      g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", "/types"));
      tell (fixture, "/types", "ServiceTypeBrowser",
            g_variant_new ("(iissu)", 1, 0, "_x._tcp", "local", 0));
    }
  else if (strcmp (method, "ServiceBrowserNew") == 0)
    {
      g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", "/x"));
      for (guint i = 0; i < SERVICES; i++)
        {
          g_autofree char *name = g_strdup_printf ("Thing %u", i);

          tell (fixture, "/x", "ServiceBrowser",
                g_variant_new ("(iisssu)", 1, 0, name, "_x._tcp", "local", 0));
        }
    }
  else if (strcmp (method, "ResolveService") == 0)
    {
      keep (fixture, &fixture->services, call);
      answer_later (fixture);
    }
  else
    keep (fixture, &fixture->names, call);
}

static void
start_daemon (Fixture *fixture)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (server_xml, NULL);
  g_autoptr (GVariant) owned = NULL;

  g_assert_nonnull (node);
  fixture->object = g_dbus_connection_register_object (fixture->daemon, "/", node->interfaces[0],
                                                       &table, fixture, NULL, NULL);
  owned = g_dbus_connection_call_sync (fixture->daemon, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", HUIS_AVAHI_NAME, 0),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (owned);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  static const HuisLookOptions options = { .listen_seconds = 60 };
  const GDBusConnectionFlags flags = G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION;

  fixture->daemon = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                            flags, NULL, NULL, NULL);
  g_assert_nonnull (fixture->daemon);

  fixture->interface =
      (HuisInterface){ .index = 1, .name = "eth0", .address = 0x0a000005, .prefix = 24 };
  fixture->lines = memfd_create ("lines", MFD_CLOEXEC);
  g_assert_cmpint (fixture->lines, >=, 0);
  fixture->emitter = huis_emitter_new (fixture->lines, g_get_monotonic_time ());
  fixture->ports = huis_ports_new_built_in ();
  fixture->stream =
      g_dbus_address_get_stream_sync (g_test_dbus_get_bus_address (bus), NULL, NULL, NULL);
  fixture->look = huis_look_new (&options, &fixture->interface, fixture->emitter, fixture->ports,
                                 fixture->stream);
  fixture->spread = TRUE;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  /* First of all: what was asked last is still on its way, and finds no fixture then. */
  if (fixture->object != 0)
    g_dbus_connection_unregister_object (fixture->daemon, fixture->object);
  g_cancellable_cancel (huis_look_get_cancellable (fixture->look));
  huis_look_free (fixture->look);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  huis_emitter_free (fixture->emitter);
  huis_ports_free (fixture->ports);
  g_clear_handle_id (&fixture->answer, g_source_remove);
  g_queue_clear (&fixture->services);
  g_queue_clear (&fixture->names);
  g_assert_true (g_dbus_connection_close_sync (fixture->daemon, NULL, NULL));
  g_object_unref (fixture->daemon);
  g_object_unref (fixture->stream);
  close (fixture->lines);
}

/* How many of the lines that were printed so far have @text in them. */
static guint
count_lines (Fixture *fixture, const char *text)
{
  gsize size = (gsize) lseek (fixture->lines, 0, SEEK_END);
  g_autofree char *all = g_malloc0 (size + 1);
  g_auto (GStrv) lines = NULL;
  guint count = 0;

  g_assert_cmpint (pread (fixture->lines, all, size, 0), ==, size);
  lines = g_strsplit (all, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    count += strstr (lines[i], text) != NULL;

  return count;
}

static gboolean
too_long_cb (gpointer data)
{
  g_error ("Nothing came of it");

  return G_SOURCE_REMOVE;
}

static void
wait_for_lines (Fixture *fixture, guint count, const char *text)
{
  guint limit = g_timeout_add_seconds (30, too_long_cb, NULL);

  while (count_lines (fixture, text) < count)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
meet (Fixture *fixture, guint number)
{
  g_autofree char *address = g_strdup_printf ("10.0.0.%u", number);
  HuisHost host = { .address = address, .ipv4 = 0x0a000000 + number };

  huis_probe_mdns_meet (fixture->look, &host);
}

/* Whoever has no name keeps Avahi busy, and keeps no service waiting. */
static void
test_at_once (Fixture *fixture, gconstpointer unused)
{
  start_daemon (fixture);
  huis_probe_mdns_start (fixture->look);
  for (guint i = 1; i <= NAMES; i++)
    meet (fixture, i);
  wait_for_lines (fixture, SERVICES, "_x._tcp");

  g_assert_cmpuint (fixture->answered, ==, SERVICES);
  g_assert_cmpuint (fixture->most, ==, HUIS_AVAHI_AT_ONCE);
  g_assert_cmpuint (fixture->most_names, ==, HUIS_AVAHI_NAMES_AT_ONCE);
}

static void
test_one_makes_them_up (Fixture *fixture, gconstpointer unused)
{
  fixture->spread = FALSE;
  start_daemon (fixture);
  huis_probe_mdns_start (fixture->look);
  wait_for_lines (fixture, 1, "many-facts");

  g_assert_cmpuint (count_lines (fixture, "_x._tcp"), ==, 64);
}

/* It owns its name on the bus, and never answers: told in its own words, and once. */
static void
test_hangs (Fixture *fixture, gconstpointer unused)
{
  fixture->hangs = TRUE;
  start_daemon (fixture);
  huis_probe_mdns_start (fixture->look);
  wait_for_lines (fixture, 1, "avahi-hangs");

  g_assert_cmpuint (count_lines (fixture, "\"notice\""), ==, 1);
}

static void
test_absent (Fixture *fixture, gconstpointer unused)
{
  huis_probe_mdns_start (fixture->look);
  wait_for_lines (fixture, 1, "avahi-absent");

  g_assert_cmpuint (count_lines (fixture, "\"notice\""), ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  ADD ("/mdns/at-once", test_at_once);
  ADD ("/mdns/one-makes-them-up", test_one_makes_them_up);
  ADD ("/mdns/hangs", test_hangs);
  ADD ("/mdns/absent", test_absent);

  result = g_test_run ();
  g_test_dbus_stop (bus);
  g_object_unref (bus);

  return result;
}
