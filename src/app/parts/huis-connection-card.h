/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-connection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The devices of one kind with their questions, and one button for the usual answers of all. */
#define HUIS_TYPE_CONNECTION_CARD (huis_connection_card_get_type ())
G_DECLARE_FINAL_TYPE (HuisConnectionCard, huis_connection_card, HUIS, CONNECTION_CARD, GtkBox)

GtkWidget *huis_connection_card_new (HuisNetwork *network,
                                     HuisCatalogue *catalogue,
                                     const HuisConnectionGroup *group);

/* Whether the card is made of these devices, so that updating it is enough. */
gboolean huis_connection_card_fits (HuisConnectionCard *self, const HuisConnectionGroup *group);

/* Shows what is known now. */
void huis_connection_card_update (HuisConnectionCard *self);

G_END_DECLS
