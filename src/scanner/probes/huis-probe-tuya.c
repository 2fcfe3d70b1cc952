/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-tuya"

#include "huis-bytes.h"
#include "huis-pick.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

#include <string.h>

/*
 * Devices on Tuya's platform, sold under dozens of brands, call out every few seconds: in the clear
 * to 6666, enciphered to 6667 (as tinytuya and localtuya hear them). Nothing is asked; that they
 * are Tuya inside is what counts, and the frame around the message tells that.
 */

#define PREFIX_OLD 0x000055aau
#define PREFIX_NEW 0x00006699u
#define HEADER     16
#define RETURN     4
#define TRAILER    8

static gboolean
is_frame (const guint8 *bytes, gsize length)
{
  return length >= HEADER + RETURN + TRAILER &&
         (huis_get_be32 (bytes) == PREFIX_OLD || huis_get_be32 (bytes) == PREFIX_NEW);
}

static gboolean
read_clear (const guint8 *bytes, gsize length, JsonObject *fields)
{
  static const HuisPick picks[] = {
    { "productKey", "product_key" },
    { "version", "protocol_version" },
    { NULL },
  };

  return is_frame (bytes, length) &&
         huis_pick_all ((const char *) bytes + HEADER + RETURN, length - HEADER - RETURN - TRAILER,
                        picks, fields);
}

static gboolean
read_hidden (const guint8 *bytes, gsize length, JsonObject *fields)
{
  if (!is_frame (bytes, length))
    return FALSE;
  json_object_set_boolean_member (fields, "enciphered", TRUE);

  return TRUE;
}

const HuisVendor huis_vendor_tuya = {
  .protocol = "tuya",
  .listen_port = 6666,
  .read = read_clear,
};

const HuisVendor huis_vendor_tuya_hidden = {
  .protocol = "tuya-hidden",
  .listen_port = 6667,
  .read = read_hidden,
};

void
huis_probe_tuya_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_tuya);
  huis_vendor_start (look, &huis_vendor_tuya_hidden);
}
