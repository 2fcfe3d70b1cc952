/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The language of the program: one of a short table, changed while it runs.
 *
 * gettext ignores LANGUAGE in the locale "C", and a system without the Dutch locale data can't
 * be set to nl_NL at all. So the locale is brought to one that honours LANGUAGE (C.UTF-8 where
 * nothing better is there), and LANGUAGE alone says which catalogue is read.
 */

typedef struct
{
  const char *id;   /* "nl" */
  const char *name; /* in the language itself, "Nederlands" */
} HuisLanguage;

/* Ends with an entry whose id is %NULL. */
const HuisLanguage *huis_language_list (void);

/*
 * To be called once, first thing in main(), before another thread exists: sets the locale, binds
 * the message catalogue and chooses the language of the system, or English where we don't speak
 * it.
 */
void huis_language_init (void);

/*
 * Makes @id the language of every text asked for from now on. %NULL, "" or an unknown id means
 * the language of the system. Returns whether the language is another one than before.
 */
gboolean huis_language_set (const char *id);

/* The id in use. */
const char *huis_language_get (void);

G_END_DECLS
