/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-block"

#include "config.h"

#include "huis-checklist-private.h"
#include "huis-text.h"
#include "huis-title.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* This measure is the whole of the shopping card, and not a box to tick at home. */
#define SHOPPING_MEASURE "before-buying"

/* To be done again and again: on the sheets of all devices the network's own "look again" stands
 * for it. */
#define AGAIN_MEASURE "device-look-again"

/* A sheet has little room: a longer note ends with an ellipsis there. In characters. */
#define NOTE_MAX 300

static void
remember_urgent (HuisChecklistBuild *build,
                 const HuisMeasure *measure,
                 const char *title,
                 gboolean seen)
{
  GPtrArray *names = g_hash_table_lookup (build->urgent, measure);

  if (seen)
    g_hash_table_add (build->seen, (gpointer) measure);
  if (names == NULL)
    {
      names = g_ptr_array_new ();
      g_hash_table_insert (build->urgent, (gpointer) measure, names);
    }
  g_ptr_array_add (names, (gpointer) title);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  /* Stable with g_ptr_array_sort(): within a group the order of the assessment stays. */
  static const int order[HUIS_N_STATUSES] = {
    [HUIS_STATUS_TO_DO] = 0,    [HUIS_STATUS_NOT_TESTED] = 1,     [HUIS_STATUS_IN_ORDER] = 2,
    [HUIS_STATUS_ACCEPTED] = 3, [HUIS_STATUS_NOT_APPLICABLE] = 4,
  };
  const HuisChecklistItem *left = *(HuisChecklistItem **) a, *right = *(HuisChecklistItem **) b;

  return order[left->status] - order[right->status];
}

/* A router has steps of its own; of those of a device, only what was found open in it. */
static gboolean
is_the_routers_own (const HuisMeasure *measure, HuisDevice *device)
{
  return device != NULL && huis_device_is_gateway (device) && !measure->only_when_seen;
}

/* What has no box on this sheet, because something else stands for it. */
static gboolean
is_left_out (HuisChecklistBuild *build,
             const HuisMeasure *measure,
             HuisDevice *device,
             HuisStatus status)
{
  return strcmp (measure->id, SHOPPING_MEASURE) == 0 || is_the_routers_own (measure, device) ||
         ((build->options->sheet == HUIS_SHEET_ALL || build->options->sheet == HUIS_SHEET_TO_DO) &&
          status == HUIS_STATUS_NOT_TESTED && strcmp (measure->id, AGAIN_MEASURE) == 0);
}

static void
add_items (HuisChecklistBuild *build,
           HuisChecklistBlock *block,
           HuisTally *tally,
           HuisScope scope,
           HuisDevice *device)
{
  g_autoptr (GPtrArray) measures =
      huis_assessment_list (build->network, build->catalogue, scope, device);

  for (guint i = 0; i < measures->len; i++)
    {
      const HuisMeasure *measure = g_ptr_array_index (measures, i);
      g_autoptr (HuisVerdict) verdict = NULL;

      verdict = huis_assessment_judge (build->network, measure, device);
      if (is_left_out (build, measure, device, verdict->status))
        continue;
      if (verdict->status == HUIS_STATUS_TO_DO)
        remember_urgent (build, measure, block->title, verdict->witness == HUIS_WITNESS_SEEN);
      tally->n[verdict->status]++;
      build->checklist->tally.n[verdict->status]++;
      if (build->options->sheet != HUIS_SHEET_TO_DO || verdict->status == HUIS_STATUS_TO_DO)
        g_ptr_array_add (block->items, huis_checklist_build_item (build, measure, verdict));
    }
}

/* A house has few rooms, and each is met in the order of the catalogue; own names come after
 * those, and last what has no room. */
static guint
find_room_order (HuisCatalogue *catalogue, const char *id)
{
  const GPtrArray *rooms = huis_catalogue_get_rooms (catalogue);

  if (id == NULL)
    return G_MAXUINT;
  for (guint i = 0; i < rooms->len; i++)
    {
      const HuisRoom *room = g_ptr_array_index (rooms, i);

      if (strcmp (room->id, id) == 0)
        return i;
    }

  return rooms->len;
}

/* What can happen with a device of this kind. */
static const char *
find_danger (HuisChecklistBuild *build, HuisDevice *device)
{
  return huis_catalogue_text (
      huis_catalogue_get_kind (build->catalogue, huis_device_get_kind (device))->danger);
}

/* Under which heading it stands: its room, or the person who looks after it. */
static void
find_group (HuisChecklistBuild *build, HuisChecklistBlock *block, HuisDevice *device)
{
  const char *room = huis_device_get_room (device);
  const char *keeper = huis_device_get_keeper (device);

  block->room = huis_checklist_keep (build->checklist,
                                     huis_checklist_is_by_keeper (build)
                                         ? keeper
                                         : huis_checklist_find_room_title (build->catalogue, room));
  block->place = block->room;
  if (huis_checklist_is_by_keeper (build) && keeper == NULL)
    /* Translators: in place of the name of who looks after a device. */
    block->place = huis_checklist_keep (build->checklist, _ ("nobody yet"));
  if (huis_checklist_is_by_keeper (build))
    block->room_order = keeper != NULL ? 0 : G_MAXUINT;
  else
    block->room_order = find_room_order (build->catalogue, room);
}

static void
describe_device (HuisChecklistBuild *build, HuisChecklistBlock *block, HuisDevice *device)
{
  HuisChecklist *checklist = build->checklist;
  const HuisKindInfo *kind =
      huis_catalogue_get_kind (build->catalogue, huis_device_get_kind (device));

  block->icon_name = huis_device_is_gateway (device) ? "huis-router-symbolic" : kind->icon_name;
  block->title = huis_checklist_take (checklist, huis_title_of_device (device, build->catalogue));
  block->facts = huis_checklist_take (checklist, huis_checklist_dup_facts (build, device));
  block->note = huis_checklist_take (checklist,
                                     huis_text_clean (huis_device_get_note (device), -1, NOTE_MAX));
  find_group (build, block, device);
}

/* The person may have told which router it is where nothing on the network did. */
static void
name_brand (HuisChecklistBuild *build, HuisChecklistBlock *block)
{
  const char *brand = huis_router_guide_get_title (build->guide);

  if (huis_router_guide_is_generic (build->guide) || strstr (block->title, brand) != NULL ||
      strstr (block->facts, brand) != NULL)
    return;

  block->facts = huis_checklist_take (build->checklist,
                                      g_strconcat (brand, block->facts[0] != '\0' ? " · " : "",
                                                   block->facts, NULL));
}

/* How to come in, and where its password stands. */
static void
describe_guide (HuisChecklistBuild *build, HuisChecklistBlock *block)
{
  g_autofree char *uri = huis_network_dup_router_uri (build->network);
  g_autoptr (GPtrArray) steps = NULL;
  const HuisGuideStep *entrance;

  if (build->guide == NULL)
    return;

  name_brand (build, block);
  steps = huis_router_guide_list_steps (build->guide, HUIS_TOPIC_PASSWORD, uri);
  entrance = g_ptr_array_index (steps, 0);
  block->intro =
      huis_checklist_take (build->checklist,
                           g_strconcat (entrance->text, " ",
                                        huis_router_guide_get_password_place (build->guide), NULL));
}

HuisChecklistBlock *
huis_checklist_build_block (HuisChecklistBuild *build, HuisScope scope, HuisDevice *device)
{
  HuisChecklistBlock *block = g_new0 (HuisChecklistBlock, 1);
  HuisTally tally = { 0 };

  block->items = huis_checklist_new_array (build->checklist, g_free);
  block->device = device;
  block->facts = block->note = block->room = block->place = block->intro = block->door = "";
  block->pages = block->sources = "";
  if (device != NULL)
    describe_device (build, block, device);
  else if (scope == HUIS_SCOPE_ROUTER)
    {
      block->icon_name = "huis-router-symbolic";
      block->title = _ ("Router");
    }
  else
    {
      block->icon_name = "huis-home-symbolic";
      block->title = _ ("The whole network");
    }
  block->title = huis_checklist_keep (build->checklist, block->title);
  build->device = device;
  build->maker_guide =
      device != NULL ? huis_network_find_maker_guide (build->network, device) : NULL;
  g_ptr_array_set_size (build->guide_steps, 0);

  if (scope != HUIS_SCOPE_DEVICE)
    add_items (build, block, &tally, scope, NULL);
  if (device != NULL)
    add_items (build, block, &tally, HUIS_SCOPE_DEVICE, device);
  if (scope == HUIS_SCOPE_DEVICE && build->options->sheet != HUIS_SHEET_ALL)
    block->intro = huis_checklist_keep (build->checklist, find_danger (build, device));
  if (scope == HUIS_SCOPE_ROUTER)
    describe_guide (build, block);
  block->pages = huis_checklist_take (build->checklist, huis_checklist_dup_pages (build));
  if (build->guide_steps->len > 0)
    block->sources =
        huis_checklist_take (build->checklist, huis_guide_steps_dup_sources (build->guide_steps));
  g_ptr_array_sort (block->items, compare_items);
  block->tally = huis_checklist_take (build->checklist, huis_words_tally (&tally));

  return block;
}
