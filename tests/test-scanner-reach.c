/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-connector.h"
#include "huis-fetch.h"
#include "huis-ports.h"
#include "huis-probes.h"
#include "huis-reach.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LOOPBACK 0x7f000001u

static const guint16 forbidden[] = { 515, 9100, 9101, 9102, 9103, 9104, 9105, 9106, 9107, 9999, 0 };

static HuisInterface loopback = { .address = LOOPBACK, .prefix = 8 };

static void
test_forbidden (void)
{
  int fd = huis_reach_open_datagram (&loopback, 0, FALSE);

  g_assert_cmpint (fd, >=, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_assert_false (huis_reach_may_connect (forbidden[i]));
      g_assert_false (huis_reach_may_speak (forbidden[i]));
      errno = 0;
      g_assert_cmpint (huis_reach_connect (&loopback, LOOPBACK, forbidden[i]), ==, -1);
      g_assert_cmpint (errno, ==, EACCES);
      errno = 0;
      g_assert_cmpint (huis_reach_send (fd, LOOPBACK, forbidden[i], "x", 1), ==, -1);
      g_assert_cmpint (errno, ==, EACCES);
    }
  /* A printer is seen by its open port; nothing is said to it. */
  g_assert_true (huis_reach_may_connect (631));
  g_assert_false (huis_reach_may_speak (631));
  g_assert_true (huis_reach_may_speak (9108));
  g_assert_true (huis_reach_may_speak (9099));
  close (fd);
}

static void
test_ports_data (void)
{
  g_autoptr (HuisPorts) ports = huis_ports_new_built_in ();

  g_assert_cmpuint (huis_ports_get_count (ports), <=, HUIS_PORTS_MAX);
  g_assert_cmpuint (huis_ports_get_count (ports), >=, 30);
  for (guint i = 0; i < huis_ports_get_count (ports); i++)
    {
      const HuisPort *port = huis_ports_get (ports, i);

      g_assert_true (huis_reach_may_connect (port->number));
      g_assert_true (huis_ports_find (ports, port->number) == port);
      if (port->speaks != NULL)
        {
          g_assert_nonnull (huis_probes_for_port (port->speaks));
          g_assert_true (huis_reach_may_speak (port->number));
        }
    }
}

/* What matters in a home, each with a sentence for the person who finds it open. */
static void
test_ports_that_matter (void)
{
  static const guint16 numbers[] = {
    80,   443,  8080, 8443, 8000, 81,   88,   23,    2323,  992, 22,   21,   25,   554, 8554,
    1883, 8883, 445,  5555, 5900, 3389, 5060, 49152, 51826, 631, 8008, 8009, 7547, 502,
  };
  g_autoptr (HuisPorts) ports = huis_ports_new_built_in ();
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/io/github/huiswacht/Huiswacht/scanner/ports.xml",
                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *start = g_strdup_printf ("number=\"%u\"", numbers[i]);
      const char *row = strstr (xml, start);
      const char *what = row == NULL ? NULL : strstr (row, "<what>");

      g_test_message ("%u", numbers[i]);
      g_assert_nonnull (huis_ports_find (ports, numbers[i]));
      g_assert_nonnull (what);
      g_assert_true (what < strstr (row, "</port>"));
      g_assert_cmpuint (strcspn (what + strlen ("<what>"), "<"), >, 20);
    }
}

/* The table of probes: a row says what it does and where that is written down, and its one function
 * is the one that is called at its moment. */
static void
test_rows (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (const HuisProbe *probe = huis_probes; probe->name != NULL; probe++)
    {
      gboolean starts = probe->moment == HUIS_PROBE_NETWORK || probe->moment == HUIS_PROBE_GATEWAY;
      gboolean opens = probe->moment == HUIS_PROBE_PORT;

      g_test_message ("%s", probe->name);
      g_assert_true (g_hash_table_add (names, (gpointer) probe->name));
      g_assert_cmpuint (strlen (probe->summary), >, 20);
      g_assert_cmpuint (strlen (probe->source), >, 6);
      g_assert_cmpuint (probe->scopes, !=, 0);
      g_assert_true ((probe->start != NULL) == starts);
      g_assert_true ((probe->meet != NULL) == (!starts && !opens));
      g_assert_true ((probe->open != NULL) == opens);
      if (opens)
        g_assert_true (huis_probes_for_port (probe->name) == probe);
    }
  g_assert_null (huis_probes_for_port ("neighbour"));
  g_assert_null (huis_probes_for_port (NULL));
}

static void
test_bad_ports_data (void)
{
  static const char *const bad[] = {
    "<ports><port number=\"9100\"/></ports>",
    "<ports><port number=\"515\"/></ports>",
    "<ports><port number=\"70000\"/></ports>",
    "<ports><port number=\"x\"/></ports>",
    "<ports><port/></ports>",
    "<ports><port number=\"80\"",
    "<ports><port number=\"80\" colour=\"red\"/></ports>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (huis_ports_new_from_xml (bad[i], -1, &error));
      g_assert_nonnull (error);
    }
}

/* What a device at 192.168.1.9 may send us to. */
static const struct
{
  const char *link;
  gboolean allowed;
  guint16 port;
  const char *path;
} links[] = {
  { "http://192.168.1.9:49000/desc.xml?x=1", TRUE, 49000, "/desc.xml?x=1" },
  { "http://192.168.1.9/", TRUE, 80, "/" },
  { "http://192.168.1.8/desc.xml", FALSE },
  { "http://127.0.0.1/", FALSE },
  { "http://169.254.169.254/latest/", FALSE },
  { "http://192.168.1.9.evil.example/", FALSE },
  { "http://user@192.168.1.9/", FALSE },
  { "http://192.168.1.9@8.8.8.8/", FALSE },
  { "http://0xc0a80109/", FALSE },
  { "http://3232235785/", FALSE },
  { "http://[::1]/", FALSE },
  { "https://192.168.1.9/", FALSE },
  { "file:///etc/passwd", FALSE },
  { "ftp://192.168.1.9/", FALSE },
  { "http://192.168.1.9:9100/", FALSE },
  { "http://192.168.1.9:515/", FALSE },
  { "http://192.168.1.9:0/", FALSE },
  { "http://192.168.1.9:99999/", FALSE },
  { "//192.168.1.9/", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static void
test_links (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = NULL;
      guint16 port = 0;

      g_test_message ("%s", links[i].link);
      g_assert_true (huis_fetch_split_link (links[i].link, "192.168.1.9", &port, &path) ==
                     links[i].allowed);
      if (!links[i].allowed)
        continue;
      g_assert_cmpuint (port, ==, links[i].port);
      g_assert_cmpstr (path, ==, links[i].path);
    }
}

typedef struct
{
  GMainLoop *loop;
  guint open;
  guint closed;
  guint not_tried;
  guint waiting;
  guint most;
  HuisConnector *connector;
} Tally;

static void
tried_cb (guint32 address, guint16 port, HuisConnectResult result, int fd, gpointer data)
{
  Tally *tally = data;

  tally->open += result == HUIS_CONNECT_OPEN;
  tally->closed += result == HUIS_CONNECT_CLOSED;
  tally->not_tried += result == HUIS_CONNECT_NOT_TRIED;
  g_assert_true ((fd >= 0) == (result == HUIS_CONNECT_OPEN));
  tally->most = MAX (tally->most, huis_connector_get_in_flight (tally->connector) + 1);
  if (--tally->waiting == 0)
    g_main_loop_quit (tally->loop);
}

/* On loopback: one port that listens, many that don't, one that is never touched. */
static void
test_connector (void)
{
  struct sockaddr_in self = { .sin_family = AF_INET };
  socklen_t size = sizeof self;
  int listener = socket (AF_INET, SOCK_STREAM, 0);
  Tally tally = { g_main_loop_new (NULL, FALSE) };
  g_autoptr (HuisConnector) connector = huis_connector_new (&loopback);

  self.sin_addr.s_addr = htonl (LOOPBACK);
  g_assert_cmpint (bind (listener, (struct sockaddr *) &self, sizeof self), ==, 0);
  g_assert_cmpint (listen (listener, 1), ==, 0);
  g_assert_cmpint (getsockname (listener, (struct sockaddr *) &self, &size), ==, 0);

  tally.connector = connector;
  huis_connector_try (connector, LOOPBACK, ntohs (self.sin_port), 1000, tried_cb, &tally);
  huis_connector_try (connector, LOOPBACK, 9100, 1000, tried_cb, &tally);
  for (guint i = 0; i < 40; i++)
    huis_connector_try (connector, LOOPBACK, (guint16) (2 + i), 1000, tried_cb, &tally);
  tally.waiting = 42;
  g_main_loop_run (tally.loop);

  g_assert_cmpuint (tally.open, ==, 1);
  g_assert_cmpuint (tally.not_tried, ==, 1);
  g_assert_cmpuint (tally.closed, >=, 38);
  g_assert_cmpuint (tally.most, <=, HUIS_CONNECTOR_PER_HOST);
  g_main_loop_unref (tally.loop);
  close (listener);
}

/* Many devices at once, each with more to try than it may be asked at once. */
static void
test_in_flight (void)
{
  Tally tally = { g_main_loop_new (NULL, FALSE) };
  g_autoptr (HuisConnector) connector = huis_connector_new (&loopback);

  tally.connector = connector;
  for (guint host = 0; host < 60; host++)
    for (guint i = 0; i < 16; i++, tally.waiting++)
      huis_connector_try (connector, LOOPBACK + host, (guint16) (2 + i), 1000, tried_cb, &tally);
  g_main_loop_run (tally.loop);

  g_assert_cmpuint (tally.closed + tally.open, ==, 60 * 16);
  g_assert_cmpuint (tally.most, ==, HUIS_CONNECTOR_IN_FLIGHT);
  g_assert_cmpuint (HUIS_CONNECTOR_IN_FLIGHT, <=, 256);
  g_assert_cmpuint (HUIS_CONNECTOR_PER_HOST, <=, 8);
  g_main_loop_unref (tally.loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/forbidden", test_forbidden);
  g_test_add_func ("/reach/ports-data", test_ports_data);
  g_test_add_func ("/reach/ports-that-matter", test_ports_that_matter);
  g_test_add_func ("/reach/rows", test_rows);
  g_test_add_func ("/reach/bad-ports-data", test_bad_ports_data);
  g_test_add_func ("/reach/links", test_links);
  g_test_add_func ("/reach/connector", test_connector);
  g_test_add_func ("/reach/in-flight", test_in_flight);

  return g_test_run ();
}
