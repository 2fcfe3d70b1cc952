/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-emitter.h"
#include "huis-hosts.h"
#include "huis-interface.h"
#include "huis-ports.h"
#include "huis-scope.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One look at one network: what it looks at, whom it met, and when it is over. Probes
 * (huis-probes.h) share it; each keeps what is its own to itself.
 *
 * A look ends when its listening time is over and nobody holds it any more, or at the latest
 * %HUIS_LOOK_GRACE_SECONDS after the listening time.
 */
typedef struct _HuisLook HuisLook;

/* More facts of one device than this are no facts, but somebody making them up. */
#define HUIS_LOOK_FACTS_MAX 256

#define HUIS_LOOK_LISTEN_SECONDS 8
#define HUIS_LOOK_GRACE_SECONDS  12

/* Borrows all it is given. @bus is a connection to the system bus, not yet spoken to, or %NULL. */
HuisLook *huis_look_new (const HuisLookOptions *options,
                         HuisInterface *interface,
                         HuisEmitter *emitter,
                         HuisPorts *ports,
                         GIOStream *bus);
void huis_look_free (HuisLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisLook, huis_look_free)

HuisInterface *huis_look_get_interface (HuisLook *self);
HuisPorts *huis_look_get_ports (HuisLook *self);
GIOStream *huis_look_get_bus (HuisLook *self);

/* Cancelled when the look ends: every asynchronous call of a probe takes it. */
GCancellable *huis_look_get_cancellable (HuisLook *self);

const HuisLookOptions *huis_look_get_options (HuisLook *self);

/* Runs the probes that fit the scope until the look is over. */
void huis_look_run (HuisLook *self);

/* Lets the look take @seconds in all: a large network needs its time. */
void huis_look_allow_seconds (HuisLook *self, double seconds);

/* How far the asking of all addresses has come; for the "progress" lines. */
void huis_look_set_progress (HuisLook *self, guint done, guint total);

/* Ends the look within a moment, because the person asked for it. */
void huis_look_stop (HuisLook *self);

/* While held the look goes on past its listening time: an answer is still being waited for. */
void huis_look_hold (HuisLook *self);
void huis_look_release (HuisLook *self);

/*
 * Tells that @address proved to be alive, by @via ("neighbour", "port", "ssdp", …). The first time
 * it becomes a host: it is printed, and the probes for each host start.
 * Returns %NULL where it is not on this network, not wanted, or too many were met already.
 */
HuisHost *huis_look_meet (HuisLook *self, const char *address, const char *via);

/* How many hosts were met; IPv6 addresses count by themselves. */
guint huis_look_count (HuisLook *self);

/* Whether a packet from @address can have come from this network. */
gboolean huis_look_is_on_link (HuisLook *self, const char *address);

/* Remembers which MAC the kernel saw for an address; bounded. */
void huis_look_learn_mac (HuisLook *self, const char *address, const char *mac);
/* Borrowed; %NULL where it is not known. */
const char *huis_look_get_mac (HuisLook *self, const char *address);

/* A fact of @type about @address (or about the look, %NULL), with the MAC where it is known. */
JsonObject *huis_look_fact (HuisLook *self, const char *type, const char *address);

/* Prints and takes @fact; one over the limit of its device is dropped. */
void huis_look_emit (HuisLook *self, JsonObject *fact);
void huis_look_notice (HuisLook *self, const char *code, const char *detail);

/* How many packets and connections left this computer on behalf of the look. */
void huis_look_count_sent (HuisLook *self, guint count);

/* State that a probe keeps for the length of the look, freed with it; @key is a static string. */
gpointer huis_look_get_state (HuisLook *self, const char *key);
void huis_look_set_state (HuisLook *self, const char *key, gpointer state, GDestroyNotify destroy);

G_END_DECLS
