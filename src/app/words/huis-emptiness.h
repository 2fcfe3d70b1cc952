/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

G_BEGIN_DECLS

/* Why a page has nothing to show yet, and the one thing to do about it. All texts are msgids. */
typedef struct
{
  const char *icon_name;
  const char *title;
  const char *text;
  const char *button;
  const char *action; /* a detailed action of the page or of the frame */
} HuisEmptiness;

/* Of the list of devices: %NULL where there is one to show. */
const HuisEmptiness *huis_emptiness_of_inventory (HuisSession *session);

/*
 * Of the steps after it: no network, one that is not the person's, or, with @needs_devices, no
 * device in the list. %NULL where nothing keeps the person from the step.
 */
const HuisEmptiness *huis_emptiness_of_step (HuisSession *session, gboolean needs_devices);

G_END_DECLS
