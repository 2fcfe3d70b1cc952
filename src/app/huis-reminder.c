/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-reminder"

#include "huis-reminder.h"

#define TIMER      "huiswacht-remind.timer"
#define TIMEOUT_MS 5000

/* One call to systemd. */
typedef struct
{
  const char *method;
  const char *arguments; /* as g_variant_parse() reads them */
  gboolean may_fail;
} Call;

/* clang-format off */
static const Call read_calls[] = {
  { "GetUnitFileState", "('" TIMER "',)" },
  { NULL },
};

static const Call on_calls[] = {
  { "EnableUnitFiles", "(['" TIMER "'], false, false)" },
  { "Reload", "()" },
  { "StartUnit", "('" TIMER "', 'replace')" },
  { NULL },
};

static const Call off_calls[] = {
  { "DisableUnitFiles", "(['" TIMER "'], false)" },
  { "Reload", "()" },
  { "StopUnit", "('" TIMER "', 'replace')", TRUE }, /* it may not be running */
  { NULL },
};
/* clang-format on */

static void next_call (GTask *task, GDBusConnection *bus);

/* What the last call answered is the result. */
static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDBusConnection *bus = G_DBUS_CONNECTION (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  const Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (bus, result, &error);

  if (answer == NULL && !call->may_fail)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (call[1].method == NULL)
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) g_variant_unref);
  else
    {
      g_task_set_task_data (task, (gpointer) (call + 1), NULL);
      next_call (g_steal_pointer (&task), bus);
    }
}

static void
next_call (GTask *task, GDBusConnection *bus)
{
  const Call *call = g_task_get_task_data (task);

  g_dbus_connection_call (bus, "org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                          "org.freedesktop.systemd1.Manager", call->method,
                          g_variant_new_parsed (call->arguments), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS,
                          g_task_get_cancellable (task), called_cb, task);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus != NULL)
    next_call (g_steal_pointer (&task), bus);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
begin (const Call *calls, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, (gpointer) calls, NULL);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_cb, task);
}

void
huis_reminder_read (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  begin (read_calls, cancellable, callback, user_data);
}

HuisReminder
huis_reminder_read_finish (GAsyncResult *result)
{
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), NULL);
  const char *state;

  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(s)")))
    return HUIS_REMINDER_ABSENT;
  g_variant_get (answer, "(&s)", &state);

  return g_str_has_prefix (state, "enabled") ? HUIS_REMINDER_ON : HUIS_REMINDER_OFF;
}

void
huis_reminder_switch (gboolean on,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  begin (on ? on_calls : off_calls, cancellable, callback, user_data);
}

gboolean
huis_reminder_switch_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), &cause);

  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}
