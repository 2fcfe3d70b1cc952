/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-decisions"

#include "config.h"

#include "huis-decisions.h"

#include "huis-assessment.h"

#include <glib/gi18n.h>

void
huis_decision_free (HuisDecision *self)
{
  g_clear_object (&self->device);
  g_free (self->words);
  g_free (self);
}

static const char *
get_id (HuisDevice *device)
{
  return device != NULL ? huis_device_get_id (device) : NULL;
}

static char *
describe_answer (const HuisAnswer *answer)
{
  g_autofree char *day = huis_assessment_format_day (answer->when);

  if (answer->reason != NULL)
    /* Translators: a day, and the person's own reason for accepting a risk. */
    return g_strdup_printf (_ ("You said so: %1$s. Your reason: %2$s"), day, answer->reason);

  /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
  return g_strdup_printf (_ ("You said so: %s"), day);
}

static void
add (GPtrArray *decisions,
     HuisDecisionKind kind,
     const HuisMeasure *measure,
     HuisDevice *device,
     char *words)
{
  HuisDecision *decision = g_new0 (HuisDecision, 1);

  decision->kind = kind;
  decision->measure = measure;
  g_set_object (&decision->device, device);
  decision->words = words;
  g_ptr_array_add (decisions, decision);
}

static void
add_answered (GPtrArray *decisions,
              HuisDecisionKind kind,
              HuisNetwork *network,
              const HuisMeasure *measure,
              HuisDevice *device)
{
  HuisAnswerKind wanted =
      kind == HUIS_DECISION_ACCEPTED ? HUIS_ANSWER_ACCEPTED : HUIS_ANSWER_NOT_APPLICABLE;
  const HuisAnswer *answer =
      huis_answers_get (huis_network_get_answers (network), measure->id, get_id (device));

  if (answer != NULL && answer->kind == wanted)
    add (decisions, kind, measure, device, describe_answer (answer));
}

static void
add_all_answered (GPtrArray *decisions,
                  HuisDecisionKind kind,
                  HuisNetwork *network,
                  HuisCatalogue *catalogue)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->scope != HUIS_SCOPE_DEVICE)
        add_answered (decisions, kind, network, measure, NULL);
      for (guint j = 0; measure->scope == HUIS_SCOPE_DEVICE && j < n; j++)
        add_answered (decisions, kind, network, measure, huis_inventory_peek (inventory, j));
    }
}

static char *
describe_ending (HuisDevice *device)
{
  g_autofree char *day = huis_assessment_format_day (huis_device_get_ending_when (device));

  if (huis_device_get_ending (device) == HUIS_ENDING_UNPLUGGED)
    /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
    return g_strdup_printf (_ ("Unplugged: %s"), day);

  /* Translators: a device was thrown away or given away; %s is a day. */
  return g_strdup_printf (_ ("Gone from the house: %s"), day);
}

static void
add_ended (GPtrArray *decisions, HuisNetwork *network)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      if (huis_device_get_ending (device) != HUIS_ENDING_NONE)
        add (decisions, HUIS_DECISION_ENDED, NULL, device, describe_ending (device));
    }
}

GPtrArray *
huis_decisions_list (HuisNetwork *network, HuisCatalogue *catalogue)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_decision_free);

  add_all_answered (decisions, HUIS_DECISION_ACCEPTED, network, catalogue);
  add_all_answered (decisions, HUIS_DECISION_NOT_APPLICABLE, network, catalogue);
  add_ended (decisions, network);

  return decisions;
}

void
huis_decision_undo (HuisNetwork *network, const HuisDecision *decision)
{
  if (decision->kind == HUIS_DECISION_ENDED)
    huis_device_set_ending (decision->device, HUIS_ENDING_NONE, 0);
  else
    huis_answers_set (huis_network_get_answers (network), decision->measure->id,
                      get_id (decision->device), HUIS_ANSWER_NONE, NULL,
                      g_get_real_time () / G_USEC_PER_SEC);
}
