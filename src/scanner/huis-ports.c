/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ports"

#include "huis-ports.h"

#include "huis-reach.h"

#include <gio/gio.h>
#include <string.h>

struct _HuisPorts
{
  GArray *ports;
};

static void
clear_port (gpointer data)
{
  g_free (((HuisPort *) data)->speaks);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  HuisPorts *self = data;
  const char *number_text = NULL;
  const char *speaks = NULL;
  HuisPort port = { 0 };
  guint64 number;

  if (strcmp (element, "port") != 0)
    return;
  if (!g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_STRING,
                                    "number", &number_text,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "speaks",
                                    &speaks, G_MARKUP_COLLECT_INVALID))
    return;
  if (!g_ascii_string_to_unsigned (number_text, 10, 1, G_MAXUINT16, &number, error))
    return;
  if (!huis_reach_may_connect ((guint16) number) || self->ports->len >= HUIS_PORTS_MAX)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "Port %s is one too many, or one that is never touched", number_text);
      return;
    }

  port.number = (guint16) number;
  port.speaks = g_strdup (speaks);
  g_array_append_val (self->ports, port);
}

HuisPorts *
huis_ports_new_from_xml (const char *xml, gssize length, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr (HuisPorts) self = g_new0 (HuisPorts, 1);
  g_autoptr (GMarkupParseContext) context = NULL;

  self->ports = g_array_new (FALSE, FALSE, sizeof (HuisPort));
  g_array_set_clear_func (self->ports, clear_port);
  context = g_markup_parse_context_new (&parser, 0, self, NULL);
  if (!g_markup_parse_context_parse (context, xml, length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    return NULL;

  return g_steal_pointer (&self);
}

HuisPorts *
huis_ports_new_built_in (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  HuisPorts *self;

  bytes = g_resources_lookup_data ("/io/github/huiswacht/Huiswacht/scanner/ports.xml",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  self = huis_ports_new_from_xml (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  &error);
  g_assert_no_error (error);

  return self;
}

void
huis_ports_free (HuisPorts *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ports);
  g_free (self);
}

guint
huis_ports_get_count (HuisPorts *self)
{
  return self->ports->len;
}

const HuisPort *
huis_ports_get (HuisPorts *self, guint index)
{
  return &g_array_index (self->ports, HuisPort, index);
}

const HuisPort *
huis_ports_find (HuisPorts *self, guint16 number)
{
  for (guint i = 0; i < self->ports->len; i++)
    if (huis_ports_get (self, i)->number == number)
      return huis_ports_get (self, i);

  return NULL;
}
