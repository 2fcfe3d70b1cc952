/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Puts a file where the person wants it: whole or not at all. What was there before stays until
 * the new one is on disk. It is for the person alone (0600): it tells what stands in their home.
 *
 * Errors are G_IO_ERROR with one translated sentence for people: PERMISSION_DENIED, NO_SPACE,
 * NOT_FOUND (the folder), NOT_REGULAR_FILE, or FAILED.
 */
gboolean huis_save (const char *path, GBytes *bytes, GError **error);

/* The same, in a thread. */
void huis_save_async (const char *path,
                      GBytes *bytes,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
gboolean huis_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
