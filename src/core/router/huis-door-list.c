/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-door-list"

#include "huis-door-list.h"

#include "huis-port.h"
#include "huis-xml.h"

#include <gio/gio.h>

struct _HuisDoorList
{
  GArray *doors;
};

static void
clear_door (gpointer data)
{
  HuisDoorInfo *door = data;

  g_free (door->name);
  g_free (door->what);
}

static gboolean
add_door (HuisDoorList *self, const HuisXml *node, GError **error)
{
  const char *number_text = huis_xml_get (node, "number");
  const char *name = huis_xml_child_text (node, "name");
  const char *what = huis_xml_child_text (node, "what");
  HuisDoorInfo door = { 0 };
  guint64 number = 0;

  if (number_text == NULL || name == NULL || what == NULL ||
      !g_ascii_string_to_unsigned (number_text, 10, 1, G_MAXUINT16, &number, NULL) ||
      !huis_port_may_be_touched ((guint16) number))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %d: not a door to try",
                   node->line);
      return FALSE;
    }

  door.port = (guint16) number;
  door.name = g_strdup (name);
  door.what = g_strdup (what);
  g_array_append_val (self->doors, door);

  return TRUE;
}

HuisDoorList *
huis_door_list_new (const char *datadir, GError **error)
{
  g_autofree char *path = g_build_filename (datadir, "scanner", "outside.xml", NULL);
  g_autoptr (HuisXml) root = huis_xml_read (path, error);
  g_autoptr (HuisDoorList) self = NULL;

  if (root == NULL)
    return NULL;

  self = g_new0 (HuisDoorList, 1);
  self->doors = g_array_new (FALSE, FALSE, sizeof (HuisDoorInfo));
  g_array_set_clear_func (self->doors, clear_door);
  for (guint i = 0; i < root->children->len; i++)
    if (!add_door (self, g_ptr_array_index (root->children, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

void
huis_door_list_free (HuisDoorList *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->doors);
  g_free (self);
}

guint
huis_door_list_get_count (HuisDoorList *self)
{
  return self->doors->len;
}

const HuisDoorInfo *
huis_door_list_get (HuisDoorList *self, guint index)
{
  return &g_array_index (self->doors, HuisDoorInfo, index);
}

const HuisDoorInfo *
huis_door_list_find (HuisDoorList *self, guint16 port)
{
  for (guint i = 0; i < self->doors->len; i++)
    if (huis_door_list_get (self, i)->port == port)
      return huis_door_list_get (self, i);

  return NULL;
}
