/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-json.h"

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * What was once seen to be not in order, and when it was gone: of each measure with a check, for
 * the home or for one device. It outlives the look that saw it, and the program. Signal "changed".
 */
#define HUIS_TYPE_HISTORY (huis_history_get_type ())
G_DECLARE_FINAL_TYPE (HuisHistory, huis_history, HUIS, HISTORY, GObject)

typedef struct
{
  gint64 seen;       /* unix time at which it was last seen to be not in order */
  gint64 gone;       /* end of the first look that no longer saw it; 0 while it stands */
  gboolean in_order; /* that look saw it in order; else it was not seen any more */
} HuisPast;

HuisHistory *huis_history_new (void);

/* @device_id is %NULL for the home and its router. Borrowed; %NULL where nothing was ever seen. */
const HuisPast *huis_history_get (HuisHistory *self, const char *measure_id, const char *device_id);

/* It was seen to be not in order, at @when. */
void huis_history_note_found (HuisHistory *self,
                              const char *measure_id,
                              const char *device_id,
                              gint64 when);
/* A look that ended at @when did not see it so. Of what was never found nothing is kept. */
void huis_history_note_gone (HuisHistory *self,
                             const char *measure_id,
                             const char *device_id,
                             gboolean in_order,
                             gint64 when);

JsonArray *huis_history_to_json (HuisHistory *self);
void huis_history_load_json (HuisHistory *self, JsonArray *past);

G_END_DECLS
