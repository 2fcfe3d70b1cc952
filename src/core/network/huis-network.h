/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-answers.h"
#include "huis-history.h"
#include "huis-inventory.h"
#include "huis-maker-guides.h"
#include "huis-network-key.h"
#include "huis-opening-book.h"
#include "huis-trip-book.h"

G_BEGIN_DECLS

/*
 * One home or office: which network it is, whose it is, what stands on it, what the person
 * answered, and when it was looked at. Consent and results are kept per network.
 *
 * Properties with notify: "owner", "last-look", "next-look". Signal "changed": anything worth
 * keeping changed, in the network, its inventory, its answers or its history.
 */

#define HUIS_TYPE_NETWORK (huis_network_get_type ())
G_DECLARE_FINAL_TYPE (HuisNetwork, huis_network, HUIS, NETWORK, GObject)

/* What the person said of whose network it is. Only the first two allow a look. */
typedef enum
{
  HUIS_OWNER_NOT_ASKED,
  HUIS_OWNER_MINE,
  HUIS_OWNER_ORGANISATION,
  HUIS_OWNER_NOT_MINE,
} HuisOwner;

#define HUIS_TYPE_OWNER (huis_owner_get_type ())
GType huis_owner_get_type (void);

/* Whether @interface, an observation "network", leads to this network. */
HuisMatch huis_network_match (HuisNetwork *self, HuisObservation *interface);

/* FALSE while it is only perhaps the network that the person spoke of: then they are asked again
 * (huis_network_get_owner() gives HUIS_OWNER_NOT_ASKED) before anything is sent. */
void huis_network_set_recognised (HuisNetwork *self, gboolean recognised);
/* The MAC address of the gateway became known. */
void huis_network_set_gateway_mac (HuisNetwork *self, const char *mac);

/* @interface is an observation "network". */
HuisNetwork *huis_network_new (HuisObservation *interface);
HuisNetwork *huis_network_new_from_json (JsonObject *object); /* %NULL where it is none */
/* All but the "devices", of which there may be many: see huis-state-writer.h. */
JsonObject *huis_network_to_json (HuisNetwork *self);

const char *huis_network_get_key (HuisNetwork *self);
/* The newest "network" observation: interface, medium, gateway, ssid, security... Borrowed. */
HuisObservation *huis_network_get_interface (HuisNetwork *self);
void huis_network_set_interface (HuisNetwork *self, HuisObservation *interface);
/* The Wi-Fi's own name, or "Cabled network", translated. */
const char *huis_network_get_title (HuisNetwork *self);

/* Where the router's own page is, "http://192.168.1.1", from the kernel's default route and never
 * from what the network says; %NULL where there is no such address. */
char *huis_network_dup_router_uri (HuisNetwork *self);

HuisOwner huis_network_get_owner (HuisNetwork *self);
void huis_network_set_owner (HuisNetwork *self, HuisOwner owner);
gboolean huis_network_may_look (HuisNetwork *self);
/* Unix time of the answer; 0 where not asked. */
gint64 huis_network_get_owner_when (HuisNetwork *self);

HuisInventory *huis_network_get_inventory (HuisNetwork *self);
HuisAnswers *huis_network_get_answers (HuisNetwork *self);
/* The trips to other networks, to knock at the doors of this one. */
HuisTripBook *huis_network_get_trip_book (HuisNetwork *self);
/* Since when the doors in the router are open. */
HuisOpeningBook *huis_network_get_opening_book (HuisNetwork *self);
HuisHistory *huis_network_get_history (HuisNetwork *self);

/* Unix time at which the newest look began and the newest one ended; 0 for never. */
gint64 huis_network_get_look_begun (HuisNetwork *self);
gint64 huis_network_get_last_look (HuisNetwork *self);
void huis_network_begin_look (HuisNetwork *self, gint64 now);
void huis_network_end_look (HuisNetwork *self, gint64 now);

/* The id of the guide of the router that the person chose (huis-router-guides.h), %NULL for the one
 * that fits by what was observed. */
const char *huis_network_get_router_guide (HuisNetwork *self);
void huis_network_set_router_guide (HuisNetwork *self, const char *id);

/* How lists of devices are put in order, on the screen and on paper: by the room where a device is,
 * or by the person who looks after it. */
typedef enum
{
  HUIS_GROUPING_ROOM,
  HUIS_GROUPING_KEEPER,
} HuisGrouping;

#define HUIS_TYPE_GROUPING (huis_grouping_get_type ())
GType huis_grouping_get_type (void);

HuisGrouping huis_network_get_grouping (HuisNetwork *self);
void huis_network_set_grouping (HuisNetwork *self, HuisGrouping grouping);

/* What is known of makers, for all that is derived from this network; not kept with it. May be
 * %NULL: then nothing is known. */
void huis_network_set_maker_guides (HuisNetwork *self, HuisMakerGuides *guides);
/* The guide that fits @device, or %NULL. */
const HuisMakerGuide *huis_network_find_maker_guide (HuisNetwork *self, HuisDevice *device);
/* Until when the maker gives updates to @device, as far as the guides know, or %NULL. */
const HuisMakerSupport *huis_network_find_support (HuisNetwork *self, HuisDevice *device);

/* When the person wants to look again; 0 where not chosen. */
gint64 huis_network_get_next_look (HuisNetwork *self);
void huis_network_set_next_look (HuisNetwork *self, gint64 when);

G_END_DECLS
