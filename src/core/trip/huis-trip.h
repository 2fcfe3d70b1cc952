/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * A trip that the person makes with this computer to another network, to knock at the doors of the
 * home from there: over the hotspot of their phone (outside), or from the guest network. It is kept
 * with the network of the home, so that it goes on after a restart.
 *
 *                             ┌──────────── lost or back too early ───────────┐
 *                             ▼                                               │
 *   preparing ─▶ leaving ─▶ asking ─▶ trying ─▶ returning ─▶ comparing ─▶ ended
 *   (at home)               (the other network)             (home again)
 *
 * This object only knows the rules; HuisTrips (huis-trips.h) sees where the computer is and does
 * the work. Each function that moves it does nothing in a stage where it makes no sense.
 * Signal "changed".
 */

#define HUIS_TYPE_TRIP (huis_trip_get_type ())
G_DECLARE_FINAL_TYPE (HuisTrip, huis_trip, HUIS, TRIP, GObject)

typedef enum
{
  HUIS_TRIP_OUTSIDE,
  HUIS_TRIP_GUEST,
  HUIS_N_TRIPS,
} HuisTripKind;

typedef enum
{
  HUIS_TRIP_PREPARING, /* the router is asked for its outside address and openings */
  HUIS_TRIP_LEAVING,   /* waiting until this computer is on the other network */
  HUIS_TRIP_ASKING,    /* it is; may we knock? */
  HUIS_TRIP_TRYING,
  HUIS_TRIP_RETURNING, /* waiting until this computer is home again */
  HUIS_TRIP_COMPARING, /* the router is asked whether its outside address is still the same */
  HUIS_TRIP_ENDED,
} HuisTripStage;

/* What went wrong last; cleared by the next try. */
typedef enum
{
  HUIS_TROUBLE_NONE,
  HUIS_TROUBLE_NEAR,         /* the other network leads through the home's own router */
  HUIS_TROUBLE_NO_WAY,       /* nothing gets out of the other network */
  HUIS_TROUBLE_CUT_OFF,      /* the other network was lost in the middle */
  HUIS_TROUBLE_STOPPED,      /* the person pressed Stop */
  HUIS_TROUBLE_BROKEN,       /* our own part that knocks did not come to its end */
  HUIS_TROUBLE_CHANGED,      /* the home has other addresses now: it was not our home */
  HUIS_TROUBLE_NOT_COMPARED, /* the addresses of now can't be learned */
  HUIS_TROUBLE_GIVEN_UP,     /* nothing is tried any more; the person still has to come home */
} HuisTrouble;

/* Where this computer is, as far as it counts for the trip. */
typedef enum
{
  HUIS_PLACE_NOWHERE,
  HUIS_PLACE_HOME,
  HUIS_PLACE_PERHAPS_HOME, /* the same name or numbers, without proof */
  HUIS_PLACE_SAME_ROUTER,  /* another network of the home's own router */
  HUIS_PLACE_AWAY,
} HuisPlace;

typedef enum
{
  HUIS_DOOR_UNTRIED,
  HUIS_DOOR_OPEN,        /* it answered: anyone there can come to it */
  HUIS_DOOR_REFUSED,     /* somebody said no */
  HUIS_DOOR_UNREACHABLE, /* somebody on the way said that there is no way */
  HUIS_DOOR_SILENT,
} HuisDoorState;

GType huis_trip_kind_get_type (void);
GType huis_trip_stage_get_type (void);
GType huis_trouble_get_type (void);
GType huis_door_state_get_type (void);
#define HUIS_TYPE_TRIP_KIND  (huis_trip_kind_get_type ())
#define HUIS_TYPE_TRIP_STAGE (huis_trip_stage_get_type ())
#define HUIS_TYPE_TROUBLE    (huis_trouble_get_type ())
#define HUIS_TYPE_DOOR_STATE (huis_door_state_get_type ())

typedef struct
{
  char *address;
  guint16 port;
  char *device;   /* the id of the device that stands behind it, %NULL where we don't know */
  guint16 inside; /* its port on the device, 0 where we don't know */
  HuisDoorState state;
} HuisDoor;

/* So often was the other network looked for in vain that something must be in the way: no hotspot.
 */
#define HUIS_TRIP_WAITS_LONG 30

/* What the scanner takes (huis-target.h). */
#define HUIS_TRIP_DOORS_MAX 400

HuisTrip *huis_trip_new (HuisTripKind kind, gint64 now);
/* %NULL where @object is none. One that was trying goes back to asking. */
HuisTrip *huis_trip_new_from_json (JsonObject *object);
JsonObject *huis_trip_to_json (HuisTrip *self);

HuisTripKind huis_trip_get_kind (HuisTrip *self);
HuisTripStage huis_trip_get_stage (HuisTrip *self);
HuisTrouble huis_trip_get_trouble (HuisTrip *self);
/* Unix time of the beginning, and of the end of the newest try; 0 for never. */
gint64 huis_trip_get_begun (HuisTrip *self);
gint64 huis_trip_get_tried (HuisTrip *self);
/* How often in a row the other network was looked for in vain. Not kept on disk. */
guint huis_trip_get_waits (HuisTrip *self);
/* The name of the other network; %NULL while not there yet. */
const char *huis_trip_get_elsewhere (HuisTrip *self);
/* The outside address of the router as it was before leaving; %NULL where it has none. */
const char *huis_trip_get_outside (HuisTrip *self);
/* How many doors were tried by a way that is known to lead beyond the other network: silence at the
 * others tells nothing. */
guint huis_trip_count_knocked (HuisTrip *self);
/* Whether doors at IPv6 addresses were tried, but by no way that is known to lead there: many a
 * hotspot has IPv4 alone. */
gboolean huis_trip_missed_ipv6 (HuisTrip *self);
/* Of HuisDoor, in the order of their adding. Borrowed. */
GPtrArray *huis_trip_get_doors (HuisTrip *self);
guint huis_trip_count_doors (HuisTrip *self, HuisDoorState state);
/* How many addresses the doors are at. */
guint huis_trip_count_addresses (HuisTrip *self);
/* Whether it came to a good end: then its doors tell something. */
gboolean huis_trip_counts (HuisTrip *self);

/* While preparing. A door that is there already, or one too many, is left out. */
void huis_trip_set_outside (HuisTrip *self, const char *address);
void huis_trip_add_door (HuisTrip *self,
                         const char *address,
                         guint16 port,
                         const char *device,
                         guint16 inside);
/* Returns FALSE where there is no door to knock at. */
gboolean huis_trip_set_out (HuisTrip *self);

/* The computer turned out to be at @place; @title is the name of that network. */
void huis_trip_arrive (HuisTrip *self, HuisPlace place, const char *title);
/* The person agreed. Returns FALSE where that was not the question. */
gboolean huis_trip_agree (HuisTrip *self);
/* What the scanner is to be asked. */
JsonObject *huis_trip_make_request (HuisTrip *self, const char *interface);
/* Takes the "door" and "way" lines of the scanner. */
void huis_trip_take (HuisTrip *self, HuisObservation *observation);
/* The scanner came to its end; @trouble is what kept it from its work, if anything. */
void huis_trip_finish (HuisTrip *self, HuisTrouble trouble, gint64 now);
/* Home again, seen or said by the person. */
void huis_trip_come_home (HuisTrip *self);
/* The outside address of now, %NULL where the router does not tell; and this computer's own IPv6
 * addresses of the internet, ended by %NULL: the devices that were tried must be on that link. */
void huis_trip_compare (HuisTrip *self, const char *outside, const char *const *own_ipv6);
/* Ended without an answer of the router: it is to be asked once more. */
void huis_trip_compare_again (HuisTrip *self);
/* The person wants no more of it. From home that is the end; from elsewhere they are led home. */
void huis_trip_give_up (HuisTrip *self, HuisPlace place);

G_END_DECLS
