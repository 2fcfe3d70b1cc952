/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-kasa"

#include "huis-pick.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

#include <string.h>

/*
 * TP-Link's Kasa and Tapo (python-kasa). Older Kasa answers a broadcast to UDP 9999, hidden by a
 * running XOR; newer ones and Tapo answer 20002 in JSON behind a header of 16 bytes.
 *
 * The rule that nothing goes to 9999 is about TCP, where the same device takes orders and others
 * hang. This is the question of the maker's own app, to everyone at once and to no one in
 * particular; huis_reach_send() lets it pass as a broadcast only.
 */

#define KASA_PORT   9999
#define TAPO_PORT   20002
#define TAPO_HEADER 16
#define FIRST_KEY   171

/* {"system":{"get_sysinfo":{}}} */
static const guint8 kasa_question[] = { 0xd0, 0xf2, 0x81, 0xf8, 0x8b, 0xff, 0x9a, 0xf7, 0xd5, 0xef,
                                        0x94, 0xb6, 0xd1, 0xb4, 0xc0, 0x9f, 0xec, 0x95, 0xe6, 0x8f,
                                        0xe1, 0x87, 0xe8, 0xca, 0xf0, 0x8b, 0xf6, 0x8b, 0xf6 };

static const guint8 tapo_question[] = {
  2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0x46, 0x3c, 0xb5, 0xd3
};

static gboolean
read_kasa (const guint8 *bytes, gsize length, JsonObject *fields)
{
  static const HuisPick picks[] = {
    { "system.get_sysinfo.alias", "name" },
    { "system.get_sysinfo.model", "model" },
    { "system.get_sysinfo.dev_name", "description" },
    { "system.get_sysinfo.sw_ver", "version" },
    { "system.get_sysinfo.mic_type", "type" },
    { "system.get_sysinfo.type", "type" },
    { NULL },
  };
  g_autofree char *plain = g_malloc0 (length + 1);
  guint8 key = FIRST_KEY;

  for (gsize i = 0; i < length; i++)
    {
      plain[i] = (char) (bytes[i] ^ key);
      key = bytes[i];
    }

  return huis_pick_all (plain, length, picks, fields) && json_object_has_member (fields, "model");
}

static gboolean
read_tapo (const guint8 *bytes, gsize length, JsonObject *fields)
{
  static const HuisPick picks[] = {
    { "result.device_model", "model" },
    { "result.device_type", "type" },
    { "result.factory_default", "factory_default" },
    { NULL },
  };

  return length > TAPO_HEADER &&
         huis_pick_all ((const char *) bytes + TAPO_HEADER, length - TAPO_HEADER, picks, fields) &&
         json_object_has_member (fields, "model");
}

const HuisVendor huis_vendor_kasa = {
  .protocol = "kasa",
  .port = KASA_PORT,
  .question = kasa_question,
  .length = sizeof kasa_question,
  .read = read_kasa,
};

const HuisVendor huis_vendor_tapo = {
  .protocol = "tapo",
  .port = TAPO_PORT,
  .question = tapo_question,
  .length = sizeof tapo_question,
  .read = read_tapo,
};

void
huis_probe_kasa_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_kasa);
  huis_vendor_start (look, &huis_vendor_tapo);
}
