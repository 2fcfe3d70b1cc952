/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-observation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One run of the scanner process: starts it, hands it one request, reads its lines without ever
 * waiting, distrusts them, and ends it within half a second when asked. A scanner that dies
 * before its "done" is started again, twice at most; what was found stays.
 *
 * Signals: "observation" (HuisObservation) for each good line; "finished" (boolean: it came to its
 * end, or was stopped by the person) exactly once.
 * Property with notify: "running".
 */

#define HUIS_TYPE_SCAN (huis_scan_get_type ())
G_DECLARE_FINAL_TYPE (HuisScan, huis_scan, HUIS, SCAN, GObject)

/* The scanner of this build or installation; the environment HUISWACHT_SCANNER may name another. */
char *huis_scan_dup_scanner_path (void);

/* @scanner is the path of the program. @request is written to its standard input. */
HuisScan *huis_scan_new (const char *scanner, JsonObject *request);

void huis_scan_start (HuisScan *self);
/* The person pressed Stop, or closed the window. "finished" follows within half a second. */
void huis_scan_stop (HuisScan *self);

gboolean huis_scan_get_running (HuisScan *self);
gboolean huis_scan_get_stopped (HuisScan *self);
/* Why it did not come to its end: G_IO_ERROR_NOT_FOUND (no such program) or G_IO_ERROR_FAILED
 * (it died too often, or went silent); %NULL otherwise. */
const GError *huis_scan_get_error (HuisScan *self);
/* Lines that were refused. */
guint huis_scan_get_n_refused (HuisScan *self);

G_END_DECLS
