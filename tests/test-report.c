/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-checklist.h"
#include "huis-icon.h"
#include "huis-paper.h"
#include "huis-pdf.h"
#include "huis-save.h"
#include "sample-network.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define NOW 1800000000

static HuisCatalogue *catalogue;

static HuisChecklist *
make_checklist (HuisNetwork *network, HuisSheet sheet, gboolean addresses)
{
  HuisChecklistOptions options = { .sheet = sheet, .addresses = addresses, .now = NOW };

  return huis_checklist_new (network, catalogue, &options);
}

static const HuisChecklistBlock *
find_block (const HuisChecklist *list, const char *title)
{
  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      if (strcmp (block->title, title) == 0)
        return block;
    }

  return NULL;
}

static const HuisChecklistItem *
find_item (const HuisChecklistBlock *block, HuisStatus status)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (block->items, i);

      if (item->status == status)
        return item;
    }

  return NULL;
}

static void
test_all (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  const HuisChecklistBlock *camera = find_block (list, "Camera tuin");
  const HuisChecklistUrgent *first;

  g_assert_cmpstr (list->network, ==, "ZiggoA1B2");
  g_assert_cmpuint (list->devices->len, ==, 8);
  g_assert_nonnull (list->router);
  g_assert_nonnull (list->home);
  g_assert_nonnull (list->shopping);
  g_assert_cmpuint (list->help->len, ==, 3);

  g_assert_cmpuint (list->urgent->len, ==, 3);
  first = g_ptr_array_index (list->urgent, 0);
  g_assert_cmpstr (first->where, ==, "Camera tuin");

  g_assert_nonnull (camera);
  g_assert_cmpstr (camera->room, ==, "Garden or balcony");
  /* The heaviest comes first, what was answered last. */
  g_assert_cmpint (((HuisChecklistItem *) g_ptr_array_index (camera->items, 0))->status, ==,
                   HUIS_STATUS_TO_DO);
  g_assert_nonnull (strstr (find_item (camera, HUIS_STATUS_IN_ORDER)->remark, "you\302\240said"));
  g_assert_nonnull (strstr (find_item (camera, HUIS_STATUS_TO_DO)->remark, "seen"));
}

/* A day to look again was chosen, and nobody knows when: no day is made up for it. */
static void
test_no_day (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (1, FALSE, NOW);
  g_autoptr (HuisChecklist) list = NULL;

  huis_network_set_next_look (network, g_get_real_time () / G_USEC_PER_SEC + 100000);
  list = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  g_assert_cmpstr (find_item (list->home, HUIS_STATUS_IN_ORDER)->remark, ==, "");
}

static void
test_rooms_in_order (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (24, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  const HuisChecklistBlock *last = g_ptr_array_index (list->devices, list->devices->len - 1);
  guint changes = 0;

  for (guint i = 1; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *before = g_ptr_array_index (list->devices, i - 1);
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      g_assert_cmpuint (before->room_order, <=, block->room_order);
      changes += strcmp (before->room, block->room) != 0;
    }
  /* Nine rooms, one of them with a name of its own, and last those without. */
  g_assert_cmpuint (changes, ==, 8);
  g_assert_cmpstr (last->room, ==, "");
}

static void
test_to_do (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_TO_DO, FALSE);

  /* Four are to move to the guest network, one more has an open door; the TV was accepted. */
  g_assert_cmpuint (list->devices->len, ==, 5);
  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      for (guint j = 0; j < block->items->len; j++)
        {
          const HuisChecklistItem *item = g_ptr_array_index (block->items, j);

          g_assert_cmpint (item->status, ==, HUIS_STATUS_TO_DO);
          g_assert_true (item->steps != NULL || item->like != NULL);
        }
    }
  /* What is not on it, it says. */
  g_assert_nonnull (strstr (list->left_out, "3 devices"));
  g_assert_nonnull (strstr (list->left_out, "not tested"));
}

static guint
count_references (const HuisChecklist *list, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      for (guint j = 0; j < block->items->len; j++)
        {
          const HuisChecklistItem *item = g_ptr_array_index (block->items, j);

          g_assert_true ((item->steps != NULL) != (item->like != NULL));
          n += item->like != NULL && strstr (item->like, title) != NULL;
        }
    }

  return n;
}

/* The same steps for several devices stand at the most urgent of them. */
static void
test_steps_once (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (24, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_TO_DO, FALSE);
  const HuisChecklistBlock *first = NULL;

  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      if (strstr (block->title, "Camera tuin") != NULL &&
          (first == NULL || block->rank < first->rank))
        first = block;
    }
  g_assert_nonnull (find_item (first, HUIS_STATUS_TO_DO)->steps);
  g_assert_cmpuint (count_references (list, first->title), >, 1);
}

static void
test_one_device (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  HuisInventory *inventory = huis_network_get_inventory (network);
  HuisDevice *gateway = huis_inventory_find_gateway (inventory);
  HuisDevice *other = huis_inventory_peek (inventory, 3);
  HuisChecklistOptions options = { .sheet = HUIS_SHEET_DEVICE, .now = NOW };
  g_autoptr (HuisChecklist) router = NULL;
  g_autoptr (HuisChecklist) device = NULL;

  options.device_id = huis_device_get_id (other);
  device = huis_checklist_new (network, catalogue, &options);
  g_assert_cmpuint (device->devices->len, ==, 1);
  g_assert_null (device->router);
  g_assert_nonnull (find_block (device, huis_device_get_title (other)));

  options.device_id = huis_device_get_id (gateway);
  router = huis_checklist_new (network, catalogue, &options);
  g_assert_cmpint (router->sheet, ==, HUIS_SHEET_ROUTER);
  g_assert_nonnull (router->router);
}

static const HuisChecklistItem *
find_titled (const HuisChecklistBlock *block, const char *title)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const HuisChecklistItem *item = g_ptr_array_index (block->items, i);

      if (strcmp (item->title, title) == 0)
        return item;
    }

  return NULL;
}

/* What is known of the maker is on the paper: the way on the whole list, all steps on the sheet of
 * the device, which says where they were read. */
static void
test_maker (void)
{
  g_autoptr (HuisMakerGuides) guides = huis_maker_guides_new (g_getenv ("HUISWACHT_DATADIR"), NULL);
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  HuisDevice *camera =
      huis_inventory_find_by_address (huis_network_get_inventory (network), "10.0.0.3");
  g_autoptr (HuisIdentity) identity = huis_identity_new ();
  HuisChecklistOptions options = { .sheet = HUIS_SHEET_DEVICE,
                                   .device_id = huis_device_get_id (camera),
                                   .now = NOW };
  g_autoptr (HuisChecklist) all = NULL;
  g_autoptr (HuisChecklist) sheet = NULL;
  const HuisChecklistItem *item;

  identity->maker = g_strdup ("Reolink");
  huis_device_set_identity (camera, identity);
  huis_network_set_maker_guides (network, guides);
  all = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  item = find_titled (find_block (all, "Camera tuin"), "Choose your own password");
  g_assert_true (g_str_has_prefix (item->look_for, "Go to “Device Settings” › “Advanced”"));
  g_assert_null (item->steps);

  sheet = huis_checklist_new (network, catalogue, &options);
  item = find_titled (find_block (sheet, "Camera tuin"), "Choose your own password");
  g_assert_cmpstr (item->steps[0], ==, "Open the app “Reolink” on your phone.");
  g_assert_nonnull (strstr (find_block (sheet, "Camera tuin")->sources, "reolink.com"));
  g_assert_nonnull (
      strstr (find_block (sheet, "Camera tuin")->pages, "Updates: reolink.com/download-center"));
  g_assert_cmpstr (find_block (all, "Camera tuin")->pages, ==, "");
}

/* What the name of a device says is not said twice; part of a word in it says nothing. */
static void
test_facts (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  HuisDevice *camera =
      huis_inventory_find_by_address (huis_network_get_inventory (network), "10.0.0.3");
  g_autoptr (HuisIdentity) identity = huis_identity_new ();
  g_autoptr (HuisChecklist) list = NULL;
  g_autoptr (HuisChecklist) other = NULL;

  identity->maker = g_strdup ("Reolink");
  identity->model = g_strdup ("E1");
  huis_device_set_identity (camera, identity);
  huis_device_set_given_name (camera, "Reolink E1");
  list = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  g_assert_cmpstr (find_block (list, "Reolink E1")->facts, ==, "Camera");

  huis_device_set_given_name (camera, "Reolinks E10");
  other = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  g_assert_cmpstr (find_block (other, "Reolinks E10")->facts, ==, "Camera · Reolink · E1");
}

static void
test_addresses (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (2, FALSE, NOW);
  g_autoptr (HuisChecklist) without = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  g_autoptr (HuisChecklist) with = make_checklist (network, HUIS_SHEET_ALL, TRUE);

  g_assert_null (strstr (find_block (without, "Voordeurbel")->facts, "00:17:88"));
  g_assert_nonnull (strstr (find_block (with, "Voordeurbel")->facts, "00:17:88"));
}

static void
test_picture (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_PICTURE, FALSE);
  g_autoptr (HuisChecklist) other = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  g_autoptr (HuisChecklist) office = NULL;
  g_autofree char *words = huis_checklist_dup_picture_words (list);

  g_assert_cmpstr (list->heading, ==, "Picture of the home");
  huis_network_set_owner (network, HUIS_OWNER_ORGANISATION);
  office = make_checklist (network, HUIS_SHEET_PICTURE, FALSE);
  g_assert_cmpstr (office->heading, ==, "Picture of the network");

  /* All that the picture shows, for who can't see it; and nothing is claimed. */
  g_assert_nonnull (strstr (words, "Router: FRITZ!Box thuis."));
  g_assert_nonnull (strstr (words, "Meter cupboard: NAS, Hue Bridge."));
  g_assert_true (g_str_has_prefix (words, "Not tested:"));
  g_assert_cmpuint (list->n_doors, ==, 0);
  g_assert_null (huis_checklist_dup_picture_words (other));
}

static guint
count_pages (guint n_devices, double width, double height, gboolean large)
{
  g_autoptr (HuisNetwork) network = sample_network_new (n_devices, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_ALL, FALSE);
  HuisPaperFormat format = { width, height, large, "en" };
  g_autoptr (HuisPaper) paper = huis_paper_new (g_steal_pointer (&list), &format);

  if (n_devices <= 100 && width > 500)
    g_assert_cmpuint (huis_paper_get_n_left_out (paper), ==, 0);
  if (n_devices > 100)
    g_assert_cmpuint (huis_paper_get_n_left_out (paper), >, n_devices / 2);

  return huis_paper_get_n_pages (paper);
}

static void
test_pages (void)
{
  guint many;

  g_assert_cmpuint (count_pages (0, HUIS_PAPER_A4_WIDTH, HUIS_PAPER_A4_HEIGHT, FALSE), ==, 1);
  g_assert_cmpuint (count_pages (8, HUIS_PAPER_A4_WIDTH, HUIS_PAPER_A4_HEIGHT, FALSE), <=, 3);
  g_assert_cmpuint (count_pages (8, HUIS_PAPER_A4_WIDTH, HUIS_PAPER_A4_HEIGHT, TRUE), >, 2);
  many = count_pages (1000, HUIS_PAPER_LETTER_WIDTH, HUIS_PAPER_LETTER_HEIGHT, FALSE);
  g_assert_cmpuint (many, >, HUIS_PAPER_PAGES_MAX - 2);
  g_assert_cmpuint (many, <=, HUIS_PAPER_PAGES_MAX);
  /* Paper that is too small for anything is no reason to fall over. */
  g_assert_cmpuint (count_pages (2, 1, 1, TRUE), >=, 1);
}

static void
test_hostile_names (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (30, TRUE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_ALL, TRUE);
  HuisPaperFormat format = { HUIS_PAPER_A4_WIDTH, HUIS_PAPER_A4_HEIGHT, FALSE, "nl" };
  g_autoptr (HuisPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_assert_nonnull (find_block (list, "<b>Tom & Jerry</b>"));
  g_assert_nonnull (find_block (list, "Line break Approved by your provider"));
  paper = huis_paper_new (g_steal_pointer (&list), &format);
  pdf = huis_pdf_new (paper, "nl", &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

static void
test_pdf_language (void)
{
  static const char odd[] = "%PDF-1.4\n\0\0 not one of Cairo's";
  g_autoptr (GBytes) input = g_bytes_new_static (odd, sizeof odd);
  g_autoptr (GBytes) same = huis_pdf_add_language (input, "nl");
  g_autoptr (HuisNetwork) network = sample_network_new (1, FALSE, NOW);
  g_autoptr (HuisChecklist) list = make_checklist (network, HUIS_SHEET_SHOPPING, FALSE);
  HuisPaperFormat format = { HUIS_PAPER_A4_WIDTH, HUIS_PAPER_A4_HEIGHT, FALSE, "nl" };
  g_autoptr (HuisPaper) paper = huis_paper_new (g_steal_pointer (&list), &format);
  g_autoptr (GBytes) pdf = huis_pdf_new (paper, "nl", NULL);
  g_autoptr (GBytes) injected = huis_pdf_add_language (pdf, "nl) >> (");
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  g_assert_true (g_bytes_equal (input, same));
  g_assert_true (g_bytes_equal (pdf, injected));
  g_assert_nonnull (memmem (data, length, "/Lang (nl)", 10));
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("huis-save-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent", "list.csv", NULL);
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("second", 6);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  struct stat info;

  g_assert_true (huis_save (path, first, &error));
  g_assert_true (huis_save (path, second, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "second");
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  g_assert_false (huis_save (absent, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (huis_save (folder, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_false (huis_save ("/dev/null", first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_icon_paths (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 16, 16);
  cairo_t *cr = cairo_create (surface);
  double x1, y1, x2, y2;

  /* A circle of radius 5 around 8,8, of two arcs. */
  g_assert_true (huis_icon_add_path (cr, "M3 8a5 5 0 0 1 10 0A5 5 0 0 1 3 8z"));
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x1, 3, 0.05);
  g_assert_cmpfloat_with_epsilon (y1, 3, 0.05);
  g_assert_cmpfloat_with_epsilon (x2, 13, 0.05);
  g_assert_cmpfloat_with_epsilon (y2, 13, 0.05);

  g_assert_false (huis_icon_add_path (cr, "M1 1 Q 2 2 3 3"));
  g_assert_false (huis_icon_add_path (cr, "M1"));
  g_assert_false (huis_icon_add_path (cr, "M1 1z5"));
  g_assert_true (huis_icon_add_path (cr, ""));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/report/checklist/all", test_all);
  g_test_add_func ("/report/checklist/no-day", test_no_day);
  g_test_add_func ("/report/checklist/rooms-in-order", test_rooms_in_order);
  g_test_add_func ("/report/checklist/to-do", test_to_do);
  g_test_add_func ("/report/checklist/steps-once", test_steps_once);
  g_test_add_func ("/report/checklist/one-device", test_one_device);
  g_test_add_func ("/report/checklist/maker", test_maker);
  g_test_add_func ("/report/checklist/facts", test_facts);
  g_test_add_func ("/report/checklist/addresses", test_addresses);
  g_test_add_func ("/report/checklist/picture", test_picture);
  g_test_add_func ("/report/paper/pages", test_pages);
  g_test_add_func ("/report/paper/hostile-names", test_hostile_names);
  g_test_add_func ("/report/pdf/language", test_pdf_language);
  g_test_add_func ("/report/save", test_save);
  g_test_add_func ("/report/icon-paths", test_icon_paths);
  status = g_test_run ();
  g_clear_object (&catalogue);

  return status;
}
