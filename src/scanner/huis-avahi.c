/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-avahi"

#include "huis-avahi.h"

#include <string.h>

#define SERVER "org.freedesktop.Avahi.Server"

/* A browser is made at once; over a question Avahi itself gives up after five seconds. */
#define CALL_MS    3000
#define RESOLVE_MS 6000

/* Of avahi-common: any protocol; and ask by multicast, or Avahi carries it to a name server. */
#define PROTOCOL_ANY  -1
#define USE_MULTICAST 2

struct _HuisAvahi
{
  HuisLook *look;
  const HuisAvahiListener *listener;
  gpointer data;
  GDBusConnection *bus;
  /* What waits for its turn: items, addresses. */
  GQueue services;
  GQueue names;
  guint services_asked;
  guint names_asked;
};

HuisAvahi *
huis_avahi_new (HuisLook *look, const HuisAvahiListener *listener, gpointer data)
{
  HuisAvahi *self = g_new0 (HuisAvahi, 1);

  self->look = look;
  self->listener = listener;
  self->data = data;
  g_queue_init (&self->services);
  g_queue_init (&self->names);

  return self;
}

static void
give_up (HuisAvahi *self)
{
  g_queue_clear_full (&self->services, (GDestroyNotify) g_variant_unref);
  g_queue_clear_full (&self->names, g_free);
}

void
huis_avahi_free (HuisAvahi *self)
{
  if (self == NULL)
    return;

  give_up (self);
  g_clear_object (&self->bus);
  g_free (self);
}

static void
call (HuisAvahi *self,
      const char *method,
      GVariant *arguments,
      const char *answer,
      int patience,
      GAsyncReadyCallback callback)
{
  g_dbus_connection_call (self->bus, HUIS_AVAHI_NAME, "/", SERVER, method, arguments,
                          G_VARIANT_TYPE (answer), G_DBUS_CALL_FLAGS_NO_AUTO_START, patience,
                          huis_look_get_cancellable (self->look), callback, self);
}

/* %FALSE when the look is over: then it freed @self. A dead daemon is told of by the bus at once,
 * so that a call of which nothing came in time is the word of one that hangs. */
static gboolean
finish_call (GObject *source,
             GAsyncResult *result,
             HuisAvahi *self,
             GVariant **answer,
             GError **error)
{
  *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, error);
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    {
      give_up (self);
      self->listener->hung (self->data);
    }

  return TRUE;
}

static void
type_browsing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HuisAvahi *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  if (finish_call (source, result, self, &answer, &error) && error != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    self->listener->absent (error->message, self->data);
}

/* That one type of service can't be browsed is no reason to say that none can. */
static void
browsing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  (void) finish_call (source, result, data, &answer, &error);
}

void
huis_avahi_browse_types (HuisAvahi *self)
{
  call (self, "ServiceTypeBrowserNew",
        g_variant_new ("(iisu)", huis_look_get_interface (self->look)->index, PROTOCOL_ANY, "local",
                       0),
        "(o)", CALL_MS, type_browsing_cb);
}

void
huis_avahi_browse (HuisAvahi *self, const char *type, const char *domain)
{
  call (self, "ServiceBrowserNew",
        g_variant_new ("(iissu)", huis_look_get_interface (self->look)->index, PROTOCOL_ANY, type,
                       domain, 0),
        "(o)", CALL_MS, browsing_cb);
}

static void ask_next (HuisAvahi *self);

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HuisAvahi *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  if (!finish_call (source, result, self, &answer, &error))
    return;
  self->services_asked--;
  if (answer != NULL)
    self->listener->service (answer, self->data);
  ask_next (self);
  huis_look_release (self->look);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HuisAvahi *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  if (!finish_call (source, result, self, &answer, &error))
    return;
  self->names_asked--;
  if (answer != NULL)
    self->listener->name (answer, self->data);
  ask_next (self);
}

static void
ask_service (HuisAvahi *self, GVariant *item)
{
  const char *name, *type, *domain;
  gint32 interface, protocol;

  g_variant_get (item, "(ii&s&s&su)", &interface, &protocol, &name, &type, &domain, NULL);
  self->services_asked++;
  huis_look_hold (self->look);
  call (self, "ResolveService",
        g_variant_new ("(iisssiu)", interface, protocol, name, type, domain, protocol, 0),
        "(iissssisqaayu)", RESOLVE_MS, resolved_cb);
}

static void
ask_name (HuisAvahi *self, const char *address)
{
  self->names_asked++;
  call (self, "ResolveAddress",
        g_variant_new ("(iisu)", huis_look_get_interface (self->look)->index, PROTOCOL_ANY, address,
                       USE_MULTICAST),
        "(iiissu)", RESOLVE_MS, named_cb);
}

static void
ask_next (HuisAvahi *self)
{
  while (self->bus != NULL && self->services_asked + self->names_asked < HUIS_AVAHI_AT_ONCE &&
         !g_cancellable_is_cancelled (huis_look_get_cancellable (self->look)))
    {
      g_autoptr (GVariant) item = g_queue_pop_head (&self->services);
      g_autofree char *address = NULL;

      if (item != NULL)
        {
          ask_service (self, item);
          continue;
        }
      if (self->names_asked < HUIS_AVAHI_NAMES_AT_ONCE)
        address = g_queue_pop_head (&self->names);
      if (address == NULL)
        return;
      ask_name (self, address);
    }
}

void
huis_avahi_set_bus (HuisAvahi *self, GDBusConnection *bus)
{
  g_set_object (&self->bus, bus);
  huis_avahi_browse_types (self);
  ask_next (self);
}

void
huis_avahi_resolve (HuisAvahi *self, GVariant *item)
{
  g_queue_push_tail (&self->services, g_variant_ref (item));
  ask_next (self);
}

void
huis_avahi_ask_name (HuisAvahi *self, const char *address)
{
  g_queue_push_tail (&self->names, g_strdup (address));
  ask_next (self);
}

void
huis_avahi_drop_name (HuisAvahi *self, const char *address)
{
  GList *waiting = g_queue_find_custom (&self->names, address, (GCompareFunc) strcmp);

  if (waiting == NULL)
    return;
  g_free (waiting->data);
  g_queue_delete_link (&self->names, waiting);
}
