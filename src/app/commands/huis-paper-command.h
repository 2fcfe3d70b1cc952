/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * huiswacht --checklist=FILE.pdf and --inventory=FILE.csv: what was kept of the network of the last
 * visit, as a file, without a window and without a display. Nothing is sent, nothing is changed.
 */

/* The options, for g_application_add_main_option_entries(). */
extern const GOptionEntry huis_paper_command_options[];

gboolean huis_paper_command_is_asked (GVariantDict *options);

/*
 * Returns the exit status: 0 where every file that was asked for is on disk; 1 where one could
 * not be made; 2 where an option is not one that there is. Says why in one sentence on stderr.
 */
int huis_paper_command_run (GVariantDict *options, const char *datadir);

G_END_DECLS
