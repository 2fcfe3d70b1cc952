/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device"

#include "huis-device-private.h"

#include "huis-text.h"

#include <gio/gio.h>
#include <string.h>

/*
 * What a device can be divided into, and what is remembered of a division: "apart" are the devices
 * that it is not, whatever they have in common; a "spot" is an address that is its own although the
 * MAC there is another's, as behind an extender.
 */

/* Addresses answer within one look; what changed over months is no crowd. */
#define TOGETHER_SECONDS 600
#define EXTENDER_MIN     3

#define SPOT_PREFIX "spot:"
#define MAC_LENGTH  17

static HuisObservation *
observation_at (HuisDevice *self, guint i)
{
  return g_ptr_array_index (self->observations, i);
}

static gboolean
contains (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

char *
huis_device_make_spot (const char *mac, const char *address)
{
  return mac != NULL && address != NULL ? g_strconcat (SPOT_PREFIX, mac, "@", address, NULL) : NULL;
}

gboolean
huis_device_is_spot (const char *text)
{
  g_autofree char *mac = NULL;
  g_autofree char *again = NULL;

  if (!g_str_has_prefix (text, SPOT_PREFIX) ||
      strlen (text) < strlen (SPOT_PREFIX) + MAC_LENGTH + 2 ||
      text[strlen (SPOT_PREFIX) + MAC_LENGTH] != '@')
    return FALSE;

  mac = g_strndup (text + strlen (SPOT_PREFIX), MAC_LENGTH);
  again = huis_text_normalise_mac (mac);

  return g_strcmp0 (mac, again) == 0 &&
         g_hostname_is_ip_address (text + strlen (SPOT_PREFIX) + MAC_LENGTH + 1);
}

gboolean
huis_device_borrows_mac (HuisDevice *self, const char *mac)
{
  g_autofree char *prefix = mac != NULL ? g_strconcat (SPOT_PREFIX, mac, "@", NULL) : NULL;

  for (guint i = 0; prefix != NULL && i < self->spots->len; i++)
    if (g_str_has_prefix (self->spots->pdata[i], prefix))
      return TRUE;

  return FALSE;
}

void
huis_device_add_spot (HuisDevice *self, const char *spot)
{
  if (contains (self->spots, spot) || self->spots->len >= HUIS_DEVICE_PARTS_MAX)
    return;
  g_ptr_array_add (self->spots, g_strdup (spot));
  g_hash_table_add (self->keys, g_strdup (spot));
}

void
huis_device_add_apart (HuisDevice *self, const char *id)
{
  if (!contains (self->apart, id) && self->apart->len < HUIS_DEVICE_PARTS_MAX)
    g_ptr_array_add (self->apart, g_strdup (id));
}

gboolean
huis_device_is_apart (HuisDevice *self, HuisDevice *other)
{
  return contains (self->apart, other->id) || contains (other->apart, self->id);
}

/* Distinct values of @get over what was seen since @since. */
static GPtrArray *
collect (HuisDevice *self, const char *(*get) (HuisObservation *), gint64 since)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < self->observations->len && values->len < HUIS_DEVICE_PARTS_MAX; i++)
    {
      const char *value = get (observation_at (self, i));

      if (value != NULL && huis_observation_get_seen (observation_at (self, i)) >= since &&
          !contains (values, value))
        g_ptr_array_add (values, (gpointer) value);
    }

  return values;
}

static const char *
get_ipv4 (HuisObservation *observation)
{
  const char *address = huis_observation_get_address (observation);

  return address != NULL && strchr (address, ':') == NULL ? address : NULL;
}

static const char *
get_host_ipv4 (HuisObservation *observation)
{
  return huis_observation_is (observation, "host") ? get_ipv4 (observation) : NULL;
}

gboolean
huis_device_is_extender (HuisDevice *self)
{
  g_autoptr (GPtrArray) now = collect (self, get_host_ipv4, self->last_seen - TOGETHER_SECONDS);
  g_autoptr (GPtrArray) macs = collect (self, huis_observation_get_mac, 0);

  return now->len >= EXTENDER_MIN && macs->len == 1 && !huis_device_is_gateway (self) &&
         !huis_device_is_self (self);
}

GStrv
huis_device_dup_parts (HuisDevice *self)
{
  g_autoptr (GPtrArray) parts = collect (self, huis_observation_get_mac, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (parts->len < 2)
    {
      g_clear_pointer (&parts, g_ptr_array_unref);
      parts = collect (self, get_ipv4, self->last_seen - TOGETHER_SECONDS);
    }
  for (guint i = 0; parts->len >= 2 && i < parts->len; i++)
    g_strv_builder_add (builder, parts->pdata[i]);

  return g_strv_builder_end (builder);
}

/* Whether @observation is about @part: by its MAC or address, or by an address of that MAC. */
static gboolean
is_of_part (HuisDevice *self, HuisObservation *observation, const char *part)
{
  const char *address = huis_observation_get_address (observation);
  const char *mac = huis_observation_get_mac (observation);

  if (g_strcmp0 (mac, part) == 0 || g_strcmp0 (address, part) == 0)
    return TRUE;
  for (guint i = 0; mac == NULL && i < self->observations->len; i++)
    if (g_strcmp0 (huis_observation_get_mac (observation_at (self, i)), part) == 0 &&
        g_strcmp0 (huis_observation_get_address (observation_at (self, i)), address) == 0)
      return TRUE;

  return FALSE;
}

GPtrArray *
huis_device_dup_part (HuisDevice *self, const char *part)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);

  for (guint i = 0; i < self->observations->len; i++)
    if (is_of_part (self, observation_at (self, i), part))
      g_ptr_array_add (facts, huis_observation_ref (observation_at (self, i)));

  return facts;
}

/* The same device, with what the person said of it and without anything observed. */
static HuisDevice *
copy_said (HuisDevice *self)
{
  g_autoptr (JsonObject) object = huis_device_to_json (self);

  json_object_set_array_member (object, "observations", json_array_new ());

  return huis_device_new_from_json (object);
}

/* The MAC stays with the rest: what is taken out keeps its addresses alone. */
static void
add_spots (HuisDevice *other, GPtrArray *facts, GPtrArray *macs_of_rest)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const char *mac = huis_observation_get_mac (facts->pdata[i]);
      g_autofree char *spot =
          huis_device_make_spot (mac, huis_observation_get_address (facts->pdata[i]));

      if (spot != NULL && contains (macs_of_rest, mac))
        huis_device_add_spot (other, spot);
    }
}

/* Whether the MAC in @spot is a key of the device itself. */
static gboolean
owns_mac_of (HuisDevice *self, const char *spot)
{
  g_autofree char *mac = g_strndup (spot + strlen (SPOT_PREFIX), MAC_LENGTH);
  g_autofree char *key = g_strconcat ("mac:", mac, NULL);
  g_autofree char *random_key = g_strconcat ("random-mac:", mac, NULL);

  return huis_device_has_key (self, key) || huis_device_has_key (self, random_key);
}

static void
forget (GPtrArray *texts, const char *text)
{
  guint i;

  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &i))
    g_ptr_array_remove_index (texts, i);
}

static void
drop_spot (HuisDevice *self, const char *spot)
{
  g_hash_table_remove (self->keys, spot);
  forget (self->spots, spot);
}

gboolean
huis_device_divide (HuisDevice *self, const char *part, HuisDevice **rest, HuisDevice **other)
{
  g_autoptr (GPtrArray) facts = huis_device_dup_part (self, part);
  g_autoptr (GPtrArray) macs = NULL;

  if (facts->len == 0 || facts->len == self->observations->len)
    return FALSE;

  *rest = copy_said (self);
  *other = huis_device_new (HUIS_ORIGIN_SEEN);
  for (guint i = 0; i < self->observations->len; i++)
    if (!g_ptr_array_find (facts, observation_at (self, i), NULL))
      huis_device_add_observation (*rest, observation_at (self, i));
  macs = collect (*rest, huis_observation_get_mac, 0);
  add_spots (*other, facts, macs);
  for (guint i = 0; i < (*other)->spots->len; i++)
    drop_spot (*rest, (*other)->spots->pdata[i]);
  for (guint i = 0; i < facts->len; i++)
    huis_device_add_observation (*other, facts->pdata[i]);
  (*other)->tested = self->tested;
  huis_device_add_apart (*rest, (*other)->id);
  huis_device_add_apart (*other, (*rest)->id);

  return TRUE;
}

void
huis_device_join_parts (HuisDevice *self, HuisDevice *other)
{
  GHashTableIter iter;
  gpointer key;
  guint i = 0;

  g_hash_table_iter_init (&iter, other->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->keys, g_strdup (key));
  while (i < other->apart->len)
    huis_device_add_apart (self, other->apart->pdata[i++]);
  for (i = 0; i < other->spots->len; i++)
    huis_device_add_spot (self, other->spots->pdata[i]);

  /* These two are one now; and an address is nothing of its own where the MAC is there as well. */
  forget (self->apart, other->id);
  forget (self->apart, self->id);
  for (i = self->spots->len; i > 0; i--)
    if (owns_mac_of (self, self->spots->pdata[i - 1]))
      drop_spot (self, self->spots->pdata[i - 1]);
}
