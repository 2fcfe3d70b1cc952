/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

G_BEGIN_DECLS

/* For huis-device.c (the object), huis-device-said.c (what the person said),
 * huis-device-evidence.c (what was observed), huis-device-parts.c (what it can be divided into) and
 * huis-device-json.c (the store) alone. */
struct _HuisDevice
{
  GObject parent_instance;

  char *id;
  HuisOrigin origin;

  /* what the person said */
  char *given_name;
  HuisKind given_kind;
  char *given_maker;
  char *given_model;
  char *room;
  char *note;
  char *keeper;
  gboolean known;
  gboolean confirmed;
  HuisReply replies[HUIS_N_QUESTIONS];
  gint64 reply_when[HUIS_N_QUESTIONS];
  guint replies_version;
  char *support_until;
  gint64 support_said;
  gint64 support_sought;
  HuisEnding ending;
  gint64 ending_when;
  char *hub;

  /* what was observed */
  GPtrArray *observations;
  GHashTable *keys;
  HuisIdentity *identity;
  gboolean present;
  gint64 first_seen;
  gint64 last_seen;
  gint64 tested;

  /* what was decided about what it is made of (huis-device-parts.c) */
  GPtrArray *apart; /* ids of devices that it is not */
  GPtrArray *spots; /* "spot:MAC@ADDRESS" where the MAC is another's */

  /* derived from the observations */
  char *address;
  char *mac;
  gboolean is_gateway;
  gboolean is_self;
};

void huis_device_notify_address (HuisDevice *self);

/* Neither is told of more than this. */
#define HUIS_DEVICE_PARTS_MAX 64

void huis_device_add_apart (HuisDevice *self, const char *id);
/* Whether @text, out of the store, is the key of a spot. */
gboolean huis_device_is_spot (const char *text);
void huis_device_add_spot (HuisDevice *self, const char *spot);
/* Whether @mac is another's, and no key of this device. */
gboolean huis_device_borrows_mac (HuisDevice *self, const char *mac);
/* Takes over keys and decisions of @other, which is the same device after all. */
void huis_device_join_parts (HuisDevice *self, HuisDevice *other);

G_END_DECLS
