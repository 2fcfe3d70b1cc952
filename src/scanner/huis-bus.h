/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interface.h"

G_BEGIN_DECLS

/*
 * The system bus. Its socket is opened before the sandbox shuts, because afterwards no other
 * program of this computer can be spoken to; the conversation begins later.
 */

/* The open socket, or %NULL where there is no bus. */
GIOStream *huis_bus_open (void);

/* Authenticates on @stream; the result is a GDBusConnection. */
void huis_bus_connect_async (GIOStream *stream,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
GDBusConnection *huis_bus_connect_finish (GAsyncResult *result, GError **error);

/*
 * Asks NetworkManager which Wi-Fi network each of @interfaces is on and how it is secured; the
 * kernel, where NetworkManager does not answer within two seconds. Blocks: for the one request that
 * does nothing else.
 */
void huis_bus_add_wifi (GIOStream *stream, GPtrArray *interfaces);

/*
 * The "security" of huis-observation.h from the flags of an access point, as NetworkManager's
 * NM80211ApFlags and NM80211ApSecurityFlags number them.
 */
const char *huis_bus_wifi_security (guint32 flags, guint32 wpa_flags, guint32 rsn_flags);

/* Whether it says that it offers WPS. Not every driver passes that on: no is not "off". */
gboolean huis_bus_wifi_has_wps (guint32 flags);

G_END_DECLS
