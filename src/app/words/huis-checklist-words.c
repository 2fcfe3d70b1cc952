/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-words"

#include "huis-checklist-words.h"

#include <glib/gi18n.h>

static gint64
get_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight =
      g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now), 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) : 0;
}

/* What the person said today to be done. */
static guint
count_today (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device)
{
  HuisAnswers *answers = huis_network_get_answers (network);
  const char *id = device != NULL ? huis_device_get_id (device) : NULL;
  const HuisAnswer *answer = huis_answers_get (answers, measure->id, id);

  return answer != NULL && answer->kind == HUIS_ANSWER_DONE && answer->when >= get_midnight ();
}

static guint
count_all_today (HuisNetwork *network, HuisCatalogue *catalogue)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);
  guint n_devices = huis_inventory_get_n_devices (inventory), n = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->scope != HUIS_SCOPE_DEVICE)
        n += count_today (network, measure, NULL);
      else
        for (guint j = 0; j < n_devices; j++)
          n += count_today (network, measure, huis_inventory_peek (inventory, j));
    }

  return n;
}

char *
huis_checklist_words_praise (HuisNetwork *network, HuisCatalogue *catalogue)
{
  guint n = count_all_today (network, catalogue);

  if (n == 0)
    return g_strdup (_ ("Your checklist is ready"));

  return g_strdup_printf (ngettext ("Well done: %u step today", "Well done: %u steps today", n), n);
}

static void
append_part (GString *text, guint n, char *part)
{
  g_autofree char *owned = part;

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, owned);
}

char *
huis_checklist_words_summary (const HuisTally *tally)
{
  const guint *n = tally->n;
  GString *text = g_string_new (NULL);

  append_part (text, n[HUIS_STATUS_IN_ORDER],
               /* Translators: %u is a number of steps. */
               g_strdup_printf (_ ("%u in order"), n[HUIS_STATUS_IN_ORDER]));
  append_part (text, n[HUIS_STATUS_TO_DO],
               /* Translators: %u is a number of steps. */
               g_strdup_printf (_ ("%u to do"), n[HUIS_STATUS_TO_DO]));
  append_part (text, n[HUIS_STATUS_NOT_TESTED],
               /* Translators: %u is a number of steps. */
               g_strdup_printf (_ ("%u not tested yet"), n[HUIS_STATUS_NOT_TESTED]));
  if (text->len > 0)
    g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

char *
huis_checklist_words_file_name (const char *what, const char *ending)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("Huiswacht – %s %s.%s", what, day, ending);
}
