/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-miio"

#include "huis-bytes.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

#include <string.h>

/*
 * Xiaomi's devices answer a "hello" at UDP 54321 with their number and clock (python-miio). Some
 * send their key along: it is neither read nor kept.
 */

#define PACKET 32

static const char question[PACKET + 1] = "\x21\x31\x00\x20"
                                         "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"
                                         "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  if (length != PACKET || huis_get_be16 (bytes) != 0x2131 || huis_get_be16 (bytes + 2) != PACKET ||
      huis_get_be32 (bytes + 8) == G_MAXUINT32)
    return FALSE;
  json_object_set_int_member (fields, "device", huis_get_be32 (bytes + 8));

  return TRUE;
}

const HuisVendor huis_vendor_miio = {
  .protocol = "miio",
  .port = 54321,
  .question = question,
  .length = PACKET,
  .read = read_answer,
};

void
huis_probe_miio_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_miio);
}
