/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-look"

#include "huis-look.h"

#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-probes.h"

#include <string.h>

#define PROGRESS_MS 1000

struct _HuisLook
{
  HuisLookOptions options;
  HuisInterface *interface;
  HuisEmitter *emitter;
  HuisPorts *ports;
  GIOStream *bus;
  GMainLoop *loop;
  GCancellable *cancellable;

  HuisHosts *hosts;
  GData *states;

  double limit_seconds;
  guint limit_source;
  guint holds;
  guint sent;
  guint done;
  guint total;
  gboolean listening;
  gboolean stopped;
};

HuisLook *
huis_look_new (const HuisLookOptions *options,
               HuisInterface *interface,
               HuisEmitter *emitter,
               HuisPorts *ports,
               GIOStream *bus)
{
  HuisLook *self = g_new0 (HuisLook, 1);

  self->options = *options;
  self->interface = interface;
  self->emitter = emitter;
  self->ports = ports;
  self->bus = bus;
  self->loop = g_main_loop_new (NULL, FALSE);
  self->cancellable = g_cancellable_new ();
  self->hosts = huis_hosts_new ();
  g_datalist_init (&self->states);

  return self;
}

void
huis_look_free (HuisLook *self)
{
  if (self == NULL)
    return;

  g_datalist_clear (&self->states);
  huis_hosts_free (self->hosts);
  g_object_unref (self->cancellable);
  g_main_loop_unref (self->loop);
  g_free (self);
}

HuisInterface *
huis_look_get_interface (HuisLook *self)
{
  return self->interface;
}

HuisPorts *
huis_look_get_ports (HuisLook *self)
{
  return self->ports;
}

GIOStream *
huis_look_get_bus (HuisLook *self)
{
  return self->bus;
}

GCancellable *
huis_look_get_cancellable (HuisLook *self)
{
  return self->cancellable;
}

const HuisLookOptions *
huis_look_get_options (HuisLook *self)
{
  return &self->options;
}

gpointer
huis_look_get_state (HuisLook *self, const char *key)
{
  return g_datalist_get_data (&self->states, key);
}

void
huis_look_set_state (HuisLook *self, const char *key, gpointer state, GDestroyNotify destroy)
{
  g_datalist_set_data_full (&self->states, key, state, destroy);
}

static void
end_if_idle (HuisLook *self)
{
  if (!self->listening && self->holds == 0)
    g_main_loop_quit (self->loop);
}

void
huis_look_hold (HuisLook *self)
{
  self->holds++;
}

void
huis_look_release (HuisLook *self)
{
  g_return_if_fail (self->holds > 0);

  self->holds--;
  end_if_idle (self);
}

void
huis_look_stop (HuisLook *self)
{
  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_main_loop_quit (self->loop);
}

gboolean
huis_look_is_on_link (HuisLook *self, const char *address)
{
  guint32 ipv4 = huis_ipv4_from_string (address);
  g_autoptr (GInetAddress) inet = NULL;

  if (ipv4 != 0)
    return huis_interface_holds (self->interface, ipv4);

  inet = g_inet_address_new_from_string (address);
  if (inet == NULL || g_inet_address_get_family (inet) != G_SOCKET_FAMILY_IPV6)
    return FALSE;

  /* A global IPv6 address is on this link when the kernel has it as a neighbour. */
  return g_inet_address_get_is_link_local (inet) || huis_look_get_mac (self, address) != NULL;
}

static void
tell_host (HuisHost *host, gpointer data)
{
  HuisLook *self = data;
  JsonObject *fact;

  if (host->untold == NULL)
    return;
  fact = huis_look_fact (self, "host", host->address);
  json_object_set_string_member (fact, "via", host->untold);
  if (host->is_self)
    json_object_set_boolean_member (fact, "self", TRUE);
  if (host->is_gateway)
    json_object_set_boolean_member (fact, "gateway", TRUE);
  host->untold = NULL;
  huis_emitter_emit (self->emitter, fact);
}

void
huis_look_learn_mac (HuisLook *self, const char *address, const char *mac)
{
  HuisHost *host = huis_hosts_find (self->hosts, address);

  huis_hosts_learn_mac (self->hosts, address, mac);
  if (host != NULL)
    tell_host (host, self);
}

const char *
huis_look_get_mac (HuisLook *self, const char *address)
{
  return huis_hosts_get_mac (self->hosts, address);
}

guint
huis_look_count (HuisLook *self)
{
  return huis_hosts_count (self->hosts);
}

HuisHost *
huis_look_meet (HuisLook *self, const char *address, const char *via)
{
  HuisHost *host = huis_hosts_find (self->hosts, address);
  gboolean told_soon = FALSE;

  if (host != NULL || !huis_look_is_on_link (self, address) ||
      !huis_scope_wants (&self->options, self->interface, address))
    return host;
  /* Its MAC mostly came to the kernel before its words came to us. Reading that may meet it. Who
   * calls out to all needs no ARP for it: then the line waits until a probe made the kernel ask. */
  if (huis_look_get_mac (self, address) == NULL)
    told_soon = huis_probe_neighbour_refresh (self) && huis_look_get_mac (self, address) == NULL;
  host = huis_hosts_find (self->hosts, address);
  if (host != NULL)
    return host;
  host = huis_hosts_add (self->hosts, address);
  if (host == NULL)
    {
      huis_look_notice (self, "many-devices", NULL);
      return NULL;
    }

  host->is_self = host->ipv4 != 0 && host->ipv4 == self->interface->address;
  host->is_gateway = host->ipv4 != 0 && host->ipv4 == self->interface->gateway;

  host->untold = via;
  if (!told_soon || host->ipv4 == 0)
    tell_host (host, self);
  huis_probes_meet (self, host, HUIS_PROBE_HOST);

  return host;
}

JsonObject *
huis_look_fact (HuisLook *self, const char *type, const char *address)
{
  JsonObject *fact = json_object_new ();

  json_object_set_string_member (fact, "type", type);
  huis_json_set_string (fact, "address", address);
  if (address != NULL)
    huis_json_set_string (fact, "mac", huis_look_get_mac (self, address));

  return fact;
}

/* Ports that gave no answer at all are the only fact that is no word from the device itself. */
static gboolean
is_word (JsonObject *fact)
{
  JsonArray *closed = huis_json_get_array (fact, "closed");

  return closed == NULL || json_array_get_length (closed) > 0;
}

static void
take_in (HuisLook *self, HuisHost *host, gboolean word)
{
  gboolean first = word && !host->spoke;

  host->facts++;
  host->spoke |= word;
  if (first)
    huis_probes_meet (self, host, HUIS_PROBE_SPEAKER);
}

void
huis_look_emit (HuisLook *self, JsonObject *fact)
{
  const char *address = huis_json_get_string (fact, "address");
  HuisHost *host = address == NULL ? NULL : huis_hosts_find (self->hosts, address);
  gboolean word = is_word (fact);

  if (host != NULL && host->facts >= HUIS_LOOK_FACTS_MAX)
    {
      huis_look_notice (self, "many-facts", address);
      json_object_unref (fact);
      return;
    }
  if (huis_emitter_emit (self->emitter, fact) && host != NULL)
    take_in (self, host, word);
  if (huis_emitter_is_broken (self->emitter))
    huis_look_stop (self);
}

void
huis_look_notice (HuisLook *self, const char *code, const char *detail)
{
  huis_emitter_notice (self->emitter, code, detail);
}

void
huis_look_count_sent (HuisLook *self, guint count)
{
  self->sent += count;
}

static gboolean
listening_over_cb (gpointer data)
{
  HuisLook *self = data;

  self->listening = FALSE;
  end_if_idle (self);

  return G_SOURCE_REMOVE;
}

static gboolean
too_long_cb (gpointer data)
{
  HuisLook *self = data;

  self->limit_source = 0;
  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

void
huis_look_set_progress (HuisLook *self, guint done, guint total)
{
  self->done = done;
  self->total = total;
}

static gboolean
progress_cb (gpointer data)
{
  HuisLook *self = data;
  JsonObject *fact = huis_look_fact (self, "progress", NULL);
  gboolean sweeping = self->done < self->total;

  json_object_set_string_member (fact, "stage",
                                 sweeping          ? "sweep"
                                 : self->listening ? "listen"
                                                   : "look");
  if (sweeping)
    {
      json_object_set_int_member (fact, "done", self->done);
      json_object_set_int_member (fact, "total", self->total);
    }
  json_object_set_int_member (fact, "found", huis_look_count (self));
  huis_emitter_emit (self->emitter, fact);

  return G_SOURCE_CONTINUE;
}

static void
report_done (HuisLook *self)
{
  JsonObject *fact = huis_look_fact (self, "done", NULL);

  huis_hosts_foreach (self->hosts, tell_host, self);
  json_object_set_int_member (fact, "found", huis_look_count (self));
  json_object_set_int_member (fact, "sent", self->sent);
  json_object_set_boolean_member (fact, "stopped", self->stopped);
  huis_emitter_emit (self->emitter, fact);
}

static void
set_limit (HuisLook *self, double seconds)
{
  g_clear_handle_id (&self->limit_source, g_source_remove);
  self->limit_seconds = seconds;
  self->limit_source = g_timeout_add ((guint) (seconds * 1000), too_long_cb, self);
}

void
huis_look_allow_seconds (HuisLook *self, double seconds)
{
  if (seconds > self->limit_seconds)
    set_limit (self, seconds);
}

void
huis_look_run (HuisLook *self)
{
  guint progress, listening;

  self->listening = TRUE;
  listening =
      g_timeout_add ((guint) (self->options.listen_seconds * 1000), listening_over_cb, self);
  progress = g_timeout_add (PROGRESS_MS, progress_cb, self);
  set_limit (self, self->options.listen_seconds + HUIS_LOOK_GRACE_SECONDS);

  if (self->interface->gateway == 0)
    huis_look_notice (self, "no-gateway", self->interface->name);
  huis_probes_start (self);
  if (!self->stopped)
    g_main_loop_run (self->loop);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->limit_source, g_source_remove);
  g_source_remove (progress);
  if (self->listening)
    g_source_remove (listening);
  report_done (self);
}
