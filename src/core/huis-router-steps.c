/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-guides"

#include "config.h"

#include "huis-catalogue.h"
#include "huis-day.h"
#include "huis-router-guides-private.h"

#include <glib/gi18n.h>

/* Words that are in the data in the place of a name. */
#define SOURCE_OWNERS "owners"         /* notes of owners, in more than one place */
#define SOURCE_USUAL  "usual"          /* nobody checked it on this box */
#define SOURCE_ADVICE "ncsc-factsheet" /* what to choose, not where it stands */

static const struct
{
  const char *measure_id;
  HuisTopic topic;
} measures[] = {
  { "router-firewall", HUIS_TOPIC_FIREWALL },
  { "router-upnp", HUIS_TOPIC_UPNP },
  { "router-openings", HUIS_TOPIC_OPENINGS },
  { "router-password", HUIS_TOPIC_PASSWORD },
  { "router-updates", HUIS_TOPIC_UPDATE },
  { "router-guest-network", HUIS_TOPIC_GUEST },
  { "router-remote-management", HUIS_TOPIC_REMOTE },
  { "router-wifi-encryption", HUIS_TOPIC_WIFI },
  { "router-vpn", HUIS_TOPIC_VPN },
  { "router-ipv6", HUIS_TOPIC_IPV6 },
};

gboolean
huis_router_topic_of_measure (const char *measure_id, HuisTopic *topic)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (measures[i].measure_id, measure_id) == 0)
      {
        *topic = measures[i].topic;
        return TRUE;
      }

  return FALSE;
}

const char *
huis_router_guide_get_password_place (const HuisRouterGuide *guide)
{
  return huis_catalogue_text (guide->password);
}

/* "Security|Advanced" as “Security”@between“Advanced”; %NULL for %NULL. */
static char *
quote_words (const char *words, const char *between)
{
  g_auto (GStrv) each = words != NULL ? g_strsplit (words, "|", -1) : NULL;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    {
      g_autofree char *plain = each[i];

      /* Translators: a word as it stands in the menu of a router, in quotes. */
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
    /* Translators: both are ways through the menu of a router: “Advanced” › “NAT” › “UPnP”. */
    return g_strdup_printf (_ ("Go to %1$s. Not there? Then %2$s."), words, also);
  if (dutch != NULL)
    /* Translators: the same way through a menu, in its English and in its Dutch words. */
    return g_strdup_printf (_ ("Go to %1$s. In a Dutch menu: %2$s."), words, dutch);

  /* Translators: a way through the menu of a router: “Advanced” › “NAT” › “UPnP”. */
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

  /* Translators: %s is the name of a switch in the menu of a router, in quotes. */
  return on ? g_strdup_printf (_ ("Switch %s on."), words)
            /* Translators: %s is the name of a switch in the menu of a router, in quotes. */
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
    /* Translators: words in the menu of a router, in quotes, with “or” between them. */
    return g_strdup_printf (_ ("Look for %1$s. It may stand under %2$s."), words, near);

  /* Translators: words in the menu of a router, in quotes, with “or” between them. */
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

  return g_strdup (huis_catalogue_text (node->text));
}

static void
free_step (gpointer data)
{
  HuisRouterStep *step = data;

  g_free (step->text);
  g_free (step);
}

static HuisRouterStep *
add_step (GPtrArray *steps, char *text, HuisCertainty certainty, const char *source)
{
  HuisRouterStep *step = g_new0 (HuisRouterStep, 1);

  step->text = text;
  step->certainty = certainty;
  step->source = source;
  g_ptr_array_add (steps, step);

  return step;
}

static char *
describe_entrance (const HuisRouterGuide *guide, const char *full_uri)
{
  g_autofree char *plain = g_strdup (full_uri);
  g_autofree char *page = NULL;
  const char *uri = plain;

  /* A slash before the full stop of the sentence only confuses. */
  if (plain != NULL && g_str_has_suffix (plain, "/"))
    plain[strlen (plain) - 1] = '\0';

  if (guide->app != NULL)
    /* Translators: %s is the name of the app of a router. */
    return g_strdup_printf (_ ("Open the app “%s” on your phone."), guide->app);

  if (guide->address != NULL && uri != NULL && !g_str_equal (guide->address, uri))
    /* Translators: both are addresses of the same page. */
    page = g_strdup_printf (_ ("Open the page of the router, %1$s or %2$s."), guide->address, uri);
  else if (guide->address != NULL || uri != NULL)
    /* Translators: %s is the address of a page. */
    page = g_strdup_printf (_ ("Open the page of the router, %s."),
                            guide->address != NULL ? guide->address : uri);
  else
    page = g_strdup (_ ("Open the page of the router."));

  if (guide->user != NULL)
    /* Translators: the first is a whole sentence, the second the name of a user. */
    return g_strdup_printf (_ ("%1$s Log in; the user name is often “%2$s”."), page, guide->user);

  /* Translators: %s is a whole sentence. */
  return g_strdup_printf (_ ("%s Log in."), page);
}

GPtrArray *
huis_router_guide_list_steps (const HuisRouterGuide *guide, HuisTopic topic, const char *uri)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  const HuisXml *node;

  g_return_val_if_fail (guide != NULL && (int) topic >= 0 && topic < HUIS_N_TOPICS, steps);

  node = guide->topics[topic];
  /* Where the page is, this computer knows for itself. */
  add_step (steps, describe_entrance (guide, uri), HUIS_CERTAINTY_SURE, NULL);
  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);
      const char *certainty = huis_xml_get (child, "certainty");
      HuisRouterStep *step =
          add_step (steps, describe (child),
                    (HuisCertainty) huis_enum_from_id (HUIS_TYPE_CERTAINTY, certainty,
                                                       HUIS_CERTAINTY_LOOK_FOR),
                    huis_xml_get (child, "source"));

      step->date = guide->date;
    }

  return steps;
}

/* The names of the sources of that certainty, each once; @unnamed is set where some have none. */
static char *
join_sources (const GPtrArray *steps, HuisCertainty certainty, gboolean *unnamed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  *unnamed = FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const HuisRouterStep *step = g_ptr_array_index (steps, i);

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
      const HuisRouterStep *step = g_ptr_array_index (steps, i);

      if (step->date != NULL)
        return step->date;
    }

  return NULL;
}

char *
huis_router_steps_dup_sources (const GPtrArray *steps)
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
    g_string_append (text, _ ("“Look for” means: not checked on this router. "));
  if (day != NULL)
    /* Translators: %s is the day on which the steps were written down: "23 November 2026". */
    g_string_append_printf (text, _ ("Written down on %s."), day);

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}
