/* SPDX-License-Identifier: GPL-3.0-or-later */

/* read-wifi: what the system bus tells of the Wi-Fi on wlan0, as the scanner prints it. */

#include "huis-bus.h"
#include "huis-json.h"

int
main (void)
{
  g_autoptr (GPtrArray) interfaces = g_ptr_array_new ();
  g_autoptr (GIOStream) bus = huis_bus_open ();
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *line = NULL;
  HuisInterface wifi = { .name = "wlan0", .medium = HUIS_MEDIUM_WIFI };

  g_ptr_array_add (interfaces, &wifi);
  huis_bus_add_wifi (bus, interfaces);
  object = huis_interface_to_json (&wifi);
  line = huis_json_to_line (object);
  g_print ("%s\n", line);
  g_free (wifi.ssid);

  return 0;
}
