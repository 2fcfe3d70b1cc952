/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-guide-steps.h"
#include "huis-network.h"

G_BEGIN_DECLS

/*
 * Where things stand in the menu of each router that is met in homes: data/routers, one file a
 * router or family, read once. The words of a menu stay in the router's own language; all else is
 * given in the language of the moment.
 */

/* What a guide can tell about. Every guide tells about all of them. */
typedef enum
{
  HUIS_TOPIC_FIREWALL,
  HUIS_TOPIC_UPNP,
  HUIS_TOPIC_OPENINGS, /* port forwarding and DMZ */
  HUIS_TOPIC_GUEST,
  HUIS_TOPIC_UPDATE,
  HUIS_TOPIC_PASSWORD,
  HUIS_TOPIC_REMOTE,  /* management from the internet */
  HUIS_TOPIC_WIFI,    /* encryption and WPS */
  HUIS_TOPIC_DEVICES, /* the list of devices and the log */
  HUIS_TOPIC_VPN,
  HUIS_TOPIC_IPV6, /* the firewall for IPv6 */
  HUIS_N_TOPICS,
} HuisTopic;

#define HUIS_TYPE_TOPIC (huis_topic_get_type ())
GType huis_topic_get_type (void);

/* Opaque; lives as long as its HuisRouterGuides. */
typedef struct _HuisRouterGuide HuisRouterGuide;

#define HUIS_TYPE_ROUTER_GUIDES (huis_router_guides_get_type ())
G_DECLARE_FINAL_TYPE (HuisRouterGuides, huis_router_guides, HUIS, ROUTER_GUIDES, GObject)

/*
 * Reads @datadir/routers. %NULL with a G_FILE_ERROR, G_MARKUP_ERROR or G_IO_ERROR_INVALID_DATA
 * that names the file where one is missing or not as it should be.
 */
HuisRouterGuides *huis_router_guides_new (const char *datadir, GError **error);

/* HuisRouterGuide *, by title, the generic one last. */
const GPtrArray *huis_router_guides_list (HuisRouterGuides *self);
/* %NULL where there is none of that id, or @id is %NULL. */
const HuisRouterGuide *huis_router_guides_find (HuisRouterGuides *self, const char *id);
const HuisRouterGuide *huis_router_guides_get_generic (HuisRouterGuides *self);

/*
 * The guide that fits @router best, by all that was observed of it: the one of which most is
 * recognised. The generic one where none fits or @router is %NULL; never %NULL.
 */
const HuisRouterGuide *huis_router_guides_match (HuisRouterGuides *self, HuisDevice *router);

const char *huis_router_guide_get_id (const HuisRouterGuide *guide);
/* The name on the box. The generic one's is translated. */
const char *huis_router_guide_get_title (const HuisRouterGuide *guide);
gboolean huis_router_guide_is_generic (const HuisRouterGuide *guide);
/* "http://fritz.box", as a text to read; %NULL where unknown. What is opened is rather
 * huis_network_dup_router_uri(), which the network cannot forge. */
const char *huis_router_guide_get_address (const HuisRouterGuide *guide);
/* The name of the app that is used in the place of a page, or %NULL. */
const char *huis_router_guide_get_app (const HuisRouterGuide *guide);
/* Where its password stands, translated. */
const char *huis_router_guide_get_password_place (const HuisRouterGuide *guide);

/*
 * What to do, HuisGuideStep *: first how to come in, then the steps of @topic. @uri is the page
 * of the router (huis_network_dup_router_uri()) or %NULL.
 */
GPtrArray *
huis_router_guide_list_steps (const HuisRouterGuide *guide, HuisTopic topic, const char *uri);

/* The guide for the router of this network, which the person may have chosen. Never %NULL. */
const HuisRouterGuide *huis_router_guides_for_network (HuisRouterGuides *self,
                                                       HuisNetwork *network);

/* The same for all that a measure of the router's is about; empty where it is about none. */
GPtrArray *huis_router_guide_list_measure_steps (const HuisRouterGuide *guide,
                                                 const char *measure_id,
                                                 const char *uri);

/* The topic that a measure of the router's is about, before others. FALSE where it is about none.
 */
gboolean huis_router_topic_of_measure (const char *measure_id, HuisTopic *topic);

G_END_DECLS
