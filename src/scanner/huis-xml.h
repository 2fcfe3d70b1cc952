/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * XML out of a stranger's mouth, read by GLib's GMarkup: it knows no document types, no entities of
 * its own making and no other files, so that whole classes of harm do not exist. What it is too
 * strict for (a stray "&", bytes that are no UTF-8) is mended before.
 *
 * Elements and depth are capped; a document type is refused, for nothing in a home needs one. Where
 * a document breaks off, what came before is kept.
 */

#define HUIS_XML_ELEMENTS_MAX 2000
#define HUIS_XML_DEPTH_MAX    32

/* One element. Its name is without the prefix of a name space, which makers put anywhere. */
typedef struct _HuisXml HuisXml;

/* The root element, or %NULL for what is not XML, or too much of it. */
HuisXml *huis_xml_parse (const char *bytes, gsize length);
void huis_xml_free (HuisXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisXml, huis_xml_free)

/* All of these take %NULL for @self and then find nothing. What they return is borrowed. */
gboolean huis_xml_is (const HuisXml *self, const char *name);
guint huis_xml_count (const HuisXml *self);
const HuisXml *huis_xml_get (const HuisXml *self, guint index);

/* The first child called @name. */
const HuisXml *huis_xml_child (const HuisXml *self, const char *name);

/* The first element called @name: @self, or anywhere under it. */
const HuisXml *huis_xml_find (const HuisXml *self, const char *name);

/* The text of an element, or of its child @name: trimmed, at most 1 KiB; %NULL where there is none.
 */
const char *huis_xml_text (const HuisXml *self);
const char *huis_xml_child_text (const HuisXml *self, const char *name);

G_END_DECLS
