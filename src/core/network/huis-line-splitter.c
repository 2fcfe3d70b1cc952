/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-line-splitter.h"

#include <string.h>

struct _HuisLineSplitter
{
  gsize line_max;
  HuisLineFunc func;
  gpointer user_data;

  GByteArray *pending; /* the beginning of a line whose end has not come */
  gboolean discarding; /* within a line that is too long */
};

HuisLineSplitter *
huis_line_splitter_new (gsize line_max, HuisLineFunc func, gpointer user_data)
{
  HuisLineSplitter *self = g_new0 (HuisLineSplitter, 1);

  self->line_max = line_max;
  self->func = func;
  self->user_data = user_data;
  self->pending = g_byte_array_new ();

  return self;
}

void
huis_line_splitter_free (HuisLineSplitter *self)
{
  g_byte_array_unref (self->pending);
  g_free (self);
}

void
huis_line_splitter_reset (HuisLineSplitter *self)
{
  g_byte_array_set_size (self->pending, 0);
  self->discarding = FALSE;
}

static void
take_piece (HuisLineSplitter *self, const char *piece, gsize length, gboolean line_ends)
{
  if (self->pending->len + length > self->line_max && !self->discarding)
    {
      self->discarding = TRUE;
      self->func (NULL, 0, self->user_data);
    }
  if (!self->discarding)
    g_byte_array_append (self->pending, (const guint8 *) piece, (guint) length);
  if (!line_ends)
    return;

  if (!self->discarding)
    self->func ((const char *) self->pending->data, self->pending->len, self->user_data);
  huis_line_splitter_reset (self);
}

void
huis_line_splitter_add (HuisLineSplitter *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      const char *end = memchr (data, '\n', length);
      gsize piece = end != NULL ? (gsize) (end - data) : length;

      take_piece (self, data, piece, end != NULL);
      data += piece + (end != NULL ? 1 : 0);
      length -= piece + (end != NULL ? 1 : 0);
    }
}
