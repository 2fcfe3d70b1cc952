/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-list"

#include "huis-router-list.h"

#include "huis-router-list-private.h"
#include "huis-text.h"

#include <gio/gio.h>
#include <string.h>

/* So many lines away from the address that tells a device, what else is told of it may stand. */
#define REACH 8

typedef struct
{
  GRegex *mac;
  GRegex *address;
  HuisListNames *names;
} Reader;

static void
clear_reader (Reader *reader)
{
  g_clear_pointer (&reader->mac, g_regex_unref);
  g_clear_pointer (&reader->address, g_regex_unref);
  g_clear_pointer (&reader->names, huis_list_names_free);
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

static void
fill (Reader *reader, HuisRouterListEntry *entry, const char *line)
{
  if (entry->address == NULL)
    entry->address = find (reader->address, line, check_address);
  if (entry->name == NULL)
    entry->name = huis_list_names_find (reader->names, line);
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
 * What is told of the anchor in line @at: in that line, or else in those that are nobody else's,
 * between @from and @to, the nearest first. A line with both addresses is a row: it tells all.
 */
static void
gather (Reader *reader, HuisRouterListEntry *entry, GStrv lines, guint from, guint at, guint to)
{
  fill (reader, entry, lines[at]);
  if (entry->mac != NULL && entry->address != NULL)
    return;

  if (entry->name == NULL)
    entry->name = huis_list_names_find_told (reader->names, lines, from, to);
  for (guint i = at; i > from; i--)
    fill (reader, entry, lines[i - 1]);
  for (guint i = at + 1; i < to; i++)
    fill (reader, entry, lines[i]);
}

static gboolean
says_something (Reader *reader, const char *line)
{
  g_autofree char *name = huis_list_names_find (reader->names, line);

  return name != NULL || g_regex_match (reader->address, line, 0, NULL);
}

/* In a list below each other, the lines above the first anchor show whether what is told of it
 * stands above or below. */
static gboolean
comes_last (Reader *reader, GStrv lines, GArray *anchors)
{
  guint first = g_array_index (anchors, guint, 0);
  guint second = anchors->len > 1 ? g_array_index (anchors, guint, 1) : g_strv_length (lines);

  for (guint i = first; i > first - MIN (first, REACH); i--)
    {
      g_autofree char *address = find (reader->address, lines[i - 1], check_address);

      if (address != NULL)
        return TRUE;
    }
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
      guint before = i > 0 ? g_array_index (anchors, guint, i - 1) + 1 : at - MIN (at, REACH);
      guint after =
          i + 1 < anchors->len ? g_array_index (anchors, guint, i + 1) : MIN (n, at + REACH + 1);

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

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *found = find (regex, lines[i], check);

      if (found != NULL)
        g_array_append_val (anchors, i);
    }

  return anchors;
}

GPtrArray *
huis_router_list_read (const char *bytes, gssize length)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  g_auto (GStrv) lines =
      huis_router_list_make_lines (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_auto (Reader) reader = { 0 };
  g_autoptr (GArray) anchors = NULL;
  GRegex *regex;

  reader.mac = g_regex_new (HUIS_ROUTER_LIST_MAC, G_REGEX_OPTIMIZE, 0, NULL);
  reader.address = g_regex_new (HUIS_ROUTER_LIST_ADDRESS, G_REGEX_OPTIMIZE, 0, NULL);
  regex = reader.mac;
  anchors = find_anchors (lines, regex, check_mac);
  if (anchors->len == 0)
    {
      g_array_unref (anchors);
      regex = reader.address;
      anchors = find_anchors (lines, regex, check_address);
    }
  reader.names =
      huis_list_names_new (lines, anchors->len > 0 ? g_array_index (anchors, guint, 0) : 0);
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
