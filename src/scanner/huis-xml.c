/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-xml"

#include "huis-xml.h"

#include <string.h>

#define TEXT_MAX 1024

struct _HuisXml
{
  char *name;
  char *text;
  GPtrArray *children;
};

typedef struct
{
  HuisXml *root;
  GQueue open;
  guint elements;
  gboolean refused;
} Reading;

static HuisXml *
new_element (const char *name)
{
  HuisXml *self = g_new0 (HuisXml, 1);
  const char *colon = strchr (name, ':');

  self->name = g_strdup (colon == NULL ? name : colon + 1);

  return self;
}

void
huis_xml_free (HuisXml *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static void
refuse (Reading *reading, GError **error)
{
  reading->refused = TRUE;
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "Too much of it");
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **attributes,
          const char **values,
          gpointer data,
          GError **error)
{
  Reading *reading = data;
  HuisXml *parent = g_queue_peek_tail (&reading->open);
  HuisXml *element;

  if (++reading->elements > HUIS_XML_ELEMENTS_MAX ||
      g_queue_get_length (&reading->open) >= HUIS_XML_DEPTH_MAX)
    {
      refuse (reading, error);
      return;
    }

  element = new_element (name);
  if (parent == NULL)
    reading->root = element;
  else
    {
      if (parent->children == NULL)
        parent->children = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_xml_free);
      g_ptr_array_add (parent->children, element);
    }
  g_queue_push_tail (&reading->open, element);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reading *reading = data;

  g_queue_pop_tail (&reading->open);
}

/* An element with children has white space around them: its text is what comes first. */
static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Reading *reading = data;
  HuisXml *element = g_queue_peek_tail (&reading->open);
  g_autofree char *trimmed = NULL;

  if (element == NULL || element->text != NULL)
    return;
  trimmed = g_strstrip (g_strndup (text, MIN (length, TEXT_MAX)));
  if (*trimmed != '\0')
    element->text = g_utf8_make_valid (trimmed, -1);
}

static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer data,
                GError **error)
{
  if (length >= 9 && g_ascii_strncasecmp (text, "<!DOCTYPE", 9) == 0)
    refuse (data, error);
}

/* Whether an "&" at @text begins something that GMarkup knows. */
static gboolean
is_entity (const char *text)
{
  static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#" };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (text, known[i]))
      return TRUE;

  return FALSE;
}

static char *
mend (const char *bytes, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (bytes, (gssize) length);
  const char *start = strchr (valid, '<');
  GString *mended = g_string_sized_new (length);

  /* A byte order mark, or a greeting, may stand in front. */
  for (const char *at = start == NULL ? "" : start; *at != '\0'; at++)
    {
      if (*at == '&' && !is_entity (at))
        g_string_append (mended, "&amp;");
      else
        g_string_append_c (mended, *at);
    }

  return g_string_free (mended, FALSE);
}

HuisXml *
huis_xml_parse (const char *bytes, gsize length)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, passthrough_cb, NULL };
  g_autofree char *mended = mend (bytes, length);
  g_autoptr (GMarkupParseContext) context = NULL;
  Reading reading = { 0 };

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reading, NULL);
  /* A mistake ends the reading; what was read before stands. */
  (void) g_markup_parse_context_parse (context, mended, -1, NULL);
  g_queue_clear (&reading.open);
  if (reading.refused)
    g_clear_pointer (&reading.root, huis_xml_free);

  return reading.root;
}

gboolean
huis_xml_is (const HuisXml *self, const char *name)
{
  return self != NULL && strcmp (self->name, name) == 0;
}

guint
huis_xml_count (const HuisXml *self)
{
  return self == NULL || self->children == NULL ? 0 : self->children->len;
}

const HuisXml *
huis_xml_get (const HuisXml *self, guint index)
{
  return index < huis_xml_count (self) ? g_ptr_array_index (self->children, index) : NULL;
}

const HuisXml *
huis_xml_child (const HuisXml *self, const char *name)
{
  for (guint i = 0; i < huis_xml_count (self); i++)
    if (huis_xml_is (huis_xml_get (self, i), name))
      return huis_xml_get (self, i);

  return NULL;
}

/* As deep as a document may be, which is not deep. */
const HuisXml *
huis_xml_find (const HuisXml *self, const char *name)
{
  const HuisXml *found = NULL;

  if (self == NULL || huis_xml_is (self, name))
    return self;
  for (guint i = 0; i < huis_xml_count (self) && found == NULL; i++)
    found = huis_xml_find (huis_xml_get (self, i), name);

  return found;
}

const char *
huis_xml_text (const HuisXml *self)
{
  return self == NULL ? NULL : self->text;
}

const char *
huis_xml_child_text (const HuisXml *self, const char *name)
{
  return huis_xml_text (huis_xml_child (self, name));
}
