/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-guides"

#include "config.h"

#include "huis-catalogue.h"
#include "huis-router-guides-private.h"

#include <glib/gi18n.h>

/* A measure may be about several topics, the first before all. */
static const struct
{
  const char *measure_id;
  HuisTopic topic;
} measures[] = {
  { "router-firewall", HUIS_TOPIC_FIREWALL },
  { "router-firewall", HUIS_TOPIC_IPV6 },
  { "router-upnp", HUIS_TOPIC_UPNP },
  { "router-openings", HUIS_TOPIC_OPENINGS },
  { "router-password", HUIS_TOPIC_PASSWORD },
  { "router-updates", HUIS_TOPIC_UPDATE },
  { "router-guest-network", HUIS_TOPIC_GUEST },
  { "router-remote-management", HUIS_TOPIC_REMOTE },
  { "router-wifi-encryption", HUIS_TOPIC_WIFI },
  { "router-wps", HUIS_TOPIC_WIFI },
  { "router-vpn", HUIS_TOPIC_VPN },
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
  GPtrArray *steps = huis_guide_steps_new ();

  g_return_val_if_fail (guide != NULL && (int) topic >= 0 && topic < HUIS_N_TOPICS, steps);

  /* Where the page is, this computer knows for itself. */
  huis_guide_steps_add_text (steps, describe_entrance (guide, uri));
  huis_guide_steps_add (steps, guide->topics[topic], guide->date);

  return steps;
}

GPtrArray *
huis_router_guide_list_measure_steps (const HuisRouterGuide *guide,
                                      const char *measure_id,
                                      const char *uri)
{
  GPtrArray *steps = huis_guide_steps_new ();

  g_return_val_if_fail (guide != NULL, steps);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (g_strcmp0 (measures[i].measure_id, measure_id) != 0)
        continue;
      if (steps->len == 0)
        huis_guide_steps_add_text (steps, describe_entrance (guide, uri));
      huis_guide_steps_add (steps, guide->topics[measures[i].topic], guide->date);
    }

  return steps;
}
