/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-json.h"

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * One fact seen on the network. The scanner prints each as one line of JSON; the app reads the
 * line with huis_observation_new_from_line(), which trusts nothing of it.
 *
 * Every line has "type" and "t" (seconds since the look began). A line about a device has
 * "address" (IPv4 or IPv6 literal, a link-local one without zone) and, where the kernel's
 * neighbour table knows it, "mac". All text went through huis_text_clean() already.
 * Members that are not known are absent, never null or empty.
 *
 * About this look:
 *   network   interface, medium ("wire" | "wifi" | "mobile" | "tunnel" | "virtual"), address,
 *             prefix, mac, gateway, gateway_mac, ssid,
 *             security ("open" | "owe": no password, yet encrypted | "wep" | "wpa" | "wpa-wpa2" |
 *             "wpa2" | "wpa2-wpa3" | "wpa3"), wps (boolean: it offers WPS), default (boolean),
 *             dns [addresses], ipv6 [its own addresses of the internet],
 *             way_macs [MAC addresses of all that offer a way to the internet, the gateway too],
 *             ignored ("tunnel" | "container" | "virtual-machine" | "tethering"), same_as (the name
 *             of a better interface to the same router)
 *             The request "networks" prints one for every interface and sends nothing.
 *   notice    code ("avahi-absent" | "avahi-lost" | "avahi-hangs" | "no-gateway" |
 *             "no-network" | "too-large" | "many-devices" | "many-facts" | "no-neighbours" |
 *             "no-ssdp" | "own-firewall" | "no-sandbox" | "bad-request"), detail
 *   progress  stage ("sweep" | "listen" | "look" | "visit"), found, and where known done, total
 *   done      found, sent (probes), stopped (boolean)
 *
 * About a device:
 *   host      address proven alive; via ("self" | "neighbour" | "icmp" | "port" | "ssdp" | ...);
 *             self (boolean: this computer); gateway (boolean)
 *   absent    address that the kernel could not resolve
 *   mdns      service ("_ipp._tcp"), name (the instance), host ("printer.local"), port,
 *             txt {key: value}; or the host alone: the name that goes with the address
 *   ssdp      st, usn, server, location
 *   upnp      udn, location, device_type, friendly_name, manufacturer, manufacturer_url,
 *             model_name, model_number, model_description, serial, presentation_url,
 *             services [types]
 *   wsd       types [..], scopes [..], xaddrs, manufacturer, model, friendly_name
 *   netbios   name, group;  llmnr  name
 *   vendor    protocol ("kasa" | "lifx" | "wiz" | "yeelight" | "govee" | "tuya" | "miio" |
 *             "ubiquiti" | "mikrotik" | ...), fields {key: value}
 *   port      port, state ("open"); TCP
 *   ports     the end of the look at the TCP ports of data/scanner/ports.xml: closed [ports],
 *             silent (how many gave no answer at all)
 *   http      port, secure (boolean), status, title, server, realm, location, cookie,
 *             favicon (lower-case hex MD5 of its bytes), login (boolean: asks for one)
 *   tls       port, version ("TLSv1.2"), subject, issuer, names [..], not_before, not_after (unix
 *             time), self_signed (boolean)
 *   banner    port, protocol ("ssh" | "ftp" | "telnet" | "smtp"), text
 *   rtsp      port, status, server, realm, open (boolean: a picture without a password)
 *   mqtt      port, open (boolean: a connection without a user was accepted)
 *   sip       port, user_agent
 *   snmp      what it tells anyone by SNMPv1 (community "public"): description (sysDescr), object
 *             (sysObjectID, dotted), name (sysName)
 *
 * About this computer (the address is its own):
 *   firewall  swallows (boolean: its own firewall stops answers to what is asked of everyone)
 *
 * Of a visit from another network (the requests "outside" and "guest"), never for the inventory:
 *   door      what came of one connection: port, state ("open" | "refused" | "unreachable" |
 *             "silent"); the address is as the request named it
 *   way       of "outside", one over IPv4 and one over IPv6, as the address: near (boolean: this
 *             network leads through the home itself), passed (boolean: what was sent did get beyond
 *             the phone), blocked (boolean: the phone, or this computer, said that there is no way)
 *
 * About the router (the address is the router's):
 *   igd       service ("WANIPConnection:1"), version, control, external_address, status, uptime,
 *             mapping_count (only when the list came to its end), firewall (boolean),
 *             inbound_pinholes (boolean)
 *   natpmp    external_address, epoch, result;  pcp  epoch, result
 *   mapping   protocol ("tcp" | "udp"), external_port, internal_address, internal_port,
 *             description, lease (seconds; 0 for ever), enabled (boolean), remote_host
 *   closed    what came of the request "close-opening": protocol, external_port, done (boolean),
 *             error (the router's own number)
 */
typedef struct _HuisObservation HuisObservation;

#define HUIS_TYPE_OBSERVATION (huis_observation_get_type ())
GType huis_observation_get_type (void);

/*
 * Returns %NULL with G_IO_ERROR_INVALID_DATA for a line that is too long, too deep, no object, has
 * no known shape of "type", or an "address" or "mac" that is none. Strings that are not clean are
 * cleaned again. @seen is unix time in seconds.
 */
HuisObservation *
huis_observation_new_from_line (const char *line, gssize length, gint64 seen, GError **error);

/* The same for an object that was read already (the store, tests). */
HuisObservation *huis_observation_new (JsonObject *object, gint64 seen, GError **error);

/* The same fact of the same address. */
HuisObservation *huis_observation_new_without_mac (HuisObservation *self);

HuisObservation *huis_observation_ref (HuisObservation *self);
void huis_observation_unref (HuisObservation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisObservation, huis_observation_unref)

/* Interned, so that pointers may be compared with g_intern_static_string(). */
const char *huis_observation_get_type_name (HuisObservation *self);
gboolean huis_observation_is (HuisObservation *self, const char *type);

/* %NULL where the fact is not about a device. The MAC is normalised. */
const char *huis_observation_get_address (HuisObservation *self);
const char *huis_observation_get_mac (HuisObservation *self);
gint64 huis_observation_get_seen (HuisObservation *self);

/* The members, immutable. Read them with the functions of huis-json.h. */
JsonObject *huis_observation_get_fields (HuisObservation *self);
const char *huis_observation_get_string (HuisObservation *self, const char *name);
gint64 huis_observation_get_int (HuisObservation *self, const char *name, gint64 fallback);

/*
 * Facts with the same slot are newer and older sightings of the same thing: a device keeps only
 * the newest. ("port 80", "mdns _ipp._tcp HP LaserJet", …) Owned by the observation.
 */
const char *huis_observation_get_slot (HuisObservation *self);

/*
 * Keys that tell a device from every other one, wherever its address moves: "mac:…", "udn:…",
 * "homekit:…", "serial:NUMBER/MAKER", "mdns:host.local". Possibly empty, never %NULL. A made-up
 * (locally administered) MAC is a key too, of the weaker form "random-mac:…". What
 * huis_placeholder_is() knows is no key.
 */
const char *const *huis_observation_get_keys (HuisObservation *self);

G_END_DECLS
