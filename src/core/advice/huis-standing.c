/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-standing"

#include "config.h"

#include "huis-standing.h"

#include <glib/gi18n.h>

void
huis_standing_free (HuisStanding *self)
{
  g_free (self->progress);
  g_free (self->next);
  g_free (self);
}

/* The first measure of the list says why: its own sentence where it was seen, else its title. */
static void
explain (HuisStanding *self, HuisNetwork *network, HuisDevice *device, GPtrArray *measures)
{
  const HuisMeasure *first = g_ptr_array_index (measures, 0);
  g_autoptr (HuisVerdict) verdict = huis_assessment_judge (network, first, device);

  if (verdict->status != HUIS_STATUS_TO_DO && verdict->status != HUIS_STATUS_NOT_TESTED)
    return;

  self->urgent = verdict->status == HUIS_STATUS_TO_DO && verdict->witness == HUIS_WITNESS_SEEN;
  if (verdict->status == HUIS_STATUS_TO_DO && verdict->saw != NULL)
    self->next = g_strdup (verdict->saw);
  else
    /* Translators: %s is the title of a step, "Choose your own password". */
    self->next = g_strdup_printf (_ ("Next: %s"), huis_catalogue_text (first->title));
}

HuisStanding *
huis_standing_new (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device)
{
  HuisStanding *self = g_new0 (HuisStanding, 1);
  HuisScope scope = device != NULL ? HUIS_SCOPE_DEVICE : HUIS_SCOPE_HOME;
  HuisTally tally = huis_assessment_count (network, catalogue, scope, device);
  g_autoptr (GPtrArray) measures = huis_assessment_list (network, catalogue, scope, device);

  self->n_done = tally.n[HUIS_STATUS_IN_ORDER] + tally.n[HUIS_STATUS_ACCEPTED];
  self->n_to_do = tally.n[HUIS_STATUS_TO_DO];
  self->n_steps = self->n_done + self->n_to_do + tally.n[HUIS_STATUS_NOT_TESTED];
  self->status = HUIS_STATUS_IN_ORDER;
  if (self->n_to_do > 0)
    self->status = HUIS_STATUS_TO_DO;
  else if (self->n_done < self->n_steps)
    self->status = HUIS_STATUS_NOT_TESTED;

  /* Translators: %1$u of %2$u steps of a device are done: "4 of 6". */
  self->progress = g_strdup_printf (_ ("%1$u of %2$u"), self->n_done, self->n_steps);
  if (measures->len > 0)
    explain (self, network, device, measures);

  return self;
}

char *
huis_standing_dup_progress (const HuisStanding *self)
{
  if (self->n_done == self->n_steps)
    return g_strdup (_ ("All steps are done. Well done."));

  /* Translators: how many steps of a device are done. */
  return g_strdup_printf (_ ("%1$u of %2$u steps done"), self->n_done, self->n_steps);
}

const char *
huis_standing_find_room (HuisCatalogue *catalogue, HuisDevice *device)
{
  const char *id = huis_device_get_room (device);
  const HuisRoom *room = id != NULL ? huis_catalogue_find_room (catalogue, id) : NULL;

  return room != NULL ? huis_catalogue_text (room->title) : id;
}

/* Of the steps that are shown and apply; the router has steps of another scope. */
static guint
count_steps (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device, guint *n_done)
{
  HuisTally tally = { 0 };

  if (!huis_device_is_gateway (device))
    tally = huis_assessment_count (network, catalogue, HUIS_SCOPE_DEVICE, device);
  *n_done = tally.n[HUIS_STATUS_IN_ORDER] + tally.n[HUIS_STATUS_ACCEPTED] +
            tally.n[HUIS_STATUS_NOT_APPLICABLE];

  return *n_done + tally.n[HUIS_STATUS_TO_DO] + tally.n[HUIS_STATUS_NOT_TESTED];
}

static gboolean
has_steps (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);

  for (guint i = 0; i < measures->len && !huis_device_is_gateway (device); i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->scope == HUIS_SCOPE_DEVICE &&
          huis_assessment_is_shown (network, measure, device))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
huis_standing_list_devices (HuisNetwork *network, HuisCatalogue *catalogue)
{
  GPtrArray *devices = huis_assessment_rank_devices (network, catalogue);

  for (guint i = devices->len; i > 0; i--)
    if (!has_steps (network, catalogue, g_ptr_array_index (devices, i - 1)))
      g_ptr_array_remove_index (devices, i - 1);

  return devices;
}

guint
huis_standing_count_devices (HuisNetwork *network, HuisCatalogue *catalogue, guint *n_done)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n_devices = huis_inventory_get_n_devices (inventory);
  guint n = 0;

  *n_done = 0;
  for (guint i = 0; i < n_devices; i++)
    {
      guint done, all;

      all = count_steps (network, catalogue, huis_inventory_peek (inventory, i), &done);
      n += all > 0 ? 1 : 0;
      *n_done += all > 0 && all == done ? 1 : 0;
    }

  return n;
}
