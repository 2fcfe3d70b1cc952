/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-mdns"

#include "huis-bus.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-txt.h"

#include <string.h>

/*
 * What devices announce by multicast DNS, by way of the Avahi daemon that is there already. Avahi's
 * own client library blocks on the daemon (for 25 seconds when that hangs) and opens its own bus
 * connection; its D-Bus interface does neither, so that is what is spoken here.
 *
 * Three steps: which types of service there are, which instances each has, and what each of those
 * says. Beside that, which name goes with each address that was met. Avahi limits a client to 1,024
 * objects; so at most 256 types are browsed, and 64 instances asked about at once.
 */

#define AVAHI         "org.freedesktop.Avahi"
#define AVAHI_SERVER  "org.freedesktop.Avahi.Server"
#define TYPES_MAX     256
#define INSTANCES_MAX 2048
#define AT_ONCE       64
#define CALL_MS       3000
#define RESOLVE_MS    6000
#define LOST_MS       1000
#define NAMES_MAX     256
#define USE_MULTICAST 2
#define PROTOCOL_ANY  -1

typedef struct
{
  HuisLook *look;
  GDBusConnection *bus;
  guint signals;
  guint owner;
  guint lost;
  GHashTable *types;
  GHashTable *instances;
  GQueue waiting;
  guint active;
  /* Addresses that were met before the bus was there. */
  GQueue nameless;
} Probe;

/* An instance as Avahi's ItemNew names it: interface, protocol, name, type, domain. */
typedef struct
{
  Probe *probe;
  GVariant *item;
} Errand;

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  g_variant_unref (errand->item);
  g_free (errand);
}

static void
free_probe (gpointer data)
{
  Probe *self = data;

  g_clear_handle_id (&self->lost, g_source_remove);
  if (self->bus != NULL)
    {
      g_dbus_connection_signal_unsubscribe (self->bus, self->signals);
      g_dbus_connection_signal_unsubscribe (self->bus, self->owner);
      g_object_unref (self->bus);
    }
  g_queue_clear_full (&self->waiting, free_errand);
  g_queue_clear_full (&self->nameless, g_free);
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->instances);
  g_free (self);
}

static void
call (Probe *self,
      const char *method,
      GVariant *arguments,
      const char *answer,
      int patience,
      GAsyncReadyCallback callback,
      gpointer data)
{
  g_dbus_connection_call (self->bus, AVAHI, "/", AVAHI_SERVER, method, arguments,
                          G_VARIANT_TYPE (answer), G_DBUS_CALL_FLAGS_NO_AUTO_START, patience,
                          huis_look_get_cancellable (self->look), callback, data);
}

static void
take_service (Probe *self, GVariant *answer)
{
  const char *name, *type, *domain, *host, *address;
  g_autoptr (GVariant) records = NULL;
  guint16 port;
  guint32 flags;
  gint32 interface, protocol, address_protocol;
  JsonObject *fact;
  JsonObject *txt;

  g_variant_get (answer, "(ii&s&s&s&si&sq@aayu)", &interface, &protocol, &name, &type, &domain,
                 &host, &address_protocol, &address, &port, &records, &flags);
  if (!huis_look_is_on_link (self->look, address))
    return;
  huis_probe_neighbour_find (self->look, address);

  fact = huis_look_fact (self->look, "mdns", address);
  huis_json_set_string (fact, "service", type);
  huis_json_set_string (fact, "name", name);
  huis_json_set_string (fact, "host", host);
  json_object_set_int_member (fact, "port", port);
  txt = huis_txt_read (records);
  if (json_object_get_size (txt) > 0)
    json_object_set_object_member (fact, "txt", txt);
  else
    json_object_unref (txt);
  huis_look_emit (self->look, fact);
}

static void resolve_next (Probe *self);

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;
  Probe *self = errand->probe;
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  if (answer != NULL)
    take_service (self, answer);
  free_errand (errand);
  self->active--;
  resolve_next (self);
  huis_look_release (self->look);
}

static void
resolve_next (Probe *self)
{
  while (self->active < AT_ONCE && !g_queue_is_empty (&self->waiting) &&
         !g_cancellable_is_cancelled (huis_look_get_cancellable (self->look)))
    {
      Errand *errand = g_queue_pop_head (&self->waiting);
      const char *name, *type, *domain;
      gint32 interface, protocol;

      g_variant_get (errand->item, "(ii&s&s&su)", &interface, &protocol, &name, &type, &domain,
                     NULL);
      self->active++;
      huis_look_hold (self->look);
      call (self, "ResolveService",
            g_variant_new ("(iisssiu)", interface, protocol, name, type, domain, protocol, 0),
            "(iissssisqaayu)", RESOLVE_MS, resolved_cb, errand);
    }
}

static void
type_browsing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HuisLook *look = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    huis_look_notice (look, "avahi-absent", error->message);
}

/* That one type of service can't be browsed is no reason to say that none can. */
static void
browsing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
}

static void
take_type (Probe *self, GVariant *item)
{
  const char *type, *domain;
  gint32 interface, protocol;

  if (!g_variant_is_of_type (item, G_VARIANT_TYPE ("(iissu)")))
    return;
  g_variant_get (item, "(ii&s&su)", &interface, &protocol, &type, &domain, NULL);
  if (g_hash_table_size (self->types) >= TYPES_MAX ||
      !g_hash_table_add (self->types, g_strdup (type)))
    return;
  call (self, "ServiceBrowserNew",
        g_variant_new ("(iissu)", huis_look_get_interface (self->look)->index, PROTOCOL_ANY, type,
                       domain, 0),
        "(o)", CALL_MS, browsing_cb, self->look);
}

static void
take_instance (Probe *self, GVariant *item)
{
  const char *name, *type;
  gint32 protocol;
  g_autofree char *key = NULL;
  Errand *errand;

  if (!g_variant_is_of_type (item, G_VARIANT_TYPE ("(iisssu)")))
    return;
  g_variant_get (item, "(ii&s&s&su)", NULL, &protocol, &name, &type, NULL, NULL);
  key = g_strdup_printf ("%d %s %s", protocol, type, name);
  if (g_hash_table_size (self->instances) >= INSTANCES_MAX ||
      !g_hash_table_add (self->instances, g_steal_pointer (&key)))
    return;

  errand = g_new (Errand, 1);
  errand->probe = self;
  errand->item = g_variant_ref (item);
  g_queue_push_tail (&self->waiting, errand);
  resolve_next (self);
}

static void
item_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *signal,
         GVariant *arguments,
         gpointer data)
{
  if (strcmp (signal, "ItemNew") != 0)
    return;
  if (g_str_has_suffix (interface, ".ServiceTypeBrowser"))
    take_type (data, arguments);
  else if (g_str_has_suffix (interface, ".ServiceBrowser"))
    take_instance (data, arguments);
}

static void
browse_types (Probe *self)
{
  call (self, "ServiceTypeBrowserNew",
        g_variant_new ("(iisu)", huis_look_get_interface (self->look)->index, PROTOCOL_ANY, "local",
                       0),
        "(o)", CALL_MS, type_browsing_cb, self->look);
}

/* Whoever restarts it does so at once: only a daemon that stays away limits the look. */
static gboolean
lost_cb (gpointer data)
{
  Probe *self = data;

  self->lost = 0;
  huis_look_notice (self->look, "avahi-lost", NULL);

  return G_SOURCE_REMOVE;
}

/* A new daemon knows nothing of what the old one was asked. */
static void
begin_again (Probe *self)
{
  g_clear_handle_id (&self->lost, g_source_remove);
  g_hash_table_remove_all (self->types);
  g_hash_table_remove_all (self->instances);
  browse_types (self);
}

static void
owner_changed_cb (GDBusConnection *bus,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *signal,
                  GVariant *arguments,
                  gpointer data)
{
  Probe *self = data;
  const char *new_owner = "";

  if (g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(sss)")))
    g_variant_get (arguments, "(&s&s&s)", NULL, NULL, &new_owner);
  if (*new_owner != '\0')
    begin_again (self);
  else if (self->lost == 0)
    self->lost = g_timeout_add (LOST_MS, lost_cb, self);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HuisLook *look = data;
  g_autoptr (GVariant) answer = NULL;
  const char *address, *name;
  JsonObject *fact;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  if (answer == NULL)
    return;
  g_variant_get (answer, "(iii&s&su)", NULL, NULL, NULL, &address, &name, NULL);
  if (!huis_look_is_on_link (look, address))
    return;

  fact = huis_look_fact (look, "mdns", address);
  huis_json_set_string (fact, "host", name);
  huis_look_emit (look, fact);
}

/* By multicast only: Avahi would otherwise carry the question to a name server. */
static void
ask_name (Probe *self, const char *address)
{
  call (self, "ResolveAddress",
        g_variant_new ("(iisu)", huis_look_get_interface (self->look)->index, PROTOCOL_ANY, address,
                       USE_MULTICAST),
        "(iiissu)", RESOLVE_MS, named_cb, self->look);
}

void
huis_probe_mdns_meet (HuisLook *look, HuisHost *host)
{
  Probe *self = huis_look_get_state (look, "mdns");

  if (self == NULL || host->is_self)
    return;
  if (self->bus == NULL)
    g_queue_push_tail (&self->nameless, g_strdup (host->address));
  else if (huis_look_count (look) <= NAMES_MAX)
    ask_name (self, host->address);
}

static void
ask_names (Probe *self)
{
  char *address;

  while ((address = g_queue_pop_head (&self->nameless)) != NULL)
    {
      ask_name (self, address);
      g_free (address);
    }
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = huis_bus_connect_finish (result, &error);
  Probe *self;

  /* A look that is over has freed the probe. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = data;
  if (bus == NULL)
    {
      huis_look_notice (self->look, "avahi-absent", error->message);
      return;
    }

  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->bus = g_steal_pointer (&bus);
  self->signals =
      g_dbus_connection_signal_subscribe (self->bus, AVAHI, NULL, NULL, NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, item_cb, self, NULL);
  self->owner =
      g_dbus_connection_signal_subscribe (self->bus, "org.freedesktop.DBus", "org.freedesktop.DBus",
                                          "NameOwnerChanged", "/org/freedesktop/DBus", AVAHI,
                                          G_DBUS_SIGNAL_FLAGS_NONE, owner_changed_cb, self, NULL);
  browse_types (self);
  ask_names (self);
}

void
huis_probe_mdns_start (HuisLook *look)
{
  Probe *self;

  if (huis_look_get_bus (look) == NULL)
    {
      huis_look_notice (look, "avahi-absent", NULL);
      return;
    }

  self = g_new0 (Probe, 1);
  self->look = look;
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->instances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
  g_queue_init (&self->nameless);
  huis_look_set_state (look, "mdns", self, free_probe);
  huis_bus_connect_async (huis_look_get_bus (look), huis_look_get_cancellable (look), connected_cb,
                          self);
}
