/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Takes single values out of what a device says in JSON. */
typedef struct
{
  /* "a.b" is member b of object a. */
  const char *theirs;
  const char *ours;
} HuisPick;

/* The value at @path as text, at most 256 bytes of it; %NULL where it is no single value. */
char *huis_pick_json (JsonObject *object, const char *path);

/*
 * Reads @bytes as JSON and sets what @picks (ended by a row of %NULL) finds in @fields. Returns
 * whether it was a JSON object at all.
 */
gboolean huis_pick_all (const char *bytes, gsize length, const HuisPick *picks, JsonObject *fields);

G_END_DECLS
