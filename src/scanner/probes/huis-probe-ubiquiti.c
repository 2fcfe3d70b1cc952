/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ubiquiti"

#include "huis-bytes.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

/*
 * Ubiquiti's discovery at UDP 10001 (as in nmap's ubiquiti-discovery and the makers' own tool):
 * four bytes ask, and the answer is a list of type, length and value.
 */

#define HEADER 4

static const guint8 question[HEADER] = { 1, 0, 0, 0 };

static const struct
{
  guint8 type;
  const char *name;
} texts[] = {
  { 0x03, "version" }, { 0x0b, "name" },  { 0x0c, "platform" },
  { 0x14, "model" },   { 0x15, "model" }, { 0x16, "version" },
};

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  if (length <= HEADER || (bytes[0] != 1 && bytes[0] != 2) ||
      huis_get_be16 (bytes + 2) != length - HEADER)
    return FALSE;

  for (gsize at = HEADER; length - at >= 3;)
    {
      gsize size = huis_get_be16 (bytes + at + 1);

      if (size > length - at - 3)
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        if (texts[i].type == bytes[at])
          huis_vendor_set_text (fields, texts[i].name, bytes + at + 3, size);
      at += 3 + size;
    }

  return TRUE;
}

const HuisVendor huis_vendor_ubiquiti = {
  .protocol = "ubiquiti",
  .port = 10001,
  .question = question,
  .length = sizeof question,
  .read = read_answer,
};

void
huis_probe_ubiquiti_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_ubiquiti);
}
