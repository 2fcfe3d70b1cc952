/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

G_BEGIN_DECLS

/*
 * How each measure stands: what was seen and what the person said, made into one status. No
 * answer is never "in order", and never "off". Nothing is kept here: every verdict is derived
 * anew from the network and its answers.
 */

typedef enum
{
  HUIS_STATUS_NOT_TESTED,
  HUIS_STATUS_IN_ORDER,
  HUIS_STATUS_TO_DO,
  HUIS_STATUS_ACCEPTED,
  HUIS_STATUS_NOT_APPLICABLE,
  HUIS_N_STATUSES,
} HuisStatus;

/* On whose word a status rests. */
typedef enum
{
  HUIS_WITNESS_NOBODY,
  HUIS_WITNESS_SEEN, /* Huiswacht saw it */
  HUIS_WITNESS_SAID, /* the person said it */
} HuisWitness;

#define HUIS_TYPE_STATUS  (huis_status_get_type ())
#define HUIS_TYPE_WITNESS (huis_witness_get_type ())
GType huis_status_get_type (void);
GType huis_witness_get_type (void);

typedef struct
{
  HuisStatus status;
  HuisWitness witness;
  gint64 when;  /* unix time of the look or the answer; 0 with HUIS_WITNESS_NOBODY */
  char *saw;    /* what was seen, a translated sentence; %NULL where nothing was looked at */
  char *reason; /* why it was accepted or does not apply, translated; may be %NULL */
} HuisVerdict;

void huis_verdict_free (HuisVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisVerdict, huis_verdict_free)

/* "In order", "To do"...: translated. */
const char *huis_status_to_text (HuisStatus status);
/* "Seen by Huiswacht on 3 March", "You said so today", or "" for nobody: translated. */
char *huis_verdict_dup_witness_text (const HuisVerdict *self);
/* A day for people, "today, 14:05" or "3 March 2026": translated. */
char *huis_assessment_format_day (gint64 when);
/* The same without the hour: "3 March 2026". */
char *huis_assessment_format_date (gint64 when);

/* Whether @measure is one of the questions of the Connection step, and then which: the device's
 * reply answers it. */
gboolean huis_measure_asks (const HuisMeasure *measure, HuisQuestion *question);

/* @device is %NULL for measures of the home and the router. Never returns %NULL. */
HuisVerdict *
huis_assessment_judge (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device);

/* Whether a person is to meet this measure at all: findings only when they were seen, measures
 * that do not fit the kind not. */
gboolean
huis_assessment_is_shown (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device);

/* The HuisMeasure * that are shown for @scope (and @device), most urgent first. */
GPtrArray *huis_assessment_list (HuisNetwork *network,
                                 HuisCatalogue *catalogue,
                                 HuisScope scope,
                                 HuisDevice *device);

typedef struct
{
  guint n[HUIS_N_STATUSES];
} HuisTally;

/* Counts the shown measures of one scope; with %HUIS_SCOPE_DEVICE and no device, of all devices. */
HuisTally huis_assessment_count (HuisNetwork *network,
                                 HuisCatalogue *catalogue,
                                 HuisScope scope,
                                 HuisDevice *device);

/*
 * The HuisDevice * of the network, those first that need attention soonest: reachable from the
 * internet, open without a password, unsupported, then by what is to do. The order is stable.
 */
GPtrArray *huis_assessment_rank_devices (HuisNetwork *network, HuisCatalogue *catalogue);

G_END_DECLS
