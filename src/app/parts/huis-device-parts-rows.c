/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-device-parts-rows"

#include "huis-device-parts-rows.h"

#include "huis-row.h"

/* By which a person may know it again, the telling ones first. */
static const struct
{
  const char *type;
  const char *member;
} names[] = {
  { "upnp", "friendly_name" }, { "mdns", "name" }, { "netbios", "name" }, { "llmnr", "name" },
  { "wsd", "friendly_name" },  { "snmp", "name" }, { "mdns", "host" },    { "http", "title" },
};

static const char *
find_name (GPtrArray *facts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < facts->len; j++)
      if (huis_observation_is (facts->pdata[j], names[i].type) &&
          huis_observation_get_string (facts->pdata[j], names[i].member) != NULL)
        return huis_observation_get_string (facts->pdata[j], names[i].member);

  return NULL;
}

static const char *
find_address (GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    if (huis_observation_is (facts->pdata[i], "host"))
      return huis_observation_get_address (facts->pdata[i]);

  return NULL;
}

static void
add (GPtrArray *rows, HuisDevice *device, const char *part)
{
  g_autoptr (GPtrArray) facts = huis_device_dup_part (device, part);
  const char *address = find_address (facts);
  const char *name = find_name (facts);
  const char *title = name != NULL ? name : address != NULL ? address : part;
  GtkWidget *row = huis_row_new ();
  GtkWidget *parent = gtk_list_box_row_new ();

  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), g_str_equal (title, part) ? NULL
                                         : name != NULL            ? address
                                                                   : part);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (parent), row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (parent), "s", part);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (parent), "inventory.split");
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_ptr_array_add (rows, parent);
}

void
huis_device_parts_rows_make (HuisDevice *device, GPtrArray *rows)
{
  g_auto (GStrv) parts = huis_device_dup_parts (device);

  for (guint i = 0; parts[i] != NULL; i++)
    add (rows, device, parts[i]);
}
