/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-checklist.h"
#include "huis-inventory-csv.h"
#include "sample-network.h"

#include <stdlib.h>
#include <string.h>

#define NOW 1800000000

static HuisCatalogue *catalogue;

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "Printer", "\"Printer\"" },
    { "", "\"\"" },
    { NULL, "\"\"" },
    { "Anna's \"TV\"", "\"Anna's \"\"TV\"\"\"" },
    { "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"" },
    { "+31", "\"'+31\"" },
    { "-1", "\"'-1\"" },
    { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "\tTab", "\"'\tTab\"" },
    { "\xef\xbc\x9d\x31", "\"'\xef\xbc\x9d\x31\"" },
    { "a=b", "\"a=b\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = huis_inventory_csv_dup_cell (cases[i].text);

      g_assert_cmpstr (cell, ==, cases[i].cell);
    }
}

static void
test_csv (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (3, FALSE, NOW);
  g_autoptr (GBytes) bytes = huis_inventory_csv_new (network, catalogue, FALSE);
  g_autofree char *csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf\"Name\",\"Kind\","));
  /* A heading, the router, three devices, and nothing after the last line's end. */
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[5], ==, "");
  g_assert_true (g_str_has_prefix (lines[3], "\"Camera tuin\",\"Camera\","));
  g_assert_null (strstr (csv, "00:17:88"));
}

/* The numbers at the end of the line of "Camera tuin". */
static HuisTally
read_counts (HuisNetwork *network)
{
  g_autoptr (GBytes) bytes = huis_inventory_csv_new (network, catalogue, FALSE);
  g_autofree char *csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *line = strstr (csv, "\r\n\"Camera tuin\",");
  g_auto (GStrv) cells = NULL;
  HuisTally tally = { 0 };

  g_assert_nonnull (line);
  cells = g_strsplit (line, "\",\"", 14);
  g_assert_cmpuint (g_strv_length (cells), ==, 14);
  tally.n[HUIS_STATUS_TO_DO] = (guint) atoi (cells[11]);
  tally.n[HUIS_STATUS_NOT_TESTED] = (guint) atoi (cells[12]);
  tally.n[HUIS_STATUS_IN_ORDER] = (guint) atoi (cells[13]);

  return tally;
}

static const char *
find_tally (const HuisChecklist *list, const char *title)
{
  for (guint i = 0; i < list->devices->len; i++)
    {
      const HuisChecklistBlock *block = g_ptr_array_index (list->devices, i);

      if (strcmp (block->title, title) == 0)
        return block->tally;
    }

  g_assert_not_reached ();
}

/* A device that is to be looked at again counts for that in the list, as in the window. On paper
 * the network's own "look again" stands for it as long as it was not done. */
static void
test_csv_counts (void)
{
  g_autoptr (HuisNetwork) network = sample_network_new (3, FALSE, NOW);
  HuisDevice *camera =
      huis_inventory_find_by_address (huis_network_get_inventory (network), "10.0.0.3");
  HuisChecklistOptions options = { .sheet = HUIS_SHEET_ALL, .now = NOW };
  g_autoptr (HuisChecklist) paper = huis_checklist_new (network, catalogue, &options);
  HuisTally before = read_counts (network), after;
  HuisTally window = huis_assessment_count (network, catalogue, HUIS_SCOPE_DEVICE, camera);

  g_assert_cmpuint (before.n[HUIS_STATUS_TO_DO], ==, 2);
  g_assert_cmpuint (before.n[HUIS_STATUS_NOT_TESTED], ==, 8);
  g_assert_cmpuint (before.n[HUIS_STATUS_IN_ORDER], ==, 1);
  g_assert_cmpuint (window.n[HUIS_STATUS_NOT_TESTED], ==, 8);
  g_assert_nonnull (strstr (find_tally (paper, "Camera tuin"), "7\302\240not"));

  huis_answers_set (huis_network_get_answers (network), "device-look-again",
                    huis_device_get_id (camera), HUIS_ANSWER_DONE, NULL, NOW);
  after = read_counts (network);
  g_assert_cmpuint (after.n[HUIS_STATUS_TO_DO], ==, 2);
  g_assert_cmpuint (after.n[HUIS_STATUS_NOT_TESTED], ==, 7);
  g_assert_cmpuint (after.n[HUIS_STATUS_IN_ORDER], ==, 2);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/inventory-csv/cells", test_cells);
  g_test_add_func ("/inventory-csv/whole", test_csv);
  g_test_add_func ("/inventory-csv/counts", test_csv_counts);
  status = g_test_run ();
  g_clear_object (&catalogue);

  return status;
}
