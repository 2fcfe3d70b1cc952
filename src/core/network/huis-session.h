/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interfaces.h"
#include "huis-scan.h"
#include "huis-store.h"

G_BEGIN_DECLS

/*
 * What is going on now: which networks this computer is on, which of them is being worked at, and
 * the look that is under way. Everything that is sent on a network starts here, and only where
 * huis_network_may_look() allows it.
 *
 * Properties with notify: "network" (HuisNetwork or %NULL), "looking", "stage".
 * Signals: "notice" (HuisObservation "notice"), "looked" (gboolean complete; HuisDevice or %NULL).
 */

#define HUIS_TYPE_SESSION (huis_session_get_type ())
G_DECLARE_FINAL_TYPE (HuisSession, huis_session, HUIS, SESSION, GObject)

/* Goes along on a trip to another network (huis-trips.h). */
typedef struct _HuisTrips HuisTrips;

/* What a look is about. */
typedef enum
{
  HUIS_LOOK_NONE,
  HUIS_LOOK_ALL,    /* the whole network */
  HUIS_LOOK_ROUTER, /* the router's UPnP, NAT-PMP and PCP again */
  HUIS_LOOK_DEVICE, /* one device's services again */
} HuisLook;

#define HUIS_TYPE_LOOK (huis_look_get_type ())
GType huis_look_get_type (void);

/* @scanner is the path of the scanner program, %NULL for the usual one. */
HuisSession *huis_session_new (HuisStore *store, const char *scanner);

void huis_session_set_identify_func (HuisSession *self, HuisIdentifyFunc func, gpointer user_data);
/* What is known of makers, for the network that is worked at and for those to come. */
void huis_session_set_maker_guides (HuisSession *self, HuisMakerGuides *guides);
HuisStore *huis_session_get_store (HuisSession *self);

/* The interfaces of this computer. Each time they are found, the network becomes that of the home's
 * own interface, or without one the store's current network. Borrowed. */
HuisInterfaces *huis_session_get_interfaces (HuisSession *self);

/* The network that is being worked at; %NULL without one. Kept as the store's current one. */
HuisNetwork *huis_session_get_network (HuisSession *self);
/* @interface is one of the list of huis_session_get_interfaces(). */
void huis_session_choose_interface (HuisSession *self, HuisObservation *interface);
/* Whether this computer is on the network that is being worked at, so that one can look. */
gboolean huis_session_is_connected (HuisSession *self);

/* Borrowed. While a trip is under way, the network stays the one that it started from. */
HuisTrips *huis_session_get_trips (HuisSession *self);

/* Each returns FALSE, and does nothing, where a look is under way or may not be begun. */
gboolean huis_session_look (HuisSession *self);
gboolean huis_session_look_at_router (HuisSession *self);
gboolean huis_session_look_at_device (HuisSession *self, HuisDevice *device);
/* Asks the router to close @opening, one of huis_openings_list(), and looks at the router again.
 * The one change that Huiswacht makes, on the person's confirmed click. */
gboolean huis_session_close_opening (HuisSession *self, HuisObservation *opening);
/* The person said that this network, of more than 1,022 addresses, may be looked at whole. */
void huis_session_confirm_large (HuisSession *self);
/* What was found stays. */
void huis_session_stop (HuisSession *self);

HuisLook huis_session_get_looking (HuisSession *self);
/* The device that is being looked at again, or %NULL. */
HuisDevice *huis_session_get_looked_at (HuisSession *self);
/* "sweep", "listen", "look" or %NULL: the newest "progress" line. */
const char *huis_session_get_stage (HuisSession *self);
/* Why the newest look did not come to its end, or %NULL. */
const GError *huis_session_get_look_error (HuisSession *self);
/* The "notice" observations of the newest look. Borrowed. */
GPtrArray *huis_session_get_notices (HuisSession *self);
gboolean huis_session_has_notice (HuisSession *self, const char *code);

G_END_DECLS
