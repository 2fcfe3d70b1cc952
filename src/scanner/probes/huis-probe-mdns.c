/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-mdns"

#include "huis-avahi.h"
#include "huis-bus.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-txt.h"

#include <string.h>

/*
 * What devices announce by multicast DNS, by way of the Avahi daemon that is there already.
 *
 * Three steps: which types of service there are, which instances each has, and what each of those
 * says. Beside that, which name goes with each address that was met.
 */

#define TYPES_MAX     256
#define INSTANCES_MAX 2048
#define NAMES_MAX     256
#define LOST_MS       1000

/* More services than this has no device; who announces them makes them up. */
#define SERVICES_MAX 64

typedef struct
{
  HuisLook *look;
  HuisAvahi *avahi;
  GDBusConnection *bus;
  guint signals;
  guint owner;
  guint lost;
  GHashTable *types;
  GHashTable *instances;
  /* Address → how many services it announced. */
  GHashTable *services;
} Probe;

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
  huis_avahi_free (self->avahi);
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->instances);
  g_hash_table_unref (self->services);
  g_free (self);
}

/* Whether @address may announce one more service. */
static gboolean
count_service (Probe *self, const char *address)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->services, address));

  if (count >= SERVICES_MAX)
    {
      huis_look_notice (self->look, "many-facts", address);
      return FALSE;
    }
  g_hash_table_replace (self->services, g_strdup (address), GUINT_TO_POINTER (count + 1));

  return TRUE;
}

static void
service_cb (GVariant *answer, gpointer data)
{
  Probe *self = data;
  const char *name, *type, *domain, *host, *address;
  g_autoptr (GVariant) records = NULL;
  guint16 port;
  guint32 flags;
  gint32 interface, protocol, address_protocol;
  JsonObject *fact;
  JsonObject *txt;

  g_variant_get (answer, "(ii&s&s&s&si&sq@aayu)", &interface, &protocol, &name, &type, &domain,
                 &host, &address_protocol, &address, &port, &records, &flags);
  if (!huis_look_is_on_link (self->look, address) || !count_service (self, address))
    return;
  huis_avahi_drop_name (self->avahi, address);
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

static void
name_cb (GVariant *answer, gpointer data)
{
  Probe *self = data;
  const char *address, *name;
  JsonObject *fact;

  g_variant_get (answer, "(iii&s&su)", NULL, NULL, NULL, &address, &name, NULL);
  if (!huis_look_is_on_link (self->look, address))
    return;

  fact = huis_look_fact (self->look, "mdns", address);
  huis_json_set_string (fact, "host", name);
  huis_look_emit (self->look, fact);
}

static void
absent_cb (const char *why, gpointer data)
{
  huis_look_notice (((Probe *) data)->look, "avahi-absent", why);
}

static void
hung_cb (gpointer data)
{
  huis_look_notice (((Probe *) data)->look, "avahi-hangs", NULL);
}

static const HuisAvahiListener listener = {
  .service = service_cb,
  .name = name_cb,
  .absent = absent_cb,
  .hung = hung_cb,
};

static void
take_type (Probe *self, GVariant *item)
{
  const char *type, *domain;

  if (!g_variant_is_of_type (item, G_VARIANT_TYPE ("(iissu)")))
    return;
  g_variant_get (item, "(ii&s&su)", NULL, NULL, &type, &domain, NULL);
  if (g_hash_table_size (self->types) < TYPES_MAX &&
      g_hash_table_add (self->types, g_strdup (type)))
    huis_avahi_browse (self->avahi, type, domain);
}

static void
take_instance (Probe *self, GVariant *item)
{
  const char *name, *type;
  gint32 protocol;
  g_autofree char *key = NULL;

  if (!g_variant_is_of_type (item, G_VARIANT_TYPE ("(iisssu)")))
    return;
  g_variant_get (item, "(ii&s&s&su)", NULL, &protocol, &name, &type, NULL, NULL);
  key = g_strdup_printf ("%d %s %s", protocol, type, name);
  if (g_hash_table_size (self->instances) < INSTANCES_MAX &&
      g_hash_table_add (self->instances, g_steal_pointer (&key)))
    huis_avahi_resolve (self->avahi, item);
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
  g_hash_table_remove_all (self->services);
  huis_avahi_browse_types (self->avahi);
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

void
huis_probe_mdns_meet (HuisLook *look, HuisHost *host)
{
  Probe *self = huis_look_get_state (look, "mdns");

  if (self != NULL && !host->is_self && huis_look_count (look) <= NAMES_MAX)
    huis_avahi_ask_name (self->avahi, host->address);
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
      g_dbus_connection_signal_subscribe (self->bus, HUIS_AVAHI_NAME, NULL, NULL, NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, item_cb, self, NULL);
  self->owner =
      g_dbus_connection_signal_subscribe (self->bus, "org.freedesktop.DBus", "org.freedesktop.DBus",
                                          "NameOwnerChanged", "/org/freedesktop/DBus",
                                          HUIS_AVAHI_NAME, G_DBUS_SIGNAL_FLAGS_NONE,
                                          owner_changed_cb, self, NULL);
  huis_avahi_set_bus (self->avahi, self->bus);
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
  self->services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->avahi = huis_avahi_new (look, &listener, self);
  huis_look_set_state (look, "mdns", self, free_probe);
  huis_bus_connect_async (huis_look_get_bus (look), huis_look_get_cancellable (look), connected_cb,
                          self);
}
