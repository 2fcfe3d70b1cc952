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

/* Whether that list is known to be whole. Doors that were opened by hand may lack all the same. */
gboolean huis_openings_are_all_listed (HuisNetwork *network);
/* Whether @opening is one of them. */
gboolean huis_openings_has (HuisNetwork *network, HuisObservation *opening);
/* Whether one of them leads to @device. */
gboolean huis_openings_lead_to (HuisNetwork *network, HuisDevice *device);

/* The device it leads to, or %NULL where that is none we know. Borrowed. */
HuisDevice *huis_openings_find_device (HuisNetwork *network, HuisObservation *opening);

/* Its name, or words for none; translated. */
char *huis_openings_describe_target (HuisNetwork *network, HuisObservation *opening);

/* What passes through it, in plain words: "Web page (port 8080)". Translated. */
char *huis_openings_describe_port (HuisObservation *opening);
/* How long it stays: "Stays open until someone closes it.", translated; %NULL where unknown. */
char *huis_openings_describe_lease (HuisObservation *opening);

/*
 * What came of asking the router to close @opening, a translated sentence, after the look that did
 * it. @opening may be one that no longer stands.
 */
char *huis_openings_describe_closing (HuisNetwork *network, HuisObservation *opening);

/* After a look that came to its end: keeps in the opening book of @network what came and went. */
void huis_openings_remember (HuisNetwork *network);
/* The const HuisOpeningRecord * of those that are gone, the newest first. Never %NULL. */
GPtrArray *huis_openings_list_past (HuisNetwork *network);
/* "New since 3 March 2026.", translated; %NULL where the book has no word of it. */
char *huis_openings_describe_age (HuisNetwork *network, HuisObservation *opening);
/* To which device it led and for what; and when it came, and how it went. Translated. */
char *huis_openings_describe_past_title (HuisNetwork *network, const HuisOpeningRecord *record);
char *huis_openings_describe_past (const HuisOpeningRecord *record);

G_END_DECLS
