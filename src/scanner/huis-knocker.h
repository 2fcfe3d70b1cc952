/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-interface.h"

G_BEGIN_DECLS

/*
 * Sends nothing to nobody: an empty datagram to the port where datagrams are thrown away (RFC 863).
 * What counts is that the kernel has to ask for a MAC before it can.
 */
typedef struct _HuisKnocker HuisKnocker;

/* @address refused the datagram (ICMP), which nobody but a living device can. */
typedef void (*HuisKnockerFunc) (guint32 address, gpointer data);

HuisKnocker *huis_knocker_new (const HuisInterface *interface, HuisKnockerFunc func, gpointer data);
void huis_knocker_free (HuisKnocker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisKnocker, huis_knocker_free)

/* %FALSE where there is no room just now: to be tried again later. */
gboolean huis_knocker_knock (HuisKnocker *self, guint32 address);

G_END_DECLS
