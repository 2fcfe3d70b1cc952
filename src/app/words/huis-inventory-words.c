/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory-words"

#include "huis-inventory-words.h"

#include "huis-assessment.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

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

const HuisEmptiness *
huis_inventory_words_empty (HuisSession *session)
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

static char *
words_while_looking (HuisSession *session, guint n)
{
  if (g_strcmp0 (huis_session_get_stage (session), "listen") == 0)
    return g_strdup_printf (ngettext ("%u device found. Still listening for devices that sleep…",
                                      "%u devices found. Still listening for devices that sleep…",
                                      n),
                            n);

  return g_strdup_printf (
      ngettext ("%u device found. Looking around…", "%u devices found. Looking around…", n), n);
}

static guint
count_present (HuisInventory *inventory)
{
  guint n = huis_inventory_get_n_devices (inventory);
  guint present = 0;

  for (guint i = 0; i < n; i++)
    present += huis_device_get_present (huis_inventory_peek (inventory, i));

  return present;
}

char *
huis_inventory_words_look (HuisSession *session)
{
  HuisNetwork *network = huis_session_get_network (session);
  g_autofree char *day = NULL;
  guint present;

  if (network == NULL)
    return g_strdup ("");

  present = count_present (huis_network_get_inventory (network));
  if (huis_session_get_looking (session) == HUIS_LOOK_ALL)
    return words_while_looking (session, present);
  if (huis_session_get_look_error (session) != NULL)
    return g_strdup (_ ("The look stopped early. What was found stays in the list."));
  if (huis_network_get_last_look (network) == 0)
    return g_strdup (_ ("Not looked around yet."));

  day = huis_assessment_format_day (huis_network_get_last_look (network));
  /* Translators: %2$s is a day: "today, 14:05" or "3 March 2026". */
  return g_strdup_printf (ngettext ("We saw %1$u device (%2$s). Is one missing?",
                                    "We saw %1$u devices (%2$s). Is one missing?", present),
                          present, day);
}
