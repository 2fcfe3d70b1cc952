/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-mac-vendor"

#include "huis-mac-vendor.h"

#include "huis-text.h"

#include <libudev.h>
#include <stdlib.h>
#include <string.h>

#define REGISTRY_DIR "/usr/share/ieee-data"

/* Addresses can be made up by the thousand. */
#define KNOWN_MAX 4096

/* The registries: blocks of 2^36, 2^28 and 2^12 addresses (IEEE RA tutorial), most specific first.
 */
static const struct
{
  const char *file;
  guint digits;
} registries[] = {
  { "oui36.csv", 9 },
  { "mam.csv", 7 },
  { "oui.csv", 6 },
};

typedef struct
{
  guint64 block;
  const char *name; /* in the mapped file, up to a comma or a quote */
} Assignment;

struct _HuisMacVendor
{
  struct udev *udev;
  struct udev_hwdb *hwdb;
  GMappedFile *files[G_N_ELEMENTS (registries)];
  GArray *blocks[G_N_ELEMENTS (registries)]; /* of Assignment, sorted */
  GHashTable *known;                         /* block of 36 bits as text → name or "" */
};

void
huis_mac_vendor_free (HuisMacVendor *self)
{
  g_clear_pointer (&self->hwdb, udev_hwdb_unref);
  g_clear_pointer (&self->udev, udev_unref);
  for (guint i = 0; i < G_N_ELEMENTS (registries); i++)
    {
      g_clear_pointer (&self->blocks[i], g_array_unref);
      g_clear_pointer (&self->files[i], g_mapped_file_unref);
    }
  g_hash_table_unref (self->known);
  g_free (self);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Assignment *left = a, *right = b;

  return left->block < right->block ? -1 : left->block > right->block;
}

/* One line: "MA-L,00D0EF,IGT,9295 PROTOTYPE DRIVE …"; the name may be quoted. */
static void
add_line (GArray *blocks, const char *line, const char *end, guint digits)
{
  const char *block = memchr (line, ',', (gsize) (end - line));
  Assignment assignment;
  char *after;

  if (block == NULL || end - block < (gssize) digits + 3)
    return;
  assignment.block = g_ascii_strtoull (block + 1, &after, 16);
  if (after != block + 1 + digits || *after != ',')
    return;
  assignment.name = after + 1;
  g_array_append_val (blocks, assignment);
}

static void
load_registry (HuisMacVendor *self, const char *folder, guint i)
{
  g_autofree char *path = g_build_filename (folder, registries[i].file, NULL);
  const char *line, *end;

  self->blocks[i] = g_array_new (FALSE, FALSE, sizeof (Assignment));
  self->files[i] = g_mapped_file_new (path, FALSE, NULL);
  line = self->files[i] != NULL ? g_mapped_file_get_contents (self->files[i]) : NULL;
  if (line == NULL)
    return;

  end = line + g_mapped_file_get_length (self->files[i]);
  while (line < end)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));

      if (line_end == NULL)
        break;
      add_line (self->blocks[i], line, line_end, registries[i].digits);
      line = line_end + 1;
    }
  g_array_sort (self->blocks[i], compare_blocks);
}

HuisMacVendor *
huis_mac_vendor_new (const char *registry)
{
  HuisMacVendor *self = g_new0 (HuisMacVendor, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (registry == NULL)
    {
      self->udev = udev_new ();
      self->hwdb = self->udev != NULL ? udev_hwdb_new (self->udev) : NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (registries); i++)
    load_registry (self, registry != NULL ? registry : REGISTRY_DIR, i);

  return self;
}

static char *
read_name (HuisMacVendor *self, guint i, const char *name)
{
  const char *end =
      g_mapped_file_get_contents (self->files[i]) + g_mapped_file_get_length (self->files[i]);
  char stop = ',';
  gsize length = 0;

  if (*name == '"')
    {
      stop = '"';
      name++;
    }
  while (name + length < end && name[length] != stop && name[length] != '\n')
    length++;

  return huis_text_clean (name, (gssize) length, HUIS_TEXT_FACT_MAX);
}

static char *
lookup_files (HuisMacVendor *self, const char *digits)
{
  for (guint i = 0; i < G_N_ELEMENTS (registries); i++)
    {
      g_autofree char *prefix = g_strndup (digits, registries[i].digits);
      Assignment key = { g_ascii_strtoull (prefix, NULL, 16), NULL };
      guint found;

      if (g_array_binary_search (self->blocks[i], &key, compare_blocks, &found))
        return read_name (self, i, g_array_index (self->blocks[i], Assignment, found).name);
    }

  return g_strdup ("");
}

static char *
lookup_hwdb (HuisMacVendor *self, const char *digits)
{
  g_autofree char *modalias = g_ascii_strup (digits, -1);
  g_autofree char *key = g_strconcat ("OUI:", modalias, NULL);
  struct udev_list_entry *entry;

  if (self->hwdb == NULL)
    return NULL;
  entry = udev_hwdb_get_properties_list_entry (self->hwdb, key, 0);
  entry = udev_list_entry_get_by_name (entry, "ID_OUI_FROM_DATABASE");
  if (entry == NULL)
    return NULL;

  return huis_text_clean (udev_list_entry_get_value (entry), -1, HUIS_TEXT_FACT_MAX);
}

const char *
huis_mac_vendor_lookup (HuisMacVendor *self, const char *mac)
{
  char digits[13];
  char *block;
  char *name;
  guint n = 0;

  if (mac == NULL || huis_text_mac_is_random (mac))
    return NULL;

  for (const char *p = mac; *p != '\0' && n < 12; p++)
    if (*p != ':')
      digits[n++] = *p;
  digits[n] = '\0';
  block = g_strndup (digits, 9);
  name = g_hash_table_lookup (self->known, block);
  if (name == NULL)
    {
      name = lookup_hwdb (self, digits);
      if (name == NULL)
        name = lookup_files (self, digits);
      if (g_hash_table_size (self->known) >= KNOWN_MAX)
        g_hash_table_remove_all (self->known);
      g_hash_table_insert (self->known, block, name);
    }
  else
    g_free (block);

  return *name != '\0' ? name : NULL;
}
