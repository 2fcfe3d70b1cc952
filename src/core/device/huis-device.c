/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device"

#include "config.h"

#include "huis-device.h"

#include "huis-device-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HuisDevice, huis_device, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisOrigin, huis_origin,
  G_DEFINE_ENUM_VALUE (HUIS_ORIGIN_SEEN, "seen"),
  G_DEFINE_ENUM_VALUE (HUIS_ORIGIN_BY_HAND, "by-hand"),
  G_DEFINE_ENUM_VALUE (HUIS_ORIGIN_ROUTER_LIST, "router-list"))

G_DEFINE_ENUM_TYPE (HuisEnding, huis_ending,
  G_DEFINE_ENUM_VALUE (HUIS_ENDING_NONE, "none"),
  G_DEFINE_ENUM_VALUE (HUIS_ENDING_UNPLUGGED, "unplugged"),
  G_DEFINE_ENUM_VALUE (HUIS_ENDING_GIVEN_UP, "given-up"))

G_DEFINE_ENUM_TYPE (HuisReply, huis_reply,
  G_DEFINE_ENUM_VALUE (HUIS_REPLY_NONE, "none"),
  G_DEFINE_ENUM_VALUE (HUIS_REPLY_YES, "yes"),
  G_DEFINE_ENUM_VALUE (HUIS_REPLY_NO, "no"),
  G_DEFINE_ENUM_VALUE (HUIS_REPLY_DONT_KNOW, "dont-know"))
/* clang-format on */

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_KIND,
  PROP_ROOM,
  PROP_NOTE,
  PROP_KEEPER,
  PROP_PRESENT,
  PROP_KNOWN,
  PROP_CONFIRMED,
  PROP_REPLIES,
  PROP_IDENTITY,
  PROP_ADDRESS,
  PROP_TESTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
notify (HuisDevice *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
huis_device_finalize (GObject *object)
{
  HuisDevice *self = HUIS_DEVICE (object);

  g_free (self->id);
  g_free (self->given_name);
  g_free (self->given_maker);
  g_free (self->given_model);
  g_free (self->room);
  g_free (self->note);
  g_free (self->keeper);
  g_free (self->hub);
  g_free (self->support_until);
  g_free (self->address);
  g_free (self->mac);
  g_clear_pointer (&self->identity, huis_identity_unref);
  g_ptr_array_unref (self->observations);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->apart);
  g_ptr_array_unref (self->spots);

  G_OBJECT_CLASS (huis_device_parent_class)->finalize (object);
}

static void
huis_device_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HuisDevice *self = HUIS_DEVICE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, huis_device_get_title (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, (int) huis_device_get_kind (self));
      break;
    case PROP_ROOM:
      g_value_set_string (value, self->room);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_KEEPER:
      g_value_set_string (value, self->keeper);
      break;
    case PROP_PRESENT:
      g_value_set_boolean (value, self->present);
      break;
    case PROP_KNOWN:
      g_value_set_boolean (value, self->known);
      break;
    case PROP_CONFIRMED:
      g_value_set_boolean (value, self->confirmed);
      break;
    case PROP_REPLIES:
      g_value_set_uint (value, self->replies_version);
      break;
    case PROP_IDENTITY:
      g_value_set_boxed (value, self->identity);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_TESTED:
      g_value_set_int64 (value, self->tested);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_device_class_init (HuisDeviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = huis_device_finalize;
  object_class->get_property = huis_device_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
      g_param_spec_enum ("kind", NULL, NULL, HUIS_TYPE_KIND, HUIS_KIND_UNKNOWN, flags);
  properties[PROP_ROOM] = g_param_spec_string ("room", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_KEEPER] = g_param_spec_string ("keeper", NULL, NULL, NULL, flags);
  properties[PROP_PRESENT] = g_param_spec_boolean ("present", NULL, NULL, FALSE, flags);
  properties[PROP_KNOWN] = g_param_spec_boolean ("known", NULL, NULL, TRUE, flags);
  properties[PROP_CONFIRMED] = g_param_spec_boolean ("confirmed", NULL, NULL, FALSE, flags);
  /* Counts the answers given, so that a view can listen for one more. */
  properties[PROP_REPLIES] = g_param_spec_uint ("replies", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IDENTITY] =
      g_param_spec_boxed ("identity", NULL, NULL, HUIS_TYPE_IDENTITY, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_TESTED] = g_param_spec_int64 ("tested", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
huis_device_init (HuisDevice *self)
{
  self->id = g_uuid_string_random ();
  self->known = TRUE;
  self->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->apart = g_ptr_array_new_with_free_func (g_free);
  self->spots = g_ptr_array_new_with_free_func (g_free);
}

HuisDevice *
huis_device_new (HuisOrigin origin)
{
  HuisDevice *self = g_object_new (HUIS_TYPE_DEVICE, NULL);

  self->origin = origin;

  return self;
}

const char *
huis_device_get_id (HuisDevice *self)
{
  return self->id;
}

HuisOrigin
huis_device_get_origin (HuisDevice *self)
{
  return self->origin;
}

static gboolean
mentions (const char *name, const char *corrected, const char *given)
{
  return corrected != NULL && given != NULL && strcmp (corrected, given) != 0 &&
         strstr (name, corrected) != NULL;
}

const char *
huis_device_get_name (HuisDevice *self)
{
  const HuisIdentity *ours = self->identity;

  if (self->given_name != NULL)
    return self->given_name;
  if (ours == NULL || ours->name == NULL || mentions (ours->name, ours->maker, self->given_maker) ||
      mentions (ours->name, ours->model, self->given_model))
    return NULL;

  return ours->name;
}

const char *
huis_device_get_title (HuisDevice *self)
{
  const char *name = huis_device_get_name (self);

  if (name != NULL)
    return name;
  if (huis_device_is_self (self))
    return _ ("This computer");
  if (huis_device_is_gateway (self))
    return _ ("Your router");
  if (self->given_model != NULL)
    return self->given_model;
  if (self->given_maker != NULL)
    return self->given_maker;

  return _ ("Unknown device");
}

HuisKind
huis_device_get_kind (HuisDevice *self)
{
  if (self->given_kind != HUIS_KIND_UNKNOWN)
    return self->given_kind;

  return self->identity != NULL ? self->identity->kind : HUIS_KIND_UNKNOWN;
}

HuisStrength
huis_device_get_kind_strength (HuisDevice *self)
{
  if (self->given_kind != HUIS_KIND_UNKNOWN)
    return HUIS_STRENGTH_CERTAIN;

  return self->identity != NULL ? self->identity->kind_strength : HUIS_STRENGTH_NONE;
}

gboolean
huis_device_get_present (HuisDevice *self)
{
  return self->present;
}

void
huis_device_set_present (HuisDevice *self, gboolean present)
{
  if (self->present == present)
    return;
  self->present = present;
  notify (self, PROP_PRESENT);
}

gint64
huis_device_get_first_seen (HuisDevice *self)
{
  return self->first_seen;
}

gint64
huis_device_get_last_seen (HuisDevice *self)
{
  return self->last_seen;
}

gint64
huis_device_get_tested (HuisDevice *self)
{
  return self->tested;
}

void
huis_device_set_tested (HuisDevice *self, gint64 when)
{
  if (self->tested == when)
    return;
  self->tested = when;
  notify (self, PROP_TESTED);
}

const char *
huis_device_get_maker (HuisDevice *self)
{
  if (self->given_maker != NULL)
    return self->given_maker;

  return self->identity != NULL ? self->identity->maker : NULL;
}

const char *
huis_device_get_model (HuisDevice *self)
{
  const char *maker = self->identity != NULL ? self->identity->maker : NULL;

  if (self->given_model != NULL)
    return self->given_model;
  if (self->given_maker != NULL && g_strcmp0 (self->given_maker, maker) != 0)
    return NULL;

  return self->identity != NULL ? self->identity->model : NULL;
}

HuisIdentity *
huis_device_get_identity (HuisDevice *self)
{
  return self->identity;
}

void
huis_device_set_identity (HuisDevice *self, HuisIdentity *identity)
{
  gboolean same = huis_identity_equal (self->identity, identity);

  if (identity != NULL)
    huis_identity_ref (identity);
  g_clear_pointer (&self->identity, huis_identity_unref);
  self->identity = identity;
  if (same)
    return;

  notify (self, PROP_IDENTITY);
  notify (self, PROP_TITLE);
  notify (self, PROP_KIND);
}

gboolean
huis_device_has_key (HuisDevice *self, const char *key)
{
  return g_hash_table_contains (self->keys, key);
}

GList *
huis_device_get_keys (HuisDevice *self)
{
  return g_hash_table_get_keys (self->keys);
}

gboolean
huis_device_is_hiding (HuisDevice *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_str_has_prefix (key, "random-mac:"))
      return FALSE;

  return g_hash_table_size (self->keys) > 0;
}

const char *
huis_device_get_address (HuisDevice *self)
{
  return self->address;
}

void
huis_device_notify_address (HuisDevice *self)
{
  notify (self, PROP_ADDRESS);
}
