/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-xml"

#include "huis-xml.h"

#include <gio/gio.h>

typedef struct
{
  GPtrArray *open; /* borrowed HuisXml *, the innermost last */
  HuisXml *root;
  GString *text; /* of the innermost element, not folded yet */
} Reader;

void
huis_xml_free (HuisXml *node)
{
  if (node == NULL)
    return;

  g_free (node->name);
  g_free (node->text);
  g_hash_table_unref (node->values);
  g_ptr_array_unref (node->children);
  g_free (node);
}

/* ITS 2.0, 8.13: the white space of XML only, so that a no-break space stays what it is. */
static char *
fold_space (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, words[i]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **attributes,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Reader *reader = user_data;
  HuisXml *node = g_new0 (HuisXml, 1);

  node->name = g_strdup (name);
  node->text = g_strdup ("");
  node->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) huis_xml_free);
  g_markup_parse_context_get_position (context, &node->line, NULL);
  for (guint i = 0; attributes[i] != NULL; i++)
    g_hash_table_insert (node->values, g_strdup (attributes[i]), g_strdup (values[i]));

  if (reader->open->len > 0)
    {
      HuisXml *parent = g_ptr_array_index (reader->open, reader->open->len - 1);

      g_ptr_array_add (parent->children, node);
    }
  else
    {
      reader->root = node;
    }
  g_ptr_array_add (reader->open, node);
  g_string_truncate (reader->text, 0);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  HuisXml *node = g_ptr_array_index (reader->open, reader->open->len - 1);

  if (node->children->len == 0)
    {
      g_free (node->text);
      node->text = fold_space (reader->text->str);
    }
  g_ptr_array_set_size (reader->open, (int) reader->open->len - 1);
  g_string_truncate (reader->text, 0);
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reader *reader = user_data;

  g_string_append_len (reader->text, text, (gssize) length);
}

HuisXml *
huis_xml_read (const char *path, GError **error)
{
  const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { open, NULL, text };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  if (!g_markup_parse_context_parse (context, contents, (gssize) length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    {
      g_prefix_error (error, "%s: ", path);
      huis_xml_free (reader.root);
      return NULL;
    }
  return reader.root;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A folder gives its names in any order. */
static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *paths;
  const char *name;

  if (dir == NULL)
    return NULL;

  paths = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

gboolean
huis_xml_read_folder (const char *folder, HuisXmlFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) paths = list_files (folder, error);

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      HuisXml *document = huis_xml_read (path, error);

      if (document == NULL)
        return FALSE;
      if (!func (document, user_data, error))
        {
          g_prefix_error (error, "%s: ", path);
          return FALSE;
        }
    }

  return paths != NULL;
}

gboolean
huis_xml_fail (const HuisXml *node, GError **error, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %d, <%s>: %s", node->line,
               node->name, what);
  return FALSE;
}

const char *
huis_xml_get (const HuisXml *node, const char *attribute)
{
  return g_hash_table_lookup (node->values, attribute);
}

GStrv
huis_xml_get_words (const HuisXml *node, const char *attribute)
{
  const char *value = huis_xml_get (node, attribute);
  g_autofree char *folded = fold_space (value != NULL ? value : "");

  return g_strsplit (folded, " ", -1);
}

const HuisXml *
huis_xml_child (const HuisXml *node, const char *name)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, name))
        return child;
    }
  return NULL;
}

const char *
huis_xml_child_text (const HuisXml *node, const char *name)
{
  const HuisXml *child = huis_xml_child (node, name);

  return child != NULL && child->text[0] != '\0' ? child->text : NULL;
}

GStrv
huis_xml_child_texts (const HuisXml *node, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      const HuisXml *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, name))
        g_strv_builder_add (builder, child->text);
    }
  return g_strv_builder_end (builder);
}
