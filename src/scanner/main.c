/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huiswacht-scanner"

#include "config.h"

#include "huis-bus.h"
#include "huis-emitter.h"
#include "huis-igd.h"
#include "huis-json.h"
#include "huis-look.h"
#include "huis-request.h"
#include "huis-sandbox.h"
#include "huis-visit.h"

#include <errno.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define EXIT_BAD_REQUEST 2

/* How long a look listens that is not a discovery: time for SSDP's two rounds, for what does not
 * answer counts as gone; a router that stays silent gets more (huis-probe-gateway.c). */
#define CLOSE_LOOK_SECONDS 3

/* What ends the work that is under way: a look, or a visit. */
typedef struct
{
  void (*stop) (gpointer work);
  gpointer work;
} Stopper;

static gboolean
stop_cb (gpointer data)
{
  Stopper *stopper = data;

  stopper->stop (stopper->work);

  return G_SOURCE_CONTINUE;
}

/* After the request nothing more is said to us: whatever comes is thrown away, its end means stop.
 */
static gboolean
input_cb (int fd, GIOCondition condition, gpointer data)
{
  char bytes[256];
  gssize length = read (fd, bytes, sizeof bytes);

  if (length > 0 || (length < 0 && (errno == EINTR || errno == EAGAIN)))
    return G_SOURCE_CONTINUE;
  stop_cb (data);

  return G_SOURCE_REMOVE;
}

/* @stopper must live until the end. */
static void
listen_for_stop (Stopper *stopper, gboolean by_input)
{
  g_unix_signal_add (SIGTERM, stop_cb, stopper);
  g_unix_signal_add (SIGINT, stop_cb, stopper);
  if (by_input)
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, input_cb, stopper);
}

/* One line, read byte for byte so that nothing after it is swallowed. */
static HuisRequest *
read_request (GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gssize length;
  char byte;

  while ((length = read (STDIN_FILENO, &byte, 1)) != 0 && line->len <= HUIS_JSON_LINE_MAX)
    {
      if (length < 0 && errno != EINTR)
        break;
      if (length > 0 && byte == '\n')
        break;
      if (length > 0)
        g_string_append_c (line, byte);
    }

  return huis_request_new_from_json (line->str, (gssize) line->len, error);
}

static void
print_done (HuisEmitter *emitter)
{
  JsonObject *done = json_object_new ();

  json_object_set_string_member (done, "type", "done");
  huis_emitter_emit (emitter, done);
}

static int
print_networks (HuisEmitter *emitter, GPtrArray *interfaces, GIOStream *bus)
{
  huis_bus_add_wifi (bus, interfaces);
  for (guint i = 0; i < interfaces->len; i++)
    huis_emitter_emit (emitter, huis_interface_to_json (g_ptr_array_index (interfaces, i)));
  if (interfaces->len == 0)
    huis_emitter_notice (emitter, "no-network", NULL);
  print_done (emitter);

  return EXIT_SUCCESS;
}

static int
check_sandbox (void)
{
  const char *hole = huis_sandbox_find_hole ();

  if (hole == NULL)
    g_print ("The sandbox holds.\n");
  else
    g_print ("The sandbox has a hole: %s\n", hole);

  return hole == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* A look at one device, where that is the router, is a look at the router: it is asked everything.
 */
static gboolean
is_about_router (const HuisRequest *request, const HuisInterface *interface)
{
  return request->verb != HUIS_REQUEST_LOOK ||
         (interface->gateway != 0 &&
          huis_ipv4_from_string (request->address) == interface->gateway);
}

static HuisLookOptions
get_options (const HuisRequest *request, const HuisInterface *interface)
{
  HuisLookOptions options = {
    .scope = HUIS_LOOK_DISCOVER,
    .target = request->address,
    .listen_seconds = HUIS_LOOK_LISTEN_SECONDS,
    .pace = (guint) request->pace,
    .confirmed_large = request->confirmed_large,
  };

  if (request->verb != HUIS_REQUEST_DISCOVER && is_about_router (request, interface))
    {
      options.scope = HUIS_LOOK_ROUTER;
      options.listen_seconds = CLOSE_LOOK_SECONDS;
    }
  else if (request->verb == HUIS_REQUEST_LOOK)
    {
      options.scope = HUIS_LOOK_DEVICE;
      options.listen_seconds = CLOSE_LOOK_SECONDS;
    }
  if (request->timeout > 0)
    options.listen_seconds = request->timeout;

  return options;
}

static int
run_look (HuisEmitter *emitter,
          HuisInterface *interface,
          GIOStream *bus,
          const HuisRequest *request,
          gboolean by_input)
{
  g_autoptr (HuisPorts) ports = huis_ports_new_built_in ();
  HuisLookOptions options = get_options (request, interface);
  HuisLook *look = huis_look_new (&options, interface, emitter, ports, bus);
  Stopper stopper = { (void (*) (gpointer)) huis_look_stop, look };

  if (request->verb == HUIS_REQUEST_CLOSE_OPENING)
    huis_igd_close_when_met (look, request->protocol, (guint16) request->external_port);
  huis_emitter_emit (emitter, huis_interface_to_json (interface));

  listen_for_stop (&stopper, by_input);
  huis_look_run (look);

  /* What libsoup and GDBus still have under way ends with the process. */
  _exit (EXIT_SUCCESS);
}

/* The home, seen from another network: what the request names, and nothing else. */
static int
run_visit (HuisEmitter *emitter,
           HuisInterface *interface,
           const HuisRequest *request,
           gboolean by_input)
{
  g_autoptr (HuisVisit) visit =
      huis_visit_new (request->verb == HUIS_REQUEST_OUTSIDE ? HUIS_TARGETS_OUTSIDE
                                                            : HUIS_TARGETS_GUEST,
                      request->targets, interface, emitter);
  Stopper stopper = { (void (*) (gpointer)) huis_visit_stop, visit };

  huis_emitter_emit (emitter, huis_interface_to_json (interface));
  listen_for_stop (&stopper, by_input);
  huis_visit_run (visit);

  _exit (EXIT_SUCCESS);
}

static int
run_request (HuisEmitter *emitter, const HuisRequest *request, gboolean by_input)
{
  g_autoptr (GPtrArray) interfaces = huis_interfaces_read ();
  g_autoptr (GIOStream) bus = huis_bus_open ();
  g_autoptr (GError) error = NULL;
  HuisInterface *interface;

  if (!huis_sandbox_enter (&error))
    {
      huis_emitter_notice (emitter, "no-sandbox", error->message);
      return EXIT_FAILURE;
    }
  if (request->verb == HUIS_REQUEST_CHECK_SANDBOX)
    return check_sandbox ();
  if (request->verb == HUIS_REQUEST_NETWORKS)
    return print_networks (emitter, interfaces, bus);

  interface = huis_interfaces_choose (interfaces, request->interface);
  if (interface == NULL)
    {
      huis_emitter_notice (emitter, "no-network", request->interface);
      print_done (emitter);
      return EXIT_FAILURE;
    }

  if (request->targets != NULL)
    return run_visit (emitter, interface, request, by_input);

  return run_look (emitter, interface, bus, request, by_input);
}

/*
 * GSSDP complains of what devices leave out, once for each packet. What a stranger does is no
 * reason to write to the log.
 */
static void
ignore_complaint_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

int
main (int argc, char **argv)
{
  g_autoptr (HuisEmitter) emitter = NULL;
  g_autoptr (HuisRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  signal (SIGPIPE, SIG_IGN);
  huis_sandbox_prepare ();
  g_log_set_handler (NULL, G_LOG_LEVEL_WARNING, ignore_complaint_cb, NULL);
  g_log_set_handler ("gssdp", G_LOG_LEVEL_WARNING, ignore_complaint_cb, NULL);
  emitter = huis_emitter_new (STDOUT_FILENO, start);
  request = argc > 1 ? huis_request_new_from_arguments (argv, &error) : read_request (&error);
  if (request == NULL)
    {
      huis_emitter_notice (emitter, "bad-request", error->message);
      return EXIT_BAD_REQUEST;
    }

  return run_request (emitter, request, argc <= 1);
}
