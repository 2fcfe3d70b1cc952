/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/*
 * What Huiswacht can see for itself: one table of checks, by the name that measures of
 * data/advice refer to in check="…".
 */

/* Whether what a check looks for was there; that it was not is no proof that it is off. */
typedef enum
{
  HUIS_SIGHT_NOT_TESTED,
  HUIS_SIGHT_NOT_SEEN,
  HUIS_SIGHT_SEEN,
} HuisSight;

typedef struct
{
  HuisCatalogue *catalogue; /* what the check may look up in; may be %NULL where it needs nothing */
  HuisStatus status;        /* HUIS_STATUS_IN_ORDER, HUIS_STATUS_TO_DO, HUIS_STATUS_NOT_TESTED, or
                               HUIS_STATUS_ACCEPTED: looked for in vain */
  HuisSight sight;
  HuisWitness witness;
  gint64 when;
  char *saw; /* translated, or %NULL */
} HuisFinding;

/*
 * Fills @finding (the caller frees its strings). A name that is not in the table is not tested.
 * @catalogue may be %NULL for a check that needs no knowledge: all but "dns".
 */
void huis_check_run (const char *name,
                     HuisCatalogue *catalogue,
                     HuisNetwork *network,
                     HuisDevice *device,
                     HuisFinding *finding);

/* Whether the table has it; for the checker of the data. */
gboolean huis_check_exists (const char *name);

G_END_DECLS
