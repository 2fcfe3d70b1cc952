/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-session"

#include "huis-session-private.h"

#include "huis-openings.h"

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_stage (HuisSession *self, const char *stage)
{
  g_free (self->stage);
  self->stage = g_strdup (stage);
  g_object_notify (G_OBJECT (self), "stage");
}

static void
observation_cb (HuisScan *scan, HuisObservation *observation, HuisSession *self)
{
  if (huis_observation_is (observation, "notice"))
    {
      g_ptr_array_add (self->notices, huis_observation_ref (observation));
      g_signal_emit_by_name (self, "notice", observation);
    }
  else if (huis_observation_is (observation, "progress"))
    set_stage (self, huis_observation_get_string (observation, "stage"));
  else
    huis_inventory_add_observation (huis_network_get_inventory (self->look_network), observation);
}

/* The gateway answered: now it is certain which network this is. */
static void
learn_gateway (HuisSession *self)
{
  HuisDevice *gateway =
      huis_inventory_find_gateway (huis_network_get_inventory (self->look_network));

  if (gateway != NULL && huis_device_get_mac (gateway) != NULL &&
      *huis_network_get_key (self->look_network) == '-')
    huis_network_set_gateway_mac (self->look_network, huis_device_get_mac (gateway));
}

/* What was not seen again in a finished look is no longer open. */
static void
mark_tested (HuisSession *self)
{
  HuisInventory *inventory = huis_network_get_inventory (self->look_network);
  guint n = huis_inventory_get_n_devices (inventory);

  if (self->looked_at != NULL)
    huis_device_set_tested (self->looked_at, self->begun);
  for (guint i = 0; self->looking == HUIS_LOOK_ALL && i < n; i++)
    if (huis_device_get_present (huis_inventory_peek (inventory, i)))
      huis_device_set_tested (huis_inventory_peek (inventory, i), self->begun);
}

static void
looked_cb (HuisScan *scan, gboolean complete, HuisSession *self)
{
  gboolean whole = complete && !huis_scan_get_stopped (scan);
  g_autoptr (HuisDevice) device = NULL;

  g_clear_error (&self->look_error);
  if (huis_scan_get_error (scan) != NULL)
    self->look_error = g_error_copy (huis_scan_get_error (scan));

  if (whole)
    {
      mark_tested (self);
      if (self->looking == HUIS_LOOK_ALL)
        huis_inventory_forget_old_names (huis_network_get_inventory (self->look_network),
                                         self->begun);
      huis_openings_remember (self->look_network);
    }
  learn_gateway (self);
  if (self->looking == HUIS_LOOK_ALL)
    huis_network_end_look (self->look_network, now ());

  device = g_steal_pointer (&self->looked_at);
  g_clear_object (&self->look_network);
  self->looking = HUIS_LOOK_NONE;
  g_clear_object (&self->scan);
  set_stage (self, NULL);
  g_object_notify (G_OBJECT (self), "looking");
  g_signal_emit_by_name (self, "looked", whole, device);
}

static JsonObject *
make_request (const char *name)
{
  JsonObject *request = json_object_new ();

  json_object_set_string_member (request, "request", name);

  return request;
}

static gboolean
start_look (HuisSession *self, HuisLook look, JsonObject *request, HuisDevice *device)
{
  if (self->network == NULL || self->looking != HUIS_LOOK_NONE ||
      !huis_network_may_look (self->network) || !huis_session_is_connected (self))
    return FALSE;

  huis_json_set_string (request, "interface",
                        huis_observation_get_string (huis_network_get_interface (self->network),
                                                     "interface"));
  self->looking = look;
  g_set_object (&self->look_network, self->network);
  self->begun = now ();
  g_set_object (&self->looked_at, device);
  g_ptr_array_set_size (self->notices, 0);
  g_clear_error (&self->look_error);
  if (look == HUIS_LOOK_ALL)
    huis_network_begin_look (self->network, self->begun);

  self->scan = huis_scan_new (self->scanner, request);
  g_signal_connect_object (self->scan, "observation", G_CALLBACK (observation_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->scan, "finished", G_CALLBACK (looked_cb), self, G_CONNECT_DEFAULT);
  g_object_notify (G_OBJECT (self), "looking");
  huis_scan_start (self->scan);

  return TRUE;
}

gboolean
huis_session_look (HuisSession *self)
{
  g_autoptr (JsonObject) request = make_request ("discover");

  if (self->large_confirmed)
    json_object_set_boolean_member (request, "confirmed_large", TRUE);

  return start_look (self, HUIS_LOOK_ALL, request, NULL);
}

gboolean
huis_session_look_at_router (HuisSession *self)
{
  g_autoptr (JsonObject) request = make_request ("router");
  HuisDevice *router = NULL;

  if (self->network != NULL)
    router = huis_inventory_find_gateway (huis_network_get_inventory (self->network));
  if (!start_look (self, HUIS_LOOK_ROUTER, request, router))
    return FALSE;

  /* The lock of the Wi-Fi and the name servers are the router's too: it hands them out. */
  huis_interfaces_find (self->interfaces);

  return TRUE;
}

gboolean
huis_session_close_opening (HuisSession *self, HuisObservation *opening)
{
  g_autoptr (JsonObject) request = make_request ("close-opening");

  if (self->network == NULL || !huis_openings_has (self->network, opening))
    return FALSE;
  huis_json_set_string (request, "protocol", huis_observation_get_string (opening, "protocol"));
  json_object_set_int_member (request, "external_port",
                              huis_observation_get_int (opening, "external_port", 0));

  return start_look (self, HUIS_LOOK_ROUTER, request,
                     huis_inventory_find_gateway (huis_network_get_inventory (self->network)));
}

gboolean
huis_session_look_at_device (HuisSession *self, HuisDevice *device)
{
  g_autoptr (JsonObject) request = make_request ("look");

  if (huis_device_get_address (device) == NULL)
    return FALSE;
  huis_json_set_string (request, "address", huis_device_get_address (device));

  return start_look (self, HUIS_LOOK_DEVICE, request, device);
}

void
huis_session_confirm_large (HuisSession *self)
{
  self->large_confirmed = TRUE;
}

void
huis_session_stop (HuisSession *self)
{
  if (self->scan != NULL)
    huis_scan_stop (self->scan);
}
