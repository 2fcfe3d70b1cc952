/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which devices on the main network could move to the guest network, which had better stay, and
 * why (huis-guest-advice.h). */
#define HUIS_TYPE_GUEST_LIST (huis_guest_list_get_type ())
G_DECLARE_FINAL_TYPE (HuisGuestList, huis_guest_list, HUIS, GUEST_LIST, GtkBox)

GtkWidget *huis_guest_list_new (HuisSession *session, HuisCatalogue *catalogue);

G_END_DECLS
