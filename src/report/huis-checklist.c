/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist"

#include "config.h"

#include "huis-checklist.h"

#include "huis-checklist-private.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define URGENT_MAX       3
#define URGENT_NAMES_MAX 3

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisSheet, huis_sheet,
  G_DEFINE_ENUM_VALUE (HUIS_SHEET_ALL, "all"),
  G_DEFINE_ENUM_VALUE (HUIS_SHEET_ROUTER, "router"),
  G_DEFINE_ENUM_VALUE (HUIS_SHEET_TO_DO, "todo"),
  G_DEFINE_ENUM_VALUE (HUIS_SHEET_DEVICE, "device"),
  G_DEFINE_ENUM_VALUE (HUIS_SHEET_SHOPPING, "shopping"),
  G_DEFINE_ENUM_VALUE (HUIS_SHEET_PICTURE, "picture"))
/* clang-format on */

const char *
huis_checklist_keep (HuisChecklist *self, const char *text)
{
  return text != NULL && text[0] != '\0' ? g_string_chunk_insert (self->texts, text) : "";
}

const char *
huis_checklist_take (HuisChecklist *self, char *text)
{
  const char *kept = huis_checklist_keep (self, text);

  g_free (text);

  return kept;
}

GPtrArray *
huis_checklist_new_array (HuisChecklist *self, GDestroyNotify free_func)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (free_func);

  g_ptr_array_add (self->arrays, array);

  return array;
}

const char *const *
huis_checklist_keep_steps (HuisChecklist *self, const char *const *steps)
{
  GPtrArray *texts = huis_checklist_new_array (self, NULL);

  for (guint i = 0; steps[i] != NULL; i++)
    g_ptr_array_add (texts, (gpointer) huis_checklist_keep (self, huis_catalogue_text (steps[i])));
  g_ptr_array_add (texts, NULL);

  return (const char *const *) texts->pdata;
}

/* By room, in the order of a walk; rooms with a name of their own by that name. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const HuisChecklistBlock *left = *(HuisChecklistBlock **) a;
  const HuisChecklistBlock *right = *(HuisChecklistBlock **) b;
  int by_name;

  if (left->room_order != right->room_order)
    return left->room_order < right->room_order ? -1 : 1;
  by_name = g_utf8_collate (left->room, right->room);
  if (by_name != 0)
    return by_name;

  return left->rank < right->rank ? -1 : 1;
}

static void
add_devices (HuisChecklistBuild *build)
{
  HuisChecklist *self = build->checklist;
  g_autoptr (GPtrArray) devices = huis_assessment_rank_devices (build->network, build->catalogue);
  guint nothing = 0;

  for (guint i = 0; i < devices->len; i++)
    {
      HuisDevice *device = g_ptr_array_index (devices, i);
      HuisChecklistBlock *block;

      if (huis_device_is_gateway (device))
        continue;
      if (build->options->sheet == HUIS_SHEET_DEVICE &&
          g_strcmp0 (huis_device_get_id (device), build->options->device_id) != 0)
        continue;
      block = huis_checklist_build_block (build, HUIS_SCOPE_DEVICE, device);
      block->rank = i;
      if (block->items->len > 0 || self->sheet == HUIS_SHEET_PICTURE)
        g_ptr_array_add (self->devices, block);
      else
        {
          g_free (block);
          nothing++;
        }
    }

  g_ptr_array_sort (self->devices, compare_places);
  if (nothing > 0)
    self->left_out = huis_checklist_take (
        self, g_strdup_printf (ngettext ("%u device has nothing to do on this sheet.",
                                         "%u devices have nothing to do on this sheet.", nothing),
                               nothing));
}

/* What is still not tested is not on the sheet of what is to do; that much it says. */
static void
tell_untested (HuisChecklist *self)
{
  guint n = self->tally.n[HUIS_STATUS_NOT_TESTED];
  g_autofree char *text = NULL;

  if (self->sheet != HUIS_SHEET_TO_DO || n == 0)
    return;
  text =
      g_strdup_printf (ngettext ("%u step is not tested yet: it is on the full checklist.",
                                 "%u steps are not tested yet: they are on the full checklist.", n),
                       n);
  self->left_out =
      huis_checklist_take (self, g_strconcat (self->left_out, self->left_out[0] != '\0' ? " " : "",
                                              text, NULL));
}

/* What was seen comes before what was said, then the heavier one. */
static int
compare_urgency (gconstpointer a, gconstpointer b, gpointer seen)
{
  const HuisMeasure *left = *(HuisMeasure **) a, *right = *(HuisMeasure **) b;
  gboolean left_seen = g_hash_table_contains (seen, left);
  gboolean right_seen = g_hash_table_contains (seen, right);

  if (left_seen != right_seen)
    return left_seen ? -1 : 1;
  if (left->weight != right->weight)
    return right->weight - left->weight;

  return strcmp (left->id, right->id);
}

static void
add_urgent_measure (HuisChecklistBuild *build, const HuisMeasure *measure)
{
  HuisChecklist *self = build->checklist;
  GPtrArray *names = g_hash_table_lookup (build->urgent, measure);
  HuisChecklistUrgent *urgent = g_new0 (HuisChecklistUrgent, 1);

  g_ptr_array_add (names, NULL);
  urgent->title = huis_checklist_keep (self, huis_catalogue_text (measure->title));
  urgent->why = huis_checklist_keep (self, huis_catalogue_text (measure->why));
  urgent->where = huis_checklist_take (self, huis_words_names ((const char *const *) names->pdata,
                                                               URGENT_NAMES_MAX));
  g_ptr_array_add (self->urgent, urgent);
}

/* One line for each measure, however many devices it is to be done for. */
static void
add_urgent (HuisChecklistBuild *build)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer measure;

  g_hash_table_iter_init (&iter, build->urgent);
  while (g_hash_table_iter_next (&iter, &measure, NULL))
    g_ptr_array_add (measures, measure);
  g_ptr_array_sort_with_data (measures, compare_urgency, build->seen);
  for (guint i = 0; i < MIN (measures->len, URGENT_MAX); i++)
    add_urgent_measure (build, g_ptr_array_index (measures, i));
}

static void
add_updates (HuisChecklistBuild *build)
{
  HuisChecklist *self = build->checklist;
  const HuisMeasure *measure = huis_catalogue_find_measure (build->catalogue, "updates");

  if (measure == NULL)
    return;
  self->updates_title = huis_checklist_keep (self, _ ("How to look up updates"));
  self->updates = huis_checklist_keep_steps (self, measure->steps);
}

static void
add_shopping (HuisChecklistBuild *build)
{
  HuisChecklist *self = build->checklist;
  const HuisMeasure *measure = huis_catalogue_find_measure (build->catalogue, "before-buying");

  if (measure == NULL)
    return;
  self->shopping_title = huis_checklist_keep (self, huis_catalogue_text (measure->title));
  self->shopping = huis_checklist_keep_steps (self, measure->steps);
}

static void
add_help (HuisChecklistBuild *build)
{
  const GPtrArray *all = huis_catalogue_get_explanations (build->catalogue);

  for (guint i = 0; i < all->len; i++)
    {
      const HuisExplanation *explanation = g_ptr_array_index (all, i);

      if (explanation->id[0] == 'M' && explanation->link != NULL)
        g_ptr_array_add (build->checklist->help, (gpointer) explanation);
    }
}

static const char *
get_heading (HuisSheet sheet, HuisOwner owner)
{
  switch (sheet)
    {
    case HUIS_SHEET_ROUTER:
      return _ ("Router checklist");
    case HUIS_SHEET_TO_DO:
      return _ ("What is to do");
    case HUIS_SHEET_DEVICE:
      return _ ("Device checklist");
    case HUIS_SHEET_SHOPPING:
      return _ ("Shopping card");
    case HUIS_SHEET_PICTURE:
      return owner == HUIS_OWNER_ORGANISATION ? _ ("Picture of the network")
                                              : _ ("Picture of the home");
    case HUIS_SHEET_ALL:
    default:
      return _ ("Checklist for a safe network");
    }
}

static void
describe (HuisChecklistBuild *build)
{
  HuisChecklist *self = build->checklist;
  gint64 looked = huis_network_get_last_look (build->network);
  gint64 next = huis_network_get_next_look (build->network);
  guint n = huis_inventory_get_n_devices (huis_network_get_inventory (build->network));
  g_autofree char *looked_day = huis_words_day (looked);

  self->heading = huis_checklist_keep (self, get_heading (self->sheet,
                                                          huis_network_get_owner (build->network)));
  self->network = huis_checklist_keep (self, huis_network_get_title (build->network));
  self->date = huis_checklist_take (self, huis_words_day (build->options->now));
  self->looked =
      huis_checklist_take (self, looked > 0
                                     /* Translators: %s is a day, "3 March 2026". */
                                     ? g_strdup_printf (_ ("Huiswacht looked on %s"), looked_day)
                                     : g_strdup (_ ("Huiswacht has not looked yet")));
  self->summary =
      huis_checklist_take (self, g_strdup_printf (ngettext ("%u device", "%u devices", n), n));
  self->nowhere = huis_checklist_keep (self, huis_checklist_is_by_keeper (build)
                                                 ? _ ("Nobody looks after these yet")
                                                 : _ ("Not in a room yet"));
  self->next = next > 0 ? huis_checklist_take (self, huis_words_day (next)) : "";
}

static void
fill (HuisChecklistBuild *build)
{
  HuisChecklist *self = build->checklist;
  HuisSheet sheet = self->sheet;

  if (sheet == HUIS_SHEET_ALL || sheet == HUIS_SHEET_SHOPPING)
    add_shopping (build);
  if (sheet == HUIS_SHEET_SHOPPING)
    return;

  if (sheet == HUIS_SHEET_ALL || sheet == HUIS_SHEET_TO_DO)
    self->home = huis_checklist_build_block (build, HUIS_SCOPE_HOME, NULL);
  if (sheet != HUIS_SHEET_DEVICE)
    self->router = huis_checklist_build_block (build, HUIS_SCOPE_ROUTER,
                                               huis_inventory_find_gateway (
                                                   huis_network_get_inventory (build->network)));
  if (sheet != HUIS_SHEET_ROUTER)
    add_devices (build);
  huis_checklist_tell_steps_once (self);
  tell_untested (self);
  if (sheet == HUIS_SHEET_PICTURE)
    {
      huis_checklist_build_picture (build);
      return;
    }
  if (sheet == HUIS_SHEET_ALL)
    add_urgent (build);
  if (sheet == HUIS_SHEET_ALL || sheet == HUIS_SHEET_DEVICE)
    add_updates (build);
  add_help (build);
}

/* The router has a sheet of its own. */
static gboolean
is_gateway (HuisNetwork *network, const char *device_id)
{
  HuisDevice *gateway = huis_inventory_find_gateway (huis_network_get_inventory (network));

  return gateway != NULL && g_strcmp0 (huis_device_get_id (gateway), device_id) == 0;
}

HuisChecklist *
huis_checklist_new (HuisNetwork *network,
                    HuisCatalogue *catalogue,
                    const HuisChecklistOptions *options)
{
  HuisChecklist *self = g_new0 (HuisChecklist, 1);
  HuisChecklistOptions wanted = *options;
  g_autoptr (GHashTable) urgent =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) guide_steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept_steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  HuisChecklistBuild build = {
    .checklist = self,
    .network = network,
    .catalogue = catalogue,
    .options = &wanted,
    .urgent = urgent,
    .seen = seen,
    .guide_steps = guide_steps,
    .kept_steps = kept_steps,
  };

  if (wanted.now == 0)
    wanted.now = g_get_real_time () / G_USEC_PER_SEC;
  if (wanted.sheet == HUIS_SHEET_DEVICE && is_gateway (network, wanted.device_id))
    wanted.sheet = HUIS_SHEET_ROUTER;
  self->sheet = wanted.sheet;
  self->texts = g_string_chunk_new (4096);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->urgent = huis_checklist_new_array (self, g_free);
  self->devices = huis_checklist_new_array (self, g_free);
  self->help = huis_checklist_new_array (self, NULL);
  self->left_out = self->outside = "";

  if (wanted.guides != NULL)
    build.guide = huis_router_guides_for_network (wanted.guides, network);
  describe (&build);
  fill (&build);

  return self;
}

void
huis_checklist_free (HuisChecklist *self)
{
  if (self == NULL)
    return;

  g_free (self->home);
  g_free (self->router);
  g_ptr_array_unref (self->arrays);
  g_string_chunk_free (self->texts);
  g_free (self);
}
