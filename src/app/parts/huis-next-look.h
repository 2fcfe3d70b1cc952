/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* When to look again: three months from now, or another day of the person's choice. What is chosen
 * is kept in the network at once. */
#define HUIS_TYPE_NEXT_LOOK (huis_next_look_get_type ())
G_DECLARE_FINAL_TYPE (HuisNextLook, huis_next_look, HUIS, NEXT_LOOK, AdwBin)

/* Where no day was chosen yet, three months from now is; but only once the network was looked at.
 */
void huis_next_look_update (HuisNextLook *self, HuisNetwork *network);

G_END_DECLS
