/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"

G_BEGIN_DECLS

/*
 * The list of devices for a spreadsheet: RFC 4180 with a first line of headings in the language
 * of the moment. UTF-8 with a byte order mark, without which common spreadsheets read accents
 * wrongly. A cell that a spreadsheet could take for a formula has an apostrophe in front.
 *
 * @addresses: MAC addresses too; they tell a device apart for ever.
 */
GBytes *huis_inventory_csv_new (HuisNetwork *network, HuisCatalogue *catalogue, gboolean addresses);

/* One cell, quoted and harmless. For tests. */
char *huis_inventory_csv_dup_cell (const char *text);

G_END_DECLS
