/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-pick"

#include "huis-pick.h"

#include "huis-json.h"

#include <string.h>

#define VALUE_MAX 256

char *
huis_pick_json (JsonObject *object, const char *path)
{
  const char *dot = strchr (path, '.');
  g_autofree char *head = dot == NULL ? NULL : g_strndup (path, (gsize) (dot - path));
  JsonNode *node;

  if (object == NULL)
    return NULL;
  if (dot != NULL)
    return huis_pick_json (huis_json_get_object (object, head), dot + 1);
  node = json_object_get_member (object, path);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strndup (json_node_get_string (node), VALUE_MAX);

  return json_to_string (node, FALSE);
}

gboolean
huis_pick_all (const char *bytes, gsize length, const HuisPick *picks, JsonObject *fields)
{
  g_autoptr (JsonObject) object =
      huis_json_parse_object (bytes, (gssize) length, HUIS_JSON_LINE_MAX, NULL);

  for (; object != NULL && picks->theirs != NULL; picks++)
    {
      g_autofree char *value = huis_pick_json (object, picks->theirs);

      huis_json_set_string (fields, picks->ours, value);
    }

  return object != NULL;
}
