/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-wiz"

#include "huis-pick.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

/*
 * WiZ lamps and the many brands that are WiZ inside: UDP 38899 answers "getSystemConfig" in JSON,
 * without a key (as pywizlight and Home Assistant's wiz integration ask it).
 */

static const char question[] = "{\"method\":\"getSystemConfig\",\"params\":{}}";

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  static const HuisPick picks[] = {
    { "result.moduleName", "model" },
    { "result.fwVersion", "version" },
    { NULL },
  };

  return huis_pick_all ((const char *) bytes, length, picks, fields) &&
         json_object_has_member (fields, "model");
}

const HuisVendor huis_vendor_wiz = {
  .protocol = "wiz",
  .port = 38899,
  .question = question,
  .length = sizeof question - 1,
  .read = read_answer,
};

void
huis_probe_wiz_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_wiz);
}
