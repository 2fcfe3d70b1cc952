/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-network.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One step of the road: a row of the table in huis-steps.c. */
typedef struct
{
  const char *id;           /* "network"; kept in files and used by the action "wizard.go" */
  const char *title;        /* a msgid: its name above the page and in the list at the side */
  const char *office_title; /* the same for the network of an organisation; %NULL: no other */
  GType (*get_type) (void); /* a HuisPage */
} HuisStep;

/* The steps in their order; @n_steps gets how many there are. */
const HuisStep *huis_steps_get (guint *n_steps);

/* The title of @self in @network (may be %NULL), translated. */
const char *huis_step_get_title (const HuisStep *self, HuisNetwork *network);

/* The position of the step with this id, or -1. */
int huis_steps_find (const char *id);

G_END_DECLS
