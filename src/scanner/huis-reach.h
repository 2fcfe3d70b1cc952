/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interface.h"

#include <glib.h>
#include <netinet/in.h>

G_BEGIN_DECLS

/*
 * The only functions that let something leave this computer, and the list of ports that nothing
 * ever goes to. libsoup makes its own connections: huis-fetch.c asks huis_reach_may_speak() first.
 */

/* Not the ports of huis-port.h. */
gboolean huis_reach_may_connect (guint16 port);

/* As above, and not 631: IPP printers are seen by their open port alone. */
gboolean huis_reach_may_speak (guint16 port);

/*
 * A non-blocking, close-on-exec TCP socket that is connecting from @interface to @address. -1 with
 * errno, which is EACCES for a port never to be touched.
 */
int huis_reach_connect (const HuisInterface *interface, guint32 address, guint16 port);

/*
 * The same to an address beyond this network, IPv4 or IPv6, which a request named (huis-target.h).
 * What is sent makes at most @hops hops; 0 for as many as it takes.
 */
int
huis_reach_visit (const HuisInterface *interface, GInetAddress *address, guint16 port, int hops);

/*
 * A non-blocking UDP socket bound to the address of @interface and @port (0: any).
 * @reuse lets others listen on the same port.
 */
int huis_reach_open_datagram (const HuisInterface *interface, guint16 port, gboolean reuse);

/*
 * The same, for what is sent to the multicast @group from this computer to itself: nothing of it
 * leaves. @port is set to the one it got.
 */
int huis_reach_open_echo (const HuisInterface *interface, guint32 group, guint16 *port);

/*
 * Sends nothing to an IPv6 address of this link (RFC 863, as huis-knocker.h does by IPv4): the
 * kernel has to find its MAC first.
 */
void huis_reach_knock_ipv6 (const HuisInterface *interface, const char *address);

/*
 * sendto(), refused with EACCES for a port never to be spoken to. One exception: a broadcast to UDP
 * 9999, which is how Kasa is found.
 */
gssize huis_reach_send (int fd, guint32 address, guint16 port, const void *bytes, gsize length);

G_END_DECLS
