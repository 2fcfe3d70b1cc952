/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-reminder.h"

#include <string.h>

/* switch-reminder [on|off]: as the switch on the page Checklist does, and prints how it stands
 * then: absent, off or on. */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static int
switch_to (gboolean on)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  huis_reminder_switch (on, NULL, keep_result_cb, &result);
  wait_for (&result);
  if (huis_reminder_switch_finish (result, &error))
    return 0;
  g_printerr ("%s\n", error->message);

  return 1;
}

int
main (int argc, char *argv[])
{
  static const char *const words[] = {
    [HUIS_REMINDER_ABSENT] = "absent",
    [HUIS_REMINDER_OFF] = "off",
    [HUIS_REMINDER_ON] = "on",
  };
  g_autoptr (GAsyncResult) result = NULL;
  int status = argc > 1 ? switch_to (strcmp (argv[1], "on") == 0) : 0;

  huis_reminder_read (NULL, keep_result_cb, &result);
  wait_for (&result);
  g_print ("%s\n", words[huis_reminder_read_finish (result)]);

  return status;
}
