/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The XML of our own data files as a tree, so that a reader of one sort of file is a plain loop.
 * Only for files that Huiswacht installed itself: nothing here defends against a stranger.
 *
 * An element holds either text or other elements, as gettext needs it to extract the text.
 */
typedef struct _HuisXml HuisXml;

struct _HuisXml
{
  char *name;
  char *text;          /* white space folded as xgettext folds it: a msgid; "" if none */
  GHashTable *values;  /* attributes: char * → char * */
  GPtrArray *children; /* HuisXml *, in the file's order */
  int line;            /* for messages to whoever edits the data */
};

/* The root element of @path, or %NULL with a G_FILE_ERROR or G_MARKUP_ERROR. */
HuisXml *huis_xml_read (const char *path, GError **error);

/*
 * Reads each "*.xml" of @folder, in the order of their names, and hands it to @func, which owns it
 * from then on. Stops where @func returns FALSE; an error then names the file.
 */
typedef gboolean (*HuisXmlFunc) (HuisXml *document, gpointer user_data, GError **error);
gboolean
huis_xml_read_folder (const char *folder, HuisXmlFunc func, gpointer user_data, GError **error);

/* Sets a G_IO_ERROR_INVALID_DATA that says what is wrong with @node; returns FALSE. */
gboolean huis_xml_fail (const HuisXml *node, GError **error, const char *what);

void huis_xml_free (HuisXml *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisXml, huis_xml_free)

/* An attribute, or %NULL. */
const char *huis_xml_get (const HuisXml *node, const char *attribute);

/* The words of an attribute, which white space parts. Never %NULL. */
GStrv huis_xml_get_words (const HuisXml *node, const char *attribute);

/* The first child of that name, or %NULL; and its text, or %NULL where it is missing or empty. */
const HuisXml *huis_xml_child (const HuisXml *node, const char *name);
const char *huis_xml_child_text (const HuisXml *node, const char *name);

/* The texts of all children of that name, in order. Never %NULL. */
GStrv huis_xml_child_texts (const HuisXml *node, const char *name);

G_END_DECLS
