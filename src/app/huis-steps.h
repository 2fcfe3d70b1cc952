/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One step of the road: a row of the table in huis-steps.c. */
typedef struct
{
  const char *id;           /* "network"; kept in files and used by the action "wizard.go" */
  const char *title;        /* a msgid; the page may give itself a better title later */
  GType (*get_type) (void); /* a HuisPage */
} HuisStep;

/* The steps in their order; @n_steps gets how many there are. */
const HuisStep *huis_steps_get (guint *n_steps);

/* The position of the step with this id, or -1. */
int huis_steps_find (const char *id);

G_END_DECLS
