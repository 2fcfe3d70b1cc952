/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-settings"

#include "config.h"

#include "huis-settings.h"

/* An own prefix is often outside XDG_DATA_DIRS; the schema then stands beside our data. */
static GSettingsSchema *
lookup_schema (void)
{
  GSettingsSchemaSource *fallback = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autofree char *folder = NULL;
  GSettingsSchema *schema = NULL;

  if (fallback != NULL)
    schema = g_settings_schema_source_lookup (fallback, HUIS_APP_ID, TRUE);
  if (schema != NULL)
    return schema;

  folder = g_build_filename (HUIS_DATADIR, "..", "glib-2.0", "schemas", NULL);
  source = g_settings_schema_source_new_from_directory (folder, fallback, TRUE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, HUIS_APP_ID, FALSE) : NULL;
}

GSettings *
huis_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = lookup_schema ();

  if (schema == NULL)
    {
      g_message ("The settings are not installed; nothing will be remembered of the window.");
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}
