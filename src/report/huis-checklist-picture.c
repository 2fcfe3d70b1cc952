/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-picture"

#include "config.h"

#include "huis-checklist-private.h"
#include "huis-openings.h"
#include "huis-words.h"

#include <glib/gi18n.h>

#define OPENINGS_MEASURE "router-openings"
#define NAMES_MAX        6

/* What can be reached from the internet, or what is known of it. */
static char *
dup_outside (HuisChecklistBuild *build, GPtrArray *names)
{
  const HuisMeasure *measure = huis_catalogue_find_measure (build->catalogue, OPENINGS_MEASURE);
  g_autoptr (HuisVerdict) verdict = NULL;

  if (names->len > 1)
    {
      g_autofree char *list = huis_words_names ((const char *const *) names->pdata, NAMES_MAX);

      /* Translators: %s is a list of names, "NAS, Garden camera". */
      return g_strdup_printf (_ ("Can be reached from the internet: %s."), list);
    }

  verdict = huis_assessment_judge (build->network, measure, NULL);
  if (verdict->status == HUIS_STATUS_IN_ORDER && verdict->witness == HUIS_WITNESS_SEEN)
    return g_strdup (_ ("No open door from the internet was seen in the router."));
  if (verdict->status == HUIS_STATUS_IN_ORDER)
    return g_strdup (_ ("You said that no door from the internet is open."));

  return g_strdup (_ ("Not tested: whether something can be reached from the internet."));
}

static HuisChecklistBlock *
find_block (HuisChecklist *list, HuisDevice *device)
{
  for (guint i = 0; device != NULL && i < list->devices->len; i++)
    {
      HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      if (block->device == device)
        return block;
    }

  return NULL;
}

/* Several doors to one device stand on one line. */
static void
add_door (HuisChecklistBuild *build, HuisChecklistBlock *block, HuisObservation *opening)
{
  g_autofree char *port = huis_openings_describe_port (opening);

  block->door =
      huis_checklist_take (build->checklist, block->door[0] == '\0'
                                                 /* Translators: %s is "Web page (port 8080)". */
                                                 ? g_strdup_printf (_ ("Open: %s"), port)
                                                 : g_strconcat (block->door, ", ", port, NULL));
}

void
huis_checklist_build_picture (HuisChecklistBuild *build)
{
  HuisChecklist *list = build->checklist;
  g_autoptr (GPtrArray) openings = huis_openings_list (build->network);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < openings->len; i++)
    {
      HuisObservation *opening = g_ptr_array_index (openings, i);
      HuisDevice *device = huis_openings_find_device (build->network, opening);
      HuisChecklistBlock *block = find_block (list, device);

      if (block == NULL)
        g_ptr_array_add (names, (gpointer) _ ("a device that is not on the list"));
      else if (block->door[0] == '\0')
        g_ptr_array_add (names, (gpointer) block->title);
      if (block != NULL)
        add_door (build, block, opening);
    }
  list->n_doors = openings->len;
  g_ptr_array_add (names, NULL);
  list->outside = huis_checklist_take (list, dup_outside (build, names));
}

static void
end_room (GString *text, GPtrArray *names, const char *room, const char *nowhere)
{
  g_autofree char *list = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = huis_words_names ((const char *const *) names->pdata, names->len);
  g_string_append_printf (text, "\n%s: %s.", room[0] != '\0' ? room : nowhere, list);
  g_ptr_array_set_size (names, 0);
}

char *
huis_checklist_dup_picture_words (const HuisChecklist *self)
{
  GString *text = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *room = "";

  if (self->sheet != HUIS_SHEET_PICTURE)
    return NULL;

  text = g_string_new (self->outside);
  g_string_append_printf (text, "\n%s: %s.", _ ("Router"), self->router->title);
  for (guint i = 0; i < self->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (self->devices, i);

      if (!g_str_equal (room, block->room))
        end_room (text, names, room, self->nowhere);
      room = block->room;
      g_ptr_array_add (names, (gpointer) block->title);
    }
  end_room (text, names, room, self->nowhere);

  return g_string_free (text, FALSE);
}
