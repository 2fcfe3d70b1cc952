/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-paper.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The paper as a tagged PDF file in memory, with a fixed title that names nobody, and its
 * language. @language is of the words ("nl").
 *
 * %NULL with a G_IO_ERROR_FAILED where Cairo can't make it. Writing it to disk is huis_save()'s.
 */
GBytes *huis_pdf_new (const HuisPaper *paper, const char *language, GError **error);

/*
 * @pdf with its language in the document catalogue (PDF 32000-1:2008, 14.9.2), which Cairo has no
 * way to say: added as an incremental update (7.5.6). Where the file isn't laid out as expected
 * it is returned as it is. For huis_pdf_new() and tests.
 */
GBytes *huis_pdf_add_language (GBytes *pdf, const char *language);

G_END_DECLS
