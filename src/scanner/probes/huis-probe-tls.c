/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-tls"

#include "huis-probe-list.h"
#include "huis-tls.h"

#include <fcntl.h>

/* The greeting alone, for ports that speak something else than HTTP behind it. */

#define PATIENCE_MS 3000

typedef struct
{
  HuisLook *look;
  char *address;
  guint16 port;
  GTlsConnection *connection;
  GCancellable *cancellable;
  guint deadline;
} Greeting;

static gboolean
too_slow_cb (gpointer data)
{
  Greeting *greeting = data;

  greeting->deadline = 0;
  g_cancellable_cancel (greeting->cancellable);

  return G_SOURCE_REMOVE;
}

static gboolean
accept_cb (GTlsConnection *connection,
           GTlsCertificate *certificate,
           GTlsCertificateFlags errors,
           gpointer data)
{
  return TRUE;
}

static void
greeted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Greeting *greeting = data;
  GTlsConnection *connection = G_TLS_CONNECTION (source);
  GTlsCertificate *certificate = g_tls_connection_get_peer_certificate (connection);

  /* One that asks for our certificate fails after it showed its own. */
  (void) g_tls_connection_handshake_finish (connection, result, NULL);
  if (certificate != NULL)
    huis_tls_report (greeting->look, greeting->address, greeting->port, certificate,
                     g_tls_connection_get_protocol_version (connection));
  g_clear_handle_id (&greeting->deadline, g_source_remove);
  huis_look_release (greeting->look);
  g_object_unref (greeting->connection);
  g_object_unref (greeting->cancellable);
  g_free (greeting->address);
  g_free (greeting);
}

static GTlsConnection *
wrap (int fd)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GSocketConnection) plain = NULL;
  GIOStream *secure;
  int own = fcntl (fd, F_DUPFD_CLOEXEC, 3);

  if (own < 0)
    return NULL;
  socket = g_socket_new_from_fd (own, NULL);
  if (socket == NULL)
    return NULL;
  plain = g_socket_connection_factory_create_connection (socket);
  secure = g_tls_client_connection_new (G_IO_STREAM (plain), NULL, NULL);
  if (secure == NULL)
    return NULL;
  g_tls_connection_set_database (G_TLS_CONNECTION (secure), NULL);
  g_signal_connect (secure, "accept-certificate", G_CALLBACK (accept_cb), NULL);

  return G_TLS_CONNECTION (secure);
}

void
huis_probe_tls_open (HuisLook *look, HuisHost *host, guint16 port, int fd)
{
  GTlsConnection *connection = wrap (fd);
  Greeting *greeting;

  if (connection == NULL)
    return;

  greeting = g_new0 (Greeting, 1);
  greeting->look = look;
  greeting->address = g_strdup (host->address);
  greeting->port = port;
  greeting->connection = connection;
  greeting->cancellable = g_cancellable_new ();
  greeting->deadline = g_timeout_add (PATIENCE_MS, too_slow_cb, greeting);
  huis_look_hold (look);
  g_tls_connection_handshake_async (connection, G_PRIORITY_DEFAULT, greeting->cancellable,
                                    greeted_cb, greeting);
}
