/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-firmware"

#include "huis-router-firmware.h"

#include "huis-json.h"

#include <string.h>

/*
 * A FRITZ!Box puts the number of its model first, "154.07.57", and sometimes that of the build
 * last, "259.08.02-123456": its page says 7.57.
 */
static char *
write_fritz (const char *version)
{
  g_auto (GStrv) parts = g_strsplit (version, ".", 3);
  guint64 major, minor;

  if (g_strv_length (parts) != 3 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 999, &major, NULL))
    return g_strdup (version);
  parts[2][strcspn (parts[2], "-")] = '\0';
  if (!g_ascii_string_to_unsigned (parts[2], 10, 0, 999, &minor, NULL))
    return g_strdup (version);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, major, minor);
}

char *
huis_router_dup_firmware (HuisDevice *router)
{
  GPtrArray *observations = huis_device_get_observations (router);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      JsonObject *fields = huis_json_get_object (huis_observation_get_fields (next), "fields");
      const char *version = huis_json_get_string (fields, "version");

      if (!huis_observation_is (next, "vendor") || version == NULL ||
          huis_observation_get_seen (next) < huis_device_get_tested (router))
        continue;
      if (g_strcmp0 (huis_observation_get_string (next, "protocol"), "fritzbox") == 0)
        return write_fritz (version);

      return g_strdup (version);
    }

  return NULL;
}
