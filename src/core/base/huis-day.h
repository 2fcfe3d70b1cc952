/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Reads a day as a person or a maker's page writes it: "31-12-2027", "31/12/2027", "2027-12-31",
 * and, meaning the last day of it, "12-2027", "2027-12" or "2027". Returns it as ISO 8601
 * ("2027-12-31"), or %NULL where it is no day from 1990 to 2099.
 */
char *huis_day_parse (const char *text);

/* An ISO day for people, "31 December 2027": translated. %NULL where it is no such day. */
char *huis_day_format (const char *iso);

G_END_DECLS
