/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"

#include <glib/gi18n.h>

/* "SSLv3", "TLSv1.0" and "TLSv1.1" are no longer to be used: RFC 7568 and RFC 8996. */
static gboolean
is_old_protocol (const char *version)
{
  return version != NULL && (g_str_has_prefix (version, "SSL") || g_str_equal (version, "TLSv1") ||
                             g_str_equal (version, "TLSv1.0") || g_str_equal (version, "TLSv1.1"));
}

/* Judged by the day on which it was seen. */
static gboolean
is_expired (HuisObservation *tls, gint64 *end)
{
  *end = huis_observation_get_int (tls, "not_after", 0);

  return *end > 0 && *end < huis_observation_get_seen (tls);
}

void
huis_check_padlock_age (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      g_autofree char *day = NULL;
      g_autofree char *saw = NULL;
      gint64 end;

      if (!huis_observation_is (next, "tls") ||
          huis_observation_get_seen (next) < huis_device_get_tested (device))
        continue;
      if (is_old_protocol (huis_observation_get_string (next, "version")))
        /* Translators: %s is the name of a way to encrypt, "TLSv1.0". */
        saw = g_strdup_printf (_ ("The padlock of this device is of an old kind (%s)."),
                               huis_observation_get_string (next, "version"));
      else if (is_expired (next, &end))
        {
          day = huis_assessment_format_date (end);
          /* Translators: %s is a day, "3 March 2026". */
          saw = g_strdup_printf (_ ("The padlock of this device was valid until %s."), day);
        }
      if (saw != NULL)
        {
          huis_finding_set (finding, HUIS_STATUS_TO_DO, next, saw);
          return;
        }
    }
}

/* The version that a device tells of itself: in its maker's own words, or in an announcement. */
static const char *
find_version (HuisObservation *observation)
{
  static const char *const keys[] = { "fw_id", "firmware_version", "fwversion", "fw_version" };
  JsonObject *fields = huis_observation_get_fields (observation);
  JsonObject *txt = huis_json_get_object (fields, "txt");
  const char *version = NULL;

  if (huis_observation_is (observation, "vendor"))
    return huis_json_get_string (huis_json_get_object (fields, "fields"), "version");
  if (!huis_observation_is (observation, "mdns"))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys) && version == NULL; i++)
    version = huis_json_get_string (txt, keys[i]);
  if (version == NULL &&
      g_strcmp0 (huis_observation_get_string (observation, "service"), "_home-assistant._tcp") == 0)
    version = huis_json_get_string (txt, "version");

  return version;
}

/* Which version it runs shows; whether that is the newest one only its maker knows. */
void
huis_check_version (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      const char *version = find_version (next);
      g_autofree char *saw = NULL;

      if (version == NULL || huis_observation_get_seen (next) < huis_device_get_tested (device))
        continue;
      /* Translators: %s is the number of a version. */
      saw = g_strdup_printf (_ ("The device says that it runs version %s. Whether there is a "
                                "newer one, its maker knows."),
                             version);
      huis_finding_not_tested (finding, HUIS_SIGHT_SEEN, saw);
      return;
    }
}
