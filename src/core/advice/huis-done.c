/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-done"

#include "config.h"

#include "huis-done.h"

gint64
huis_done_get_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight =
      g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now), 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) : 0;
}

/* When it was said to be done, or 0. */
static gint64
find_said (HuisNetwork *network, const HuisMeasure *measure, const char *id)
{
  const HuisAnswer *answer = huis_answers_get (huis_network_get_answers (network), measure->id, id);

  return answer != NULL && answer->kind == HUIS_ANSWER_DONE ? answer->when : 0;
}

/* When a look no longer saw what had been to do, or 0. */
static gint64
find_solved (HuisNetwork *network, const HuisMeasure *measure, const char *id)
{
  const HuisPast *past = huis_history_get (huis_network_get_history (network), measure->id, id);

  return past != NULL ? past->gone : 0;
}

static void
add (GPtrArray *list,
     HuisNetwork *network,
     const HuisMeasure *measure,
     HuisDevice *device,
     gint64 since)
{
  const char *id = device != NULL ? huis_device_get_id (device) : NULL;
  gint64 said = find_said (network, measure, id), solved = find_solved (network, measure, id);
  g_autoptr (HuisVerdict) verdict = NULL;
  HuisDone *done;

  if (MAX (said, solved) < since || MAX (said, solved) == 0)
    return;
  verdict = huis_assessment_judge (network, measure, device);
  if (verdict->status == HUIS_STATUS_TO_DO)
    return;

  done = g_new0 (HuisDone, 1);
  done->measure = measure;
  done->device = device;
  done->seen = solved >= since && solved > 0;
  done->when = done->seen ? solved : said;
  g_ptr_array_add (list, done);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const HuisDone *left = *(HuisDone **) a, *right = *(HuisDone **) b;

  return left->when > right->when ? -1 : left->when < right->when;
}

GPtrArray *
huis_done_find (HuisNetwork *network, HuisCatalogue *catalogue, gint64 since)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n_devices = huis_inventory_get_n_devices (inventory);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->scope != HUIS_SCOPE_DEVICE)
        add (list, network, measure, NULL, since);
      for (guint j = 0; measure->scope == HUIS_SCOPE_DEVICE && j < n_devices; j++)
        add (list, network, measure, huis_inventory_peek (inventory, j), since);
    }
  g_ptr_array_sort (list, compare);

  return list;
}
