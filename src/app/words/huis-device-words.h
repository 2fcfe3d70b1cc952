/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"
#include "huis-title.h"

G_BEGIN_DECLS

/* What is said of a device to a person. All of it is plain text; some came from the network. */

/* What it is: "Printer · HP OfficeJet 8010". Never empty. */
char *huis_device_words_what (HuisDevice *device, HuisCatalogue *catalogue);

/* Of a hub: "These work through it: Hall lamp, Kitchen lamp." %NULL where nothing does. */
char *huis_device_words_behind (HuisNetwork *network, HuisDevice *device, HuisCatalogue *catalogue);

/* How sure that is, and whether it is there: "Likely · not seen this time". Possibly "". */
char *huis_device_words_state (HuisDevice *device);

const char *huis_device_words_strength (HuisStrength strength);
const char *huis_device_words_strength_icon (HuisStrength strength);

/* For who does not know the device: what it might be, from the little that is known. */
char *huis_device_words_might_be (HuisDevice *device);

G_END_DECLS
