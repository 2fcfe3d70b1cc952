/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-emitter"

#include "huis-emitter.h"

#include "huis-observation.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* A network that says more different things than this is not a home; see "many-devices". */
#define FACTS_MAX 65536

struct _HuisEmitter
{
  int fd;
  gint64 start;
  gboolean broken;
  /* Hashes of what was said: four bytes a fact, where the text would be a hundred. */
  GHashTable *said;
  GHashTable *notices;
};

HuisEmitter *
huis_emitter_new (int fd, gint64 start)
{
  HuisEmitter *self = g_new0 (HuisEmitter, 1);

  self->fd = fd;
  self->start = start;
  self->said = g_hash_table_new (NULL, NULL);
  self->notices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
huis_emitter_free (HuisEmitter *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->said);
  g_hash_table_unref (self->notices);
  g_free (self);
}

double
huis_emitter_get_seconds (HuisEmitter *self)
{
  return (double) (g_get_monotonic_time () - self->start) / G_USEC_PER_SEC;
}

gboolean
huis_emitter_is_broken (HuisEmitter *self)
{
  return self->broken;
}

static void
write_all (HuisEmitter *self, const char *bytes, gsize length)
{
  while (length > 0 && !self->broken)
    {
      gssize written = write (self->fd, bytes, length);

      if (written < 0 && errno != EINTR)
        self->broken = TRUE;
      if (written > 0)
        {
          bytes += written;
          length -= (gsize) written;
        }
    }
}

/* Progress and the end may say the same twice; a fact may not. */
static gboolean
is_news (HuisEmitter *self, const char *type, const char *line)
{
  guint hash;

  if (strcmp (type, "progress") == 0 || strcmp (type, "done") == 0)
    return TRUE;
  if (g_hash_table_size (self->said) >= FACTS_MAX)
    return FALSE;

  hash = g_str_hash (line);

  return g_hash_table_add (self->said, GUINT_TO_POINTER (hash));
}

/* "t" is written by hand: json-glib would give it seventeen digits. */
static char *
stamp (HuisEmitter *self, const char *type, const char *line)
{
  g_autofree char *start = g_strdup_printf ("{\"type\":\"%s\"", type);
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (seconds, sizeof seconds, "%.4f", huis_emitter_get_seconds (self));

  return g_strdup_printf ("%s,\"t\":%s%s\n", start, seconds, line + strlen (start));
}

gboolean
huis_emitter_emit (HuisEmitter *self, JsonObject *fact)
{
  g_autoptr (JsonObject) owned = fact;
  g_autoptr (HuisObservation) observation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *stamped = NULL;
  const char *type;

  /* The app's own reading of a fact is also what cleans it: the two can't differ. */
  observation = huis_observation_new (owned, 0, &error);
  if (observation == NULL)
    {
      g_debug ("Left out: %s", error->message);
      return FALSE;
    }
  type = huis_observation_get_type_name (observation);
  line = huis_json_to_line (huis_observation_get_fields (observation));
  g_return_val_if_fail (g_str_has_prefix (line, "{\"type\":"), FALSE);
  if (!is_news (self, type, line))
    return FALSE;

  stamped = stamp (self, type, line);
  if (strlen (stamped) > HUIS_JSON_LINE_MAX)
    return FALSE;
  write_all (self, stamped, strlen (stamped));

  return TRUE;
}

void
huis_emitter_notice (HuisEmitter *self, const char *code, const char *detail)
{
  JsonObject *notice;

  if (!g_hash_table_add (self->notices, g_strdup (code)))
    return;

  notice = json_object_new ();
  json_object_set_string_member (notice, "type", "notice");
  json_object_set_string_member (notice, "code", code);
  huis_json_set_string (notice, "detail", detail);
  huis_emitter_emit (self, notice);
}
