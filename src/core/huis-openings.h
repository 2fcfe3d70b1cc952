/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

G_BEGIN_DECLS

/*
 * The doors to the outside that the router keeps open: its "mapping" facts, as they stood in the
 * newest look that reached it.
 */

/* Whether @observation is a "mapping" that can be true: a port that does not exist is a lie. */
gboolean huis_openings_is_opening (HuisObservation *observation);

/* Of HuisObservation "mapping", by external port. Never %NULL. */
GPtrArray *huis_openings_list (HuisNetwork *network);

/* Whether @opening is one of them. */
gboolean huis_openings_has (HuisNetwork *network, HuisObservation *opening);
/* Whether one of them leads to @device. */
gboolean huis_openings_lead_to (HuisNetwork *network, HuisDevice *device);

/* The device it leads to, or %NULL where that is none we know. Borrowed. */
HuisDevice *huis_openings_find_device (HuisNetwork *network, HuisObservation *opening);

/* What passes through it, in plain words: "Web page (port 8080)". Translated. */
char *huis_openings_describe_port (HuisObservation *opening);
/* How long it stays: "Stays open until someone closes it.", translated; %NULL where unknown. */
char *huis_openings_describe_lease (HuisObservation *opening);

/*
 * What came of asking the router to close @opening, a translated sentence, after the look that did
 * it. @opening may be one that no longer stands.
 */
char *huis_openings_describe_closing (HuisNetwork *network, HuisObservation *opening);

G_END_DECLS
