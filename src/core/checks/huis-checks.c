/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checks"

#include "config.h"

#include "huis-checks-private.h"

void
huis_finding_set (HuisFinding *finding,
                  HuisStatus status,
                  HuisObservation *observation,
                  const char *saw)
{
  finding->status = status;
  finding->sight = status == HUIS_STATUS_TO_DO ? HUIS_SIGHT_SEEN : HUIS_SIGHT_NOT_SEEN;
  finding->witness = HUIS_WITNESS_SEEN;
  finding->when = huis_observation_get_seen (observation);
  finding->saw = g_strdup (saw);
}

void
huis_finding_not_tested (HuisFinding *finding, HuisSight sight, const char *saw)
{
  finding->sight = sight;
  finding->saw = g_strdup (saw);
}

/* What still stands: seen in the newest look that tested this device, or since. */
HuisObservation *
huis_find_current (HuisDevice *device, const char *type)
{
  return device != NULL
             ? huis_device_find_observation (device, type, huis_device_get_tested (device))
             : NULL;
}

gboolean
huis_was_tested (HuisDevice *device)
{
  return huis_device_get_tested (device) > 0;
}

gboolean
huis_is_announced (HuisNetwork *network, HuisDevice *device, HuisObservation *announcement)
{
  gint64 since = MIN (huis_device_get_tested (device), huis_network_get_look_begun (network));

  return huis_observation_get_seen (announcement) >= since;
}

static const struct
{
  const char *name;
  void (*run) (HuisNetwork *network, HuisDevice *device, HuisFinding *finding);
  gboolean needs_device;
} checks[] = {
  { "upnp", huis_check_upnp, FALSE },
  { "openings", huis_check_openings, FALSE },
  { "second-router", huis_check_second_router, FALSE },
  { "other-router", huis_check_other_router, FALSE },
  { "router-page", huis_check_router_page, FALSE },
  { "router-version", huis_check_router_version, FALSE },
  { "router-services", huis_check_router_services, FALSE },
  { "dns", huis_check_dns, FALSE },
  { "wifi", huis_check_wifi, FALSE },
  { "wps", huis_check_wps, FALSE },
  { "ipv6-firewall", huis_check_ipv6_firewall, FALSE },
  { "firewall-from-outside", huis_check_firewall, FALSE },
  { "guest-network", huis_check_guest, FALSE },
  { "opening-to-device", huis_check_opening_to_device, TRUE },
  { "https", huis_check_https, TRUE },
  { "telnet-open", huis_check_telnet, TRUE },
  { "ftp-open", huis_check_ftp, TRUE },
  { "camera-open", huis_check_camera, TRUE },
  { "mqtt-open", huis_check_mqtt, TRUE },
  { "page-without-login", huis_check_page_without_login, TRUE },
  { "adb-open", huis_check_adb, TRUE },
  { "snmp-open", huis_check_snmp, TRUE },
  { "shares", huis_check_shares, TRUE },
  { "media-server-open", huis_check_media_server, TRUE },
  { "padlock-age", huis_check_padlock_age, TRUE },
  { "version", huis_check_version, TRUE },
  { "main-network", huis_check_main_network, TRUE },
  { "kept-offline", huis_check_kept_offline, TRUE },
  { "ended", huis_check_ended, TRUE },
  { "unknown-device", huis_check_unknown, TRUE },
  { "unknown-devices", huis_check_unknown_devices, FALSE },
  { "next-look", huis_check_next_look, FALSE },
  { "support", huis_check_support, FALSE },
};

void
huis_check_run (const char *name,
                HuisCatalogue *catalogue,
                HuisNetwork *network,
                HuisDevice *device,
                HuisFinding *finding)
{
  *finding = (HuisFinding){ .catalogue = catalogue, .status = HUIS_STATUS_NOT_TESTED };

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
