/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-alike"

#include "huis-alike.h"

static gboolean
is_alike (HuisDevice *device, HuisDevice *other)
{
  const char *maker = huis_device_get_maker (device), *its = huis_device_get_maker (other);

  return other != device && !huis_device_has_ended (other) && its != NULL &&
         g_ascii_strcasecmp (maker, its) == 0 &&
         huis_device_get_kind (other) == huis_device_get_kind (device);
}

GPtrArray *
huis_alike_list (HuisNetwork *network, HuisDevice *device)
{
  GPtrArray *alike = g_ptr_array_new_with_free_func (g_object_unref);
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);
  HuisKind kind = huis_device_get_kind (device);

  if (huis_device_get_maker (device) == NULL || kind == HUIS_KIND_UNKNOWN ||
      kind == HUIS_KIND_OTHER)
    return alike;

  for (guint i = 0; i < n; i++)
    if (is_alike (device, huis_inventory_peek (inventory, i)))
      g_ptr_array_add (alike, g_object_ref (huis_inventory_peek (inventory, i)));

  return alike;
}

void
huis_alike_answer (HuisNetwork *network,
                   const char *measure_id,
                   HuisDevice *device,
                   gboolean others,
                   HuisAnswerKind kind,
                   const char *reason,
                   gint64 now)
{
  HuisAnswers *answers = huis_network_get_answers (network);
  const char *id = device != NULL ? huis_device_get_id (device) : NULL;
  g_autoptr (GPtrArray) alike = NULL;

  huis_answers_set (answers, measure_id, id, kind, reason, now);
  if (device == NULL || !others)
    return;

  alike = huis_alike_list (network, device);
  for (guint i = 0; i < alike->len; i++)
    huis_answers_set (answers, measure_id, huis_device_get_id (g_ptr_array_index (alike, i)), kind,
                      reason, now);
}
