/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

G_BEGIN_DECLS

/* For huis-device.c (the object), huis-device-said.c (what the person said),
 * huis-device-evidence.c (what was observed) and huis-device-json.c (the store) alone. */
struct _HuisDevice
{
  GObject parent_instance;

  char *id;
  HuisOrigin origin;

  /* what the person said */
  char *given_name;
  HuisKind given_kind;
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

  /* what was observed */
  GPtrArray *observations;
  GHashTable *keys;
  HuisIdentity *identity;
  gboolean present;
  gint64 first_seen;
  gint64 last_seen;
  gint64 tested;

  /* derived from the observations */
  char *address;
  char *mac;
};

void huis_device_notify_address (HuisDevice *self);

G_END_DECLS
