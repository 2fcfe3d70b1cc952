/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-guide-steps"

#include "config.h"

#include "huis-guide-steps.h"

#include "huis-catalogue.h"
#include "huis-day.h"

#include <glib/gi18n.h>

/* Words that are in the data in the place of a name. */
#define SOURCE_OWNERS "owners"         /* notes of owners, in more than one place */
#define SOURCE_USUAL  "usual"          /* nobody checked it on this device */
#define SOURCE_ADVICE "ncsc-factsheet" /* what to choose, not where it stands */

/* clang-format off */
G_DEFINE_ENUM_TYPE (HuisCertainty, huis_certainty,
  G_DEFINE_ENUM_VALUE (HUIS_CERTAINTY_LOOK_FOR, "look-for"),
  G_DEFINE_ENUM_VALUE (HUIS_CERTAINTY_LIKELY, "likely"),
  G_DEFINE_ENUM_VALUE (HUIS_CERTAINTY_SURE, "sure"))
/* clang-format on */

/* "Security|Advanced" as “Security”@between“Advanced”; %NULL for %NULL. */
static char *
quote_words (const char *words, const char *between)
{
  g_auto (GStrv) each = words != NULL ? g_strsplit (words, "|", -1) : NULL;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    {
      g_autofree char *plain = each[i];

      /* Translators: a word as it stands in the menu of a device, in quotes. */
      each[i] = g_strdup_printf (_ ("“%s”"), plain);
    }

  return each != NULL ? g_strjoinv (between, each) : NULL;
}

static char *
describe_path (const HuisXml *node)
{
  g_autofree char *words = quote_words (huis_xml_get (node, "words"), " › ");
  g_autofree char *also = quote_words (huis_xml_get (node, "also"), " › ");
  g_autofree char *dutch = quote_words (huis_xml_get (node, "dutch"), " › ");

  if (also != NULL)
    /* Translators: both are ways through the menu of a device: “Advanced” › “NAT” › “UPnP”. */
    return g_strdup_printf (_ ("Go to %1$s. Not there? Then %2$s."), words, also);
  if (dutch != NULL)
    /* Translators: the same way through a menu, in its English and in its Dutch words. */
    return g_strdup_printf (_ ("Go to %1$s. In a Dutch menu: %2$s."), words, dutch);

  /* Translators: a way through the menu of a device: “Advanced” › “NAT” › “UPnP”. */
  return g_strdup_printf (_ ("Go to %s."), words);
}

static char *
describe_switch (const HuisXml *node)
{
  gboolean on = g_strcmp0 (huis_xml_get (node, "to"), "on") == 0;
  g_autofree char *words = quote_words (huis_xml_get (node, "words"), " › ");
  g_autofree char *dutch = quote_words (huis_xml_get (node, "dutch"), " › ");

  if (dutch != NULL)
    return on
               /* Translators: the name of one switch, as it stands in English and in Dutch. */
               ? g_strdup_printf (_ ("Switch %1$s on. In a Dutch menu: %2$s."), words, dutch)
               /* Translators: the name of one switch, as it stands in English and in Dutch. */
               : g_strdup_printf (_ ("Switch %1$s off. In a Dutch menu: %2$s."), words, dutch);

  /* Translators: %s is the name of a switch in the menu of a device, in quotes. */
  return on ? g_strdup_printf (_ ("Switch %s on."), words)
            /* Translators: %s is the name of a switch in the menu of a device, in quotes. */
            : g_strdup_printf (_ ("Switch %s off."), words);
}

static char *
describe_look (const HuisXml *node)
{
  /* Translators: between words to look for: “Firewall” or “Security”. */
  const char * or = _ (" or ");
  g_autofree char *words = quote_words (huis_xml_get (node, "words"), or);
  g_autofree char *near = quote_words (huis_xml_get (node, "near"), or);

  if (near != NULL)
    /* Translators: words in the menu of a device, in quotes, with “or” between them. */
    return g_strdup_printf (_ ("Look for %1$s. It may stand under %2$s."), words, near);

  /* Translators: words in the menu of a device, in quotes, with “or” between them. */
  return g_strdup_printf (_ ("Look for %s."), words);
}

static char *
describe (const HuisXml *node)
{
  if (g_str_equal (node->name, "path"))
    return describe_path (node);
  if (g_str_equal (node->name, "switch"))
    return describe_switch (node);
  if (g_str_equal (node->name, "look"))
    return describe_look (node);

  if (g_str_equal (node->name, "app"))
    /* Translators: %s is the name of the app of a device. */
    return g_strdup_printf (_ ("Open the app “%s” on your phone."), huis_xml_get (node, "words"));

  return g_strdup (huis_catalogue_text (node->text));
}

static void
free_step (gpointer data)
{
  HuisGuideStep *step = data;

  g_free (step->text);
  g_free (step);
}

GPtrArray *
huis_guide_steps_new (void)
{
  return g_ptr_array_new_with_free_func (free_step);
}

void
huis_guide_steps_add_text (GPtrArray *steps, char *text)
{
  HuisGuideStep *step = g_new0 (HuisGuideStep, 1);

  step->text = text;
  step->certainty = HUIS_CERTAINTY_SURE;
  g_ptr_array_add (steps, step);
}

void
huis_guide_steps_add (GPtrArray *steps, const HuisXml *node, const char *date)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);
      HuisGuideStep *step = g_new0 (HuisGuideStep, 1);

      step->text = describe (child);
      step->certainty =
          (HuisCertainty) huis_enum_from_id (HUIS_TYPE_CERTAINTY, huis_xml_get (child, "certainty"),
                                             HUIS_CERTAINTY_LOOK_FOR);
      step->source = huis_xml_get (child, "source");
      step->shows = !g_str_equal (child->name, "text") && !g_str_equal (child->name, "app");
      step->date = date;
      g_ptr_array_add (steps, step);
    }
}

/* The names of the sources of that certainty, each once; @unnamed is set where some have none. */
static char *
join_sources (const GPtrArray *steps, HuisCertainty certainty, gboolean *unnamed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  *unnamed = FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const HuisGuideStep *step = g_ptr_array_index (steps, i);

      if (step->source == NULL || step->certainty != certainty ||
          g_str_equal (step->source, SOURCE_ADVICE))
        continue;
      if (g_str_equal (step->source, SOURCE_OWNERS) || g_str_equal (step->source, SOURCE_USUAL))
        *unnamed = TRUE;
      else if (!g_ptr_array_find_with_equal_func (names, step->source, g_str_equal, NULL))
        g_ptr_array_add (names, (char *) step->source);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static const char *
find_date (const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const HuisGuideStep *step = g_ptr_array_index (steps, i);

      if (step->date != NULL)
        return step->date;
    }

  return NULL;
}

char *
huis_guide_steps_dup_sources (const GPtrArray *steps)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean owners, usual, unused;
  g_autofree char *sure = join_sources (steps, HUIS_CERTAINTY_SURE, &unused);
  g_autofree char *likely = join_sources (steps, HUIS_CERTAINTY_LIKELY, &owners);
  g_autofree char *look_for = join_sources (steps, HUIS_CERTAINTY_LOOK_FOR, &usual);
  const char *date = find_date (steps);
  g_autofree char *day = date != NULL ? huis_day_format (date) : NULL;

  if (sure != NULL)
    /* Translators: %s is a list of manuals and web sites. A space follows. */
    g_string_append_printf (text, _ ("Sure, from %s. "), sure);
  if (likely != NULL)
    /* Translators: %s is a list of manuals and web sites. A space follows. */
    g_string_append_printf (text, _ ("Likely, from %s. "), likely);
  if (owners)
    g_string_append (text, _ ("Likely, from notes of other owners. "));
  if (usual || look_for != NULL)
    g_string_append (text, _ ("“Look for” means: not checked on this device. "));
  if (day != NULL)
    /* Translators: %s is the day on which the steps were written down: "23 November 2026". */
    g_string_append_printf (text, _ ("Written down on %s."), day);

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}
