/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Whether this computer tells when it is time to look again: the timer of data/reminder, which
 * systemd runs for the person and which calls "huiswacht --remind". It is off until the person
 * switches it on; systemd is asked over the session bus (org.freedesktop.systemd1(5)).
 */
typedef enum
{
  HUIS_REMINDER_ABSENT, /* no systemd of the person, or Huiswacht is not installed */
  HUIS_REMINDER_OFF,
  HUIS_REMINDER_ON,
} HuisReminder;

void
huis_reminder_read (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Never fails: what can't be read is absent. */
HuisReminder huis_reminder_read_finish (GAsyncResult *result);

void huis_reminder_switch (gboolean on,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* The error is a GDBusError or GIOError for the log. */
gboolean huis_reminder_switch_finish (GAsyncResult *result, GError **error);

G_END_DECLS
