/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-store"

#include "huis-state-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#define BROKEN_KEPT 3

static JsonObject *
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, why);

  return NULL;
}

static gboolean
read_bytes (const char *path, char **contents, gsize *length, GError **error)
{
  g_autoptr (GError) file_error = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && (!S_ISREG (info.st_mode) || info.st_size > HUIS_STATE_SIZE_MAX))
    return refuse (error, "Not a state file: too large, or no file") != NULL;
  if (g_file_get_contents (path, contents, length, &file_error))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR,
                       g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                           ? G_IO_ERROR_NOT_FOUND
                           : G_IO_ERROR_PERMISSION_DENIED,
                       file_error->message);

  return FALSE;
}

JsonObject *
huis_state_file_read (const char *path, GError **error)
{
  g_autoptr (JsonObject) header = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *sum = NULL;
  gsize length = 0;
  char *line_end;
  gsize state_length;
  gint64 format;

  if (!read_bytes (path, &contents, &length, error))
    return NULL;

  line_end = memchr (contents, '\n', length);
  if (line_end == NULL)
    return refuse (error, "No header");
  header = huis_json_parse_object (contents, line_end - contents, HUIS_JSON_LINE_MAX, NULL);
  format = huis_json_get_int (header, "huiswacht", 0);
  if (header == NULL || format < 1)
    return refuse (error, "No header of Huiswacht");
  if (format > HUIS_STATE_FORMAT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   "Format %" G_GINT64_FORMAT " is newer than %d", format, HUIS_STATE_FORMAT);
      return NULL;
    }

  state_length = length - (gsize) (line_end + 1 - contents);
  if (state_length > 0 && contents[length - 1] == '\n')
    state_length--;
  sum =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) line_end + 1, state_length);
  if (g_strcmp0 (sum, huis_json_get_string (header, "sha256")) != 0)
    return refuse (error, "The check sum is not right");

  return huis_json_parse_object (line_end + 1, (gssize) state_length, HUIS_STATE_SIZE_MAX, error);
}

char *
huis_state_file_format (const char *state)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, state, -1);

  return g_strdup_printf ("{\"huiswacht\":%d,\"sha256\":\"%s\"}\n%s\n", HUIS_STATE_FORMAT, sum,
                          state);
}

gboolean
huis_state_file_write (const char *path, const char *state, GError **error)
{
  g_autofree char *contents = huis_state_file_format (state);
  g_autofree char *backup = g_strconcat (path, ".bak", NULL);
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);
  g_autoptr (JsonObject) good = NULL;
  g_autoptr (JsonObject) before = NULL;

  if (!g_file_set_contents_full (fresh, contents, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 error))
    return FALSE;
  good = huis_state_file_read (fresh, error);
  if (good == NULL)
    return FALSE;

  /* Only a file that can be read back is worth being the backup. */
  before = huis_state_file_read (path, NULL);
  if (before != NULL)
    g_rename (path, backup);

  if (g_rename (fresh, path) != 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }

  return TRUE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

static void
forget_old_ones (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".broken-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (names, compare_newest_first);
  for (guint i = BROKEN_KEPT; i < names->len; i++)
    g_unlink (g_ptr_array_index (names, i));
}

void
huis_state_file_put_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *aside =
      g_strdup_printf ("%s.broken-%s.%06d", path, time, g_date_time_get_microsecond (now));

  if (g_rename (path, aside) != 0)
    g_warning ("%s could not be put aside: %s", path, g_strerror (errno));
  else
    forget_old_ones (path);
}

static JsonObject *
read_backup (const char *path,
             HuisStateCondition good,
             HuisStateCondition none,
             HuisStateCondition *condition)
{
  g_autofree char *backup = g_strconcat (path, ".bak", NULL);
  JsonObject *state = huis_state_file_read (backup, NULL);

  *condition = state != NULL ? good : none;

  return state;
}

JsonObject *
huis_state_file_open (const char *path, HuisStateCondition *condition)
{
  g_autoptr (GError) error = NULL;
  JsonObject *state = huis_state_file_read (path, &error);

  *condition = HUIS_STATE_LOADED;
  if (state != NULL)
    return state;
  /* A crash between the two renames of a save leaves only the backup. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return read_backup (path, HUIS_STATE_LOADED, HUIS_STATE_NEW, condition);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    *condition = HUIS_STATE_NEWER;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    *condition = HUIS_STATE_UNREADABLE;
  else
    {
      huis_state_file_put_aside (path);
      return read_backup (path, HUIS_STATE_FROM_BACKUP, HUIS_STATE_BROKEN, condition);
    }

  return NULL;
}

gboolean
huis_state_file_lock (const char *path, int *fd)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);

  *fd = g_open (lock, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  return *fd < 0 || flock (*fd, LOCK_EX | LOCK_NB) == 0;
}
