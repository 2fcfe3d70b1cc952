/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/*
 * XML out of a stranger's mouth. libxml2 needs about 35 bytes of memory for each byte of a document
 * made to hurt, so size, number of elements and depth are capped before it sees it; nothing is
 * loaded, no entity is expanded, and a document type is refused: nothing in a home needs one.
 */

#define HUIS_XML_ELEMENTS_MAX 4000

typedef xmlDoc HuisXml;

/* %NULL for what is not XML, or too much of it. Small mistakes are forgiven. */
HuisXml *huis_xml_parse (const char *bytes, gsize length);
void huis_xml_free (HuisXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisXml, huis_xml_free)

/* Names are compared without their name space prefix, which makers put anywhere. */
gboolean huis_xml_is (const xmlNode *node, const char *name);

/* The first child element of @node called @name. */
const xmlNode *huis_xml_child (const xmlNode *node, const char *name);

/* The first element called @name anywhere under @node. */
const xmlNode *huis_xml_find (const xmlNode *node, const char *name);

/* The text of a node, or of its child @name: trimmed, at most 1 KiB; %NULL where there is none. */
char *huis_xml_text (const xmlNode *node);
char *huis_xml_child_text (const xmlNode *node, const char *name);

/* Makes libxml2 silent and ready; before any other function. */
void huis_xml_init (void);

G_END_DECLS
