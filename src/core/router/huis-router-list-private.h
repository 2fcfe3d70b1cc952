/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For huis-router-list.c and its siblings alone. */

/* What a MAC address and an IPv4 address look like, alone among other text. */
#define HUIS_ROUTER_LIST_MAC                                                                       \
  "(?<![0-9A-Fa-f:.-])(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}|"              \
  "[0-9A-Fa-f]{4}([.-])[0-9A-Fa-f]{4}\\2[0-9A-Fa-f]{4}|[0-9A-Fa-f]{12})(?![0-9A-Fa-f:.-])"
#define HUIS_ROUTER_LIST_ADDRESS "(?<![0-9.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![0-9.])"

/* The lines of a list in any layout and encoding that are not empty, tags away. @length is in
 * bytes. Never %NULL. */
GStrv huis_router_list_make_lines (const char *bytes, gsize length);

/* The cells of one line: parted by tabs, commas and the like, or by two spaces and more. In a table
 * with quotes, what stands between them is one cell. Never %NULL. */
GStrv huis_router_list_make_cells (const char *line);

/* Finds the names that stand beside the addresses. */
typedef struct _HuisListNames HuisListNames;

/* The first @n of @lines stand above all devices: one may be the heading of a table. */
HuisListNames *huis_list_names_new (GStrv lines, guint n);
void huis_list_names_free (HuisListNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisListNames, huis_list_names_free)

/* The name that @line tells: the one that is called so, else the first that can be one; or %NULL.
 */
char *huis_list_names_find (HuisListNames *self, const char *line);
/* The name that @lines tell between @from and @to by the word for it: "Name: Printer", or %NULL. */
char *huis_list_names_find_told (HuisListNames *self, GStrv lines, guint from, guint to);

/* The text of a page: tags away, one row of a table a line, its cells parted by tabs. */
char *huis_router_list_strip_html (const char *html);
/* The text of a record of a program: each element on a line of its own. */
char *huis_router_list_strip_xml (const char *xml);

G_END_DECLS
