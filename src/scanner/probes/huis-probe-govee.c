/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-govee"

#include "huis-pick.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

/*
 * Govee lamps with "LAN Control" on ("Govee WLAN Guide"): asked at 4001 of a multicast group, they
 * answer to 4002 of whoever asked.
 */

static const char question[] =
    "{\"msg\":{\"cmd\":\"scan\",\"data\":{\"account_topic\":\"reserve\"}}}";

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  static const HuisPick picks[] = {
    { "msg.data.sku", "model" },
    { "msg.data.wifiVersionSoft", "version" },
    { NULL },
  };

  return huis_pick_all ((const char *) bytes, length, picks, fields) &&
         json_object_has_member (fields, "model");
}

const HuisVendor huis_vendor_govee = {
  .protocol = "govee",
  .listen_port = 4002,
  .group = 0xeffffffa,
  .port = 4001,
  .question = question,
  .length = sizeof question - 1,
  .read = read_answer,
};

void
huis_probe_govee_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_govee);
}
