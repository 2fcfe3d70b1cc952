/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-json.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The state file itself: two lines, a header with a check sum, and the state. */

#define HUIS_STATE_FORMAT   1
#define HUIS_STATE_SIZE_MAX (64 * 1024 * 1024)

/* What was found on opening. */
typedef enum
{
  HUIS_STATE_NEW,         /* no file yet */
  HUIS_STATE_LOADED,      /* all is well */
  HUIS_STATE_FROM_BACKUP, /* broken; the backup is in use */
  HUIS_STATE_BROKEN,      /* broken, and no good backup: begun anew, the broken file kept */
  HUIS_STATE_NEWER,       /* written by a newer Huiswacht: nothing is saved now */
  HUIS_STATE_UNREADABLE,  /* may not be read: nothing is saved now */
  HUIS_STATE_IN_USE,      /* another Huiswacht has it open: nothing is saved now */
} HuisStateCondition;

/*
 * The state in the file at @path, or in its backup where the file is broken, which is put aside;
 * %NULL where there is none to read, as @condition tells. Never HUIS_STATE_IN_USE: who holds the
 * lock knows that.
 */
JsonObject *huis_state_file_open (const char *path, HuisStateCondition *condition);

/*
 * One file, as it is.
 * Errors: G_IO_ERROR_NOT_FOUND (no file), G_IO_ERROR_PERMISSION_DENIED (may not be read),
 * G_IO_ERROR_NOT_SUPPORTED (a newer format), G_IO_ERROR_INVALID_DATA (anything else).
 */
JsonObject *huis_state_file_read (const char *path, GError **error);

/*
 * Writes durably and reads back what it wrote; the file that was there becomes PATH.bak first,
 * where it is a good one. Blocks: call it in a thread.
 */
gboolean huis_state_file_write (const char *path, const char *state, GError **error);

/*
 * One Huiswacht at a time may save. Returns FALSE where another holds the lock. @fd is to be
 * closed by the caller, -1 where the folder may not be written in; the lock goes with the process.
 */
gboolean huis_state_file_lock (const char *path, int *fd);

/* The whole file as it is written, for a copy elsewhere. */
char *huis_state_file_format (const char *state);

/* Renames @path to PATH.broken-TIME and keeps the newest three of those. */
void huis_state_file_put_aside (const char *path);

G_END_DECLS
