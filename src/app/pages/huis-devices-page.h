/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-page.h"

G_BEGIN_DECLS

/* Each device with its steps: the most urgent first, opened one at a time. */
#define HUIS_TYPE_DEVICES_PAGE (huis_devices_page_get_type ())
G_DECLARE_FINAL_TYPE (HuisDevicesPage, huis_devices_page, HUIS, DEVICES_PAGE, HuisPage)

G_END_DECLS
