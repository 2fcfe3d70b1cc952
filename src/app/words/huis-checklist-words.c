/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-words"

#include "huis-checklist-words.h"

#include <glib/gi18n.h>

char *
huis_checklist_words_praise (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Your checklist is ready"));

  return g_strdup_printf (ngettext ("Well done: %u step today", "Well done: %u steps today", n), n);
}

char *
huis_checklist_words_file_name (const char *what, const char *ending)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("Huiswacht – %s %s.%s", what, day, ending);
}

char *
huis_checklist_words_saved (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("Saved as “%s”."), name);
}
