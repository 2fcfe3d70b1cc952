/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-whereabouts"

#include "huis-whereabouts.h"

/* A phone on a cable or over Bluetooth is left out of the home's networks, but may be elsewhere. */
static gboolean
may_be_elsewhere (HuisObservation *interface)
{
  const char *ignored = huis_observation_get_string (interface, "ignored");

  return (ignored == NULL || g_str_equal (ignored, "tethering")) &&
         huis_observation_get_string (interface, "gateway") != NULL &&
         huis_observation_get_string (interface, "same_as") == NULL;
}

static gboolean
has_gateway (HuisNetwork *network, HuisObservation *interface)
{
  const char *mac = huis_observation_get_string (interface, "gateway_mac");

  return mac != NULL && g_str_has_prefix (huis_network_get_key (network), mac);
}

static void
look_at_interface (HuisWhereabouts *self, HuisNetwork *network, HuisObservation *interface)
{
  HuisMatch match = huis_network_match (network, interface);

  if (match == HUIS_MATCH_CERTAIN)
    self->home = HUIS_PLACE_HOME;
  else if (match == HUIS_MATCH_PERHAPS && self->home == HUIS_PLACE_NOWHERE)
    self->home = HUIS_PLACE_PERHAPS_HOME;
  if (match != HUIS_MATCH_NONE || !may_be_elsewhere (interface))
    return;
  if (self->elsewhere != NULL &&
      !huis_json_get_boolean (huis_observation_get_fields (interface), "default", FALSE))
    return;

  g_clear_pointer (&self->elsewhere, huis_observation_unref);
  self->elsewhere = huis_observation_ref (interface);
  self->same_router = has_gateway (network, interface);
}

void
huis_whereabouts_look (HuisWhereabouts *self, HuisNetwork *network, HuisInterfaces *interfaces)
{
  GPtrArray *list = huis_interfaces_get_list (interfaces);

  self->home = HUIS_PLACE_NOWHERE;
  self->same_router = FALSE;
  g_clear_pointer (&self->elsewhere, huis_observation_unref);
  for (guint i = 0; network != NULL && i < list->len; i++)
    look_at_interface (self, network, g_ptr_array_index (list, i));
}

void
huis_whereabouts_clear (HuisWhereabouts *self)
{
  g_clear_pointer (&self->elsewhere, huis_observation_unref);
}

HuisPlace
huis_whereabouts_get_place (const HuisWhereabouts *self, gboolean homeward)
{
  HuisPlace elsewhere = self->elsewhere == NULL ? HUIS_PLACE_NOWHERE
                        : self->same_router     ? HUIS_PLACE_SAME_ROUTER
                                                : HUIS_PLACE_AWAY;

  if (homeward)
    return self->home != HUIS_PLACE_NOWHERE ? self->home : elsewhere;

  return elsewhere != HUIS_PLACE_NOWHERE ? elsewhere : self->home;
}

gboolean
huis_whereabouts_is_still (const HuisWhereabouts *self, HuisObservation *before)
{
  return self->elsewhere != NULL &&
         g_strcmp0 (huis_observation_get_string (self->elsewhere, "interface"),
                    huis_observation_get_string (before, "interface")) == 0 &&
         g_strcmp0 (huis_observation_get_address (self->elsewhere),
                    huis_observation_get_address (before)) == 0;
}
