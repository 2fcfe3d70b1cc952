/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was once found in a device and is not seen any more. Hidden where there is nothing. */
#define HUIS_TYPE_PAST_LIST (huis_past_list_get_type ())
G_DECLARE_FINAL_TYPE (HuisPastList, huis_past_list, HUIS, PAST_LIST, GtkBox)

void huis_past_list_fill (HuisPastList *self,
                          HuisNetwork *network,
                          HuisCatalogue *catalogue,
                          HuisDevice *device);

G_END_DECLS
