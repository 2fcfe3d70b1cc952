/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-yeelight"

#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-talk.h"
#include "huis-vendor.h"

#include <string.h>

/*
 * Yeelight lamps with "LAN control" on: a search like SSDP's, at a port of its own ("Yeelight WiFi
 * Light Inter-Operation Specification", 3.1).
 */

static const char question[] = "M-SEARCH * HTTP/1.1\r\n"
                               "HOST: 239.255.255.250:1982\r\n"
                               "MAN: \"ssdp:discover\"\r\n"
                               "ST: wifi_bulb\r\n\r\n";

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  g_autofree char *text = g_strndup ((const char *) bytes, length);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *model = huis_talk_get_header (valid, "model");
  g_autofree char *version = huis_talk_get_header (valid, "fw_ver");
  g_autofree char *name = huis_talk_get_header (valid, "name");

  if (huis_talk_get_status (valid, "HTTP/1.1") != 200 || model == NULL ||
      strstr (valid, "yeelight://") == NULL)
    return FALSE;

  huis_json_set_string (fields, "model", model);
  huis_json_set_string (fields, "version", version);
  huis_json_set_string (fields, "name", name);

  return TRUE;
}

const HuisVendor huis_vendor_yeelight = {
  .protocol = "yeelight",
  .group = 0xeffffffa,
  .port = 1982,
  .question = question,
  .length = sizeof question - 1,
  .read = read_answer,
};

void
huis_probe_yeelight_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_yeelight);
}
