/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/*
 * Everything the scanner does on a network is one row of the table in huis-probes.c. A probe sends
 * as little as it can, never logs in, never changes anything, and says what it learns through
 * huis_look_emit() only.
 */

typedef enum
{
  /* Once, when the look starts. */
  HUIS_PROBE_NETWORK,
  /* Once for the router. */
  HUIS_PROBE_GATEWAY,
  /* Once for each IPv4 host that was met. */
  HUIS_PROBE_HOST,
  /* Once for each IPv4 host that said a first word: a port opened or refused, a name, a service. */
  HUIS_PROBE_SPEAKER,
  /* For each open port whose row in data/scanner/ports.xml says speaks="NAME". */
  HUIS_PROBE_PORT,
} HuisProbeMoment;

typedef struct
{
  const char *name;
  HuisProbeMoment moment;
  /* In which sorts of look it takes part: bits 1 << HuisLookScope. */
  guint scopes;
  const char *summary;
  const char *source;
  /* HUIS_PROBE_NETWORK and HUIS_PROBE_GATEWAY. */
  void (*start) (HuisLook *look);
  /* HUIS_PROBE_HOST and HUIS_PROBE_SPEAKER. */
  void (*meet) (HuisLook *look, HuisHost *host);
  /* HUIS_PROBE_PORT; @fd is a fresh connection, closed after the call: dup() it to speak. */
  void (*open) (HuisLook *look, HuisHost *host, guint16 port, int fd);
} HuisProbe;

/* The table, ended by a row without a name. */
extern const HuisProbe huis_probes[];

/* Starts the rows that belong to the beginning of a look. */
void huis_probes_start (HuisLook *look);

/* Runs the rows for @host at @moment. */
void huis_probes_meet (HuisLook *look, HuisHost *host, HuisProbeMoment moment);

/* The row for what a port speaks, or %NULL. */
const HuisProbe *huis_probes_for_port (const char *speaks);

G_END_DECLS
