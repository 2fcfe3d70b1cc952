/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-emptiness"

#include "huis-emptiness.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* The list of devices. */
static const HuisEmptiness no_network = {
  "huis-wifi-symbolic",
  N_ ("No Network"),
  N_ ("Huiswacht does not know yet which network to look at."),
  N_ ("Choose Your Network"),
  "wizard.go('network')",
};
static const HuisEmptiness not_asked = {
  "huis-home-symbolic",
  N_ ("Whose Network Is This?"),
  N_ ("Huiswacht looks around only where you say that the network is yours."),
  N_ ("Answer the Question"),
  "wizard.go('network')",
};
static const HuisEmptiness not_mine = {
  "huis-not-mine-symbolic",
  N_ ("Not Your Network"),
  N_ ("Huiswacht sends nothing here. You can add your own devices by hand."),
  N_ ("Add a Device"),
  "inventory.add",
};
static const HuisEmptiness not_connected = {
  "huis-wifi-symbolic",
  N_ ("Not on This Network"),
  N_ ("This computer is on another network now, or on none. Connect it, then look again."),
  N_ ("Look Again"),
  "inventory.look",
};
static const HuisEmptiness not_looked = {
  "huis-point-happens-symbolic",
  N_ ("Not Looked Around Yet"),
  N_ ("Huiswacht can now look which devices are on your network."),
  N_ ("Look Around"),
  "inventory.look",
};
static const HuisEmptiness broken = {
  "huis-status-not-tested-symbolic",
  N_ ("The Look Stopped Early"),
  N_ ("Something went wrong on this computer. Nothing was changed. Try it once more."),
  N_ ("Look Again"),
  "inventory.look",
};
static const HuisEmptiness missing = {
  "huis-status-not-tested-symbolic",
  N_ ("A Part of Huiswacht Is Missing"),
  N_ ("The part that looks around did not start. Install Huiswacht again. Until then you can add "
      "devices by hand."),
  N_ ("Add a Device"),
  "inventory.add",
};
static const HuisEmptiness nothing = {
  "huis-unknown-symbolic",
  N_ ("No Devices Found"),
  N_ ("That is rare. Is this the right network? Some Wi-Fi networks keep devices apart, such as a "
      "guest network."),
  N_ ("Look Again"),
  "inventory.look",
};

/* The steps after it. */
static const HuisEmptiness step_offline = {
  "network-offline-symbolic",
  N_ ("No network"),
  N_ ("This computer is not on a network now. Connect it to your Wi-Fi, or plug in the cable."),
  N_ ("To Your Network"),
  "wizard.go('network')",
};
static const HuisEmptiness step_not_mine = {
  "huis-not-mine-symbolic",
  N_ ("Whose network is this?"),
  N_ ("Huiswacht only helps with a network that is yours. Say first whose network this is."),
  N_ ("To Your Network"),
  "wizard.go('network')",
};
static const HuisEmptiness step_no_devices = {
  "huis-home-symbolic",
  N_ ("No devices yet"),
  N_ ("Look around first, or add your devices by hand. Then come back here."),
  N_ ("To the Devices"),
  "wizard.go('inventory')",
};

const HuisEmptiness *
huis_emptiness_of_inventory (HuisSession *session)
{
  HuisNetwork *network = huis_session_get_network (session);
  const GError *error = huis_session_get_look_error (session);
  HuisOwner owner;

  if (network == NULL)
    return &no_network;
  if (huis_inventory_get_n_devices (huis_network_get_inventory (network)) > 0 ||
      huis_session_get_looking (session) == HUIS_LOOK_ALL)
    return NULL;

  owner = huis_network_get_owner (network);
  if (owner == HUIS_OWNER_NOT_ASKED)
    return &not_asked;
  if (owner == HUIS_OWNER_NOT_MINE)
    return &not_mine;
  if (error != NULL)
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? &missing : &broken;
  if (!huis_session_is_connected (session))
    return &not_connected;

  return huis_network_get_last_look (network) == 0 ? &not_looked : &nothing;
}

const HuisEmptiness *
huis_emptiness_of_step (HuisSession *session, gboolean needs_devices)
{
  HuisNetwork *network = huis_session_get_network (session);

  if (network == NULL)
    return &step_offline;
  if (!huis_network_may_look (network))
    return &step_not_mine;
  if (needs_devices && huis_inventory_get_n_devices (huis_network_get_inventory (network)) == 0)
    return &step_no_devices;

  return NULL;
}
