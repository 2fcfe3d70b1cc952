/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-inventory-csv"

#include "config.h"

#include "huis-inventory-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"

/* Spreadsheets take text that begins so for a formula; some take the wide forms (U+FF0B, U+FF0D,
 * U+FF1D, U+FF20) as well. */
static gboolean
is_risky (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case '|':
    case '%':
    case 0xff0b:
    case 0xff0d:
    case 0xff1d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

char *
huis_inventory_csv_dup_cell (const char *text)
{
  GString *cell = g_string_new ("\"");

  if (text != NULL && text[0] != '\0' && is_risky (text))
    g_string_append_c (cell, '\'');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (cell, '"');
      g_string_append_c (cell, *p);
    }
  g_string_append_c (cell, '"');

  return g_string_free (cell, FALSE);
}

static void
add_cell (GString *csv, const char *text)
{
  g_autofree char *cell = huis_inventory_csv_dup_cell (text);

  if (csv->len > 0 && csv->str[csv->len - 1] == '"')
    g_string_append_c (csv, ',');
  g_string_append (csv, cell);
}

static void
add_number (GString *csv, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  add_cell (csv, text);
}

/* ISO 8601: every spreadsheet knows it for a day. */
static void
add_day (GString *csv, gint64 when)
{
  g_autoptr (GDateTime) day = when > 0 ? g_date_time_new_from_unix_local (when) : NULL;
  g_autofree char *text = day != NULL ? g_date_time_format (day, "%Y-%m-%d") : NULL;

  add_cell (csv, text);
}

static void
end_line (GString *csv)
{
  g_string_append (csv, "\r\n");
}

static void
add_headings (GString *csv, gboolean addresses)
{
  const char *const headings[] = {
    _ ("Name"),          _ ("Kind"),  _ ("Brand"),      _ ("Model"),      _ ("Room"),
    _ ("Kept by"),       _ ("Note"),  _ ("Address"),    _ ("First seen"), _ ("Last seen"),
    _ ("Updates until"), _ ("To do"), _ ("Not tested"), _ ("In order"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_cell (csv, headings[i]);
  if (addresses)
    add_cell (csv, _ ("MAC address"));
  end_line (csv);
}

static const char *
get_room_title (HuisCatalogue *catalogue, HuisDevice *device)
{
  const char *id = huis_device_get_room (device);
  const HuisRoom *room = id != NULL ? huis_catalogue_find_room (catalogue, id) : NULL;

  return room != NULL ? huis_catalogue_text (room->title) : id;
}

static void
add_device (GString *csv,
            HuisNetwork *network,
            HuisCatalogue *catalogue,
            HuisDevice *device,
            gboolean addresses)
{
  const HuisKindInfo *kind = huis_catalogue_get_kind (catalogue, huis_device_get_kind (device));
  HuisTally tally = huis_assessment_count (network, catalogue, HUIS_SCOPE_DEVICE, device);

  add_cell (csv, huis_device_get_title (device));
  add_cell (csv, huis_catalogue_text (kind->title));
  add_cell (csv, huis_device_get_maker (device));
  add_cell (csv, huis_device_get_model (device));
  add_cell (csv, get_room_title (catalogue, device));
  add_cell (csv, huis_device_get_keeper (device));
  add_cell (csv, huis_device_get_note (device));
  add_cell (csv, huis_device_get_address (device));
  add_day (csv, huis_device_get_first_seen (device));
  add_day (csv, huis_device_get_last_seen (device));
  add_cell (csv, huis_device_get_support_until (device));
  add_number (csv, tally.n[HUIS_STATUS_TO_DO]);
  add_number (csv, tally.n[HUIS_STATUS_NOT_TESTED]);
  add_number (csv, tally.n[HUIS_STATUS_IN_ORDER]);
  if (addresses)
    add_cell (csv, huis_device_get_mac (device));
  end_line (csv);
}

GBytes *
huis_inventory_csv_new (HuisNetwork *network, HuisCatalogue *catalogue, gboolean addresses)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);
  GString *csv = g_string_new (BYTE_ORDER_MARK);
  gsize length;

  add_headings (csv, addresses);
  for (guint i = 0; i < n; i++)
    add_device (csv, network, catalogue, huis_inventory_peek (inventory, i), addresses);
  length = csv->len;

  return g_bytes_new_take (g_string_free (csv, FALSE), length);
}
