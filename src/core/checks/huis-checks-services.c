/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"

#include <glib/gi18n.h>

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

/* Whether each of @ports refused a connection in the newest look: silence is no refusal. */
static HuisObservation *
find_all_shut (HuisDevice *device, const guint16 *ports)
{
  HuisObservation *look = huis_find_current (device, "ports");

  for (guint i = 0; look != NULL && ports[i] != 0; i++)
    if (!huis_json_array_has_int (huis_observation_get_fields (look), "closed", ports[i]))
      return NULL;

  return look;
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
  HuisObservation *all_shut = find_all_shut (device, ports);

  if (port != NULL)
    huis_finding_set (finding, HUIS_STATUS_TO_DO, port, open);
  else if (all_shut != NULL)
    huis_finding_set (finding, HUIS_STATUS_IN_ORDER, all_shut, shut);
}

void
huis_check_telnet (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 23, 2323, 992, 0 };

  check_ports (device, ports,
               _ ("This device can be controlled in an old way, without protection (Telnet)."),
               _ ("The old way of control without protection (Telnet) is shut."), finding);
}

void
huis_check_ftp (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 21, 0 };

  check_ports (device, ports,
               _ ("Files on this device can be reached in an old way, without a lock (FTP)."),
               _ ("The old way to reach files without a lock (FTP) is shut."), finding);
}

void
huis_check_adb (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 5555, 0 };

  check_ports (device, ports,
               _ ("The entrance for makers of apps (ADB) is open to the whole network."),
               _ ("The entrance for makers of apps (ADB) is shut."), finding);
}

static void
check_marked_open (HuisDevice *device,
                   const char *type,
                   const char *open,
                   const char *shut,
                   HuisFinding *finding)
{
  HuisObservation *seen = huis_find_current (device, type);

  if (seen == NULL)
    return;
  if (huis_json_get_boolean (huis_observation_get_fields (seen), "open", FALSE))
    huis_finding_set (finding, HUIS_STATUS_TO_DO, seen, open);
  else if (json_object_has_member (huis_observation_get_fields (seen), "open"))
    huis_finding_set (finding, HUIS_STATUS_IN_ORDER, seen, shut);
}

void
huis_check_camera (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  check_marked_open (device, "rtsp", _ ("This camera shows its picture without a password."),
                     _ ("This camera asks for a password before it shows its picture."), finding);
}

void
huis_check_mqtt (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  check_marked_open (device, "mqtt",
                     _ ("Anyone on your network can read and send messages here, without a "
                        "password (MQTT)."),
                     _ ("This device asks for a password before it takes messages (MQTT)."),
                     finding);
}

static gboolean
leads_to_https (HuisObservation *http)
{
  const char *location = huis_observation_get_string (http, "location");

  return location != NULL && g_ascii_strncasecmp (location, "https:", 6) == 0;
}

void
huis_check_https (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
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
          huis_finding_set (
              finding, HUIS_STATUS_TO_DO, next,
              _ ("This device has a web page without a padlock. Others on your network can read "
                 "along, also your password."));
          return;
        }
    }
  if (safe != NULL)
    huis_finding_set (finding, HUIS_STATUS_IN_ORDER, safe,
                      _ ("The web page of this device has a padlock (HTTPS)."));
}

/* That a page shows no field for a password says nothing: it may come with the next click. What
 * counts is the word of the device itself. */
static gboolean
says_no_login (HuisObservation *observation)
{
  JsonObject *fields = huis_observation_get_fields (observation);
  JsonObject *told = huis_json_get_object (fields, "fields");

  if (huis_observation_is (observation, "vendor"))
    return g_strcmp0 (huis_json_get_string (told, "login"), "false") == 0;

  return huis_observation_is (observation, "http") && json_object_has_member (fields, "login") &&
         !huis_json_get_boolean (fields, "login", TRUE) &&
         huis_observation_get_int (observation, "status", 0) == 200;
}

void
huis_check_page_without_login (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  GPtrArray *observations = huis_device_get_observations (device);

  for (guint i = 0; i < observations->len; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);

      if (huis_observation_get_seen (next) >= huis_device_get_tested (device) &&
          says_no_login (next))
        {
          huis_finding_set (finding, HUIS_STATUS_TO_DO, next,
                            _ ("The web page of this device opens without asking for a password."));
          return;
        }
    }
}

/* UPnP AV: the device type says it in the description and in the answers to a search. */
void
huis_check_media_server (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
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
              huis_finding_set (
                  finding, HUIS_STATUS_TO_DO, next,
                  _ ("This device shares photos, music or films with everyone on your "
                     "network."));
              return;
            }
        }
    }
}

/* Windows sharing (SMB) and its elder on Unix (NFS). Who may open the folders only a login tells.
 */
void
huis_check_shares (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  static const guint16 ports[] = { 445, 139, 2049, 0 };
  GPtrArray *observations = huis_device_get_observations (device);
  gboolean shares = find_open_port (device, ports) != NULL;

  for (guint i = 0; i < observations->len && !shares; i++)
    {
      HuisObservation *next = g_ptr_array_index (observations, i);
      const char *service = huis_observation_get_string (next, "service");

      shares = huis_observation_is (next, "mdns") &&
               (g_strcmp0 (service, "_smb._tcp") == 0 || g_strcmp0 (service, "_nfs._tcp") == 0) &&
               huis_is_announced (network, device, next);
    }
  if (shares)
    huis_finding_not_tested (finding, HUIS_SIGHT_SEEN,
                             _ ("This device shares folders on your network. Whether "
                                "they ask for a password, we cannot see."));
}

void
huis_check_snmp (HuisNetwork *network, HuisDevice *device, HuisFinding *finding)
{
  HuisObservation *snmp = huis_find_current (device, "snmp");

  if (snmp != NULL)
    huis_finding_set (finding, HUIS_STATUS_TO_DO, snmp,
                      _ ("This device tells about itself to anyone who says “public” (SNMP)."));
}
