/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-wsd"

#include "huis-wsd.h"

#include "huis-xml.h"

#include <string.h>

#define WORDS_MAX  16
#define ADDRESSING "http://schemas.xmlsoap.org/ws/2004/08/addressing"
#define DISCOVERY  "http://schemas.xmlsoap.org/ws/2005/04/discovery"
#define ENVELOPE   "http://www.w3.org/2003/05/soap-envelope"

static const char *const match_names[] = { "ProbeMatch", "ResolveMatch", "Hello" };

void
huis_wsd_match_free (HuisWsdMatch *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->types);
  g_strfreev (self->scopes);
  g_strfreev (self->links);
  g_free (self->endpoint);
  g_free (self);
}

char *
huis_wsd_write_probe (const char *id)
{
  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                          "<s:Envelope xmlns:s=\"" ENVELOPE "\" xmlns:a=\"" ADDRESSING
                          "\" xmlns:d=\"" DISCOVERY "\">"
                          "<s:Header><a:Action>" DISCOVERY "/Probe</a:Action>"
                          "<a:MessageID>urn:uuid:%s</a:MessageID>"
                          "<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To></s:Header>"
                          "<s:Body><d:Probe/></s:Body></s:Envelope>",
                          id);
}

char *
huis_wsd_write_get (const char *id, const char *endpoint)
{
  g_autofree char *to = g_markup_escape_text (endpoint, -1);

  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                          "<s:Envelope xmlns:s=\"" ENVELOPE "\" xmlns:a=\"" ADDRESSING "\">"
                          "<s:Header><a:To>%s</a:To>"
                          "<a:Action>http://schemas.xmlsoap.org/ws/2004/09/transfer/Get</a:Action>"
                          "<a:MessageID>urn:uuid:%s</a:MessageID>"
                          "<a:ReplyTo><a:Address>" ADDRESSING
                          "/role/anonymous</a:Address></a:ReplyTo>"
                          "<a:From><a:Address>urn:uuid:%s</a:Address></a:From></s:Header>"
                          "<s:Body/></s:Envelope>",
                          to, id, id);
}

/* A list of words with white space in between, each without the prefix of its name space. */
static GStrv
read_words (const HuisXml *node, const char *name, gboolean qualified)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *text = huis_xml_text (huis_xml_find (node, name));
  g_auto (GStrv) all = text == NULL ? NULL : g_strsplit_set (text, " \t\r\n", 64);
  guint count = 0;

  for (guint i = 0; all != NULL && all[i] != NULL && count < WORDS_MAX; i++)
    {
      const char *colon = qualified ? strchr (all[i], ':') : NULL;

      if (*all[i] == '\0')
        continue;
      g_strv_builder_add (words, colon == NULL ? all[i] : colon + 1);
      count++;
    }

  return g_strv_builder_end (words);
}

HuisWsdMatch *
huis_wsd_parse_match (const char *bytes, gsize length)
{
  g_autoptr (HuisXml) document = huis_xml_parse (bytes, length);
  const HuisXml *body, *match = NULL;
  HuisWsdMatch *self;

  if (document == NULL)
    return NULL;
  body = huis_xml_find (document, "Body");
  for (gsize i = 0; i < G_N_ELEMENTS (match_names) && body != NULL && match == NULL; i++)
    match = huis_xml_find (body, match_names[i]);
  if (match == NULL)
    return NULL;

  self = g_new0 (HuisWsdMatch, 1);
  self->types = read_words (match, "Types", TRUE);
  self->scopes = read_words (match, "Scopes", FALSE);
  self->links = read_words (match, "XAddrs", FALSE);
  self->endpoint = g_strdup (huis_xml_text (huis_xml_find (match, "Address")));

  return self;
}

char *
huis_wsd_get_scope (HuisWsdMatch *match, const char *name)
{
  g_autofree char *prefix = g_strdup_printf ("onvif://www.onvif.org/%s/", name);

  for (guint i = 0; match->scopes[i] != NULL; i++)
    if (g_str_has_prefix (match->scopes[i], prefix))
      return g_uri_unescape_string (match->scopes[i] + strlen (prefix), NULL);

  return NULL;
}
