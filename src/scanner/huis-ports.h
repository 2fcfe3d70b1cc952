/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The TCP ports that are looked at, from data/scanner/ports.xml. */
typedef struct
{
  guint16 number;
  /* The probe that speaks there, or %NULL: a connection is all there is. */
  char *speaks;
} HuisPort;

typedef struct _HuisPorts HuisPorts;

/* A device is not asked for more than this. */
#define HUIS_PORTS_MAX 32

/* %NULL with an error for a file that is not well formed, or names a port never to be touched. */
HuisPorts *huis_ports_new_from_xml (const char *xml, gssize length, GError **error);

/* The list that is built into the scanner: it can't be lost or swapped. */
HuisPorts *huis_ports_new_built_in (void);
void huis_ports_free (HuisPorts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisPorts, huis_ports_free)

guint huis_ports_get_count (HuisPorts *self);
const HuisPort *huis_ports_get (HuisPorts *self, guint index);
const HuisPort *huis_ports_find (HuisPorts *self, guint16 number);

G_END_DECLS
