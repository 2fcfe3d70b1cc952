/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-kind"

#include "huis-kind.h"

#include <gio/gio.h>

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisKind, huis_kind,
  G_DEFINE_ENUM_VALUE (HUIS_KIND_UNKNOWN, "unknown"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_ROUTER, "router"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_ACCESS_POINT, "access-point"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_CAMERA, "camera"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_DOORBELL, "doorbell"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_TV, "tv"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_MEDIA_PLAYER, "media-player"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_SPEAKER, "speaker"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_PRINTER, "printer"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_SCANNER, "scanner"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_NAS, "nas"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_THERMOSTAT, "thermostat"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_LIGHT, "light"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_PLUG, "plug"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_HUB, "hub"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_LOCK, "lock"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_SENSOR, "sensor"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_VACUUM, "vacuum"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_APPLIANCE, "appliance"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_ENERGY, "energy"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_PHONE, "phone"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_TABLET, "tablet"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_COMPUTER, "computer"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_GAME_CONSOLE, "game-console"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_VOIP_PHONE, "voip-phone"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_WEARABLE, "wearable"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_TOY, "toy"),
  G_DEFINE_ENUM_VALUE (HUIS_KIND_OTHER, "other"))

G_DEFINE_ENUM_TYPE (HuisStrength, huis_strength,
  G_DEFINE_ENUM_VALUE (HUIS_STRENGTH_NONE, "none"),
  G_DEFINE_ENUM_VALUE (HUIS_STRENGTH_GUESS, "guess"),
  G_DEFINE_ENUM_VALUE (HUIS_STRENGTH_LIKELY, "likely"),
  G_DEFINE_ENUM_VALUE (HUIS_STRENGTH_CERTAIN, "certain"))
/* clang-format on */

const char *
huis_enum_to_id (GType type, int value)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (G_ENUM_CLASS (klass), value);

  return entry != NULL ? entry->value_nick : NULL;
}

int
huis_enum_from_id (GType type, const char *id, int fallback)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumValue *entry = id != NULL ? g_enum_get_value_by_nick (G_ENUM_CLASS (klass), id) : NULL;

  return entry != NULL ? entry->value : fallback;
}

const char *
huis_kind_to_id (HuisKind kind)
{
  return huis_enum_to_id (HUIS_TYPE_KIND, (int) kind);
}

HuisKind
huis_kind_from_id (const char *id)
{
  return (HuisKind) huis_enum_from_id (HUIS_TYPE_KIND, id, HUIS_KIND_UNKNOWN);
}
