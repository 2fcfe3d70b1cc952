/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-change"

#include "config.h"

#include "huis-change.h"

#include "huis-checks.h"

#include <glib/gi18n.h>

/* A home is done within one; the devices of a large network are not to hold up the window. */
#define SLICE_USEC (10 * 1000)

typedef struct
{
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  gint64 now;
  guint next; /* device of the inventory */
} Remembering;

/* The words inside a sentence; those on a label (huis_status_to_text()) begin with a capital. */
static const char *
say (HuisStatus status)
{
  switch (status)
    {
    case HUIS_STATUS_IN_ORDER:
      return _ ("in order");
    case HUIS_STATUS_TO_DO:
      return _ ("to do");
    case HUIS_STATUS_ACCEPTED:
      return _ ("accepted");
    case HUIS_STATUS_NOT_APPLICABLE:
      return _ ("does not apply");
    case HUIS_STATUS_NOT_TESTED:
    case HUIS_N_STATUSES:
    default:
      return _ ("not tested");
    }
}

static gboolean
was_seen_to_do (const HuisVerdict *verdict)
{
  return verdict->status == HUIS_STATUS_TO_DO && verdict->witness == HUIS_WITNESS_SEEN;
}

char *
huis_change_describe (const HuisVerdict *before, const HuisVerdict *after)
{
  if (was_seen_to_do (before) && after->status == HUIS_STATUS_NOT_TESTED)
    return g_strdup (_ ("Was: to do. Now: not seen any more."));
  if (before->status != after->status)
    /* Translators: how a step stood before and after another look: "Was: to do. Now: in order." */
    return g_strdup_printf (_ ("Was: %1$s. Now: %2$s."), say (before->status), say (after->status));
  if (was_seen_to_do (before) && was_seen_to_do (after) && g_strcmp0 (before->saw, after->saw) != 0)
    return g_strdup (_ ("Something changed, but it is still to do."));

  return NULL;
}

static void
remember_one (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device, gint64 now)
{
  HuisHistory *history = huis_network_get_history (network);
  const char *id = device != NULL ? huis_device_get_id (device) : NULL;
  HuisFinding finding;

  huis_check_run (measure->check, measure->catalogue, network, device, &finding);
  if (finding.status == HUIS_STATUS_TO_DO && finding.witness == HUIS_WITNESS_SEEN)
    huis_history_note_found (history, measure->id, id, finding.when);
  else
    huis_history_note_gone (history, measure->id, id, finding.status == HUIS_STATUS_IN_ORDER, now);
  g_free (finding.saw);
}

/* All measures of the network itself, or with @device all of that device. */
static void
remember_all (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device, gint64 now)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->check != NULL && (measure->scope == HUIS_SCOPE_DEVICE) == (device != NULL))
        remember_one (network, measure, device, now);
    }
}

static void
free_remembering (gpointer data)
{
  Remembering *self = data;

  g_object_unref (self->network);
  g_object_unref (self->catalogue);
  g_free (self);
}

static gboolean
remember_cb (gpointer data)
{
  Remembering *self = data;
  HuisInventory *inventory = huis_network_get_inventory (self->network);
  gint64 until = g_get_monotonic_time () + SLICE_USEC;

  while (self->next < huis_inventory_get_n_devices (inventory) && g_get_monotonic_time () < until)
    remember_all (self->network, self->catalogue, huis_inventory_peek (inventory, self->next++),
                  self->now);

  return self->next < huis_inventory_get_n_devices (inventory) ? G_SOURCE_CONTINUE
                                                               : G_SOURCE_REMOVE;
}

void
huis_change_remember (HuisNetwork *network, HuisCatalogue *catalogue, gint64 now)
{
  Remembering *self = g_new0 (Remembering, 1);

  self->network = g_object_ref (network);
  self->catalogue = g_object_ref (catalogue);
  self->now = now;
  remember_all (network, catalogue, NULL, now);
  if (remember_cb (self) == G_SOURCE_CONTINUE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remember_cb, self, free_remembering);
  else
    free_remembering (self);
}

static const HuisPast *
find_past (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device)
{
  const HuisPast *past = huis_history_get (huis_network_get_history (network), measure->id,
                                           device != NULL ? huis_device_get_id (device) : NULL);

  return past != NULL && past->gone > 0 ? past : NULL;
}

char *
huis_change_dup_past (HuisNetwork *network, const HuisMeasure *measure, HuisDevice *device)
{
  const HuisPast *past = find_past (network, measure, device);
  g_autofree char *day = past != NULL ? huis_assessment_format_day (past->gone) : NULL;

  if (past == NULL)
    return NULL;
  if (past->in_order)
    /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
    return g_strdup_printf (_ ("Was: to do. Now: in order. (%s)"), day);

  /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
  return g_strdup_printf (_ ("Was: to do. Now: not seen any more. (%s)"), day);
}

GPtrArray *
huis_change_list_past (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);
  GPtrArray *past = g_ptr_array_new ();

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);

      if (measure->only_when_seen && find_past (network, measure, device) != NULL &&
          !huis_assessment_is_shown (network, measure, device))
        g_ptr_array_add (past, (gpointer) measure);
    }

  return past;
}
