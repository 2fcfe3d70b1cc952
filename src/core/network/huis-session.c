/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-session"

#include "huis-session-private.h"

#include "huis-trips.h"

G_DEFINE_FINAL_TYPE (HuisSession, huis_session, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisLook, huis_look,
  G_DEFINE_ENUM_VALUE (HUIS_LOOK_NONE, "none"),
  G_DEFINE_ENUM_VALUE (HUIS_LOOK_ALL, "all"),
  G_DEFINE_ENUM_VALUE (HUIS_LOOK_ROUTER, "router"),
  G_DEFINE_ENUM_VALUE (HUIS_LOOK_DEVICE, "device"))
/* clang-format on */

enum
{
  PROP_0,
  PROP_NETWORK,
  PROP_LOOKING,
  PROP_STAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_network (HuisSession *self, HuisNetwork *network)
{
  if (self->network == network)
    return;

  g_set_object (&self->network, network);
  self->large_confirmed = FALSE;
  if (network != NULL)
    {
      huis_store_set_current (self->store, network);
      huis_inventory_set_identify_func (huis_network_get_inventory (network), self->identify,
                                        self->identify_data);
      huis_network_set_maker_guides (network, self->maker_guides);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NETWORK]);
}

/* The network that @interface leads to for certain, else one that it perhaps leads to. */
static HuisNetwork *
find_known (HuisSession *self, HuisObservation *interface, HuisMatch *match)
{
  GListModel *networks = huis_store_get_networks (self->store);
  guint n = g_list_model_get_n_items (networks);
  HuisNetwork *best = NULL;

  *match = HUIS_MATCH_NONE;
  for (guint i = 0; i < n; i++)
    {
      /* The list keeps its own reference. */
      g_autoptr (HuisNetwork) network = g_list_model_get_item (networks, i);
      HuisMatch next = huis_network_match (network, interface);

      if (next > *match)
        {
          *match = next;
          best = network;
        }
    }

  return best;
}

void
huis_session_choose_interface (HuisSession *self, HuisObservation *interface)
{
  HuisMatch match;
  HuisNetwork *known = find_known (self, interface, &match);
  g_autoptr (HuisNetwork) network = NULL;

  if (known == NULL)
    known = network = huis_network_new (interface);
  else if (known != self->network)
    huis_network_set_recognised (known, match == HUIS_MATCH_CERTAIN);
  huis_network_set_interface (known, interface);
  set_network (self, known);
}

/* The network that the person left for a while, to look at it from another one; or %NULL. */
static HuisNetwork *
find_travelling (HuisSession *self)
{
  GListModel *networks = huis_store_get_networks (self->store);

  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (HuisNetwork) network = g_list_model_get_item (networks, i);

      if (huis_trip_book_is_travelling (huis_network_get_trip_book (network)))
        return network;
    }

  return NULL;
}

static void
found_cb (HuisInterfaces *interfaces, HuisSession *self)
{
  HuisObservation *home = huis_interfaces_find_home (interfaces);
  HuisNetwork *travelling = find_travelling (self);

  if (travelling != NULL &&
      (home == NULL || huis_network_match (travelling, home) == HUIS_MATCH_NONE))
    set_network (self, travelling);
  else if (home != NULL)
    huis_session_choose_interface (self, home);
  else
    set_network (self, huis_store_get_current (self->store));
}

HuisInterfaces *
huis_session_get_interfaces (HuisSession *self)
{
  return self->interfaces;
}

gboolean
huis_session_is_connected (HuisSession *self)
{
  GPtrArray *interfaces = huis_interfaces_get_list (self->interfaces);

  for (guint i = 0; self->network != NULL && i < interfaces->len; i++)
    if (huis_network_match (self->network, g_ptr_array_index (interfaces, i)) != HUIS_MATCH_NONE)
      return TRUE;

  return FALSE;
}

void
huis_session_set_identify_func (HuisSession *self, HuisIdentifyFunc func, gpointer user_data)
{
  self->identify = func;
  self->identify_data = user_data;
  if (self->network != NULL)
    huis_inventory_set_identify_func (huis_network_get_inventory (self->network), func, user_data);
}

void
huis_session_set_maker_guides (HuisSession *self, HuisMakerGuides *guides)
{
  g_return_if_fail (HUIS_IS_SESSION (self));

  g_set_object (&self->maker_guides, guides);
  if (self->network != NULL)
    huis_network_set_maker_guides (self->network, guides);
}

HuisStore *
huis_session_get_store (HuisSession *self)
{
  return self->store;
}

HuisNetwork *
huis_session_get_network (HuisSession *self)
{
  return self->network;
}

HuisTrips *
huis_session_get_trips (HuisSession *self)
{
  return self->trips;
}

HuisLook
huis_session_get_looking (HuisSession *self)
{
  return self->looking;
}

HuisDevice *
huis_session_get_looked_at (HuisSession *self)
{
  return self->looked_at;
}

const char *
huis_session_get_stage (HuisSession *self)
{
  return self->stage;
}

const GError *
huis_session_get_look_error (HuisSession *self)
{
  return self->look_error;
}

GPtrArray *
huis_session_get_notices (HuisSession *self)
{
  return self->notices;
}

gboolean
huis_session_has_notice (HuisSession *self, const char *code)
{
  for (guint i = 0; i < self->notices->len; i++)
    if (g_strcmp0 (huis_observation_get_string (g_ptr_array_index (self->notices, i), "code"),
                   code) == 0)
      return TRUE;

  return FALSE;
}

static void
huis_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HuisSession *self = HUIS_SESSION (object);

  switch (prop_id)
    {
    case PROP_NETWORK:
      g_value_set_object (value, self->network);
      break;
    case PROP_LOOKING:
      g_value_set_enum (value, (int) self->looking);
      break;
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_session_dispose (GObject *object)
{
  HuisSession *self = HUIS_SESSION (object);

  huis_session_stop (self);
  g_clear_object (&self->trips);
  g_clear_object (&self->scan);
  g_clear_object (&self->interfaces);
  g_clear_object (&self->looked_at);
  g_clear_object (&self->look_network);
  g_clear_object (&self->network);
  g_clear_object (&self->maker_guides);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (huis_session_parent_class)->dispose (object);
}

static void
huis_session_finalize (GObject *object)
{
  HuisSession *self = HUIS_SESSION (object);

  g_free (self->scanner);
  g_free (self->stage);
  g_ptr_array_unref (self->notices);
  g_clear_error (&self->look_error);

  G_OBJECT_CLASS (huis_session_parent_class)->finalize (object);
}

static void
huis_session_class_init (HuisSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = huis_session_get_property;
  object_class->dispose = huis_session_dispose;
  object_class->finalize = huis_session_finalize;

  properties[PROP_NETWORK] = g_param_spec_object ("network", NULL, NULL, HUIS_TYPE_NETWORK, flags);
  properties[PROP_LOOKING] =
      g_param_spec_enum ("looking", NULL, NULL, HUIS_TYPE_LOOK, HUIS_LOOK_NONE, flags);
  properties[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_new ("notice", HUIS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                HUIS_TYPE_OBSERVATION);
  g_signal_new ("looked", HUIS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_BOOLEAN, HUIS_TYPE_DEVICE);
}

static void
huis_session_init (HuisSession *self)
{
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_observation_unref);
}

HuisSession *
huis_session_new (HuisStore *store, const char *scanner)
{
  HuisSession *self = g_object_new (HUIS_TYPE_SESSION, NULL);

  self->store = g_object_ref (store);
  self->scanner = scanner != NULL ? g_strdup (scanner) : huis_scan_dup_scanner_path ();
  self->interfaces = huis_interfaces_new (self->scanner);
  g_signal_connect_object (self->interfaces, "found", G_CALLBACK (found_cb), self,
                           G_CONNECT_DEFAULT);
  self->trips = huis_trips_new (self, self->scanner);

  return self;
}
