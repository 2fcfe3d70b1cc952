/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-language"

#include "config.h"

#include "huis-language.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Counted up, it tells glibc's gettext that what it remembers is of another language. */
extern int _nl_msg_cat_cntr;

static const HuisLanguage languages[] = {
  { "nl", "Nederlands" },
  { "en", "English" },
  { NULL, NULL },
};

/*
 * LANGUAGE stands in the environment as this very buffer (putenv). A change of language then
 * writes two letters, and never moves the environment under the feet of GLib's other threads.
 */
static char language_env[] = "LANGUAGE=en";
#define LANGUAGE_OFFSET (sizeof ("LANGUAGE=") - 1)

static const char *system_language = "en";

static const HuisLanguage *
find_language (const char *id)
{
  for (const HuisLanguage *language = languages; id != NULL && language->id != NULL; language++)
    {
      if (strcmp (language->id, id) == 0)
        return language;
    }

  return NULL;
}

/* GLib reads the variables, not the locale: they tell what the person wants, even where the
 * system lacks the data for it. */
static const char *
wanted_by_system (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (find_language (names[i]) != NULL)
        return find_language (names[i])->id;
    }

  return "en";
}

static void
set_locale (void)
{
  const char *messages;

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");

  messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || strcmp (messages, "C") == 0 || strcmp (messages, "POSIX") == 0)
    {
      setlocale (LC_CTYPE, "C.UTF-8");
      setlocale (LC_MESSAGES, "C.UTF-8");
    }
}

/*
 * GLib decides once, at the first text it is asked for, whether there is a translation at all, and
 * GtkBuilder translates through it. English has no catalogue: begun in English, every template
 * would stay English. So it is asked in each language until it has seen a catalogue.
 */
static void
let_glib_translate (void)
{
  for (const HuisLanguage *language = languages; language->id != NULL; language++)
    {
      memcpy (language_env + LANGUAGE_OFFSET, language->id, 2);
      ++_nl_msg_cat_cntr;
      if (*gettext ("") != '\0')
        g_dgettext (GETTEXT_PACKAGE, "Huiswacht");
    }

  memcpy (language_env + LANGUAGE_OFFSET, system_language, 2);
  ++_nl_msg_cat_cntr;
}

const HuisLanguage *
huis_language_list (void)
{
  return languages;
}

void
huis_language_init (void)
{
  const char *localedir = g_getenv ("HUISWACHT_LOCALEDIR");

  system_language = wanted_by_system ();
  memcpy (language_env + LANGUAGE_OFFSET, system_language, 2);
  set_locale ();
  putenv (language_env);

  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : HUIS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  let_glib_translate ();
}

gboolean
huis_language_set (const char *id)
{
  const HuisLanguage *language = find_language (id);
  const char *wanted = language != NULL ? language->id : system_language;

  if (strncmp (language_env + LANGUAGE_OFFSET, wanted, 2) == 0)
    return FALSE;

  memcpy (language_env + LANGUAGE_OFFSET, wanted, 2);
  ++_nl_msg_cat_cntr;

  return TRUE;
}

const char *
huis_language_get (void)
{
  return language_env + LANGUAGE_OFFSET;
}
