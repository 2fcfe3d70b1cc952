/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Six months: long enough to look for another one without haste. */
#define SUPPORT_WARNING_DAYS 183

static void
found (HuisFinding *finding, HuisStatus status, HuisObservation *observation, const char *saw)
{
  finding->status = status;
  finding->witness = HUIS_WITNESS_SEEN;
  finding->when = huis_observation_get_seen (observation);
  finding->saw = g_strdup (saw);
}

static void
not_tested (HuisFinding *finding, const char *saw)
{
  finding->saw = g_strdup (saw);
}

/* What still stands: seen in the newest look that tested this device, or since. */
static HuisObservation *
find (HuisDevice *device, const char *type)
{
  return device != NULL
             ? huis_device_find_observation (device, type, huis_device_get_tested (device))
             : NULL;
}

static HuisObservation *
find_open_port (HuisDevice *device, const guint16 *ports)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      gint64 port = huis_observation_get_int (next, "port", 0);

      if (!huis_observation_is (next, "port") ||
          g_strcmp0 (huis_observation_get_string (next, "state"), "open") != 0 ||
          huis_observation_get_seen (next) < huis_device_get_tested (device))
        continue;
      for (guint j = 0; ports[j] != 0; j++)
        if (port == ports[j])
          return next;
    }

  return NULL;
}

static gboolean
was_tested (HuisDevice *device)
{
  return huis_device_get_tested (device) > 0;
}

/* For doors that should be shut: open, or seen shut when the device was looked at. */
static void
check_ports (HuisDevice *device,
             const guint16 *ports,
             const char *open,
             const char *shut,
             HuisFinding *finding)
{
  HuisObservation *port = find_open_port (device, ports);

  if (port != NULL)
    found (finding, HUIS_STATUS_TO_DO, port, open);
  else if (was_tested (device) && huis_device_get_address (device) != NULL)
    {
      finding->status = HUIS_STATUS_IN_ORDER;
      finding->witness = HUIS_WITNESS_SEEN;
      finding->when = huis_device_get_tested (device);
      finding->saw = g_strdup (shut);
    }
}

static void
check_upnp (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisObservation *igd = find (router, "igd");
  HuisObservation *natpmp = find (router, "natpmp");

  if (igd != NULL)
    found (finding, HUIS_STATUS_TO_DO, igd,
           _ ("Your router lets devices open a door to the outside by themselves (UPnP is on)."));
  else if (natpmp != NULL)
    found (
        finding, HUIS_STATUS_TO_DO, natpmp,
        _ ("Your router lets devices open a door to the outside by themselves (NAT-PMP is on)."));
  else if (router != NULL && was_tested (router))
    not_tested (finding,
                _ ("The router gave no answer about this. That does not mean that it is off."));
}

static guint
count_openings (HuisDevice *router, HuisDevice *to, HuisObservation **first)
{
  GPtrArray *observations = huis_device_get_observations (router);
  guint n = 0;

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      const char *inside = huis_observation_get_string (next, "internal_address");

      if (!huis_observation_is (next, "mapping") ||
          huis_observation_get_seen (next) < huis_device_get_tested (router) ||
          (to != NULL && (inside == NULL || !huis_device_has_address (to, inside))))
        continue;
      if (n++ == 0)
        *first = next;
    }

  return n;
}

static void
check_openings (HuisNetwork *network, HuisDevice *unused, HuisFinding *finding)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisObservation *first = NULL;
  guint n = router != NULL ? count_openings (router, NULL, &first) : 0;

  if (n > 0)
    {
      /* Translators: %u is how many doors the router keeps open to devices in the home. */
      g_autofree char *saw =
          g_strdup_printf (ngettext ("Your router keeps %u door open to the outside.",
                                     "Your router keeps %u doors open to the outside.", n),
                           n);

      found (finding, HUIS_STATUS_TO_DO, first, saw);
    }
  else if (find (router, "igd") != NULL)
    not_tested (finding,
                _ ("No device has a door open by itself. Doors that were opened by hand do "
                   "not show here: look at the list in your router."));
  else if (router != NULL && was_tested (router))
    not_tested (finding, _ ("The router does not tell us which doors are open."));
}

static void
check_opening_to_device (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  HuisObservation *first = NULL;

  if (router == NULL || router == device)
    return;
  if (count_openings (router, device, &first) > 0)
    found (finding, HUIS_STATUS_TO_DO, first,
           _ ("This device can be reached from the internet: your router keeps a door open to it. "
              "Anyone can knock."));
}

static gboolean
leads_to_https (HuisObservation *http)
{
  const char *location = huis_observation_get_string (http, "location");

  return location != NULL && g_ascii_strncasecmp (location, "https:", 6) == 0;
}

static void
check_https (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  GPtrArray *observations = huis_device_get_observations (device);
  HuisObservation *safe = NULL;

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (!huis_observation_is (next, "http") ||
          huis_observation_get_seen (next) < huis_device_get_tested (device))
        continue;
      if (huis_json_get_boolean (huis_observation_get_fields (next), "secure", FALSE) ||
          leads_to_https (next))
        safe = next;
      else if (huis_observation_get_int (next, "status", 0) < 400 ||
               huis_observation_get_int (next, "status", 0) == 401)
        {
          found (finding, HUIS_STATUS_TO_DO, next,
                 _ ("This device has a web page without a padlock. Others on your network can read "
                    "along, also your password."));
          return;
        }
    }
  if (safe != NULL)
    found (finding, HUIS_STATUS_IN_ORDER, safe,
           _ ("The web page of this device has a padlock (HTTPS)."));
}

static void
check_telnet (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 23, 2323, 992, 0 };

  check_ports (device, ports,
               _ ("This device can be controlled in an old way, without protection (Telnet)."),
               _ ("The old way of control without protection (Telnet) is shut."), finding);
}

static void
check_ftp (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 21, 0 };

  check_ports (device, ports,
               _ ("Files on this device can be reached in an old way, without a lock (FTP)."),
               _ ("The old way to reach files without a lock (FTP) is shut."), finding);
}

static void
check_marked_open (HuisDevice *device,
                   const char *type,
                   const char *open,
                   const char *shut,
                   HuisFinding *finding)
{
  HuisObservation *seen = find (device, type);

  if (seen == NULL)
    return;
  if (huis_json_get_boolean (huis_observation_get_fields (seen), "open", FALSE))
    found (finding, HUIS_STATUS_TO_DO, seen, open);
  else if (json_object_has_member (huis_observation_get_fields (seen), "open"))
    found (finding, HUIS_STATUS_IN_ORDER, seen, shut);
}

static void
check_camera (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  check_marked_open (device, "rtsp", _ ("This camera shows its picture without a password."),
                     _ ("This camera asks for a password before it shows its picture."), finding);
}

static void
check_mqtt (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  check_marked_open (device, "mqtt",
                     _ ("Anyone on your network can read and send messages here, without a "
                        "password (MQTT)."),
                     _ ("This device asks for a password before it takes messages (MQTT)."),
                     finding);
}

static void
check_page_without_login (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      JsonObject *fields = huis_observation_get_fields (next);

      if (huis_observation_is (next, "http") && json_object_has_member (fields, "login") &&
          !huis_json_get_boolean (fields, "login", TRUE) &&
          huis_observation_get_int (next, "status", 0) == 200 &&
          huis_observation_get_seen (next) >= huis_device_get_tested (device))
        {
          found (finding, HUIS_STATUS_TO_DO, next,
                 _ ("The web page of this device opened without asking for a password."));
          return;
        }
    }
}

static void
check_adb (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 5555, 0 };

  check_ports (device, ports,
               _ ("The entrance for makers of apps (ADB) is open to the whole network."),
               _ ("The entrance for makers of apps (ADB) is shut."), finding);
}

/* UPnP AV: the device type says it in the description and in the answers to a search. */
static void
check_media_server (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const char *const places[][2] = { { "upnp", "device_type" }, { "ssdp", "st" } };
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (huis_observation_get_seen (next) < huis_device_get_tested (device))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          const char *type = huis_observation_get_string (next, places[j][1]);

          if (huis_observation_is (next, places[j][0]) && type != NULL &&
              strstr (type, ":MediaServer:") != NULL)
            {
              found (finding, HUIS_STATUS_TO_DO, next,
                     _ ("This device shares photos, music or films with everyone on your "
                        "network."));
              return;
            }
        }
    }
}

/* Not a look but a word of the person's, which bears no date. */
static void
check_unknown (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  if (huis_device_get_known (device))
    return;

  finding->status = HUIS_STATUS_TO_DO;
  finding->saw = g_strdup (_ ("You do not know this device yet."));
}

static void
check_support (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  const char *until = huis_device_get_support_until (device);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = until != NULL ? g_strconcat (until, "T23:59:59", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) end = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;
  g_autofree char *day = NULL;
  gint64 days;

  if (end == NULL)
    return;

  days = g_date_time_difference (end, now) / G_TIME_SPAN_DAY;
  day = huis_assessment_format_day (g_date_time_to_unix (end));
  finding->witness = HUIS_WITNESS_SAID;
  finding->when = huis_device_get_support_said (device);
  finding->status = days < SUPPORT_WARNING_DAYS ? HUIS_STATUS_TO_DO : HUIS_STATUS_IN_ORDER;
  if (days < 0)
    /* Translators: %s is a day. */
    finding->saw = g_strdup_printf (_ ("The maker stopped the updates on %s."), day);
  else
    /* Translators: %s is a day. */
    finding->saw = g_strdup_printf (_ ("The maker gives updates until %s."), day);
}

static const struct
{
  const char *name;
  void (*run) (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
  gboolean needs_device;
} checks[] = {
  { "upnp", check_upnp, FALSE },
  { "openings", check_openings, FALSE },
  { "opening-to-device", check_opening_to_device, TRUE },
  { "https", check_https, TRUE },
  { "telnet-open", check_telnet, TRUE },
  { "ftp-open", check_ftp, TRUE },
  { "camera-open", check_camera, TRUE },
  { "mqtt-open", check_mqtt, TRUE },
  { "page-without-login", check_page_without_login, TRUE },
  { "adb-open", check_adb, TRUE },
  { "media-server-open", check_media_server, TRUE },
  { "unknown-device", check_unknown, TRUE },
  { "support", check_support, TRUE },
};

void
huis_check_run (const char *name, HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  *finding = (HuisFinding){ .status = HUIS_STATUS_NOT_TESTED };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_strcmp0 (checks[i].name, name) == 0 && (device != NULL || !checks[i].needs_device))
      checks[i].run (network, device, finding);
}

gboolean
huis_check_exists (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_strcmp0 (checks[i].name, name) == 0)
      return TRUE;

  return FALSE;
}
