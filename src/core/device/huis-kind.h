/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * What sort of thing a device is: a closed list. The id ("access-point") is what files and the
 * scanner use; title, danger and the rest stand in data/advice/kinds.xml.
 */
typedef enum
{
  HUIS_KIND_UNKNOWN,
  HUIS_KIND_ROUTER,
  HUIS_KIND_ACCESS_POINT,
  HUIS_KIND_CAMERA,
  HUIS_KIND_DOORBELL,
  HUIS_KIND_TV,
  HUIS_KIND_MEDIA_PLAYER,
  HUIS_KIND_SPEAKER,
  HUIS_KIND_PRINTER,
  HUIS_KIND_SCANNER,
  HUIS_KIND_NAS,
  HUIS_KIND_THERMOSTAT,
  HUIS_KIND_LIGHT,
  HUIS_KIND_PLUG,
  HUIS_KIND_HUB,
  HUIS_KIND_LOCK,
  HUIS_KIND_SENSOR,
  HUIS_KIND_VACUUM,
  HUIS_KIND_APPLIANCE,
  HUIS_KIND_ENERGY,
  HUIS_KIND_PHONE,
  HUIS_KIND_TABLET,
  HUIS_KIND_COMPUTER,
  HUIS_KIND_GAME_CONSOLE,
  HUIS_KIND_VOIP_PHONE,
  HUIS_KIND_WEARABLE,
  HUIS_KIND_TOY,
  HUIS_KIND_OTHER,
} HuisKind;

#define HUIS_KIND_LAST HUIS_KIND_OTHER

/* How much a claim about a device can be relied upon. */
typedef enum
{
  HUIS_STRENGTH_NONE,
  HUIS_STRENGTH_GUESS,
  HUIS_STRENGTH_LIKELY,
  HUIS_STRENGTH_CERTAIN,
} HuisStrength;

GType huis_kind_get_type (void);
GType huis_strength_get_type (void);
#define HUIS_TYPE_KIND     (huis_kind_get_type ())
#define HUIS_TYPE_STRENGTH (huis_strength_get_type ())

/* The id of a value of one of our enumerations ("media-player"), and back. */
const char *huis_enum_to_id (GType type, int value);
int huis_enum_from_id (GType type, const char *id, int fallback);

const char *huis_kind_to_id (HuisKind kind);
HuisKind huis_kind_from_id (const char *id);

G_END_DECLS
