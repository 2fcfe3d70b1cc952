/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device"

#include "huis-device-private.h"

#include <string.h>

static HuisObservation *
observation_at (HuisDevice *self, guint i)
{
  return g_ptr_array_index (self->observations, i);
}

/* The place of the observation that @observation renews, or the end. */
static guint
find_slot (HuisDevice *self, HuisObservation *observation)
{
  const char *slot = huis_observation_get_slot (observation);
  guint i = 0;

  while (i < self->observations->len &&
         strcmp (huis_observation_get_slot (observation_at (self, i)), slot) != 0)
    i++;

  return i;
}

static gboolean
is_ipv6 (const char *address)
{
  return strchr (address, ':') != NULL;
}

/* The address that a person would type: IPv4 before IPv6, newer before older. */
static const char *
choose_address (HuisDevice *self)
{
  HuisObservation *best = NULL;

  for (guint i = 0; i < self->observations->len; i++)
    {
      HuisObservation *next = observation_at (self, i);
      const char *address = huis_observation_get_address (next);

      if (address == NULL || !huis_observation_is (next, "host"))
        continue;
      if (best == NULL || is_ipv6 (address) < is_ipv6 (huis_observation_get_address (best)) ||
          (is_ipv6 (address) == is_ipv6 (huis_observation_get_address (best)) &&
           huis_observation_get_seen (next) > huis_observation_get_seen (best)))
        best = next;
    }

  if (best == NULL && self->observations->len > 0)
    return huis_observation_get_address (observation_at (self, 0));

  return best != NULL ? huis_observation_get_address (best) : NULL;
}

static void
update_address (HuisDevice *self)
{
  const char *address = choose_address (self);

  if (g_strcmp0 (self->address, address) == 0)
    return;
  g_free (self->address);
  self->address = g_strdup (address);
  huis_device_notify_address (self);
}

/* A renewed line may bear the mark no longer, so all of them are asked. */
static gboolean
is_marked (HuisDevice *self, const char *member)
{
  for (guint i = 0; i < self->observations->len; i++)
    if (huis_observation_is (observation_at (self, i), "host") &&
        huis_json_get_boolean (huis_observation_get_fields (observation_at (self, i)), member,
                               FALSE))
      return TRUE;

  return FALSE;
}

/* Asked for at every step of every assessment, and seldom changed. */
static void
update_marks (HuisDevice *self, HuisObservation *newest)
{
  if (!huis_observation_is (newest, "host"))
    return;

  self->is_gateway = is_marked (self, "gateway");
  self->is_self = is_marked (self, "self");
}

static void
take_keys (HuisDevice *self, HuisObservation *observation)
{
  const char *const *keys = huis_observation_get_keys (observation);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (self->keys, g_strdup (keys[i]));
}

static void
add (HuisDevice *self, HuisObservation *observation)
{
  guint i = find_slot (self, observation);
  gint64 seen = huis_observation_get_seen (observation);

  if (i == HUIS_DEVICE_OBSERVATIONS_MAX)
    return;
  if (i < self->observations->len)
    huis_observation_unref (observation_at (self, i));
  else
    g_ptr_array_add (self->observations, NULL);
  self->observations->pdata[i] = huis_observation_ref (observation);

  take_keys (self, observation);
  if (self->mac == NULL)
    self->mac = g_strdup (huis_observation_get_mac (observation));
  self->first_seen = self->first_seen == 0 ? seen : MIN (self->first_seen, seen);
  self->last_seen = MAX (self->last_seen, seen);
  update_address (self);
  update_marks (self, observation);
}

void
huis_device_add_observation (HuisDevice *self, HuisObservation *observation)
{
  g_autoptr (HuisObservation) own = NULL;

  /* A MAC that is another's says nothing about this device, its maker least of all. */
  if (huis_device_borrows_mac (self, huis_observation_get_mac (observation)))
    own = huis_observation_new_without_mac (observation);
  add (self, own != NULL ? own : observation);
}

static gboolean
is_same_service (HuisObservation *a, HuisObservation *b)
{
  const char *host = huis_observation_get_string (a, "host");

  return host != NULL && huis_observation_is (b, "mdns") &&
         g_strcmp0 (host, huis_observation_get_string (b, "host")) == 0 &&
         g_strcmp0 (huis_observation_get_string (a, "service"),
                    huis_observation_get_string (b, "service")) == 0;
}

/* A host that gives one service several names, as a print server does, tells them all at once. */
static gboolean
was_renamed (HuisDevice *self, HuisObservation *observation, gint64 since)
{
  if (!huis_observation_is (observation, "mdns") ||
      huis_observation_get_seen (observation) >= since)
    return FALSE;
  for (guint i = 0; i < self->observations->len; i++)
    if (huis_observation_get_seen (observation_at (self, i)) >= since &&
        is_same_service (observation, observation_at (self, i)))
      return TRUE;

  return FALSE;
}

gboolean
huis_device_forget_old_names (HuisDevice *self, gint64 since)
{
  guint n = self->observations->len;

  for (guint i = n; i > 0; i--)
    if (was_renamed (self, observation_at (self, i - 1), since))
      g_ptr_array_remove_index (self->observations, i - 1);

  return self->observations->len < n;
}

GPtrArray *
huis_device_get_observations (HuisDevice *self)
{
  return self->observations;
}

HuisObservation *
huis_device_find_observation (HuisDevice *self, const char *type, gint64 since)
{
  for (guint i = 0; i < self->observations->len; i++)
    if (huis_observation_is (observation_at (self, i), type) &&
        huis_observation_get_seen (observation_at (self, i)) >= since)
      return observation_at (self, i);

  return NULL;
}

GStrv
huis_device_dup_addresses (HuisDevice *self)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();

  if (self->address != NULL)
    g_ptr_array_add (addresses, g_strdup (self->address));
  for (int ipv6 = 0; ipv6 <= 1; ipv6++)
    for (guint i = 0; i < self->observations->len; i++)
      {
        const char *address = huis_observation_get_address (observation_at (self, i));

        if (address != NULL && is_ipv6 (address) == ipv6 &&
            !g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, NULL))
          g_ptr_array_add (addresses, g_strdup (address));
      }
  g_ptr_array_add (addresses, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&addresses), FALSE);
}

gboolean
huis_device_has_address (HuisDevice *self, const char *address)
{
  for (guint i = 0; i < self->observations->len; i++)
    if (g_strcmp0 (huis_observation_get_address (observation_at (self, i)), address) == 0)
      return TRUE;

  return FALSE;
}

const char *
huis_device_get_mac (HuisDevice *self)
{
  return self->mac;
}

gboolean
huis_device_is_gateway (HuisDevice *self)
{
  return self->is_gateway;
}

gboolean
huis_device_is_self (HuisDevice *self)
{
  return self->is_self;
}

static void
inherit_text (char **mine, const char *theirs)
{
  if (*mine == NULL)
    *mine = g_strdup (theirs);
}

void
huis_device_absorb (HuisDevice *self, HuisDevice *other)
{
  g_object_freeze_notify (G_OBJECT (self));

  huis_device_join_parts (self, other);
  for (guint i = 0; i < other->observations->len; i++)
    huis_device_add_observation (self, observation_at (other, i));
  inherit_text (&self->given_name, other->given_name);
  inherit_text (&self->given_maker, other->given_maker);
  inherit_text (&self->given_model, other->given_model);
  inherit_text (&self->room, other->room);
  inherit_text (&self->note, other->note);
  inherit_text (&self->keeper, other->keeper);
  inherit_text (&self->hub, other->hub);
  if (self->given_kind == HUIS_KIND_UNKNOWN)
    self->given_kind = other->given_kind;
  for (guint i = 0; i < HUIS_N_QUESTIONS; i++)
    if (self->replies[i] == HUIS_REPLY_NONE)
      huis_device_set_reply (self, (HuisQuestion) i, other->replies[i]);
  self->confirmed = self->confirmed || other->confirmed;
  huis_device_set_present (self, self->present || other->present);

  g_object_notify (G_OBJECT (self), "title");
  g_object_notify (G_OBJECT (self), "kind");
  g_object_notify (G_OBJECT (self), "room");
  g_object_thaw_notify (G_OBJECT (self));
}
