/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-xml"

#include "huis-xml.h"

#include <libxml/parser.h>
#include <string.h>

#define DEPTH_MAX 32
#define TEXT_MAX  1024

#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |                 \
   XML_PARSE_NOBLANKS | XML_PARSE_NOCDATA)

static void
ignore_error (void *context, const char *format, ...)
{
}

void
huis_xml_init (void)
{
  xmlInitParser ();
  xmlSetGenericErrorFunc (NULL, ignore_error);
}

/* Counted on the bytes: what is not XML may count wrong, and is refused the sooner. */
static gboolean
is_too_much (const char *bytes, gsize length)
{
  guint elements = 0;
  guint depth = 0;

  for (gsize i = 0; i + 1 < length; i++)
    {
      if (bytes[i] != '<')
        continue;
      if (bytes[i + 1] == '!' && length - i >= 9 &&
          g_ascii_strncasecmp (bytes + i, "<!DOCTYPE", 9) == 0)
        return TRUE;
      if (bytes[i + 1] == '/')
        depth -= MIN (depth, 1);
      else if (g_ascii_isalpha (bytes[i + 1]) || bytes[i + 1] == '_')
        {
          const char *end = memchr (bytes + i, '>', length - i);

          elements++;
          if (end != NULL && end[-1] != '/')
            depth++;
        }
      if (elements > HUIS_XML_ELEMENTS_MAX || depth > DEPTH_MAX)
        return TRUE;
    }

  return FALSE;
}

HuisXml *
huis_xml_parse (const char *bytes, gsize length)
{
  g_autoptr (HuisXml) self = NULL;

  if (length == 0 || length > G_MAXINT / 2 || is_too_much (bytes, length))
    return NULL;

  self = xmlReadMemory (bytes, (int) length, NULL, NULL, OPTIONS);

  return self == NULL || xmlDocGetRootElement (self) == NULL ? NULL : g_steal_pointer (&self);
}

void
huis_xml_free (HuisXml *self)
{
  if (self != NULL)
    xmlFreeDoc (self);
}

gboolean
huis_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         strcmp ((const char *) node->name, name) == 0;
}

const xmlNode *
huis_xml_child (const xmlNode *node, const char *name)
{
  if (node == NULL)
    return NULL;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (huis_xml_is (child, name))
      return child;

  return NULL;
}

/* The depth is that of the document: capped before. */
const xmlNode *
huis_xml_find (const xmlNode *node, const char *name)
{
  const xmlNode *found = NULL;

  if (node == NULL || huis_xml_is (node, name))
    return node;
  for (const xmlNode *child = node->children; child != NULL && found == NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      found = huis_xml_find (child, name);

  return found;
}

char *
huis_xml_text (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (node == NULL)
    return NULL;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
        child->content != NULL && text->len < TEXT_MAX)
      g_string_append_len (text, (const char *) child->content,
                           (gssize) strnlen ((const char *) child->content, TEXT_MAX));
  if (text->len > TEXT_MAX)
    g_string_truncate (text, TEXT_MAX);
  g_strstrip (text->str);

  return *text->str == '\0' ? NULL : g_strdup (text->str);
}

char *
huis_xml_child_text (const xmlNode *node, const char *name)
{
  return huis_xml_text (huis_xml_child (node, name));
}
