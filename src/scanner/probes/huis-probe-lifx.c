/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-lifx"

#include "huis-bytes.h"
#include "huis-json.h"
#include "huis-probe-list.h"
#include "huis-vendor.h"

#include <string.h>

/*
 * LIFX lamps, by their published LAN protocol ("Packet contents" and "Querying the device for data"
 * at lan.developer.lifx.com): a header of 36 bytes, little-endian, with the type at 32. GetService
 * finds them, GetVersion and GetLabel tell product and name.
 */

#define LIFX_PORT 56700
#define HEADER    36
#define TYPE_AT   32

#define GET_SERVICE   2
#define STATE_SERVICE 3
#define GET_LABEL     23
#define STATE_LABEL   25
#define GET_VERSION   32
#define STATE_VERSION 33
#define LABEL_LENGTH  32

/* Size 36; protocol 1024, addressable, tagged; a source of our own, so that answers come to us. */
static const guint8 question[HEADER] = { HEADER, 0,   0,
                                         0x34,   'H', 'u',
                                         'i',    's', [TYPE_AT] = GET_SERVICE };

static gboolean
read_answer (const guint8 *bytes, gsize length, JsonObject *fields)
{
  const guint8 *body = bytes + HEADER;

  if (length < HEADER || huis_get_le16 (bytes) != length ||
      (huis_get_le16 (bytes + 2) & 0x0fff) != 1024)
    return FALSE;
  switch (huis_get_le16 (bytes + TYPE_AT))
    {
    case STATE_SERVICE:
      return TRUE;
    case STATE_LABEL:
      if (length < HEADER + LABEL_LENGTH)
        return FALSE;
      huis_vendor_set_text (fields, "name", body, LABEL_LENGTH);
      return TRUE;
    case STATE_VERSION:
      if (length < HEADER + 8)
        return FALSE;
      json_object_set_int_member (fields, "vendor", huis_get_le16 (body));
      json_object_set_int_member (fields, "product", huis_get_le16 (body + 4));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
ask_more (HuisDatagram *datagram, guint32 address)
{
  guint8 packet[HEADER];

  memcpy (packet, question, sizeof packet);
  packet[3] = 0x14;
  packet[TYPE_AT] = GET_VERSION;
  (void) huis_datagram_send (datagram, address, LIFX_PORT, packet, sizeof packet);
  packet[TYPE_AT] = GET_LABEL;
  (void) huis_datagram_send (datagram, address, LIFX_PORT, packet, sizeof packet);
}

const HuisVendor huis_vendor_lifx = {
  .protocol = "lifx",
  .port = LIFX_PORT,
  .question = question,
  .length = sizeof question,
  .read = read_answer,
  .follow = ask_more,
};

void
huis_probe_lifx_start (HuisLook *look)
{
  huis_vendor_start (look, &huis_vendor_lifx);
}
