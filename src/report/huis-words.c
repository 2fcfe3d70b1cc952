/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-words"

#include "config.h"

#include "huis-words.h"

#include <fribidi.h>
#include <glib/gi18n.h>

/* The names of months come from our own catalogue: the system's language may be another one. */
static const char *const months[] = {
  N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
  N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
  N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
};

static char *
format_day (gint64 when, gint64 now)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (when);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  const char *month;

  if (day == NULL)
    return g_strdup ("");

  month = _ (months[g_date_time_get_month (day) - 1]);
  if (now > 0 && today != NULL && g_date_time_get_year (today) == g_date_time_get_year (day))
    /* Translators: day and month, "3 March". */
    return g_strdup_printf (_ ("%1$d %2$s"), g_date_time_get_day_of_month (day), month);

  /* Translators: day, month and year, "3 March 2026". */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), g_date_time_get_day_of_month (day), month,
                          g_date_time_get_year (day));
}

char *
huis_words_day (gint64 when)
{
  return format_day (when, 0);
}

char *
huis_words_short_day (gint64 when, gint64 now)
{
  return format_day (when, now);
}

char *
huis_words_keep_together (char *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\302\240", words); /* U+00A0 */
}

static void
append_part (GString *text, guint n, char *part)
{
  g_autofree char *owned = huis_words_keep_together (part);

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, owned);
}

char *
huis_words_tally (const HuisTally *tally)
{
  const guint *n = tally->n;
  GString *text = g_string_new (NULL);

  append_part (text, n[HUIS_STATUS_TO_DO],
               /* Translators: %u is a number of steps. */
               g_strdup_printf (_ ("%u to do"), n[HUIS_STATUS_TO_DO]));
  append_part (text, n[HUIS_STATUS_NOT_TESTED],
               /* Translators: %u is a number of steps. */
               g_strdup_printf (_ ("%u not tested"), n[HUIS_STATUS_NOT_TESTED]));
  append_part (text, n[HUIS_STATUS_IN_ORDER],
               /* Translators: %u is a number of steps. */
               g_strdup_printf (_ ("%u in order"), n[HUIS_STATUS_IN_ORDER]));
  append_part (text, n[HUIS_STATUS_ACCEPTED],
               /* Translators: %u is a number of steps of which the person takes the risk. */
               g_strdup_printf (_ ("%u accepted"), n[HUIS_STATUS_ACCEPTED]));

  return g_string_free (text, FALSE);
}

#define ISOLATE "\342\201\250" /* U+2068 */
#define RELEASE "\342\201\251" /* U+2069 */

static gboolean
has_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      FriBidiCharType type = fribidi_get_bidi_type (g_utf8_get_char (p));

      if (FRIBIDI_IS_RTL (type) || FRIBIDI_IS_ARABIC (type))
        return TRUE;
    }

  return FALSE;
}

char *
huis_words_isolate (const char *text)
{
  return has_right_to_left (text) ? g_strconcat (ISOLATE, text, RELEASE, NULL) : g_strdup (text);
}

static void
append_isolated (GString *text, const char *name)
{
  g_autofree char *isolated = huis_words_isolate (name);

  g_string_append (text, isolated);
}

char *
huis_words_names (const char *const *names, guint max)
{
  guint n = g_strv_length ((char **) names);
  guint shown = MIN (n, max);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_isolated (text, names[i]);
    }
  if (n > shown)
    {
      /* Translators: after a list of names, as in "Garden camera, Printer and 3 more". */
      g_autofree char *more = huis_words_keep_together (
          g_strdup_printf (ngettext ("and %u more", "and %u more", n - shown), n - shown));

      g_string_append_printf (text, " %s", more);
    }

  return g_string_free (text, FALSE);
}
