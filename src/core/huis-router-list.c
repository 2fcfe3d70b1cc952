/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-list"

#include "huis-router-list.h"

#include "huis-text.h"

#include <gio/gio.h>
#include <string.h>

#define LINE_COUNT_MAX 20000
#define LINE_CHARS_MAX 4096

#define MAC_PATTERN                                                                                \
  "(?<![0-9A-Fa-f:.-])(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}|"              \
  "[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}|[0-9A-Fa-f]{12})(?![0-9A-Fa-f:.-])"
#define ADDRESS_PATTERN "(?<![0-9.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![0-9.])"
/* What parts the cells of a line. */
#define CELL_PATTERN "\\t|;|,|\\||\\s{2,}|\"\\s*:\\s*\"|[{}\"]"
/* Cells that are no name, whole; the words of the statuses, in the languages of menus. */
#define NOISE_PATTERN                                                                              \
  "^(?:[\\W\\d_]*|.*\\b(?:[kmg]bit|[kmg]bps|mbit/s|dbm|ghz|seconds?|hours?|days?|uur)\\b.*|"       \
  "(?:on|off)line|(?:in)?acti(?:ve|ef|v)|(?:dis)?connected|verbonden|getrennt|"                    \
  "yes|no|ja|nee|true|false|null|none|unknown|onbekend|wi-?fi.*|wlan.*|w?lan ?\\d*|ethernet|"      \
  "wired|wireless|bedraad|draadloos|cable|kabel|dhcp|static|statisch|dynamic|dynamisch|"           \
  "permanent|never|nooit|infinite|ip(?:v[46])?|mac|details?|edit|wijzigen|delete|verwijderen|"     \
  "block|blokkeren|guest|gast|main|802\\.11\\w*|" LABEL_PATTERN ")$"
#define LABEL_PATTERN                                                                              \
  "(?:(?:host|device|client|computer|user)[ _-]?)?(?:name|naam)|hostnaam|apparaat(?:naam)?|"       \
  "devices?|clients?|hosts?|gerät|bezeichnung|"                                                   \
  "(?:mac|ip|hardware|physical)(?:v4)?[ _-]?(?:addresse?|adress?e?|adres)?|"                       \
  "status|state|type|interface|lease.*|port|connection|verbinding"
#define NAME_LABEL_PATTERN                                                                         \
  "^(?:(?:host|device|client|computer|user)[ _-]?)?(?:name|naam)$|^hostnaam$|^apparaat(?:naam)?$|" \
  "^bezeichnung$"

typedef struct
{
  GRegex *mac;
  GRegex *address;
  GRegex *cell;
  GRegex *noise;
  GRegex *name_label;
  int name_column; /* of the table that is being read; -1 where no heading told */
} Reader;

static void
clear_reader (Reader *reader)
{
  g_regex_unref (reader->mac);
  g_regex_unref (reader->address);
  g_regex_unref (reader->cell);
  g_regex_unref (reader->noise);
  g_regex_unref (reader->name_label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static void
free_entry (gpointer data)
{
  HuisRouterListEntry *entry = data;

  g_free (entry->mac);
  g_free (entry->address);
  g_free (entry->name);
  g_free (entry);
}

/* The first that @regex finds in @line, as @check makes it; %NULL where none passes. */
static char *
find (GRegex *regex, const char *line, char *(*check) (const char *text))
{
  g_autoptr (GMatchInfo) info = NULL;
  char *found = NULL;

  g_regex_match (regex, line, 0, &info);
  while (found == NULL && g_match_info_matches (info))
    {
      g_autofree char *text = g_match_info_fetch (info, 0);

      found = check (text);
      g_match_info_next (info, NULL);
    }

  return found;
}

/* Only those of a home: what else stands on the page is the router's outside, DNS and such. */
static char *
check_address (const char *text)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);

  if (address == NULL || !g_inet_address_get_is_site_local (address))
    return NULL;

  return g_inet_address_to_string (address);
}

static char *
check_mac (const char *text)
{
  char *mac = huis_text_normalise_mac (text);

  if (g_strcmp0 (mac, "00:00:00:00:00:00") == 0)
    g_clear_pointer (&mac, g_free);

  return mac;
}

static char *
take_name (Reader *reader, const char *cell)
{
  g_autofree char *clean = huis_text_clean (cell, -1, HUIS_TEXT_NAME_MAX);
  const char *colon = strchr (clean, ':');
  g_autofree char *label = colon != NULL ? g_strndup (clean, (gsize) (colon - clean)) : NULL;

  /* "Name: Printer" */
  if (label != NULL && g_regex_match (reader->noise, g_strstrip (label), 0, NULL))
    return take_name (reader, colon + 1);
  if (g_regex_match (reader->mac, clean, 0, NULL) ||
      g_regex_match (reader->address, clean, 0, NULL) ||
      g_regex_match (reader->noise, clean, 0, NULL) || strchr (clean, '=') != NULL)
    return NULL;

  return g_steal_pointer (&clean);
}

/* The first cell that can be a name; before all, the one below the heading that says so. */
static char *
find_name (Reader *reader, const char *line)
{
  g_auto (GStrv) parts = g_regex_split (reader->cell, line, 0);
  char *name = NULL;

  if (reader->name_column >= 0 && (guint) reader->name_column < g_strv_length (parts))
    name = take_name (reader, parts[reader->name_column]);
  for (guint i = 0; name == NULL && parts[i] != NULL; i++)
    name = take_name (reader, parts[i]);

  return name;
}

/* A heading of a table: one cell says "name", and there are others. */
static void
look_for_heading (Reader *reader, const char *line)
{
  g_auto (GStrv) parts = g_regex_split (reader->cell, line, 0);
  guint n = g_strv_length (parts);

  for (guint i = 0; n >= 2 && parts[i] != NULL; i++)
    if (g_regex_match (reader->name_label, g_strstrip (parts[i]), 0, NULL))
      {
        reader->name_column = (int) i;
        return;
      }
}

static void
fill (Reader *reader, HuisRouterListEntry *entry, const char *line)
{
  if (entry->address == NULL)
    entry->address = find (reader->address, line, check_address);
  if (entry->name == NULL)
    entry->name = find_name (reader, line);
}

static gboolean
is_known (GPtrArray *entries, const HuisRouterListEntry *entry)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const HuisRouterListEntry *other = g_ptr_array_index (entries, i);

      if (entry->mac != NULL ? g_strcmp0 (other->mac, entry->mac) == 0
                             : g_strcmp0 (other->address, entry->address) == 0)
        return TRUE;
    }

  return FALSE;
}

/*
 * What is told of the anchor in line @at: that line, then those that are nobody else's. In a list
 * below each other, the lines above the first anchor show whether a name stands above or below.
 */
static void
gather (Reader *reader, HuisRouterListEntry *entry, GStrv lines, guint from, guint at, guint to)
{
  fill (reader, entry, lines[at]);
  for (guint i = at; i > from; i--)
    fill (reader, entry, lines[i - 1]);
  for (guint i = at + 1; i < to; i++)
    fill (reader, entry, lines[i]);
}

static gboolean
says_something (Reader *reader, const char *line)
{
  g_autofree char *name = find_name (reader, line);

  return name != NULL || g_regex_match (reader->address, line, 0, NULL);
}

/* Whether each device is told in lines below each other, and the anchor comes last of them. */
static gboolean
comes_last (Reader *reader, GStrv lines, GArray *anchors)
{
  guint first = g_array_index (anchors, guint, 0);
  guint second = anchors->len > 1 ? g_array_index (anchors, guint, 1) : g_strv_length (lines);

  for (guint i = first + 1; i < second; i++)
    if (says_something (reader, lines[i]))
      return first > 0 && says_something (reader, lines[first - 1]);

  return TRUE;
}

static void
read_entries (Reader *reader, GStrv lines, GArray *anchors, GRegex *regex, GPtrArray *entries)
{
  gboolean last = anchors->len > 0 && comes_last (reader, lines, anchors);
  guint n = g_strv_length (lines);

  for (guint i = 0; i < anchors->len && entries->len < HUIS_ROUTER_LIST_ENTRIES_MAX; i++)
    {
      HuisRouterListEntry *entry = g_new0 (HuisRouterListEntry, 1);
      guint at = g_array_index (anchors, guint, i);
      guint before = i > 0 ? g_array_index (anchors, guint, i - 1) + 1 : at - MIN (at, 4);
      guint after = i + 1 < anchors->len ? g_array_index (anchors, guint, i + 1) : MIN (n, at + 5);

      if (regex == reader->mac)
        entry->mac = find (reader->mac, lines[at], check_mac);
      gather (reader, entry, lines, last ? before : at, at, last ? at + 1 : after);
      if (is_known (entries, entry))
        free_entry (entry);
      else
        g_ptr_array_add (entries, entry);
    }
}

static GArray *
find_anchors (GStrv lines, GRegex *regex, char *(*check) (const char *text))
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; lines[i] != NULL && i < LINE_COUNT_MAX; i++)
    {
      g_autofree char *found = find (regex, lines[i], check);

      if (found != NULL)
        g_array_append_val (anchors, i);
    }

  return anchors;
}

static GStrv
make_lines (const char *bytes, gssize length)
{
  gsize size = length < 0 ? strlen (bytes) : (gsize) length;
  g_autofree char *valid =
      g_utf8_make_valid (bytes, (gssize) MIN (size, HUIS_ROUTER_LIST_BYTES_MAX));
  g_autofree char *text = NULL;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) each = NULL;

  if (g_regex_match_simple ("<(?:!doctype|html|table|tr|div|td|li)\\b", valid, G_REGEX_CASELESS, 0))
    text = huis_router_list_strip_html (valid);
  else
    text = g_strdup (valid);
  /* One device an object, in what programs of routers keep within their pages. */
  for (char *end = text; (end = strchr (end, '}')) != NULL;)
    *end = '\n';
  each = g_strsplit_set (text, "\r\n", LINE_COUNT_MAX);

  for (guint i = 0; each[i] != NULL && i < LINE_COUNT_MAX; i++)
    {
      g_autofree char *line =
          g_utf8_substring (each[i], 0, MIN (g_utf8_strlen (each[i], -1), LINE_CHARS_MAX));

      if (*g_strchomp (line) != '\0')
        g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static void
init_reader (Reader *reader)
{
  reader->mac = g_regex_new (MAC_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  reader->address = g_regex_new (ADDRESS_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  reader->cell = g_regex_new (CELL_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  reader->noise = g_regex_new (NOISE_PATTERN, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  reader->name_label = g_regex_new (NAME_LABEL_PATTERN, G_REGEX_CASELESS, 0, NULL);
  reader->name_column = -1;
}

GPtrArray *
huis_router_list_read (const char *bytes, gssize length)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  g_auto (GStrv) lines = make_lines (bytes, length);
  g_auto (Reader) reader = { 0 };
  g_autoptr (GArray) anchors = NULL;
  GRegex *regex;

  init_reader (&reader);
  regex = reader.mac;
  anchors = find_anchors (lines, regex, check_mac);
  if (anchors->len == 0)
    {
      g_array_unref (anchors);
      regex = reader.address;
      anchors = find_anchors (lines, regex, check_address);
    }
  for (guint i = 0; anchors->len > 0 && i < g_array_index (anchors, guint, 0); i++)
    look_for_heading (&reader, lines[i]);
  read_entries (&reader, lines, anchors, regex, entries);

  return entries;
}

static HuisDevice *
find_device (HuisInventory *inventory, const HuisRouterListEntry *entry)
{
  g_autofree char *key = g_strconcat ("mac:", entry->mac, NULL);
  g_autofree char *random_key = g_strconcat ("random-mac:", entry->mac, NULL);

  for (guint i = 0; entry->mac != NULL && i < huis_inventory_get_n_devices (inventory); i++)
    {
      HuisDevice *device = huis_inventory_peek (inventory, i);

      if (huis_device_has_key (device, key) || huis_device_has_key (device, random_key))
        return device;
    }

  /* An address alone says little: tomorrow it is another device's. */
  return entry->mac == NULL ? huis_inventory_find_by_address (inventory, entry->address) : NULL;
}

static HuisDevice *
make_device (const HuisRouterListEntry *entry, gint64 now)
{
  HuisDevice *device = huis_device_new (HUIS_ORIGIN_ROUTER_LIST);
  g_autoptr (JsonObject) fields = json_object_new ();
  g_autoptr (HuisObservation) observation = NULL;

  json_object_set_string_member (fields, "type", "host");
  json_object_set_string_member (fields, "via", "router-list");
  huis_json_set_string (fields, "address", entry->address);
  huis_json_set_string (fields, "mac", entry->mac);
  observation = huis_observation_new (fields, now, NULL);
  if (observation != NULL)
    huis_device_add_observation (device, observation);
  if (entry->name != NULL)
    huis_device_set_given_name (device, entry->name);

  return device;
}

guint
huis_router_list_enter (HuisInventory *inventory, const GPtrArray *entries, gint64 now)
{
  guint n_new = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const HuisRouterListEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (HuisDevice) device = NULL;

      if (find_device (inventory, entry) != NULL ||
          huis_inventory_get_n_devices (inventory) >= HUIS_INVENTORY_DEVICES_MAX)
        continue;
      device = make_device (entry, now);
      huis_inventory_add_device (inventory, device);
      n_new++;
    }

  return n_new;
}
