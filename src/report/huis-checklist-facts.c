/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-facts"

#include "config.h"

#include "huis-checklist-private.h"
#include "huis-hub.h"
#include "huis-title.h"
#include "huis-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many of the devices behind a hub are named. */
#define BEHIND_NAMES_MAX 6

const char *
huis_checklist_find_room_title (HuisCatalogue *catalogue, const char *id)
{
  const HuisRoom *room = id != NULL ? huis_catalogue_find_room (catalogue, id) : NULL;

  if (room != NULL)
    return huis_catalogue_text (room->title);

  return id;
}

static void
add_fact (GString *facts, const char *fact)
{
  if (fact == NULL || fact[0] == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

static void
add_presence (GString *facts, HuisNetwork *network, HuisDevice *device, gint64 now)
{
  gint64 seen = huis_device_get_last_seen (device);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (seen > 0 && seen >= huis_network_get_look_begun (network))
    return;
  if (seen == 0)
    {
      add_fact (facts, _ ("not seen on the network"));
      return;
    }
  day = huis_words_short_day (seen, now);
  /* Translators: %s is a day, "3 March". */
  text = g_strdup_printf (_ ("last seen %s"), day);
  add_fact (facts, text);
}

static void
add_addresses (GString *facts, HuisDevice *device)
{
  add_fact (facts, huis_device_get_address (device));
  add_fact (facts, huis_device_get_mac (device));
}

static void
add_kind (GString *facts, HuisCatalogue *catalogue, HuisDevice *device)
{
  const HuisKindInfo *kind = huis_catalogue_get_kind (catalogue, huis_device_get_kind (device));
  const char *title = huis_catalogue_text (kind->title);
  g_autofree char *name = huis_title_of_device (device, catalogue);

  /* "Printer" under the name "Printer" tells nothing. */
  if (huis_device_get_kind (device) != HUIS_KIND_UNKNOWN && g_strcmp0 (title, name) != 0)
    add_fact (facts, title);
}

/* A name such as "AVM FRITZ!Box 7590" says maker and model already. */
static void
add_unsaid (GString *facts, HuisDevice *device, const char *fact)
{
  const char *title = huis_device_get_title (device);
  const char *said = fact != NULL && title != NULL ? strstr (title, fact) : NULL;
  gboolean whole = said != NULL && (said == title || !g_ascii_isalnum (said[-1])) &&
                   !g_ascii_isalnum (said[strlen (fact)]);

  if (!whole)
    add_fact (facts, fact);
}

gboolean
huis_checklist_is_by_keeper (const HuisChecklistBuild *build)
{
  return build->options->sheet != HUIS_SHEET_PICTURE &&
         huis_network_get_grouping (build->network) == HUIS_GROUPING_KEEPER;
}

static void
add_keeper (GString *facts, HuisDevice *device)
{
  const char *keeper = huis_device_get_keeper (device);
  g_autofree char *text = NULL;

  if (keeper == NULL)
    return;
  /* Translators: %s is the name of who looks after the device. */
  text = g_strdup_printf (_ ("kept by %s"), keeper);
  add_fact (facts, text);
}

/* What works through a hub has no steps, and so no place of its own on the sheet. */
static void
add_behind (GString *facts, const HuisChecklistBuild *build, HuisDevice *hub)
{
  g_autoptr (GPtrArray) behind = huis_hub_list_behind (build->network, hub);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (behind->len == 0)
    return;

  for (guint i = 0; i < behind->len; i++)
    g_ptr_array_add (titles,
                     huis_title_of_device (g_ptr_array_index (behind, i), build->catalogue));
  g_ptr_array_add (titles, NULL);
  names = huis_words_names ((const char *const *) titles->pdata, BEHIND_NAMES_MAX);
  /* Translators: what works through a hub: "with Hall lamp, Kitchen lamp". */
  text = g_strdup_printf (_ ("with %s"), names);
  add_fact (facts, text);
}

char *
huis_checklist_dup_facts (HuisChecklistBuild *build, HuisDevice *device)
{
  const char *maker = huis_device_get_maker (device);
  const char *model = huis_device_get_model (device);
  GString *facts = g_string_new (NULL);

  add_kind (facts, build->catalogue, device);
  add_unsaid (facts, device, maker);
  /* Many models carry the maker's name already. */
  if (model != NULL && maker != NULL && g_str_has_prefix (model, maker))
    model += strlen (maker);
  if (model != NULL && model[0] == ' ')
    model++;
  add_unsaid (facts, device, model);
  if (huis_checklist_is_by_keeper (build))
    add_fact (facts,
              huis_checklist_find_room_title (build->catalogue, huis_device_get_room (device)));
  else
    add_keeper (facts, device);
  add_behind (facts, build, device);
  add_presence (facts, build->network, device, build->options->now);
  if (build->options->addresses)
    add_addresses (facts, device);
  else if (huis_device_is_gateway (device))
    /* The address of the router's own page; it says nothing of who one is. */
    add_fact (facts, huis_device_get_address (device));

  return g_string_free (facts, FALSE);
}

/* As one types it: "arlo.com/support". */
static char *
dup_address (const char *href)
{
  const char *start = strstr (href, "://");
  char *address = g_strdup (start != NULL ? start + strlen ("://") : href);

  if (g_str_has_suffix (address, "/"))
    address[strlen (address) - 1] = '\0';

  return address;
}

/* Where the maker tells of updates; on the sheet of one device, where there is room for it. */
char *
huis_checklist_dup_pages (HuisChecklistBuild *build)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) pages = NULL;

  if (build->options->sheet != HUIS_SHEET_DEVICE || build->maker_guide == NULL)
    return g_string_free (text, FALSE);

  pages = huis_maker_guide_list_pages (build->maker_guide, HUIS_MAKER_TOPIC_UPDATE);
  for (guint i = 0; i < pages->len; i++)
    {
      const HuisMakerPage *page = g_ptr_array_index (pages, i);
      g_autofree char *address = dup_address (page->href);
      g_autofree char *words = huis_maker_page_dup_words (page, address);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
    }

  return g_string_free (text, FALSE);
}
