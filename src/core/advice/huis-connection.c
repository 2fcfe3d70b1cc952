/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-connection"

#include "huis-connection.h"

#include "huis-assessment.h"
#include "huis-hub.h"
#include "huis-openings.h"

void
huis_connection_group_free (HuisConnectionGroup *group)
{
  g_ptr_array_unref (group->devices);
  g_free (group);
}

/* The kinds that people like to look at from elsewhere without an app in between. */
static gboolean
invites_visits (HuisKind kind)
{
  return kind == HUIS_KIND_CAMERA || kind == HUIS_KIND_NAS;
}

static gboolean
is_never_seen (HuisDevice *device)
{
  return huis_device_get_origin (device) == HUIS_ORIGIN_BY_HAND &&
         huis_device_get_first_seen (device) == 0;
}

/* The question of the catalogue whose answer a reply is. */
static gboolean
fits (HuisCatalogue *catalogue, HuisDevice *device, HuisQuestion question)
{
  const GPtrArray *measures = huis_catalogue_get_measures (catalogue);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);
      HuisQuestion asked;

      if (huis_measure_asks (measure, &asked) && asked == question)
        return huis_measure_applies_to (measure, huis_device_get_kind (device), NULL);
    }

  return FALSE;
}

gboolean
huis_connection_asks (HuisNetwork *network,
                      HuisCatalogue *catalogue,
                      HuisDevice *device,
                      HuisQuestion question)
{
  gboolean fitting;

  if (huis_device_is_gateway (device) || huis_device_is_self (device) ||
      huis_device_has_ended (device) || huis_hub_find (network, device) != NULL)
    return FALSE;
  if (question == HUIS_QUESTION_CONNECTED)
    return is_never_seen (device);
  if (huis_device_get_reply (device, HUIS_QUESTION_CONNECTED) == HUIS_REPLY_NO)
    return FALSE;

  fitting = fits (catalogue, device, question);
  if (question == HUIS_QUESTION_ONLINE)
    return fitting;

  return fitting && (huis_openings_lead_to (network, device) ||
                     (invites_visits (huis_device_get_kind (device)) &&
                      huis_device_get_reply (device, HUIS_QUESTION_ONLINE) == HUIS_REPLY_YES));
}

HuisReply
huis_connection_suggest (HuisNetwork *network,
                         HuisCatalogue *catalogue,
                         HuisDevice *device,
                         HuisQuestion question)
{
  const HuisKindInfo *kind = huis_catalogue_get_kind (catalogue, huis_device_get_kind (device));

  if (question == HUIS_QUESTION_ONLINE && kind->online == HUIS_ONLINE_YES)
    return HUIS_REPLY_YES;
  if (question == HUIS_QUESTION_ONLINE && kind->online == HUIS_ONLINE_NO)
    return HUIS_REPLY_NO;
  /* Where a door stands open somebody once wanted it: that is not ours to guess away. */
  if (question == HUIS_QUESTION_OUTSIDE && !huis_openings_lead_to (network, device))
    return HUIS_REPLY_NO;

  return HUIS_REPLY_NONE;
}

gboolean
huis_connection_is_open (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device)
{
  for (int q = 0; q < HUIS_N_QUESTIONS; q++)
    if (huis_device_get_reply (device, (HuisQuestion) q) == HUIS_REPLY_NONE &&
        huis_connection_asks (network, catalogue, device, (HuisQuestion) q))
      return TRUE;

  return FALSE;
}

static gboolean
is_asked (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device)
{
  for (int q = 0; q < HUIS_N_QUESTIONS; q++)
    if (huis_connection_asks (network, catalogue, device, (HuisQuestion) q))
      return TRUE;

  return FALSE;
}

static HuisConnectionGroup *
ensure_group (GPtrArray *groups, HuisKind kind)
{
  HuisConnectionGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->kind == kind)
        return group;
    }

  group = g_new0 (HuisConnectionGroup, 1);
  group->kind = kind;
  group->devices = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (groups, group);

  return group;
}

/* In the order of the list of kinds, but what is unknown last: it is the hardest to answer. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const HuisConnectionGroup *left = *(HuisConnectionGroup *const *) a;
  const HuisConnectionGroup *right = *(HuisConnectionGroup *const *) b;
  int x = left->kind == HUIS_KIND_UNKNOWN ? G_MAXINT : (int) left->kind;
  int y = right->kind == HUIS_KIND_UNKNOWN ? G_MAXINT : (int) right->kind;

  return x < y ? -1 : x > y;
}

GPtrArray *
huis_connection_list (HuisNetwork *network, HuisCatalogue *catalogue)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_connection_group_free);
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);

  for (guint i = 0; i < n; i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);
      HuisConnectionGroup *group;

      if (!is_asked (network, catalogue, device))
        continue;
      group = ensure_group (groups, huis_device_get_kind (device));
      g_ptr_array_add (group->devices, g_object_ref (device));
      group->n_open += huis_connection_is_open (network, catalogue, device) ? 1 : 0;
    }
  g_ptr_array_sort (groups, compare_groups);

  return groups;
}

static guint
confirm_device (HuisNetwork *network, HuisCatalogue *catalogue, HuisDevice *device)
{
  guint n = 0;

  /* In the order of the questions: an answer may bring up the next one. */
  for (int q = 0; q < HUIS_N_QUESTIONS; q++)
    {
      HuisQuestion question = (HuisQuestion) q;
      HuisReply reply;

      if (huis_device_get_reply (device, question) != HUIS_REPLY_NONE ||
          !huis_connection_asks (network, catalogue, device, question))
        continue;
      reply = huis_connection_suggest (network, catalogue, device, question);
      if (reply == HUIS_REPLY_NONE)
        continue;
      huis_device_set_reply (device, question, reply);
      n++;
    }

  return n;
}

guint
huis_connection_confirm (HuisNetwork *network, HuisCatalogue *catalogue, GPtrArray *devices)
{
  guint n = 0;

  for (guint i = 0; i < devices->len; i++)
    n += confirm_device (network, catalogue, g_ptr_array_index (devices, i));

  return n;
}
