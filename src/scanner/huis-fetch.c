/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-fetch"

#include "huis-fetch.h"

#include "huis-reach.h"

#include <string.h>

#define AT_ONCE    16
#define PER_HOST   2
#define CHUNK      8192
#define LINK_MAX   1024
#define USER_AGENT "Mozilla/5.0 (X11; Linux)"

typedef struct
{
  SoupSession *session;
  guint active;
  GQueue waiting;
} Fetcher;

typedef struct
{
  HuisLook *look;
  SoupMessage *message;
  GInputStream *stream;
  HuisReply *reply;
  gsize max_size;
  GCancellable *cancellable;
  gulong look_cancelled;
  guint deadline;
  gboolean started;
} Fetch;

void
huis_reply_free (HuisReply *self)
{
  if (self == NULL)
    return;

  g_free (self->address);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_object (&self->certificate);
  g_free (self);
}

const char *
huis_reply_get_text (HuisReply *self)
{
  return (const char *) self->body->data;
}

static void
free_fetcher (gpointer data)
{
  Fetcher *self = data;

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_object_unref (self->session);
  g_free (self);
}

/* "tls-database" NULL: the hundred authorities of the web say nothing about a box in the hall. */
static Fetcher *
get_fetcher (HuisLook *look)
{
  Fetcher *self = huis_look_get_state (look, "fetch");

  if (self != NULL)
    return self;

  self = g_new0 (Fetcher, 1);
  self->session =
      g_object_new (SOUP_TYPE_SESSION, "max-conns", AT_ONCE, "max-conns-per-host", PER_HOST,
                    "timeout", HUIS_FETCH_SECONDS, "idle-timeout", 1, "user-agent", USER_AGENT,
                    "proxy-resolver", NULL, "tls-database", NULL, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_COOKIE_JAR);
  g_queue_init (&self->waiting);
  huis_look_set_state (look, "fetch", self, free_fetcher);

  return self;
}

static void start_next (HuisLook *look);

/* Runs after the callback of whoever asked: what that started holds the look by itself. */
static void
free_fetch (gpointer data)
{
  Fetch *fetch = data;
  HuisLook *look = fetch->look;

  g_clear_handle_id (&fetch->deadline, g_source_remove);
  if (fetch->look_cancelled != 0)
    g_signal_handler_disconnect (huis_look_get_cancellable (look), fetch->look_cancelled);
  if (fetch->started)
    {
      get_fetcher (look)->active--;
      start_next (look);
    }
  huis_look_release (look);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->cancellable);
  g_clear_pointer (&fetch->reply, huis_reply_free);
  g_free (fetch);
}

static void
finish (GTask *task, GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&fetch->reply), (GDestroyNotify) huis_reply_free);
  g_object_unref (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *body = fetch->reply->body;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    {
      g_byte_array_append (body, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      if (body->len < fetch->max_size)
        {
          g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT,
                                           fetch->cancellable, read_cb, task);
          return;
        }
      g_byte_array_set_size (body, (guint) fetch->max_size);
      /* There is more than we take: the connection can't be used for the next request. */
      g_cancellable_cancel (fetch->cancellable);
    }

  /* What came before it broke off or was too slow is still a fact. */
  g_byte_array_append (body, (const guint8 *) "", 1);
  finish (task, NULL);
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Fetch *fetch = g_task_get_task_data (task);
  HuisReply *reply = fetch->reply;
  g_autoptr (GError) error = NULL;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  g_set_object (&reply->certificate, soup_message_get_tls_peer_certificate (fetch->message));
  reply->tls_version = soup_message_get_tls_protocol_version (fetch->message);
  if (fetch->stream == NULL && reply->certificate == NULL)
    {
      g_debug ("%s: %s", reply->address, error->message);
      finish (task, g_steal_pointer (&error));
      return;
    }

  reply->status = soup_message_get_status (fetch->message);
  reply->headers = soup_message_headers_ref (soup_message_get_response_headers (fetch->message));
  reply->body = g_byte_array_new ();
  if (fetch->stream == NULL)
    {
      g_byte_array_append (reply->body, (const guint8 *) "", 1);
      finish (task, NULL);
      return;
    }
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->cancellable,
                                   read_cb, task);
}

static gboolean
too_slow_cb (gpointer data)
{
  Fetch *fetch = data;

  fetch->deadline = 0;
  g_cancellable_cancel (fetch->cancellable);

  return G_SOURCE_REMOVE;
}

static void
start (HuisLook *look, GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  get_fetcher (look)->active++;
  fetch->started = TRUE;
  fetch->deadline = g_timeout_add_seconds (HUIS_FETCH_SECONDS, too_slow_cb, fetch);
  huis_look_count_sent (look, 1);
  soup_session_send_async (get_fetcher (look)->session, fetch->message, G_PRIORITY_DEFAULT,
                           fetch->cancellable, send_cb, task);
}

static void
start_next (HuisLook *look)
{
  Fetcher *self = get_fetcher (look);

  while (self->active < AT_ONCE && !g_queue_is_empty (&self->waiting) &&
         !g_cancellable_is_cancelled (huis_look_get_cancellable (look)))
    start (look, g_queue_pop_head (&self->waiting));
}

static gboolean
accept_certificate_cb (SoupMessage *message,
                       GTlsCertificate *certificate,
                       GTlsCertificateFlags errors,
                       gpointer data)
{
  return TRUE;
}

static SoupMessage *
make_message (const HuisFetchRequest *request)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *path = NULL;
  const char *query = strchr (request->path, '?');
  SoupMessage *message;

  path = query == NULL ? g_strdup (request->path)
                       : g_strndup (request->path, (gsize) (query - request->path));
  uri = g_uri_build (SOUP_HTTP_URI_FLAGS, request->secure ? "https" : "http", NULL,
                     request->address, request->port, path, query == NULL ? NULL : query + 1, NULL);
  message = soup_message_new_from_uri (request->body == NULL ? "GET" : "POST", uri);
  if (message == NULL)
    return NULL;

  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), NULL);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Connection", "close");
  if (request->soap_action != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "SOAPAction",
                                  request->soap_action);
  if (request->body != NULL)
    {
      g_autoptr (GBytes) body = g_bytes_new (request->body, strlen (request->body));

      soup_message_set_request_body_from_bytes (message, request->content_type, body);
    }

  return message;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

void
huis_fetch_async (HuisLook *look,
                  const HuisFetchRequest *request,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->look = look;
  fetch->max_size = request->max_size == 0 ? HUIS_FETCH_MAX : request->max_size;
  fetch->cancellable = g_cancellable_new ();
  fetch->reply = g_new0 (HuisReply, 1);
  fetch->reply->address = g_strdup (request->address);
  fetch->reply->port = request->port;
  fetch->reply->secure = request->secure;
  g_task_set_task_data (task, fetch, free_fetch);
  huis_look_hold (look);

  if (huis_reach_may_speak (request->port) && huis_look_is_on_link (look, request->address))
    fetch->message = make_message (request);
  if (fetch->message == NULL)
    {
      finish (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                                         "Not an address that may be asked"));
      return;
    }

  fetch->look_cancelled = g_signal_connect (huis_look_get_cancellable (look), "cancelled",
                                            G_CALLBACK (cancelled_cb), fetch->cancellable);
  g_queue_push_tail (&get_fetcher (look)->waiting, task);
  start_next (look);
}

HuisReply *
huis_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
huis_fetch_split_link (const char *link, const char *sender, guint16 *port, char **path)
{
  g_autoptr (GUri) uri = NULL;
  int number;

  if (link == NULL || strlen (link) > LINK_MAX)
    return FALSE;
  uri = g_uri_parse (link, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || strcmp (g_uri_get_scheme (uri), "http") != 0 ||
      g_uri_get_userinfo (uri) != NULL || g_strcmp0 (g_uri_get_host (uri), sender) != 0)
    return FALSE;
  number = g_uri_get_port (uri);
  if (number == -1)
    number = 80;
  if (number < 1 || number > G_MAXUINT16 || !huis_reach_may_speak ((guint16) number))
    return FALSE;

  *port = (guint16) number;
  *path = g_uri_get_query (uri) == NULL
              ? g_strdup (g_uri_get_path (uri))
              : g_strdup_printf ("%s?%s", g_uri_get_path (uri), g_uri_get_query (uri));

  return TRUE;
}
