/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-store"

#include "huis-state-writer.h"

#include <string.h>

struct _HuisStateWriter
{
  GString *text;
  GPtrArray *networks; /* those still to come, last first */
  GPtrArray *devices;  /* of the network that is being written, last first; %NULL between two */
};

/* An object, left open for one more member. */
static void
append_open (GString *text, JsonObject *object)
{
  g_autofree char *line = huis_json_to_line (object);
  gsize length = strlen (line) - 1;

  g_string_append_len (text, line, (gssize) length);
  if (length > 1)
    g_string_append_c (text, ',');
}

static GPtrArray *
take_backwards (GListModel *model)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    g_ptr_array_add (items, g_list_model_get_item (model, i - 1));

  return items;
}

HuisStateWriter *
huis_state_writer_new (JsonObject *head, GListModel *networks)
{
  HuisStateWriter *self = g_new0 (HuisStateWriter, 1);

  self->text = g_string_new (NULL);
  self->networks = take_backwards (networks);
  append_open (self->text, head);
  g_string_append (self->text, "\"networks\":[");

  return self;
}

void
huis_state_writer_free (HuisStateWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->networks);
  g_clear_pointer (&self->devices, g_ptr_array_unref);
  g_free (self);
}

static void
separate (GString *text)
{
  if (text->str[text->len - 1] != '[')
    g_string_append_c (text, ',');
}

static void
begin_network (HuisStateWriter *self)
{
  g_autoptr (HuisNetwork) network =
      g_ptr_array_steal_index (self->networks, self->networks->len - 1);
  g_autoptr (JsonObject) object = huis_network_to_json (network);

  separate (self->text);
  append_open (self->text, object);
  g_string_append (self->text, "\"devices\":[");
  self->devices = take_backwards (G_LIST_MODEL (huis_network_get_inventory (network)));
}

static void
write_device (HuisStateWriter *self)
{
  g_autoptr (HuisDevice) device = g_ptr_array_steal_index (self->devices, self->devices->len - 1);
  g_autoptr (JsonObject) object = huis_device_to_json (device);
  g_autofree char *line = huis_json_to_line (object);

  separate (self->text);
  g_string_append (self->text, line);
}

gboolean
huis_state_writer_step (HuisStateWriter *self, gint64 until)
{
  while (g_get_monotonic_time () < until)
    {
      if (self->devices != NULL && self->devices->len > 0)
        write_device (self);
      else if (self->devices != NULL)
        {
          g_string_append (self->text, "]}");
          g_clear_pointer (&self->devices, g_ptr_array_unref);
        }
      else if (self->networks->len > 0)
        begin_network (self);
      else
        {
          g_string_append (self->text, "]}");
          return TRUE;
        }
    }

  return FALSE;
}

char *
huis_state_writer_steal_text (HuisStateWriter *self)
{
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
