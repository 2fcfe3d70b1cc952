/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * JSON that may come from a stranger. json-glib 1.6 has no limit of depth and falls over on
 * 80,000 nested brackets, so size and depth are checked before it sees a byte.
 */

#define HUIS_JSON_LINE_MAX  (64 * 1024)
#define HUIS_JSON_DEPTH_MAX 16

/*
 * Reads one JSON object of at most @max_size bytes and %HUIS_JSON_DEPTH_MAX levels.
 * Returns %NULL with a G_IO_ERROR_INVALID_DATA otherwise. @length may be -1.
 */
JsonObject *
huis_json_parse_object (const char *text, gssize length, gsize max_size, GError **error);

/* The object on one line, without a line break. */
char *huis_json_to_line (JsonObject *object);

/*
 * Members that may be missing or of another type than hoped for: these never complain, and return
 * %NULL (or @fallback) then. Nothing is converted but a whole double to an integer.
 */
const char *huis_json_get_string (JsonObject *object, const char *name);
gint64 huis_json_get_int (JsonObject *object, const char *name, gint64 fallback);
double huis_json_get_double (JsonObject *object, const char *name, double fallback);
gboolean huis_json_get_boolean (JsonObject *object, const char *name, gboolean fallback);
JsonObject *huis_json_get_object (JsonObject *object, const char *name);
JsonArray *huis_json_get_array (JsonObject *object, const char *name);

/* The strings of an array of strings; other elements are left out. Never %NULL. */
GStrv huis_json_get_strv (JsonObject *object, const char *name);

/* Whether the array @name holds this number. */
gboolean huis_json_array_has_int (JsonObject *object, const char *name, gint64 value);

/* Sets @name where @value is not %NULL and not empty. */
void huis_json_set_string (JsonObject *object, const char *name, const char *value);
void huis_json_set_strv (JsonObject *object, const char *name, const char *const *values);

G_END_DECLS
