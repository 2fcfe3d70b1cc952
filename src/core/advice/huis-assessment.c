/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-assessment"

#include "config.h"

#include "huis-assessment.h"

#include "huis-checks.h"
#include "huis-hub.h"

#include <glib/gi18n.h>

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisStatus, huis_status,
  G_DEFINE_ENUM_VALUE (HUIS_STATUS_NOT_TESTED, "not-tested"),
  G_DEFINE_ENUM_VALUE (HUIS_STATUS_IN_ORDER, "in-order"),
  G_DEFINE_ENUM_VALUE (HUIS_STATUS_TO_DO, "to-do"),
  G_DEFINE_ENUM_VALUE (HUIS_STATUS_ACCEPTED, "accepted"),
  G_DEFINE_ENUM_VALUE (HUIS_STATUS_NOT_APPLICABLE, "not-applicable"))

G_DEFINE_ENUM_TYPE (HuisWitness, huis_witness,
  G_DEFINE_ENUM_VALUE (HUIS_WITNESS_NOBODY, "nobody"),
  G_DEFINE_ENUM_VALUE (HUIS_WITNESS_SEEN, "seen"),
  G_DEFINE_ENUM_VALUE (HUIS_WITNESS_SAID, "said"))
/* clang-format on */

/* The measures that are a question of the Connection step: the device's reply answers them. */
static const struct
{
  const char *measure;
  HuisQuestion question;
} question_measures[] = {
  { "online-needed", HUIS_QUESTION_ONLINE },
  { "from-outside", HUIS_QUESTION_OUTSIDE },
};

void
huis_verdict_free (HuisVerdict *self)
{
  g_free (self->saw);
  g_free (self->reason);
  g_free (self);
}

const char *
huis_status_to_text (HuisStatus status)
{
  switch (status)
    {
    case HUIS_STATUS_IN_ORDER:
      return _ ("In order");
    case HUIS_STATUS_TO_DO:
      return _ ("To do");
    case HUIS_STATUS_ACCEPTED:
      return _ ("Accepted");
    case HUIS_STATUS_NOT_APPLICABLE:
      return _ ("Does not apply");
    case HUIS_STATUS_NOT_TESTED:
    case HUIS_N_STATUSES:
    default:
      return _ ("Not tested");
    }
}

char *
huis_assessment_format_date (gint64 when)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (when);
  /* The names of months come from our own catalogue: the system's language may be another one. */
  static const char *const months[] = {
    N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
    N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
    N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
  };

  if (day == NULL)
    return g_strdup ("");

  /* Translators: day, month and year, "3 March 2026". */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_time_get_day_of_month (day),
                          _ (months[g_date_time_get_month (day) - 1]), g_date_time_get_year (day));
}

char *
huis_assessment_format_day (gint64 when)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (when);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *time = NULL;

  if (day == NULL || g_date_time_get_year (day) != g_date_time_get_year (today) ||
      g_date_time_get_day_of_year (day) != g_date_time_get_day_of_year (today))
    return huis_assessment_format_date (when);

  time = g_date_time_format (day, "%H:%M");
  /* Translators: %s is a time of the day, "14:05". */
  return g_strdup_printf (_ ("today, %s"), time);
}

char *
huis_verdict_dup_witness_text (const HuisVerdict *self)
{
  g_autofree char *day = self->when > 0 ? huis_assessment_format_day (self->when) : NULL;

  if (self->witness == HUIS_WITNESS_NOBODY || day == NULL)
    return g_strdup ("");
  if (self->witness == HUIS_WITNESS_SEEN)
    /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
    return g_strdup_printf (_ ("Seen by Huiswacht: %s"), day);

  /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
  return g_strdup_printf (_ ("You said so: %s"), day);
}

static HuisVerdict *
make_verdict (HuisStatus status, HuisWitness witness, gint64 when, const char *reason)
{
  HuisVerdict *verdict = g_new0 (HuisVerdict, 1);

  verdict->status = status;
  verdict->witness = witness;
  verdict->when = when;
  verdict->reason = g_strdup (reason);

  return verdict;
}

/* What the person's answer alone makes of it. */
static HuisVerdict *
judge_answer (const HuisAnswer *answer)
{
  static const HuisStatus statuses[] = {
    [HUIS_ANSWER_NONE] = HUIS_STATUS_NOT_TESTED,
    [HUIS_ANSWER_DONE] = HUIS_STATUS_IN_ORDER,
    [HUIS_ANSWER_LATER] = HUIS_STATUS_TO_DO,
    [HUIS_ANSWER_CANNOT] = HUIS_STATUS_TO_DO,
    [HUIS_ANSWER_NOT_APPLICABLE] = HUIS_STATUS_NOT_APPLICABLE,
    [HUIS_ANSWER_ACCEPTED] = HUIS_STATUS_ACCEPTED,
  };

  if (answer == NULL || answer->kind == HUIS_ANSWER_NONE)
    return make_verdict (HUIS_STATUS_NOT_TESTED, HUIS_WITNESS_NOBODY, 0, NULL);

  return make_verdict (statuses[answer->kind], HUIS_WITNESS_SAID, answer->when, answer->reason);
}

/*
 * Who wins: a finding beats an older "done"; a newer "done" beats the finding until the next look;
 * "accepted" and "does not apply" are the person's to say, whatever was seen.
 */
static gboolean
answer_wins (const HuisMeasure *measure, const HuisAnswer *answer, const HuisFinding *finding)
{
  if (finding->status == HUIS_STATUS_NOT_TESTED)
    return TRUE;
  if (answer == NULL || answer->kind == HUIS_ANSWER_NONE)
    return FALSE;
  if (answer->kind == HUIS_ANSWER_ACCEPTED || answer->kind == HUIS_ANSWER_NOT_APPLICABLE)
    return TRUE;

  return answer->kind == HUIS_ANSWER_DONE &&
         (measure->choice_stays || answer->when > finding->when);
}

static HuisVerdict *
judge_with_check (HuisNetwork *network,
                  const HuisMeasure *measure,
                  HuisDevice *device,
                  const HuisAnswer *answer)
{
  HuisFinding finding;
  HuisVerdict *verdict;

  huis_check_run (measure->check, measure->catalogue, network, device, &finding);
  if (answer_wins (measure, answer, &finding))
    verdict = judge_answer (answer);
  else
    verdict = make_verdict (finding.status, finding.witness, finding.when, NULL);
  verdict->saw = finding.saw;

  return verdict;
}

gboolean
huis_measure_asks (const HuisMeasure *measure, HuisQuestion *question)
{
  for (guint i = 0; i < G_N_ELEMENTS (question_measures); i++)
    if (g_strcmp0 (question_measures[i].measure, measure->id) == 0)
      {
        *question = question_measures[i].question;
        return TRUE;
      }

  return FALSE;
}

/*
 * The question is answered: that is all most such measures ask. Only who needs no internet has
 * something left to do: to keep the device off it. That is done when the person says so.
 */
static void
judge_question (HuisVerdict *verdict, HuisDevice *device, HuisQuestion question)
{
  HuisReply reply = huis_device_get_reply (device, question);

  if (reply == HUIS_REPLY_NONE || reply == HUIS_REPLY_DONT_KNOW)
    return;

  verdict->status = question == HUIS_QUESTION_ONLINE && reply == HUIS_REPLY_NO
                        ? HUIS_STATUS_TO_DO
                        : HUIS_STATUS_IN_ORDER;
  verdict->witness = HUIS_WITNESS_SAID;
  verdict->when = huis_device_get_reply_when (device, question);
}

/* Nothing is asked twice: what needs no internet needs no account on it either. */
static gboolean
is_offline (const HuisMeasure *measure, HuisDevice *device)
{
  return measure->needs_internet &&
         huis_device_get_reply (device, HUIS_QUESTION_ONLINE) == HUIS_REPLY_NO;
}

HuisVerdict *
huis_assessment_judge (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device)
{
  const HuisAnswer *answer = huis_answers_get (huis_network_get_answers (network), measure->id,
                                               device != NULL ? huis_device_get_id (device) : NULL);
  const char *reason = NULL;
  g_autoptr (HuisVerdict) verdict = NULL;
  HuisQuestion question;

  if (device != NULL && !huis_measure_applies_to (measure, huis_device_get_kind (device), &reason))
    return make_verdict (HUIS_STATUS_NOT_APPLICABLE, HUIS_WITNESS_NOBODY, 0,
                         huis_catalogue_text (reason));
  if (measure->check != NULL)
    verdict = judge_with_check (network, measure, device, answer);
  else
    verdict = judge_answer (answer);

  if (device != NULL && verdict->status == HUIS_STATUS_NOT_TESTED && is_offline (measure, device))
    return make_verdict (HUIS_STATUS_NOT_APPLICABLE, HUIS_WITNESS_SAID,
                         huis_device_get_reply_when (device, HUIS_QUESTION_ONLINE),
                         _ ("You said that it needs no internet."));
  if (device != NULL && verdict->status == HUIS_STATUS_NOT_TESTED &&
      huis_measure_asks (measure, &question))
    judge_question (verdict, device, question);

  return g_steal_pointer (&verdict);
}

/* What is no longer in use has no steps, and what works through a hub has those of the hub. */
static gboolean
has_steps (HuisNetwork *network, HuisDevice *device)
{
  return !huis_device_has_ended (device) && huis_hub_find (network, device) == NULL;
}

gboolean
huis_assessment_is_shown (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device)
{
  g_autoptr (HuisVerdict) verdict = NULL;

  if (device != NULL && (!has_steps (network, device) ||
                         !huis_measure_applies_to (measure, huis_device_get_kind (device), NULL)))
    return FALSE;
  if (!measure->only_when_seen)
    return TRUE;

  /* A finding stays in view once it was seen: as to do, as something to look into, or with what the
   * person made of it. */
  verdict = huis_assessment_judge (network, measure, device);

  return verdict->status == HUIS_STATUS_TO_DO || verdict->witness == HUIS_WITNESS_SAID ||
         (verdict->status == HUIS_STATUS_NOT_TESTED && verdict->saw != NULL);
}

static void
add_to_tally (HuisTally *tally,
              HuisNetwork *network,
              HuisCatalogue *catalogue,
              HuisScope scope,
              HuisDevice *device)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);
      g_autoptr (HuisVerdict) verdict = NULL;

      if (measure->scope != scope || !huis_assessment_is_shown (network, measure, device))
        continue;
      verdict = huis_assessment_judge (network, measure, device);
      tally->n[verdict->status]++;
    }
}

HuisTally
huis_assessment_count (HuisNetwork *network,
                       HuisCatalogue *catalogue,
                       HuisScope scope,
                       HuisDevice *device)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);
  HuisTally tally = { 0 };

  if (scope != HUIS_SCOPE_DEVICE || device != NULL)
    add_to_tally (&tally, network, catalogue, scope, device);
  else
    for (guint i = 0; i < n; i++)
      add_to_tally (&tally, network, catalogue, scope, huis_inventory_peek (inventory, i));

  return tally;
}
