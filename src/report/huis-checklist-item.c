/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-item"

#include "config.h"

#include "huis-checklist-private.h"
#include "huis-text.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A sheet has little room: a longer reason ends with an ellipsis there. In characters. */
#define REASON_MAX 100

static gboolean
is_opening_quote (gunichar c)
{
  return c == 0x201c || c == 0x2018; /* “ and ‘ */
}

static gboolean
is_closing_quote (gunichar c, gunichar opening)
{
  return c == (opening == 0x201c ? 0x201d : 0x2019u);
}

/* "Firewall, Security, Advanced": what stands between the quotation marks of @text. */
static char *
dup_quoted_words (const char *text)
{
  GString *words = g_string_new (NULL);
  gunichar opening = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (opening == 0 && is_opening_quote (c))
        {
          opening = c;
          g_string_append (words, words->len > 0 ? ", " : "");
        }
      else if (opening != 0 && is_closing_quote (c, opening))
        opening = 0;
      else if (opening != 0)
        g_string_append_unichar (words, c);
    }

  return g_string_free (words, FALSE);
}

/* Steps that name words on a screen say "look for" and put them between quotation marks. The
 * first such step tells where to look. */
static char *
dup_look_for (const HuisMeasure *measure)
{
  for (guint i = 0; measure->steps[i] != NULL; i++)
    {
      g_autofree char *words = NULL;

      if (strstr (measure->steps[i], "“") == NULL || strstr (measure->steps[i], "ook") == NULL)
        continue;
      words = dup_quoted_words (huis_catalogue_text (measure->steps[i]));
      if (words[0] != '\0')
        /* Translators: %s are words that stand in a menu, "Firewall, Security, Advanced". */
        return g_strdup_printf (_ ("Look for: %s"), words);
    }

  return NULL;
}

/* By whom and when; of what has no day, nothing is said. */
static char *
dup_word (const HuisVerdict *verdict, gint64 now)
{
  g_autofree char *day = huis_words_short_day (verdict->when, now);

  if (verdict->when <= 0)
    return g_strdup ("");
  if (verdict->witness == HUIS_WITNESS_SEEN)
    /* Translators: seen by Huiswacht; %s is a day, "3 March". */
    return huis_words_keep_together (g_strdup_printf (_ ("seen %s"), day));
  if (verdict->witness == HUIS_WITNESS_SAID && verdict->status == HUIS_STATUS_IN_ORDER)
    /* Translators: said by the person; %s is a day, "3 March". */
    return huis_words_keep_together (g_strdup_printf (_ ("you said %s"), day));

  return g_strdup ("");
}

/* On whose word it stands so; or why it was left. */
static char *
dup_remark (const HuisVerdict *verdict, gint64 now)
{
  g_autofree char *reason = huis_text_clean (verdict->reason, -1, REASON_MAX);

  switch (verdict->status)
    {
    case HUIS_STATUS_ACCEPTED:
      return reason[0] != '\0'
                 /* Translators: %s is why the person takes the risk, in their own words. */
                 ? g_strdup_printf (_ ("accepted: %s"), reason)
                 : g_strdup (_ ("accepted"));
    case HUIS_STATUS_NOT_APPLICABLE:
      return g_strdup (_ ("does not apply"));
    case HUIS_STATUS_IN_ORDER:
    case HUIS_STATUS_TO_DO:
      return dup_word (verdict, now);
    case HUIS_STATUS_NOT_TESTED:
    case HUIS_N_STATUSES:
    default:
      return g_strdup ("");
    }
}

/* The steps of this router's own menu for @measure: those after the one that tells how to come in,
 * which stands once above all. Empty where it is not known: the catalogue's own steps are fuller
 * then than the guide for any router. */
static GPtrArray *
list_router_steps (HuisChecklistBuild *build, const HuisMeasure *measure)
{
  GPtrArray *steps;
  HuisTopic topic;

  if (build->guide == NULL || huis_router_guide_is_generic (build->guide) ||
      measure->scope != HUIS_SCOPE_ROUTER || !huis_router_topic_of_measure (measure->id, &topic))
    return huis_guide_steps_new ();

  steps = huis_router_guide_list_steps (build->guide, topic, NULL);
  g_ptr_array_remove_index (steps, 0);
  return steps;
}

/* Of this router, or of the maker of this device. @instead: the measure's own do not follow. */
static GPtrArray *
list_guide_steps (HuisChecklistBuild *build, const HuisMeasure *measure, gboolean *instead)
{
  if (measure->scope == HUIS_SCOPE_DEVICE && build->device != NULL)
    return huis_maker_guide_list_measure_steps (build->maker_guide, measure->id, build->device,
                                                instead);

  *instead = TRUE;
  return list_router_steps (build, measure);
}

/* The way through the menu of a router or device that we know, or the usual words to look for. */
static char *
dup_place (const HuisMeasure *measure, const GPtrArray *guide_steps)
{
  for (guint i = 0; i < guide_steps->len; i++)
    {
      const HuisGuideStep *step = g_ptr_array_index (guide_steps, i);

      if (step->shows)
        return g_strdup (step->text);
    }

  return dup_look_for (measure);
}

static const char *const *
keep_steps (HuisChecklistBuild *build,
            const HuisMeasure *measure,
            const GPtrArray *guide_steps,
            gboolean instead)
{
  GPtrArray *texts = huis_checklist_new_array (build->checklist, NULL);
  const HuisKindInfo *kind =
      build->device != NULL
          ? huis_catalogue_get_kind (build->catalogue, huis_device_get_kind (build->device))
          : NULL;
  g_autoptr (GPtrArray) steps = huis_measure_list_steps (measure, kind);

  for (guint i = 0; i < guide_steps->len; i++)
    {
      const HuisGuideStep *step = g_ptr_array_index (guide_steps, i);

      g_ptr_array_add (texts, (gpointer) huis_checklist_keep (build->checklist, step->text));
    }
  for (guint i = 0; (guide_steps->len == 0 || !instead) && i < steps->len; i++)
    g_ptr_array_add (texts, (gpointer) huis_checklist_keep (build->checklist,
                                                            huis_catalogue_text (steps->pdata[i])));
  g_ptr_array_add (texts, NULL);

  return (const char *const *) texts->pdata;
}

/* What an item that is not settled tells of how to do it. */
static void
add_how (HuisChecklistBuild *build, HuisChecklistItem *item, const HuisMeasure *measure)
{
  HuisChecklist *checklist = build->checklist;
  gboolean instead;
  GPtrArray *guide_steps = list_guide_steps (build, measure, &instead);
  char *place = dup_place (measure, guide_steps);

  g_ptr_array_add (build->kept_steps, guide_steps);
  if (place != NULL)
    item->look_for = huis_checklist_take (checklist, place);
  if (build->options->sheet == HUIS_SHEET_ALL)
    return;

  item->why = huis_checklist_keep (checklist, huis_catalogue_text (measure->why));
  item->steps = keep_steps (build, measure, guide_steps, instead);
  for (guint i = 0; i < guide_steps->len; i++)
    g_ptr_array_add (build->guide_steps, g_ptr_array_index (guide_steps, i));
}

/* What is so of nearly every device is not told of each where all are on one sheet. */
static gboolean
is_common (HuisChecklistBuild *build, const HuisMeasure *measure, const HuisVerdict *verdict)
{
  return build->options->sheet == HUIS_SHEET_ALL && measure->waits &&
         verdict->status == HUIS_STATUS_TO_DO;
}

HuisChecklistItem *
huis_checklist_build_item (HuisChecklistBuild *build,
                           const HuisMeasure *measure,
                           const HuisVerdict *verdict)
{
  HuisChecklist *checklist = build->checklist;
  HuisChecklistItem *item = g_new0 (HuisChecklistItem, 1);

  item->status = verdict->status;
  item->witness = verdict->witness;
  item->title = huis_checklist_keep (checklist, huis_catalogue_text (measure->title));
  item->brief = measure->brief != NULL
                    ? huis_checklist_keep (checklist, huis_catalogue_text (measure->brief))
                    : item->title;
  item->remark = "";
  if (!is_common (build, measure, verdict))
    item->remark = huis_checklist_take (checklist, dup_remark (verdict, build->options->now));
  if (verdict->status == HUIS_STATUS_TO_DO && verdict->saw != NULL &&
      !is_common (build, measure, verdict))
    item->saw = huis_checklist_keep (checklist, verdict->saw);
  if (verdict->status == HUIS_STATUS_TO_DO || verdict->status == HUIS_STATUS_NOT_TESTED)
    add_how (build, item, measure);

  return item;
}
