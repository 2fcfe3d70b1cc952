/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-trips"

#include "huis-trips.h"

#include "huis-outside.h"
#include "huis-whereabouts.h"

/* Short enough not to keep a person waiting, who has just chosen another network. */
#define POLL_SECONDS 3

struct _HuisTrips
{
  GObject parent_instance;

  HuisSession *session; /* borrowed: it owns us */
  char *scanner;
  HuisDoorList *list;

  HuisWhereabouts where;

  HuisScan *scan;
  guint done;
  guint total;
  guint poll;
};

G_DEFINE_FINAL_TYPE (HuisTrips, huis_trips, G_TYPE_OBJECT)

static guint changed_signal;

static void update (HuisTrips *self);

static HuisTripBook *
get_book (HuisTrips *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);

  return network != NULL ? huis_network_get_trip_book (network) : NULL;
}

HuisTrip *
huis_trips_get_current (HuisTrips *self)
{
  HuisTripBook *book = get_book (self);

  return book != NULL ? huis_trip_book_get_current (book) : NULL;
}

HuisTrip *
huis_trips_get_report (HuisTrips *self, HuisTripKind kind)
{
  HuisTripBook *book = get_book (self);

  return book != NULL ? huis_trip_book_get_report (book, kind) : NULL;
}

static HuisTripStage
get_stage (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  return trip != NULL ? huis_trip_get_stage (trip) : HUIS_TRIP_ENDED;
}

static void
emit_changed (HuisTrips *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
look_around (HuisTrips *self)
{
  huis_whereabouts_look (&self->where, huis_session_get_network (self->session),
                         huis_session_get_interfaces (self->session));
}

HuisPlace
huis_trips_get_place (HuisTrips *self)
{
  return huis_whereabouts_get_place (&self->where, get_stage (self) >= HUIS_TRIP_RETURNING);
}

HuisObservation *
huis_trips_get_elsewhere (HuisTrips *self)
{
  return self->where.elsewhere;
}

gboolean
huis_trips_has_tunnel (HuisTrips *self)
{
  return huis_interfaces_find_ignored (huis_session_get_interfaces (self->session), "tunnel") !=
         NULL;
}

void
huis_trips_get_progress (HuisTrips *self, guint *done, guint *total)
{
  *done = self->done;
  *total = self->total;
}

static void
observation_cb (HuisScan *scan, HuisObservation *observation, HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  if (huis_observation_is (observation, "progress"))
    {
      self->done = (guint) huis_observation_get_int (observation, "done", 0);
      self->total = (guint) huis_observation_get_int (observation, "total", 0);
      emit_changed (self);
    }
  else if (trip != NULL)
    huis_trip_take (trip, observation);
}

static void
finished_cb (HuisScan *scan, gboolean complete, HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);
  HuisTrouble trouble = huis_scan_get_stopped (scan) ? HUIS_TROUBLE_STOPPED
                        : !complete                  ? HUIS_TROUBLE_BROKEN
                                                     : HUIS_TROUBLE_NONE;

  g_clear_object (&self->scan);
  self->done = self->total = 0;
  if (trip != NULL)
    huis_trip_finish (trip, trouble, g_get_real_time () / G_USEC_PER_SEC);
  update (self);
}

/* The scanner is asked on behalf of this trip only; its lines never reach the inventory. */
static void
start_scan (HuisTrips *self, HuisTrip *trip)
{
  g_autoptr (JsonObject) request =
      huis_trip_make_request (trip,
                              huis_observation_get_string (self->where.elsewhere, "interface"));

  self->total = huis_trip_get_doors (trip)->len;
  self->scan = huis_scan_new (self->scanner, request);
  g_signal_connect_object (self->scan, "observation", G_CALLBACK (observation_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->scan, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_DEFAULT);
  huis_scan_start (self->scan);
}

static gboolean
poll_cb (gpointer user_data)
{
  HuisTrips *self = HUIS_TRIPS (user_data);

  huis_interfaces_find (huis_session_get_interfaces (self->session));

  return G_SOURCE_CONTINUE;
}

static void
update_poll (HuisTrips *self)
{
  HuisTripBook *book = get_book (self);
  gboolean wanted = book != NULL && huis_trip_book_is_travelling (book);

  if (wanted && self->poll == 0)
    self->poll = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
  else if (!wanted)
    g_clear_handle_id (&self->poll, g_source_remove);
}

static void
compare (HuisTrip *trip, HuisNetwork *network, gboolean looked)
{
  JsonObject *interface = huis_observation_get_fields (huis_network_get_interface (network));
  g_auto (GStrv) ipv6 = huis_json_get_strv (interface, "ipv6");

  huis_trip_compare (trip, looked ? huis_outside_find (network).address : NULL,
                     (const char *const *) ipv6);
}

/* What the stage asks for is done; what it no longer asks for is stopped. */
static void
update (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);
  HuisTripStage stage = get_stage (self);

  if (stage == HUIS_TRIP_TRYING && self->scan == NULL && self->where.elsewhere != NULL)
    start_scan (self, trip);
  else if (stage != HUIS_TRIP_TRYING && self->scan != NULL)
    huis_scan_stop (self->scan);

  if (stage == HUIS_TRIP_COMPARING && huis_session_get_looking (self->session) == HUIS_LOOK_NONE &&
      !huis_session_look_at_router (self->session))
    compare (trip, huis_session_get_network (self->session), FALSE);
  if (trip != NULL && stage == HUIS_TRIP_ENDED)
    {
      if (huis_trip_get_trouble (trip) == HUIS_TROUBLE_GIVEN_UP)
        huis_trip_book_set_current (get_book (self), NULL);
      else
        huis_trip_book_file (get_book (self));
    }
  update_poll (self);
  emit_changed (self);
}

static void
arrive (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  if (trip != NULL)
    huis_trip_arrive (trip, huis_trips_get_place (self),
                      self->where.elsewhere != NULL
                          ? huis_observation_get_string (self->where.elsewhere, "ssid")
                          : NULL);
  update (self);
}

static void
found_cb (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);
  g_autoptr (HuisObservation) before =
      self->where.elsewhere != NULL ? huis_observation_ref (self->where.elsewhere) : NULL;

  look_around (self);
  /* From one network to the next in three seconds: it is lost all the same. */
  if (trip != NULL && before != NULL && !huis_whereabouts_is_still (&self->where, before) &&
      huis_trip_get_stage (trip) < HUIS_TRIP_RETURNING)
    huis_trip_arrive (trip, HUIS_PLACE_NOWHERE, NULL);
  arrive (self);
}

/* The router was looked at: before leaving, or home again. */
static void
looked_cb (HuisTrips *self, gboolean complete)
{
  HuisTrip *trip = huis_trips_get_current (self);
  HuisNetwork *network = huis_session_get_network (self->session);

  if (trip == NULL)
    return;
  if (huis_trip_get_stage (trip) == HUIS_TRIP_PREPARING)
    {
      huis_trip_plan_fill (trip, network, self->list);
      if (!complete || !huis_trip_set_out (trip))
        huis_trip_book_set_current (get_book (self), NULL);
    }
  else if (huis_trip_get_stage (trip) == HUIS_TRIP_COMPARING)
    compare (trip, network, complete);
  update (self);
}

gboolean
huis_trips_may_begin (HuisTrips *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);

  return network != NULL && huis_network_may_look (network) &&
         huis_session_is_connected (self->session) &&
         huis_session_get_looking (self->session) == HUIS_LOOK_NONE &&
         huis_trips_get_current (self) == NULL;
}

gboolean
huis_trips_begin (HuisTrips *self, HuisTripKind kind, HuisDoorList *list)
{
  g_autoptr (HuisTrip) trip = NULL;

  g_clear_pointer (&self->list, huis_door_list_free);
  self->list = list;
  if (!huis_trips_may_begin (self) || !huis_session_look_at_router (self->session))
    return FALSE;

  trip = huis_trip_new (kind, g_get_real_time () / G_USEC_PER_SEC);
  huis_trip_book_set_current (get_book (self), trip);
  update (self);

  return TRUE;
}

gboolean
huis_trips_agree (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  if (trip == NULL || self->where.elsewhere == NULL || self->scan != NULL ||
      !huis_trip_agree (trip))
    return FALSE;
  update (self);

  return TRUE;
}

void
huis_trips_stop (HuisTrips *self)
{
  if (self->scan != NULL)
    huis_scan_stop (self->scan);
}

void
huis_trips_come_home (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  if (trip != NULL && huis_trips_get_place (self) == HUIS_PLACE_PERHAPS_HOME)
    huis_trip_come_home (trip);
  update (self);
}

void
huis_trips_compare_again (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  if (trip != NULL)
    huis_trip_compare_again (trip);
  arrive (self);
}

void
huis_trips_give_up (HuisTrips *self)
{
  HuisTrip *trip = huis_trips_get_current (self);

  if (trip == NULL)
    return;
  if (huis_trip_get_stage (trip) == HUIS_TRIP_ENDED)
    huis_trip_book_set_current (get_book (self), NULL);
  else
    huis_trip_give_up (trip, huis_trips_get_place (self));
  update (self);
}

/* The session moved on to another network, or to none. */
static void
network_cb (HuisTrips *self)
{
  look_around (self);
  update (self);
}

static void
huis_trips_dispose (GObject *object)
{
  HuisTrips *self = HUIS_TRIPS (object);

  g_clear_handle_id (&self->poll, g_source_remove);
  if (self->scan != NULL)
    huis_scan_stop (self->scan);
  g_clear_object (&self->scan);
  huis_whereabouts_clear (&self->where);
  g_clear_pointer (&self->list, huis_door_list_free);
  g_clear_pointer (&self->scanner, g_free);

  G_OBJECT_CLASS (huis_trips_parent_class)->dispose (object);
}

static void
huis_trips_class_init (HuisTripsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = huis_trips_dispose;

  changed_signal = g_signal_new ("changed", HUIS_TYPE_TRIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
huis_trips_init (HuisTrips *self)
{
}

HuisTrips *
huis_trips_new (HuisSession *session, const char *scanner)
{
  HuisTrips *self = g_object_new (HUIS_TYPE_TRIPS, NULL);

  self->session = session;
  self->scanner = scanner != NULL ? g_strdup (scanner) : huis_scan_dup_scanner_path ();
  g_signal_connect_object (huis_session_get_interfaces (session), "found", G_CALLBACK (found_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::network", G_CALLBACK (network_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
