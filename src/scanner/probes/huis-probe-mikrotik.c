/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-mikrotik"

#include "huis-bytes.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

/*
 * MikroTik's neighbour discovery (MNDP) at UDP 5678: four NULs ask, and routers answer to everyone
 * at the same port. The answer is a list of type, length and value after four bytes of header
 * (MikroTik's documentation of "Neighbor discovery"; the numbers are those of Wireshark's mndp).
 */

#define MNDP_PORT 5678
#define HEADER    4

static const guint8 question[HEADER] = { 0 };

static const struct
{
  guint16 type;
  const char *name;
} texts[] = {
  { 5, "name" },
  { 7, "version" },
  { 8, "platform" },
  { 12, "model" },
};

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  guint found = 0;

  for (gsize at = HEADER; length > at && length - at >= 4;)
    {
      gsize size = huis_get_be16 (bytes + at + 2);

      if (size > length - at - 4)
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        if (texts[i].type == huis_get_be16 (bytes + at))
          {
            huis_vendor_set_text (fields, texts[i].name, bytes + at + 4, size);
            found++;
          }
      at += 4 + size;
    }

  return found > 0;
}

const HuisVendor huis_vendor_mikrotik = {
  .protocol = "mikrotik",
  .listen_port = MNDP_PORT,
  .port = MNDP_PORT,
  .question = question,
  .length = sizeof question,
  .read = read_answer,
};

void
huis_probe_mikrotik_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_mikrotik);
}
