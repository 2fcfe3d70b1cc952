/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-notices"

#include "config.h"

#include "huis-notices.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *text;
} notices[] = {
  { "avahi-absent", N_ ("Devices can’t tell us their names: the program Avahi does not run on this "
                        "computer. We still find them, but know less of them.") },
  { "avahi-lost", N_ ("The program that hears the names of devices (Avahi) stopped half-way. Some "
                      "names may be missing. You can look again.") },
  { "avahi-hangs", N_ ("The program that hears the names of devices (Avahi) does not answer. Some "
                       "names may be missing. Restart this computer, and look again.") },
  { "no-gateway", N_ ("We see no router on this network. We still look for devices.") },
  { "no-network", N_ ("This computer is not on a network now.") },
  { "too-large", N_ ("This network has room for very many devices. We looked at a part of it.") },
  { "many-devices", N_ ("This network shows an unusual number of devices. We list the first "
                        "thousand.") },
  { "many-facts", N_ ("A device tells an unusual lot about itself. We kept a part of it.") },
  { "no-neighbours", N_ ("This computer does not let us see all devices. Silent ones may be "
                         "missing.") },
  { "own-firewall", N_ ("The firewall of this computer stops the answers of some devices. They may "
                        "be missing, or have no name. You need not change that firewall.") },
  { "no-ssdp", N_ ("This computer does not let us hear all devices. Some names may be missing.") },
};

const char *
huis_notice_to_text (HuisObservation *notice)
{
  const char *code = huis_observation_get_string (notice, "code");

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    if (g_strcmp0 (notices[i].code, code) == 0)
      return _ (notices[i].text);

  return _ ("A part of the look around did not work. What was found is right.");
}
