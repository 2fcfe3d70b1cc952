/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-catalogue.h"
#include "huis-network.h"

G_BEGIN_DECLS

/*
 * What the person decided, so that it can be read back and undone in one place: risks that they
 * take, steps that do not apply, devices that are no longer in use.
 */
typedef enum
{
  HUIS_DECISION_ACCEPTED,
  HUIS_DECISION_NOT_APPLICABLE,
  HUIS_DECISION_ENDED,
} HuisDecisionKind;

typedef struct
{
  HuisDecisionKind kind;
  const HuisMeasure *measure; /* %NULL for HUIS_DECISION_ENDED */
  HuisDevice *device;         /* %NULL for the home and its router */
  char *words;                /* what was said, why and when; translated */
} HuisDecision;

void huis_decision_free (HuisDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisDecision, huis_decision_free)

/* HuisDecision *, by kind, then as the measures and the devices come. */
GPtrArray *huis_decisions_list (HuisNetwork *network, HuisCatalogue *catalogue);
/* Takes it back: the step, or the device, is open again. */
void huis_decision_undo (HuisNetwork *network, const HuisDecision *decision);

G_END_DECLS
