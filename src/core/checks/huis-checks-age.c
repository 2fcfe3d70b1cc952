/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"

#include <glib/gi18n.h>

#define DAY_SECONDS ((gint64) 24 * 60 * 60)
/* Six months: long enough to look for another one without haste. */
#define SUPPORT_WARNING_SECONDS (183 * DAY_SECONDS)
/* A maker may tell a year later what it did not tell before. */
#define SUPPORT_SOUGHT_SECONDS (365 * DAY_SECONDS)

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

      if (version == NULL || !huis_is_announced (network, device, next))
        continue;
      /* Translators: %s is the number of a version. */
      saw = g_strdup_printf (_ ("The device says that it runs version %s. Whether there is a "
                                "newer one, its maker knows."),
                             version);
      huis_finding_not_tested (finding, HUIS_SIGHT_SEEN, saw);
      return;
    }
}

/* The end of the last day of updates; 0 where @until is no day. */
static gint64
find_end (const char *until)
{
  g_autofree char *iso = until != NULL ? g_strconcat (until, "T23:59:59", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) end = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;

  return end != NULL ? g_date_time_to_unix (end) : 0;
}

/* How far off the end of the updates is. */
typedef enum
{
  UPDATES_ENDED,
  UPDATES_END_SOON,
  UPDATES_GO_ON,
} Prospect;

static Prospect
find_prospect (gint64 end, gint64 now)
{
  if (end < now)
    return UPDATES_ENDED;

  return end - SUPPORT_WARNING_SECONDS < now ? UPDATES_END_SOON : UPDATES_GO_ON;
}

/* What was said before the warning, or the end, was said of a device that still got updates. */
static gint64
find_turn (Prospect prospect, gint64 end)
{
  return prospect == UPDATES_ENDED ? end : end - SUPPORT_WARNING_SECONDS;
}

static void
tell_said (HuisDevice *device, gint64 end, gint64 now, HuisFinding *finding)
{
  /* Translators: %s is a day, "3 March 2026". */
  static const char *const words[] = {
    [UPDATES_ENDED] = N_ ("The maker stopped the updates on %s."),
    [UPDATES_END_SOON] = N_ ("The updates end soon: on %s."),
    [UPDATES_GO_ON] = N_ ("The maker gives updates until %s."),
  };
  Prospect prospect = find_prospect (end, now);
  g_autofree char *day = huis_assessment_format_date (end);
  g_auto (GStrv) parts = g_strsplit (_ (words[prospect]), "%s", 2);

  finding->status = prospect == UPDATES_GO_ON ? HUIS_STATUS_IN_ORDER : HUIS_STATUS_TO_DO;
  finding->witness = HUIS_WITNESS_SAID;
  finding->when = huis_device_get_support_said (device);
  if (prospect != UPDATES_GO_ON)
    finding->when = MAX (finding->when, find_turn (prospect, end));
  finding->saw = g_strjoinv (day, parts);
}

static char *
describe_known (Prospect prospect, const char *source, const char *day)
{
  switch (prospect)
    {
    case UPDATES_ENDED:
      /* Translators: the first is the name of a web site, the second a day. */
      return g_strdup_printf (_ ("According to %1$s, the updates stopped on %2$s."), source, day);
    case UPDATES_END_SOON:
      /* Translators: the first is the name of a web site, the second a day. */
      return g_strdup_printf (_ ("According to %1$s, the updates end soon: on %2$s."), source, day);
    case UPDATES_GO_ON:
    default:
      /* Translators: the first is the name of a web site, the second a day. */
      return g_strdup_printf (_ ("According to %1$s, there are updates until %2$s."), source, day);
    }
}

/* Whoever tells it may mean another one of its models: a day far off settles nothing by itself. */
static void
tell_known (const HuisMakerSupport *known, gint64 end, gint64 now, HuisFinding *finding)
{
  Prospect prospect = find_prospect (end, now);
  g_autofree char *day = huis_assessment_format_date (end);

  if (prospect != UPDATES_GO_ON)
    {
      finding->status = HUIS_STATUS_TO_DO;
      finding->when = find_turn (prospect, end);
    }
  finding->saw = describe_known (prospect, known->source, day);
}

static void
tell_sought (HuisDevice *device, gint64 now, HuisFinding *finding)
{
  gint64 sought = huis_device_get_support_sought (device);
  g_autofree char *day = huis_assessment_format_date (sought);

  finding->witness = HUIS_WITNESS_SAID;
  finding->when = sought;
  if (now - sought < SUPPORT_SOUGHT_SECONDS)
    {
      finding->status = HUIS_STATUS_ACCEPTED;
      /* Translators: %s is a day, "3 March 2026". */
      finding->saw = g_strdup_printf (_ ("You looked on %s, and found no date."), day);
    }
  else
    /* Translators: %s is a day, "3 March 2026". */
    finding->saw =
        g_strdup_printf (_ ("You looked on %s, and found no date. Look once more."), day);
}

/* The person's own date counts before the one that is known of the maker. */
void
huis_check_support (HuisNetwork *network, HuisDevice *of, HuisFinding *finding)
{
  HuisDevice *device =
      of != NULL ? of : huis_inventory_find_gateway (huis_network_get_inventory (network));
  const HuisMakerSupport *known;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 said, end;

  if (device == NULL)
    return;

  said = find_end (huis_device_get_support_until (device));
  known = huis_network_find_support (network, device);
  end = known != NULL ? find_end (known->until) : 0;
  if (said > 0)
    tell_said (device, said, now, finding);
  else if (end > 0)
    tell_known (known, end, now, finding);
  else if (huis_device_get_support_sought (device) > 0)
    tell_sought (device, now, finding);
}
