/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

G_BEGIN_DECLS

/*
 * The version of the software of @router as it tells everyone without a login, written as its own
 * page writes it; %NULL where it does not tell.
 */
char *huis_router_dup_firmware (HuisDevice *router);

G_END_DECLS
