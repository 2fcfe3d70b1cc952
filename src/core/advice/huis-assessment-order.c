/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-assessment"

#include "huis-assessment.h"

/* What comes first. Never a score: what is not known weighs as what there is to find out. */

/* What a check found to be wrong, then what is to do or to find out, then what is settled. */
enum
{
  FOUND = 2000,
  OPEN = 1000,
};

static int
urgency (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device)
{
  g_autoptr (HuisVerdict) verdict = huis_assessment_judge (network, measure, device);
  gboolean to_do = verdict->status == HUIS_STATUS_TO_DO;

  if (to_do && verdict->saw != NULL && !measure->waits)
    return FOUND + measure->weight;
  if (to_do || verdict->status == HUIS_STATUS_NOT_TESTED)
    return OPEN + measure->weight;

  return measure->weight;
}

typedef struct
{
  gpointer item;
  int urgency;
  guint position; /* keeps equal ones in their order */
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->urgency != right->urgency)
    return right->urgency - left->urgency;

  return left->position < right->position ? -1 : 1;
}

static GPtrArray *
sort_ranked (GArray *ranked)
{
  GPtrArray *items = g_ptr_array_new ();

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (items, g_array_index (ranked, Ranked, i).item);

  return items;
}

GPtrArray *
huis_assessment_list (HuisNetwork *network,
                      HuisCatalogue *catalogue,
                      HuisScope scope,
                      HuisDevice *device)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);
      Ranked entry = { (gpointer) measure, 0, i };

      if (measure->scope != scope || !huis_assessment_is_shown (network, measure, device))
        continue;
      entry.urgency = urgency (network, measure, device);
      g_array_append_val (ranked, entry);
    }

  return sort_ranked (ranked);
}

GPtrArray *
huis_assessment_rank_devices (HuisNetwork *network, HuisCatalogue *catalogue)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);
      g_autoptr (GPtrArray) measures =
          huis_assessment_list (network, catalogue, HUIS_SCOPE_DEVICE, device);
      Ranked entry = { device, 0, i };

      if (measures->len > 0)
        entry.urgency = urgency (network, g_ptr_array_index (measures, 0), device);
      g_array_append_val (ranked, entry);
    }

  return sort_ranked (ranked);
}
