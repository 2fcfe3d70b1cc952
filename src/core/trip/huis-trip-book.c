/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trip-book"

#include "huis-trip-book.h"

#include "huis-kind.h"

struct _HuisTripBook
{
  GObject parent_instance;

  HuisTrip *current;
  HuisTrip *reports[HUIS_N_TRIPS];
};

G_DEFINE_FINAL_TYPE (HuisTripBook, huis_trip_book, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (HuisTripBook *self)
{
  g_signal_emit (self, changed_signal, 0);
}

HuisTrip *
huis_trip_book_get_current (HuisTripBook *self)
{
  return self->current;
}

static void
take_current (HuisTripBook *self, HuisTrip *trip)
{
  if (self->current != NULL)
    g_signal_handlers_disconnect_by_data (self->current, self);
  g_set_object (&self->current, trip);
  if (trip != NULL)
    g_signal_connect_swapped (trip, "changed", G_CALLBACK (emit_changed), self);
}

void
huis_trip_book_set_current (HuisTripBook *self, HuisTrip *trip)
{
  if (self->current == trip)
    return;
  take_current (self, trip);
  emit_changed (self);
}

gboolean
huis_trip_book_is_travelling (HuisTripBook *self)
{
  HuisTripStage stage;

  if (self->current == NULL)
    return FALSE;
  stage = huis_trip_get_stage (self->current);

  return stage != HUIS_TRIP_PREPARING && stage != HUIS_TRIP_ENDED;
}

HuisTrip *
huis_trip_book_get_report (HuisTripBook *self, HuisTripKind kind)
{
  g_return_val_if_fail (kind < HUIS_N_TRIPS, NULL);

  return self->reports[kind];
}

void
huis_trip_book_file (HuisTripBook *self)
{
  HuisTrip *trip = self->current;

  if (trip == NULL || !huis_trip_counts (trip))
    return;
  g_set_object (&self->reports[huis_trip_get_kind (trip)], trip);
  huis_trip_book_set_current (self, NULL);
}

JsonObject *
huis_trip_book_to_json (HuisTripBook *self)
{
  JsonObject *object = json_object_new ();

  if (self->current != NULL)
    json_object_set_object_member (object, "current", huis_trip_to_json (self->current));
  for (int i = 0; i < HUIS_N_TRIPS; i++)
    if (self->reports[i] != NULL)
      json_object_set_object_member (object, huis_enum_to_id (HUIS_TYPE_TRIP_KIND, i),
                                     huis_trip_to_json (self->reports[i]));

  return object;
}

static HuisTrip *
load_trip (JsonObject *object, const char *name)
{
  JsonObject *trip = huis_json_get_object (object, name);

  return trip != NULL ? huis_trip_new_from_json (trip) : NULL;
}

void
huis_trip_book_load_json (HuisTripBook *self, JsonObject *object)
{
  g_autoptr (HuisTrip) current = load_trip (object, "current");

  take_current (self, current);
  for (int i = 0; i < HUIS_N_TRIPS; i++)
    {
      g_autoptr (HuisTrip) report = load_trip (object, huis_enum_to_id (HUIS_TYPE_TRIP_KIND, i));

      if (report != NULL && huis_trip_counts (report) && (int) huis_trip_get_kind (report) == i)
        g_set_object (&self->reports[i], report);
    }
}

static void
huis_trip_book_dispose (GObject *object)
{
  HuisTripBook *self = HUIS_TRIP_BOOK (object);

  take_current (self, NULL);
  for (int i = 0; i < HUIS_N_TRIPS; i++)
    g_clear_object (&self->reports[i]);

  G_OBJECT_CLASS (huis_trip_book_parent_class)->dispose (object);
}

static void
huis_trip_book_class_init (HuisTripBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = huis_trip_book_dispose;

  changed_signal = g_signal_new ("changed", HUIS_TYPE_TRIP_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
huis_trip_book_init (HuisTripBook *self)
{
}

HuisTripBook *
huis_trip_book_new (void)
{
  return g_object_new (HUIS_TYPE_TRIP_BOOK, NULL);
}
