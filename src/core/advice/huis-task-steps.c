/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-task"

#include "config.h"

#include "huis-day.h"
#include "huis-task-private.h"

#include <glib/gi18n.h>
#include <string.h>

static GPtrArray *
list_router_steps (HuisTask *self)
{
  g_autofree char *uri = NULL;

  if (self->guide == NULL || huis_router_guide_is_generic (self->guide))
    return huis_guide_steps_new ();

  uri = huis_network_dup_router_uri (self->network);
  return huis_router_guide_list_measure_steps (self->guide, self->measure->id, uri);
}

/* HuisGuideStep *, of this router or this maker; empty where they are not known. @instead: whether
 * they stand in the place of the usual ones, which follow them otherwise. */
static GPtrArray *
list_own_steps (HuisTask *self, gboolean *instead)
{
  if (self->measure->scope == HUIS_SCOPE_DEVICE && self->device != NULL)
    return huis_maker_guide_list_measure_steps (huis_network_find_maker_guide (self->network,
                                                                               self->device),
                                                self->measure->id, self->device, instead);

  *instead = TRUE;
  return list_router_steps (self);
}

gboolean
huis_task_has_guide (HuisTask *self)
{
  gboolean instead;
  g_autoptr (GPtrArray) own = list_own_steps (self, &instead);

  return own->len > 0;
}

static const HuisKindInfo *
find_kind (HuisTask *self)
{
  return self->device != NULL
             ? huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (self->device))
             : NULL;
}

GPtrArray *
huis_task_list_steps (HuisTask *self, gboolean usual)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gboolean instead = FALSE;
  g_autoptr (GPtrArray) own = usual ? huis_guide_steps_new () : list_own_steps (self, &instead);
  g_autoptr (GPtrArray) steps = huis_measure_list_steps (self->measure, find_kind (self));

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (texts, g_strdup (((HuisGuideStep *) own->pdata[i])->text));
  for (guint i = 0; (own->len == 0 || !instead) && i < steps->len; i++)
    g_ptr_array_add (texts, g_strdup (huis_catalogue_text (steps->pdata[i])));

  return texts;
}

/* Of the measure's own steps. */
static char *
dup_usual_source (HuisTask *self)
{
  g_autofree char *day = huis_day_format (self->measure->date);
  g_auto (GStrv) parts = g_strsplit (self->measure->source, "ncsc-factsheet", -1);
  /* Translators: the name of a source, within a list of web sites. */
  g_autofree char *source = g_strjoinv (_ ("NCSC factsheet"), parts);

  /* Translators: where advice was read, and the day on which it was true. */
  return g_strdup_printf (_ ("Source: %1$s, on %2$s"), source,
                          day != NULL ? day : self->measure->date);
}

/* The guide of the maker where it can tell about this measure; whether it does is another thing. */
static const HuisMakerGuide *
find_maker (HuisTask *self, HuisMakerTopic *topic)
{
  if (self->device == NULL || self->measure->scope != HUIS_SCOPE_DEVICE ||
      !huis_maker_topic_of_measure (self->measure->id, topic, NULL))
    return NULL;

  return huis_network_find_maker_guide (self->network, self->device);
}

char *
huis_task_dup_sources (HuisTask *self, gboolean usual)
{
  gboolean instead = FALSE;
  g_autoptr (GPtrArray) own = list_own_steps (self, &instead);
  g_autofree char *its = huis_guide_steps_dup_sources (own);
  g_autofree char *usual_source = dup_usual_source (self);
  HuisMakerTopic topic;
  const HuisMakerGuide *maker = find_maker (self, &topic);

  if (own->len == 0 && maker != NULL)
    {
      /* Translators: %s is a maker or a line of products, "Philips Hue". */
      g_autofree char *not_known =
          g_strdup_printf (_ ("For %s we found nothing of its own. These are the usual steps."),
                           huis_maker_guide_get_title (maker));

      return g_strconcat (not_known, "\n", usual_source, NULL);
    }
  if (usual || own->len == 0)
    return g_steal_pointer (&usual_source);

  return instead ? g_steal_pointer (&its) : g_strconcat (its, "\n", usual_source, NULL);
}

static void
free_link (gpointer data)
{
  HuisTaskLink *link = data;

  g_free (link->label);
  g_free (link);
}

/* Takes @label. */
static void
add_link (GPtrArray *links, char *label, const char *href)
{
  HuisTaskLink *link = g_new0 (HuisTaskLink, 1);

  link->label = label;
  link->href = href;
  g_ptr_array_add (links, link);
}

/* "arlo.com" of "https://www.arlo.com/support/faq". */
static char *
dup_host (const char *href)
{
  g_autoptr (GUri) uri = g_uri_parse (href, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup (href);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

static void
add_pages (GPtrArray *links, const HuisMakerGuide *maker, HuisMakerTopic topic)
{
  g_autoptr (GPtrArray) pages = huis_maker_guide_list_pages (maker, topic);

  for (guint i = 0; i < pages->len; i++)
    {
      const HuisMakerPage *page = g_ptr_array_index (pages, i);
      g_autofree char *host = dup_host (page->href);

      add_link (links, huis_maker_page_dup_words (page, host), page->href);
    }
}

GPtrArray *
huis_task_list_links (HuisTask *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (free_link);
  HuisMakerTopic topic;
  const HuisMakerGuide *maker = find_maker (self, &topic);

  if (maker != NULL)
    add_pages (links, maker, topic);
  for (guint i = 0; i < self->measure->links->len; i++)
    {
      const HuisLink *link = g_ptr_array_index (self->measure->links, i);

      /* Translators: %s is the name of a web site; a link that opens it in the browser. */
      add_link (links, g_strdup_printf (_ ("Read more: %s"), link->title), link->href);
    }

  return links;
}
