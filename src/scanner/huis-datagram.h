/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/*
 * A UDP socket of a probe: what it hears from this network is handed over, anything else dropped.
 */
typedef struct _HuisDatagram HuisDatagram;

#define HUIS_DATAGRAM_MAX 4096

/* A packet of @length bytes from @address, which is on this network. */
typedef void (*HuisDatagramFunc) (HuisLook *look,
                                  const char *address,
                                  guint16 port,
                                  const guint8 *bytes,
                                  gsize length,
                                  gpointer data);

/* %NULL where the socket can't be had; @port 0 for any. Lives as long as the look unless freed. */
HuisDatagram *
huis_datagram_new (HuisLook *look, guint16 port, HuisDatagramFunc func, gpointer data);
void huis_datagram_free (HuisDatagram *self);

/* @address is in host order. %FALSE where it could not leave: a port never to be spoken to, no
 * room. */
gboolean huis_datagram_send (HuisDatagram *self,
                             guint32 address,
                             guint16 port,
                             const void *bytes,
                             gsize length);

G_END_DECLS
