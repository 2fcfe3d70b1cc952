/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-day"

#include "huis-day.h"

#include "huis-assessment.h"

#include <string.h>

#define PARTS_MAX 3

/* The numbers in @text and how many there are; 0 where anything else stands in it. */
static guint
read_numbers (const char *text, guint numbers[PARTS_MAX])
{
  g_auto (GStrv) parts = g_strsplit_set (text, "-/. ", PARTS_MAX + 1);
  guint n = g_strv_length (parts);

  if (n > PARTS_MAX)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &number, NULL))
        return 0;
      numbers[i] = (guint) number;
    }

  return n;
}

char *
huis_day_parse (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text != NULL ? text : ""));
  guint numbers[PARTS_MAX];
  guint n = read_numbers (bare, numbers);
  guint year, month = 12, day;

  if (n == 0)
    return NULL;
  /* The year stands first or last: it is the large one. */
  if (numbers[0] < 1000)
    {
      guint first = numbers[0];

      numbers[0] = numbers[n - 1];
      numbers[n - 1] = first;
    }
  year = numbers[0];
  if (n > 1)
    month = numbers[1];
  if (year < 1990 || year > 2099 || month > 12)
    return NULL;

  day =
      n == PARTS_MAX ? numbers[2] : g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

char *
huis_day_format (const char *iso)
{
  g_autofree char *noon = iso != NULL ? g_strconcat (iso, "T12:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = noon != NULL ? g_date_time_new_from_iso8601 (noon, zone) : NULL;

  return time != NULL ? huis_assessment_format_date (g_date_time_to_unix (time)) : NULL;
}
