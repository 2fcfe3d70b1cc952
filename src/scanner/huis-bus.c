/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-bus"

#include "huis-bus.h"

#include "huis-text.h"

#include <linux/wireless.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define NM_NAME     "org.freedesktop.NetworkManager"
#define NM_PATH     "/org/freedesktop/NetworkManager"
#define NM_WIRELESS "org.freedesktop.NetworkManager.Device.Wireless"
#define NM_POINT    "org.freedesktop.NetworkManager.AccessPoint"
#define PATIENCE_MS 2000

/* NetworkManager's D-Bus API, "NM80211ApFlags" and "NM80211ApSecurityFlags". */
#define AP_PRIVACY    0x1
#define AP_WPS        0x2
#define AP_KEY_PSK    0x100
#define AP_KEY_SAE    0x400
#define AP_KEY_OWE    0x800
#define AP_KEY_OWE_TM 0x1000 /* an open one that has a twin with OWE */
#define AP_KEY_192    0x2000 /* WPA3's for organisations */

GIOStream *
huis_bus_open (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);

  return address == NULL ? NULL : g_dbus_address_get_stream_sync (address, NULL, NULL, NULL);
}

void
huis_bus_connect_async (GIOStream *stream,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_dbus_connection_new (stream, NULL,
                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                         NULL, cancellable, callback, data);
}

GDBusConnection *
huis_bus_connect_finish (GAsyncResult *result, GError **error)
{
  return g_dbus_connection_new_finish (result, error);
}

const char *
huis_bus_wifi_security (guint32 flags, guint32 wpa_flags, guint32 rsn_flags)
{
  if (((rsn_flags | wpa_flags) & AP_KEY_OWE_TM) != 0)
    return "open";
  if ((rsn_flags & AP_KEY_OWE) != 0)
    return "owe";
  if ((rsn_flags & AP_KEY_SAE) != 0)
    return (rsn_flags & AP_KEY_PSK) != 0 ? "wpa2-wpa3" : "wpa3";
  if ((rsn_flags & AP_KEY_192) != 0)
    return "wpa3";
  if (rsn_flags != 0)
    return wpa_flags != 0 ? "wpa-wpa2" : "wpa2";
  if (wpa_flags != 0)
    return "wpa";

  return (flags & AP_PRIVACY) != 0 ? "wep" : "open";
}

gboolean
huis_bus_wifi_has_wps (guint32 flags)
{
  return (flags & AP_WPS) != 0;
}

static GVariant *
call (GDBusConnection *bus,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *arguments)
{
  return g_dbus_connection_call_sync (bus, NM_NAME, path, interface, method, arguments, NULL,
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, NULL, NULL);
}

static GVariant *
get_property (GDBusConnection *bus, const char *path, const char *interface, const char *name)
{
  g_autoptr (GVariant) reply = NULL;
  GVariant *value;

  reply = call (bus, path, "org.freedesktop.DBus.Properties", "Get",
                g_variant_new ("(ss)", interface, name));
  if (reply == NULL || !g_variant_is_of_type (reply, G_VARIANT_TYPE ("(v)")))
    return NULL;
  g_variant_get (reply, "(v)", &value);

  return value;
}

static guint32
get_number (GDBusConnection *bus, const char *path, const char *name)
{
  g_autoptr (GVariant) value = get_property (bus, path, NM_POINT, name);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32)
             ? g_variant_get_uint32 (value)
             : 0;
}

static gboolean
ask_network_manager (GDBusConnection *bus, HuisInterface *interface)
{
  g_autoptr (GVariant) device = NULL;
  g_autoptr (GVariant) point = NULL;
  g_autoptr (GVariant) ssid = NULL;
  const char *path, *point_path;
  gsize length;
  const char *bytes;
  guint32 flags;

  device =
      call (bus, NM_PATH, NM_NAME, "GetDeviceByIpIface", g_variant_new ("(s)", interface->name));
  if (device == NULL || !g_variant_is_of_type (device, G_VARIANT_TYPE ("(o)")))
    return FALSE;
  g_variant_get (device, "(&o)", &path);
  point = get_property (bus, path, NM_WIRELESS, "ActiveAccessPoint");
  if (point == NULL || !g_variant_is_of_type (point, G_VARIANT_TYPE_OBJECT_PATH))
    return FALSE;
  point_path = g_variant_get_string (point, NULL);
  if (strcmp (point_path, "/") == 0)
    return FALSE;
  ssid = get_property (bus, point_path, NM_POINT, "Ssid");
  if (ssid == NULL || !g_variant_is_of_type (ssid, G_VARIANT_TYPE_BYTESTRING))
    return FALSE;

  bytes = g_variant_get_fixed_array (ssid, &length, 1);
  interface->ssid = huis_text_clean (bytes, (gssize) length, HUIS_TEXT_NAME_MAX);
  flags = get_number (bus, point_path, "Flags");
  interface->wps = huis_bus_wifi_has_wps (flags);
  interface->security = huis_bus_wifi_security (flags, get_number (bus, point_path, "WpaFlags"),
                                                get_number (bus, point_path, "RsnFlags"));

  return TRUE;
}

/* Says the name of the network only; how it is secured stays unknown. */
static void
ask_kernel (HuisInterface *interface)
{
  char name[IW_ESSID_MAX_SIZE + 1] = { 0 };
  struct iwreq request = { 0 };
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

  if (fd < 0)
    return;
  g_strlcpy (request.ifr_name, interface->name, sizeof request.ifr_name);
  request.u.essid.pointer = name;
  request.u.essid.length = IW_ESSID_MAX_SIZE;
  if (ioctl (fd, SIOCGIWESSID, &request) == 0 && *name != '\0')
    interface->ssid =
        huis_text_clean (name, (gssize) strnlen (name, IW_ESSID_MAX_SIZE), HUIS_TEXT_NAME_MAX);
  close (fd);
}

void
huis_bus_add_wifi (GIOStream *stream, GPtrArray *interfaces)
{
  g_autoptr (GDBusConnection) bus = NULL;

  for (guint i = 0; i < interfaces->len; i++)
    {
      HuisInterface *interface = g_ptr_array_index (interfaces, i);

      if (interface->medium != HUIS_MEDIUM_WIFI)
        continue;
      if (bus == NULL && stream != NULL)
        bus = g_dbus_connection_new_sync (stream, NULL,
                                          G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                          NULL, NULL, NULL);
      if (bus == NULL || !ask_network_manager (bus, interface))
        ask_kernel (interface);
    }
}
