/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-identity.h"
#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * One thing in the house: what was observed of it, what it seems to be, and what the person said
 * of it. The person's word always wins and is never overwritten.
 *
 * Properties, all with notify: "title", "kind", "room", "note", "keeper", "present", "known",
 * "online", "outside", "identity", "address".
 */

#define HUIS_TYPE_DEVICE (huis_device_get_type ())
G_DECLARE_FINAL_TYPE (HuisDevice, huis_device, HUIS, DEVICE, GObject)

/* How a device came into the list. */
typedef enum
{
  HUIS_ORIGIN_SEEN,
  HUIS_ORIGIN_BY_HAND,
  HUIS_ORIGIN_ROUTER_LIST,
} HuisOrigin;

/* A question that only the person can answer. */
typedef enum
{
  HUIS_REPLY_NONE, /* not asked yet */
  HUIS_REPLY_YES,
  HUIS_REPLY_NO,
  HUIS_REPLY_DONT_KNOW,
} HuisReply;

/* The questions of the Connection step (factsheet Q1, V2, V3). */
typedef enum
{
  HUIS_QUESTION_CONNECTED, /* is it on the network? */
  HUIS_QUESTION_ONLINE,    /* is the internet needed for its work? */
  HUIS_QUESTION_OUTSIDE,   /* must it be reachable from outside? */
  HUIS_N_QUESTIONS,
} HuisQuestion;

/* How a device left the house, as the person said. */
typedef enum
{
  HUIS_ENDING_NONE,
  HUIS_ENDING_UNPLUGGED,
  HUIS_ENDING_GIVEN_UP, /* thrown away, sold, given to someone */
} HuisEnding;

#define HUIS_TYPE_ENDING (huis_ending_get_type ())
GType huis_ending_get_type (void);
#define HUIS_TYPE_ORIGIN (huis_origin_get_type ())
#define HUIS_TYPE_REPLY  (huis_reply_get_type ())
GType huis_origin_get_type (void);
GType huis_reply_get_type (void);

/* At most this many observations are kept; newer ones of other slots are left out then. */
#define HUIS_DEVICE_OBSERVATIONS_MAX 256

HuisDevice *huis_device_new (HuisOrigin origin);

/* A UUID that stays, wherever addresses and names go. */
const char *huis_device_get_id (HuisDevice *self);
HuisOrigin huis_device_get_origin (HuisDevice *self);

/* The person's name for it, else the identity's, unless that speaks of a maker or a model that the
 * person corrected; %NULL where there is none. */
const char *huis_device_get_name (HuisDevice *self);
/* Its name, else "This computer", "Your router", the model or maker that the person gave, or
 * "Unknown device". Never empty. */
const char *huis_device_get_title (HuisDevice *self);
/* %NULL where the person gave none. Setting "" or %NULL goes back to our own. Input is cleaned. */
const char *huis_device_get_given_name (HuisDevice *self);
void huis_device_set_given_name (HuisDevice *self, const char *name);

/* The person's kind, else the identity's. */
HuisKind huis_device_get_kind (HuisDevice *self);
HuisKind huis_device_get_given_kind (HuisDevice *self);
void huis_device_set_given_kind (HuisDevice *self, HuisKind kind);
/* Certain where the person said it. */
HuisStrength huis_device_get_kind_strength (HuisDevice *self);

/* The id of a room of data/advice/rooms.xml, or the person's own words; %NULL where not said. */
const char *huis_device_get_room (HuisDevice *self);
void huis_device_set_room (HuisDevice *self, const char *room);
const char *huis_device_get_note (HuisDevice *self);
void huis_device_set_note (HuisDevice *self, const char *note);
/* Who looks after it, in a small organisation. */
const char *huis_device_get_keeper (HuisDevice *self);
void huis_device_set_keeper (HuisDevice *self, const char *keeper);

/* FALSE once the person pressed "I don't know this one". */
gboolean huis_device_get_known (HuisDevice *self);
void huis_device_set_known (HuisDevice *self, gboolean known);
/* TRUE once the person confirmed that name and kind are right. */
gboolean huis_device_get_confirmed (HuisDevice *self);
void huis_device_set_confirmed (HuisDevice *self, gboolean confirmed);

HuisReply huis_device_get_reply (HuisDevice *self, HuisQuestion question);
void huis_device_set_reply (HuisDevice *self, HuisQuestion question, HuisReply reply);
/* Unix time of the reply; 0 where there is none. */
gint64 huis_device_get_reply_when (HuisDevice *self, HuisQuestion question);

/* The last day on which the maker gives updates, "2027-06-30", as the person found it; or %NULL. */
const char *huis_device_get_support_until (HuisDevice *self);
/* Returns FALSE where @day is no day. %NULL or "" takes it back. */
gboolean huis_device_set_support_until (HuisDevice *self, const char *day);
/* Unix time at which that was said; 0 where it was not. */
gint64 huis_device_get_support_said (HuisDevice *self);

/* Unix time at which the person said to have looked for that day in vain; 0 where they did not. */
gint64 huis_device_get_support_sought (HuisDevice *self);
void huis_device_set_support_sought (HuisDevice *self, gint64 when);

/* No longer in use, says the person since @when; %HUIS_ENDING_NONE takes it back. */
void huis_device_set_ending (HuisDevice *self, HuisEnding ending, gint64 when);
HuisEnding huis_device_get_ending (HuisDevice *self);
gint64 huis_device_get_ending_when (HuisDevice *self);
/* Whether that still holds: it was not seen since. */
gboolean huis_device_has_ended (HuisDevice *self);

/* The id of the hub that it works through, for what has no network address of its own; or %NULL. */
const char *huis_device_get_hub (HuisDevice *self);
void huis_device_set_hub (HuisDevice *self, const char *hub_id);

/* Seen in the newest look. A device that was not is not gone: it may sleep. */
gboolean huis_device_get_present (HuisDevice *self);
void huis_device_set_present (HuisDevice *self, gboolean present);
/* Unix time; 0 where never seen on the network. */
gint64 huis_device_get_first_seen (HuisDevice *self);
gint64 huis_device_get_last_seen (HuisDevice *self);

/* When the newest finished look that tested its services began; 0 for never. What was observed
 * before that, and not again since, still tells what the device is, but no longer what is open. */
gint64 huis_device_get_tested (HuisDevice *self);
void huis_device_set_tested (HuisDevice *self, gint64 when);

/* The newest address that answered, IPv4 before IPv6; %NULL where it has none. */
const char *huis_device_get_address (HuisDevice *self);
/* All addresses, newest first, IPv4 before IPv6. Free the array with g_strfreev(). */
GStrv huis_device_dup_addresses (HuisDevice *self);
gboolean huis_device_has_address (HuisDevice *self, const char *address);
const char *huis_device_get_mac (HuisDevice *self);
/* Whether all that tells it apart is a made-up MAC address, as phones do for privacy. */
gboolean huis_device_is_hiding (HuisDevice *self);
gboolean huis_device_is_gateway (HuisDevice *self);
/* Whether it is the computer that Huiswacht runs on. */
gboolean huis_device_is_self (HuisDevice *self);

/* May be %NULL. */
HuisIdentity *huis_device_get_identity (HuisDevice *self);
void huis_device_set_identity (HuisDevice *self, HuisIdentity *identity);

/* The person's maker and model, else the identity's; %NULL where nobody knows. The identity's model
 * is not told beside a maker that the person gave: it was another maker's. */
const char *huis_device_get_maker (HuisDevice *self);
const char *huis_device_get_model (HuisDevice *self);
/* %NULL where the person gave none. Setting "" or %NULL goes back to our own. Input is cleaned. */
const char *huis_device_get_given_maker (HuisDevice *self);
void huis_device_set_given_maker (HuisDevice *self, const char *maker);
const char *huis_device_get_given_model (HuisDevice *self);
void huis_device_set_given_model (HuisDevice *self, const char *model);

/* Keeps @observation, in the place of an older one of its slot. */
void huis_device_add_observation (HuisDevice *self, HuisObservation *observation);
/*
 * Lets go of the names under which a service was announced (mDNS) before @since, where since then
 * the same service of the same host bears another: its owner renamed it. Returns whether any went.
 */
gboolean huis_device_forget_old_names (HuisDevice *self, gint64 since);
/* Of HuisObservation, oldest slot first. Borrowed. */
GPtrArray *huis_device_get_observations (HuisDevice *self);
/* The first observation of @type that was seen at @since or later; %NULL where there is none. */
HuisObservation *huis_device_find_observation (HuisDevice *self, const char *type, gint64 since);

gboolean huis_device_has_key (HuisDevice *self, const char *key);
/* Borrowed keys in a new list; free the list alone. */
GList *huis_device_get_keys (HuisDevice *self);

/* Takes over what was observed of @other; what the person said of @self stays where both spoke. */
void huis_device_absorb (HuisDevice *self, HuisDevice *other);

/*
 * What it can be divided into: its MAC addresses where it has several, else the IPv4 addresses that
 * answered together. Fewer than two make no parts, and an empty list. Free it with g_strfreev().
 */
GStrv huis_device_dup_parts (HuisDevice *self);
/* Of HuisObservation: what was observed of that one of its parts. */
GPtrArray *huis_device_dup_part (HuisDevice *self, const char *part);
/*
 * Makes two new devices of it: @other is @part, and @rest (of the same id) what stays. They are
 * kept apart from then on, whatever they have in common. FALSE where nothing would stay or go.
 */
gboolean
huis_device_divide (HuisDevice *self, const char *part, HuisDevice **rest, HuisDevice **other);
/* Whether the person said that the two are not one. */
gboolean huis_device_is_apart (HuisDevice *self, HuisDevice *other);
/* The key of one address of a MAC that several devices share; %NULL where either is. */
char *huis_device_make_spot (const char *mac, const char *address);
/* Whether one MAC answered for so many addresses at once that it must speak for other devices. */
gboolean huis_device_is_extender (HuisDevice *self);

JsonObject *huis_device_to_json (HuisDevice *self);
/* %NULL where @object is no device. What is malformed in it is left out. */
HuisDevice *huis_device_new_from_json (JsonObject *object);

G_END_DECLS
