/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-datagram.h"

G_BEGIN_DECLS

/*
 * A maker's own way to be found: one small question to everyone on the network (or none: then it is
 * only listened for), and answers by UDP that tell model and version. Each maker is one file with
 * one of these.
 */
typedef struct
{
  /* As in a "vendor" fact. */
  const char *protocol;
  /* Where answers come in; 0 where they come back to whoever asked. */
  guint16 listen_port;
  /* A multicast group, or 0 for the broadcast address of the subnet. */
  guint32 group;
  /* 0: nothing is sent. */
  guint16 port;
  const void *question;
  gsize length;
  /* Adds what @bytes tells to @fields, which may hold what came earlier; %FALSE: not of this make.
   */
  gboolean (*read) (const guint8 *bytes, gsize length, JsonObject *fields);
  /* What is asked of each that answered, once; may be %NULL. */
  void (*follow) (HuisDatagram *datagram, guint32 address);
} HuisVendor;

void huis_vendor_start (HuisLook *look, const HuisVendor *vendor);

/* The text of @length bytes, up to a NUL, set as member @name where there is any. */
void huis_vendor_set_text (JsonObject *fields, const char *name, const guint8 *bytes, gsize length);

extern const HuisVendor huis_vendor_govee;
extern const HuisVendor huis_vendor_kasa;
extern const HuisVendor huis_vendor_lifx;
extern const HuisVendor huis_vendor_mikrotik;
extern const HuisVendor huis_vendor_miio;
extern const HuisVendor huis_vendor_tapo;
extern const HuisVendor huis_vendor_tuya;
extern const HuisVendor huis_vendor_tuya_hidden;
extern const HuisVendor huis_vendor_ubiquiti;
extern const HuisVendor huis_vendor_wiz;
extern const HuisVendor huis_vendor_yeelight;

G_END_DECLS
