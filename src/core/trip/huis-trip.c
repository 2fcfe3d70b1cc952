/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip"

#include "huis-trip-private.h"

#include "huis-address.h"
#include "huis-kind.h"

G_DEFINE_FINAL_TYPE (HuisTrip, huis_trip, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisTripKind, huis_trip_kind,
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_OUTSIDE, "outside"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_GUEST, "guest"))

G_DEFINE_ENUM_TYPE (HuisTripStage, huis_trip_stage,
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_PREPARING, "preparing"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_LEAVING, "leaving"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_ASKING, "asking"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_TRYING, "trying"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_RETURNING, "returning"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_COMPARING, "comparing"),
  G_DEFINE_ENUM_VALUE (HUIS_TRIP_ENDED, "ended"))

G_DEFINE_ENUM_TYPE (HuisTrouble, huis_trouble,
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_NEAR, "near"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_NO_WAY, "no-way"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_CUT_OFF, "cut-off"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_STOPPED, "stopped"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_BROKEN, "broken"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_CHANGED, "changed"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_NOT_COMPARED, "not-compared"),
  G_DEFINE_ENUM_VALUE (HUIS_TROUBLE_GIVEN_UP, "given-up"))

G_DEFINE_ENUM_TYPE (HuisDoorState, huis_door_state,
  G_DEFINE_ENUM_VALUE (HUIS_DOOR_UNTRIED, "untried"),
  G_DEFINE_ENUM_VALUE (HUIS_DOOR_OPEN, "open"),
  G_DEFINE_ENUM_VALUE (HUIS_DOOR_REFUSED, "refused"),
  G_DEFINE_ENUM_VALUE (HUIS_DOOR_UNREACHABLE, "unreachable"),
  G_DEFINE_ENUM_VALUE (HUIS_DOOR_SILENT, "silent"))
/* clang-format on */

static guint changed_signal;

static void
go (HuisTrip *self, HuisTripStage stage, HuisTrouble trouble)
{
  self->stage = stage;
  self->trouble = trouble;
  g_signal_emit (self, changed_signal, 0);
}

void
huis_trip_set_outside (HuisTrip *self, const char *address)
{
  g_free (self->outside);
  self->outside = g_strdup (address);
}

gboolean
huis_trip_set_out (HuisTrip *self)
{
  if (self->stage != HUIS_TRIP_PREPARING || self->doors->len == 0)
    return FALSE;
  go (self, HUIS_TRIP_LEAVING, HUIS_TROUBLE_NONE);

  return TRUE;
}

/* Another network of the home's own router is where guests are, and never outside. */
static gboolean
is_elsewhere (HuisTrip *self, HuisPlace place)
{
  return place == HUIS_PLACE_AWAY ||
         (place == HUIS_PLACE_SAME_ROUTER && self->kind == HUIS_TRIP_GUEST);
}

/* Where it was in the middle of, when the other network is no longer there. */
static void
lose_elsewhere (HuisTrip *self)
{
  HuisTrouble trouble = self->stage == HUIS_TRIP_TRYING ? HUIS_TROUBLE_CUT_OFF : self->trouble;

  if (self->stage == HUIS_TRIP_TRYING)
    huis_trip_forget_try (self);
  g_clear_pointer (&self->elsewhere, g_free);
  go (self, HUIS_TRIP_LEAVING, trouble);
}

void
huis_trip_arrive (HuisTrip *self, HuisPlace place, const char *title)
{
  gboolean there = is_elsewhere (self, place);

  switch (self->stage)
    {
    case HUIS_TRIP_LEAVING:
      self->waits++;
      if (!there)
        return;
      self->waits = 0;
      self->elsewhere = g_strdup (title);
      go (self, HUIS_TRIP_ASKING, self->trouble);
      break;

    case HUIS_TRIP_ASKING:
    case HUIS_TRIP_TRYING:
      if (!there)
        lose_elsewhere (self);
      break;

    case HUIS_TRIP_RETURNING:
      if (place == HUIS_PLACE_HOME)
        huis_trip_come_home (self);
      break;

    case HUIS_TRIP_COMPARING:
      if (place == HUIS_PLACE_AWAY || place == HUIS_PLACE_NOWHERE)
        go (self, HUIS_TRIP_RETURNING, self->trouble);
      break;

    case HUIS_TRIP_PREPARING:
    case HUIS_TRIP_ENDED:
    default:
      break;
    }
}

gboolean
huis_trip_agree (HuisTrip *self)
{
  if (self->stage != HUIS_TRIP_ASKING)
    return FALSE;
  huis_trip_forget_try (self);
  go (self, HUIS_TRIP_TRYING, HUIS_TROUBLE_NONE);

  return TRUE;
}

/* Unless somebody on the way, or this computer itself, said that it leads nowhere. The firewall of
 * a home may say so too, of its devices: over IPv6 (RFC 4443, 3.1). */
static gboolean
has_way (HuisTrip *self, int way)
{
  guint doors = huis_trip_count_by_way (self, way, -1);

  if (way == HUIS_WAY_IPV6 && self->ways[way].passed)
    return doors > 0;

  return !self->ways[way].blocked &&
         huis_trip_count_by_way (self, way, HUIS_DOOR_UNREACHABLE) < doors;
}

/* What it all comes to, where the scanner itself saw no trouble. */
static HuisTrouble
judge_try (HuisTrip *self)
{
  if (self->near)
    return HUIS_TROUBLE_NEAR;
  if (huis_trip_count_doors (self, HUIS_DOOR_UNTRIED) > 0)
    return HUIS_TROUBLE_BROKEN;
  /* In the house that is how a guest network says no. */
  if (self->kind == HUIS_TRIP_OUTSIDE && !has_way (self, HUIS_WAY_IPV4) &&
      !has_way (self, HUIS_WAY_IPV6))
    return HUIS_TROUBLE_NO_WAY;

  return HUIS_TROUBLE_NONE;
}

void
huis_trip_finish (HuisTrip *self, HuisTrouble trouble, gint64 now)
{
  if (self->stage != HUIS_TRIP_TRYING)
    return;
  if (trouble == HUIS_TROUBLE_NONE)
    trouble = judge_try (self);
  if (trouble != HUIS_TROUBLE_NONE)
    {
      huis_trip_forget_try (self);
      go (self, HUIS_TRIP_ASKING, trouble);
      return;
    }

  self->tried = now;
  go (self, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
}

void
huis_trip_come_home (HuisTrip *self)
{
  if (self->stage != HUIS_TRIP_RETURNING)
    return;
  if (self->trouble == HUIS_TROUBLE_NONE && self->kind == HUIS_TRIP_OUTSIDE)
    go (self, HUIS_TRIP_COMPARING, HUIS_TROUBLE_NONE);
  else
    go (self, HUIS_TRIP_ENDED, self->trouble);
}

static gboolean
is_on_a_link (const char *address, const char *const *own)
{
  for (gsize i = 0; own[i] != NULL; i++)
    if (huis_address_is_same_link (address, own[i]))
      return TRUE;

  return FALSE;
}

static HuisTrouble
compare_ipv6 (HuisTrip *self, const char *const *own)
{
  if (huis_trip_count_by_way (self, HUIS_WAY_IPV6, -1) == 0)
    return HUIS_TROUBLE_NONE;
  if (own[0] == NULL)
    return HUIS_TROUBLE_NOT_COMPARED;
  for (guint i = 0; i < self->doors->len; i++)
    {
      const char *address = ((HuisDoor *) g_ptr_array_index (self->doors, i))->address;

      if (huis_trip_find_way (address) == HUIS_WAY_IPV6 && !is_on_a_link (address, own))
        return HUIS_TROUBLE_CHANGED;
    }

  return HUIS_TROUBLE_NONE;
}

void
huis_trip_compare (HuisTrip *self, const char *outside, const char *const *own_ipv6)
{
  if (self->stage != HUIS_TRIP_COMPARING)
    return;
  if (self->outside != NULL && outside == NULL)
    go (self, HUIS_TRIP_ENDED, HUIS_TROUBLE_NOT_COMPARED);
  else if (self->outside != NULL && g_strcmp0 (outside, self->outside) != 0)
    go (self, HUIS_TRIP_ENDED, HUIS_TROUBLE_CHANGED);
  else
    go (self, HUIS_TRIP_ENDED, compare_ipv6 (self, own_ipv6));
}

void
huis_trip_compare_again (HuisTrip *self)
{
  if (self->stage == HUIS_TRIP_ENDED && self->trouble == HUIS_TROUBLE_NOT_COMPARED)
    go (self, HUIS_TRIP_RETURNING, HUIS_TROUBLE_NONE);
}

void
huis_trip_give_up (HuisTrip *self, HuisPlace place)
{
  gboolean home = place == HUIS_PLACE_HOME || place == HUIS_PLACE_PERHAPS_HOME ||
                  self->stage == HUIS_TRIP_PREPARING;

  if (self->stage == HUIS_TRIP_ENDED)
    return;
  /* Given up twice: the person need not be led home. */
  if (self->trouble == HUIS_TROUBLE_GIVEN_UP)
    home = TRUE;
  huis_trip_forget_try (self);
  go (self, home ? HUIS_TRIP_ENDED : HUIS_TRIP_RETURNING, HUIS_TROUBLE_GIVEN_UP);
}

HuisTripKind
huis_trip_get_kind (HuisTrip *self)
{
  return self->kind;
}

HuisTripStage
huis_trip_get_stage (HuisTrip *self)
{
  return self->stage;
}

HuisTrouble
huis_trip_get_trouble (HuisTrip *self)
{
  return self->trouble;
}

gint64
huis_trip_get_begun (HuisTrip *self)
{
  return self->begun;
}

gint64
huis_trip_get_tried (HuisTrip *self)
{
  return self->tried;
}

guint
huis_trip_get_waits (HuisTrip *self)
{
  return self->waits;
}

const char *
huis_trip_get_elsewhere (HuisTrip *self)
{
  return self->elsewhere;
}

const char *
huis_trip_get_outside (HuisTrip *self)
{
  return self->outside;
}

GPtrArray *
huis_trip_get_doors (HuisTrip *self)
{
  return self->doors;
}

gboolean
huis_trip_counts (HuisTrip *self)
{
  return self->stage == HUIS_TRIP_ENDED && self->trouble == HUIS_TROUBLE_NONE && self->tried > 0;
}

static void
huis_trip_finalize (GObject *object)
{
  HuisTrip *self = HUIS_TRIP (object);

  g_free (self->elsewhere);
  g_free (self->outside);
  g_ptr_array_unref (self->doors);

  G_OBJECT_CLASS (huis_trip_parent_class)->finalize (object);
}

static void
huis_trip_class_init (HuisTripClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = huis_trip_finalize;

  changed_signal = g_signal_new ("changed", HUIS_TYPE_TRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
huis_trip_init (HuisTrip *self)
{
  self->doors = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_door_free);
}

HuisTrip *
huis_trip_new (HuisTripKind kind, gint64 now)
{
  HuisTrip *self = g_object_new (HUIS_TYPE_TRIP, NULL);

  self->kind = kind;
  self->begun = now;

  return self;
}
