/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The doors to the outside that the router keeps open, each with the button that closes it. */
#define HUIS_TYPE_OPENING_LIST (huis_opening_list_get_type ())
G_DECLARE_FINAL_TYPE (HuisOpeningList, huis_opening_list, HUIS, OPENING_LIST, GtkBox)

/* Only those that lead to @device; %NULL for all. */
GtkWidget *huis_opening_list_new (HuisSession *session, HuisDevice *device);

G_END_DECLS
