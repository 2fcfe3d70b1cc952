/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-scan-command"

#include "huis-scan-command.h"

#include "huis-command-look.h"
#include "huis-identifier.h"
#include "huis-scan.h"

#include <glib/gi18n.h>

static void
add_evidence (JsonObject *object, const HuisIdentity *identity)
{
  JsonArray *evidence = json_array_new ();

  for (guint i = 0; i < identity->reasons->len; i++)
    {
      g_autofree char *text = huis_reason_to_text (g_ptr_array_index (identity->reasons, i));

      json_array_add_string_element (evidence, text);
    }
  json_object_set_array_member (object, "evidence", evidence);
}

static JsonObject *
describe (HuisDevice *device)
{
  JsonObject *object = json_object_new ();
  HuisIdentity *identity = huis_device_get_identity (device);
  g_auto (GStrv) addresses = huis_device_dup_addresses (device);

  huis_json_set_string (object, "address", huis_device_get_address (device));
  huis_json_set_strv (object, "addresses", (const char *const *) addresses);
  huis_json_set_string (object, "mac", huis_device_get_mac (device));
  huis_json_set_string (object, "name", huis_device_get_title (device));
  huis_json_set_string (object, "maker", huis_device_get_maker (device));
  huis_json_set_string (object, "model", huis_device_get_model (device));
  huis_json_set_string (object, "kind", huis_kind_to_id (huis_device_get_kind (device)));
  huis_json_set_string (object, "strength",
                        huis_enum_to_id (HUIS_TYPE_STRENGTH,
                                         (int) huis_identity_get_strength (identity)));
  add_evidence (object, identity);
  if (huis_device_is_gateway (device))
    json_object_set_boolean_member (object, "gateway", TRUE);
  if (huis_device_is_self (device))
    json_object_set_boolean_member (object, "self", TRUE);

  return object;
}

static void
print_devices (HuisInventory *inventory)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *devices = json_array_new ();
  guint n = huis_inventory_get_n_devices (inventory);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    json_array_add_object_element (devices, describe (huis_inventory_peek (inventory, i)));
  json_node_take_array (root, devices);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

int
huis_scan_command_run (const char *datadir)
{
  g_autoptr (HuisInventory) inventory = huis_inventory_new ();
  g_autofree char *scanner = huis_scan_dup_scanner_path ();
  g_autoptr (HuisInterfaces) interfaces = huis_interfaces_new (scanner);
  g_autoptr (GError) error = NULL;
  g_autoptr (HuisIdentifier) identifier = huis_identifier_new (datadir, &error);
  HuisObservation *home;
  gboolean complete;

  if (identifier == NULL)
    {
      /* Translators: %s is a technical message. */
      g_printerr (_ ("The rules that recognise devices could not be read. (%s)\n"), error->message);
      return 1;
    }
  huis_inventory_set_identify_func (inventory, (HuisIdentifyFunc) huis_identifier_identify,
                                    identifier);

  home = huis_command_find_home (interfaces);
  if (home == NULL)
    return 1;
  complete = huis_command_look (scanner, home, "discover", NULL, inventory);
  huis_inventory_settle (inventory);
  print_devices (inventory);

  return complete ? 0 : 1;
}
