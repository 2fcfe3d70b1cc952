/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/*
 * The questions to the Avahi daemon, by its D-Bus interfaces
 * (avahi-daemon/org.freedesktop.Avahi.*.xml of Avahi 0.8). Avahi's own client library blocks on the
 * daemon, for 25 seconds when that hangs, and opens a bus connection of its own; its D-Bus
 * interface does neither.
 *
 * Avahi limits a client to 1,024 open questions, so they go in an orderly queue: never more than
 * %HUIS_AVAHI_AT_ONCE, and of these so few names that services need not wait for them: over an
 * address without a name Avahi thinks for five seconds.
 */
typedef struct _HuisAvahi HuisAvahi;

#define HUIS_AVAHI_NAME "org.freedesktop.Avahi"

#define HUIS_AVAHI_AT_ONCE       64
#define HUIS_AVAHI_NAMES_AT_ONCE 48

/* What comes of them. None is called any more when the look is over. */
typedef struct
{
  /* The answer of ResolveService: "(iissssisqaayu)". Borrowed. */
  void (*service) (GVariant *answer, gpointer data);
  /* The answer of ResolveAddress: "(iiissu)". Borrowed. */
  void (*name) (GVariant *answer, gpointer data);
  /* Nothing can be asked at all; @why is for the log. */
  void (*absent) (const char *why, gpointer data);
  /* The daemon runs, and does not answer: what waited for its turn is given up. */
  void (*hung) (gpointer data);
} HuisAvahiListener;

/* Borrows all it is given. What is asked before huis_avahi_set_bus() waits until then. */
HuisAvahi *huis_avahi_new (HuisLook *look, const HuisAvahiListener *listener, gpointer data);
void huis_avahi_free (HuisAvahi *self);

/* Begins: with the types of service. */
void huis_avahi_set_bus (HuisAvahi *self, GDBusConnection *bus);

/* Has the daemon send a signal "ItemNew" for each type of service, and each instance of @type. */
void huis_avahi_browse_types (HuisAvahi *self);
void huis_avahi_browse (HuisAvahi *self, const char *type, const char *domain);

/* What an instance says of itself. @item is as ItemNew gave it: "(iisssu)". Holds the look. */
void huis_avahi_resolve (HuisAvahi *self, GVariant *item);

/* Which name belongs to @address; or that it is not needed any more, if it still waits. */
void huis_avahi_ask_name (HuisAvahi *self, const char *address);
void huis_avahi_drop_name (HuisAvahi *self, const char *address);

G_END_DECLS
