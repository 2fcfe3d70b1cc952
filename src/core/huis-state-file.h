/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-json.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The state file itself: two lines, a header with a check sum, and the state. */

#define HUIS_STATE_FORMAT   1
#define HUIS_STATE_SIZE_MAX (64 * 1024 * 1024)

/*
 * Errors: G_IO_ERROR_NOT_FOUND (no file), G_IO_ERROR_PERMISSION_DENIED (may not be read),
 * G_IO_ERROR_NOT_SUPPORTED (a newer format), G_IO_ERROR_INVALID_DATA (anything else).
 */
JsonObject *huis_state_file_read (const char *path, GError **error);

/*
 * Writes durably and reads back what it wrote; the file that was there becomes PATH.bak first,
 * where it is a good one. Blocks: call it in a thread.
 */
gboolean huis_state_file_write (const char *path, const char *state, GError **error);

/* The whole file as it is written, for a copy elsewhere. */
char *huis_state_file_format (const char *state);

/* Renames @path to PATH.broken-TIME and keeps the newest three of those. */
void huis_state_file_put_aside (const char *path);

G_END_DECLS
