/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-network-words"

#include "huis-network-words.h"

#include <glib/gi18n.h>

static gboolean
is (HuisObservation *interface, const char *name, const char *value)
{
  return g_strcmp0 (huis_observation_get_string (interface, name), value) == 0;
}

const char *
huis_network_words_title (HuisObservation *interface)
{
  const char *ssid = huis_observation_get_string (interface, "ssid");

  if (ssid != NULL)
    return ssid;

  return is (interface, "medium", "wifi") ? _ ("A Wi-Fi network") : _ ("A cabled network");
}

const char *
huis_network_words_medium (HuisObservation *interface)
{
  if (is (interface, "medium", "wifi"))
    return is (interface, "security", "open") ? _ ("Wi-Fi, without a password") : _ ("Wi-Fi");
  if (is (interface, "medium", "mobile"))
    return _ ("Mobile internet");

  return _ ("By cable");
}

const char *
huis_network_words_icon (HuisObservation *interface)
{
  if (is (interface, "medium", "wifi"))
    return "huis-wifi-symbolic";
  if (is (interface, "medium", "mobile"))
    return "huis-phone-symbolic";

  return "huis-wired-symbolic";
}

const char *
huis_network_words_state (HuisSession *session)
{
  HuisNetwork *network = huis_session_get_network (session);

  if (!huis_session_is_connected (session))
    return huis_interfaces_get_finding (huis_session_get_interfaces (session))
               ? _ ("Huiswacht checks whether this computer is on it…")
               : _ ("This computer is not on this network now. You can still read what was found.");

  return huis_network_words_medium (huis_network_get_interface (network));
}

const char *
huis_network_words_whole (HuisNetwork *network)
{
  return huis_network_get_owner (network) == HUIS_OWNER_ORGANISATION ? _ ("The whole office")
                                                                     : _ ("The whole home");
}

const char *
huis_network_words_owner (HuisOwner owner)
{
  switch (owner)
    {
    case HUIS_OWNER_MINE:
      return _ ("Yours, at home");
    case HUIS_OWNER_ORGANISATION:
      return _ ("Of your organisation");
    case HUIS_OWNER_NOT_MINE:
      return _ ("Not yours: nothing is sent");
    case HUIS_OWNER_NOT_ASKED:
    default:
      return NULL;
    }
}

void
huis_network_words_for_each_note (HuisSession *session,
                                  HuisNetworkNoteFunc func,
                                  gpointer user_data)
{
  HuisInterfaces *interfaces = huis_session_get_interfaces (session);
  HuisNetwork *network = huis_session_get_network (session);
  HuisObservation *interface = huis_network_get_interface (network);

  if (huis_interfaces_find_ignored (interfaces, "tunnel"))
    func ("huis-tunnel-symbolic", _ ("A VPN is on"),
          _ ("It may hide the devices at home. Switch it off for a while, if you are allowed to."),
          user_data);
  if (huis_interfaces_find_ignored (interfaces, "tethering") ||
      is (interface, "ignored", "tethering"))
    func ("huis-phone-symbolic", _ ("You use the internet of a phone"),
          _ ("Your devices at home are not on it. Go back to your own Wi-Fi or cable."), user_data);
  if (is (interface, "medium", "wifi") && is (interface, "security", "open"))
    func ("huis-status-to-do-symbolic", _ ("This Wi-Fi has no password"),
          _ ("Anyone nearby can join it. Is it your own? Then give it a password."), user_data);
  if (is (interface, "medium", "wifi") && is (interface, "security", "wep"))
    func ("huis-status-to-do-symbolic", _ ("This Wi-Fi uses an old lock (WEP)"),
          _ ("Anyone can open it in minutes. Choose WPA2 or WPA3 in your router."), user_data);
  if (huis_interfaces_find_ignored (interfaces, "container") ||
      huis_interfaces_find_ignored (interfaces, "virtual-machine"))
    func ("huis-computer-symbolic", _ ("There are networks inside this computer"),
          _ ("Programs made them for themselves. Huiswacht leaves them out."), user_data);
}
