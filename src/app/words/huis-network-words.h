/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

G_BEGIN_DECLS

/* What is said of a network to a person: words, and an icon, for what the scanner calls facts. */

/* @interface is an observation "network". */
const char *huis_network_words_title (HuisObservation *interface);
const char *huis_network_words_medium (HuisObservation *interface);
const char *huis_network_words_icon (HuisObservation *interface);

/* "Wi-Fi, connected"; of the network that is being worked at. */
const char *huis_network_words_state (HuisSession *session);

/* "Mine, at home" for the list of steps; %NULL where not asked. */
const char *huis_network_words_owner (HuisOwner owner);

/* "The whole home" or "The whole office". */
const char *huis_network_words_whole (HuisNetwork *network);

typedef void (*HuisNetworkNoteFunc) (const char *icon_name,
                                     const char *title,
                                     const char *text,
                                     gpointer user_data);

/* Calls @func for each thing that is worth a word before looking: a VPN, an open Wi-Fi, … */
void huis_network_words_for_each_note (HuisSession *session,
                                       HuisNetworkNoteFunc func,
                                       gpointer user_data);

G_END_DECLS
