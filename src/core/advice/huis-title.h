/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-device.h"

G_BEGIN_DECLS

/* The name to show a person, on the screen and on paper: as huis_device_get_title(), but where the
 * device has no name, what it is ("Printer"). Plain text, perhaps from the network. */
char *huis_title_of_device (HuisDevice *device, HuisCatalogue *catalogue);

G_END_DECLS
