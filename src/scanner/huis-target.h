/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * One address that a request "outside" or "guest" names, and the doors that are tried there. They
 * are checked here once more, whoever made the request: nothing else is ever tried.
 */
typedef struct
{
  GInetAddress *address;
  GArray *ports; /* guint16 */
} HuisTarget;

/* "outside" goes over the internet, to a home of a few addresses; "guest" stays in the house. */
typedef enum
{
  HUIS_TARGETS_OUTSIDE,
  HUIS_TARGETS_GUEST,
} HuisTargetsWhere;

#define HUIS_TARGETS_OUTSIDE_MAX 8
#define HUIS_TARGETS_GUEST_MAX   64
#define HUIS_TARGET_PORTS_MAX    40
#define HUIS_TARGETS_DOORS_MAX   400

/*
 * Reads [{"address": "84.81.20.7", "ports": [80, 443]}, …]. %NULL with a
 * G_IO_ERROR_INVALID_ARGUMENT where one of them may not be tried: "outside" takes addresses of the
 * internet only (never private, shared, local, multicast), "guest" private ones only; no address
 * twice, no port that is never touched (huis-reach.h), and not more than the limits above.
 * Free the array of HuisTarget with g_ptr_array_unref().
 */
GPtrArray *huis_targets_new (JsonArray *array, HuisTargetsWhere where, GError **error);

/* The same from words "84.81.20.7=80,443", for use by hand. */
JsonArray *huis_targets_words_to_json (const char *const *words);

G_END_DECLS
