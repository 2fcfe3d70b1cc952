/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-network"

#include "config.h"

#include "huis-network-private.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (HuisNetwork, huis_network, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisOwner, huis_owner,
  G_DEFINE_ENUM_VALUE (HUIS_OWNER_NOT_ASKED, "not-asked"),
  G_DEFINE_ENUM_VALUE (HUIS_OWNER_MINE, "mine"),
  G_DEFINE_ENUM_VALUE (HUIS_OWNER_ORGANISATION, "organisation"),
  G_DEFINE_ENUM_VALUE (HUIS_OWNER_NOT_MINE, "not-mine"))

G_DEFINE_ENUM_TYPE (HuisGrouping, huis_grouping,
  G_DEFINE_ENUM_VALUE (HUIS_GROUPING_ROOM, "room"),
  G_DEFINE_ENUM_VALUE (HUIS_GROUPING_KEEPER, "keeper"))
/* clang-format on */

enum
{
  PROP_0,
  PROP_OWNER,
  PROP_LAST_LOOK,
  PROP_NEXT_LOOK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
emit_changed (HuisNetwork *self)
{
  g_signal_emit (self, changed_signal, 0);
}

HuisMatch
huis_network_match (HuisNetwork *self, HuisObservation *interface)
{
  return huis_network_key_match (self->key, interface);
}

void
huis_network_set_recognised (HuisNetwork *self, gboolean recognised)
{
  if (self->recognised == recognised)
    return;
  self->recognised = recognised;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER]);
}

void
huis_network_set_gateway_mac (HuisNetwork *self, const char *mac)
{
  g_autofree char *before = g_steal_pointer (&self->key);

  self->key = huis_network_key_with_mac (before, mac);
  if (strcmp (before, self->key) != 0)
    emit_changed (self);
}

HuisNetwork *
huis_network_new (HuisObservation *interface)
{
  HuisNetwork *self = g_object_new (HUIS_TYPE_NETWORK, NULL);

  self->key = huis_network_key_new (interface);
  if (self->key == NULL)
    self->key = g_strdup ("-");
  self->interface = huis_observation_ref (interface);

  return self;
}

const char *
huis_network_get_key (HuisNetwork *self)
{
  return self->key;
}

HuisObservation *
huis_network_get_interface (HuisNetwork *self)
{
  return self->interface;
}

void
huis_network_set_interface (HuisNetwork *self, HuisObservation *interface)
{
  huis_observation_ref (interface);
  huis_observation_unref (self->interface);
  self->interface = interface;
  emit_changed (self);
}

const char *
huis_network_get_title (HuisNetwork *self)
{
  const char *ssid = huis_observation_get_string (self->interface, "ssid");

  return ssid != NULL ? ssid : _ ("Cabled network");
}

char *
huis_network_dup_router_uri (HuisNetwork *self)
{
  const char *gateway = huis_observation_get_string (self->interface, "gateway");
  g_autoptr (GInetAddress) address =
      gateway != NULL ? g_inet_address_new_from_string (gateway) : NULL;
  g_autofree char *text = address != NULL ? g_inet_address_to_string (address) : NULL;

  /* A link-local IPv6 address needs a zone, which no browser takes. */
  if (text == NULL || g_inet_address_get_is_any (address) ||
      g_inet_address_get_is_multicast (address))
    return NULL;
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return g_strdup_printf ("http://%s/", text);

  return g_inet_address_get_is_link_local (address) ? NULL : g_strdup_printf ("http://[%s]/", text);
}

HuisOwner
huis_network_get_owner (HuisNetwork *self)
{
  return self->recognised ? self->owner : HUIS_OWNER_NOT_ASKED;
}

gint64
huis_network_get_owner_when (HuisNetwork *self)
{
  return self->owner_when;
}

void
huis_network_set_owner (HuisNetwork *self, HuisOwner owner)
{
  if (huis_network_get_owner (self) == owner)
    return;
  self->owner = owner;
  self->recognised = TRUE;
  self->owner_when = g_get_real_time () / G_USEC_PER_SEC;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER]);
  emit_changed (self);
}

gboolean
huis_network_may_look (HuisNetwork *self)
{
  HuisOwner owner = huis_network_get_owner (self);

  return owner == HUIS_OWNER_MINE || owner == HUIS_OWNER_ORGANISATION;
}

HuisInventory *
huis_network_get_inventory (HuisNetwork *self)
{
  return self->inventory;
}

HuisAnswers *
huis_network_get_answers (HuisNetwork *self)
{
  return self->answers;
}

HuisTripBook *
huis_network_get_trip_book (HuisNetwork *self)
{
  return self->trip_book;
}

HuisOpeningBook *
huis_network_get_opening_book (HuisNetwork *self)
{
  return self->opening_book;
}

HuisHistory *
huis_network_get_history (HuisNetwork *self)
{
  return self->history;
}

gint64
huis_network_get_look_begun (HuisNetwork *self)
{
  return self->look_begun;
}

gint64
huis_network_get_last_look (HuisNetwork *self)
{
  return self->last_look;
}

void
huis_network_begin_look (HuisNetwork *self, gint64 now)
{
  self->look_begun = now;
  huis_inventory_begin_look (self->inventory);
  emit_changed (self);
}

void
huis_network_end_look (HuisNetwork *self, gint64 now)
{
  self->last_look = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_LOOK]);
  emit_changed (self);
}

const char *
huis_network_get_router_guide (HuisNetwork *self)
{
  return self->router_guide;
}

void
huis_network_set_router_guide (HuisNetwork *self, const char *id)
{
  if (g_strcmp0 (self->router_guide, id) == 0)
    return;
  g_free (self->router_guide);
  self->router_guide = g_strdup (id);
  emit_changed (self);
}

HuisGrouping
huis_network_get_grouping (HuisNetwork *self)
{
  return self->grouping;
}

void
huis_network_set_grouping (HuisNetwork *self, HuisGrouping grouping)
{
  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  emit_changed (self);
}

gint64
huis_network_get_next_look (HuisNetwork *self)
{
  return self->next_look;
}

void
huis_network_set_next_look (HuisNetwork *self, gint64 when)
{
  if (self->next_look == when)
    return;
  self->next_look = when;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEXT_LOOK]);
  emit_changed (self);
}

static void
huis_network_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HuisNetwork *self = HUIS_NETWORK (object);

  switch (prop_id)
    {
    case PROP_OWNER:
      g_value_set_enum (value, (int) huis_network_get_owner (self));
      break;
    case PROP_LAST_LOOK:
      g_value_set_int64 (value, self->last_look);
      break;
    case PROP_NEXT_LOOK:
      g_value_set_int64 (value, self->next_look);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

void
huis_network_set_maker_guides (HuisNetwork *self, HuisMakerGuides *guides)
{
  g_set_object (&self->maker_guides, guides);
}

const HuisMakerGuide *
huis_network_find_maker_guide (HuisNetwork *self, HuisDevice *device)
{
  return self->maker_guides != NULL ? huis_maker_guides_match (self->maker_guides, device) : NULL;
}

const HuisMakerSupport *
huis_network_find_support (HuisNetwork *self, HuisDevice *device)
{
  if (self->maker_guides == NULL)
    return NULL;

  return huis_maker_guides_find_support (self->maker_guides, device);
}

static void
huis_network_finalize (GObject *object)
{
  HuisNetwork *self = HUIS_NETWORK (object);

  g_free (self->key);
  g_clear_object (&self->maker_guides);
  g_free (self->router_guide);
  g_clear_pointer (&self->interface, huis_observation_unref);
  g_signal_handlers_disconnect_by_data (self->inventory, self);
  g_signal_handlers_disconnect_by_data (self->answers, self);
  g_signal_handlers_disconnect_by_data (self->trip_book, self);
  g_signal_handlers_disconnect_by_data (self->opening_book, self);
  g_signal_handlers_disconnect_by_data (self->history, self);
  g_object_unref (self->inventory);
  g_object_unref (self->trip_book);
  g_object_unref (self->opening_book);
  g_object_unref (self->answers);
  g_object_unref (self->history);

  G_OBJECT_CLASS (huis_network_parent_class)->finalize (object);
}

static void
huis_network_class_init (HuisNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = huis_network_get_property;
  object_class->finalize = huis_network_finalize;

  properties[PROP_OWNER] =
      g_param_spec_enum ("owner", NULL, NULL, HUIS_TYPE_OWNER, HUIS_OWNER_NOT_ASKED, flags);
  properties[PROP_LAST_LOOK] =
      g_param_spec_int64 ("last-look", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NEXT_LOOK] =
      g_param_spec_int64 ("next-look", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", HUIS_TYPE_NETWORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
huis_network_init (HuisNetwork *self)
{
  self->recognised = TRUE;
  self->inventory = huis_inventory_new ();
  self->answers = huis_answers_new ();
  self->trip_book = huis_trip_book_new ();
  self->opening_book = huis_opening_book_new ();
  self->history = huis_history_new ();
  g_signal_connect_swapped (self->inventory, "changed", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->answers, "changed", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->trip_book, "changed", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->opening_book, "changed", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (emit_changed), self);
}
