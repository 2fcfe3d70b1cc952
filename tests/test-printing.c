/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-printing.h"
#include "huis-settings.h"
#include "sample-network.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/* Printing as a person does it, in the dialog of GTK, to a file instead of a printer. */

#define NOW        1800000000
#define TIMEOUT_US (20 * G_USEC_PER_SEC)

static HuisCatalogue *catalogue;
static char *small_disk; /* a folder with room for next to nothing, or %NULL */

typedef struct
{
  guint n;
  gboolean sent;
  char *problem;
} Told;

static HuisPaper *
make_paper (double width, double height, gpointer user_data)
{
  g_autoptr (HuisNetwork) network = sample_network_new (8, FALSE, NOW);
  HuisChecklistOptions options = { .now = NOW };
  HuisPaperFormat format = { width, height, FALSE, "en" };

  return huis_paper_new (huis_checklist_new (network, catalogue, &options), &format);
}

static void
printed_cb (gboolean sent, const char *problem, gpointer owner)
{
  Told *told = g_object_get_data (owner, "told");

  told->n++;
  told->sent = sent;
  g_free (told->problem);
  told->problem = g_strdup (problem);
}

static GtkPrintUnixDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window) &&
          gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (window)) != NULL)
        return GTK_PRINT_UNIX_DIALOG (window);
    }

  return NULL;
}

/* GTK shows what went wrong in a window of its own as well. */
static void
close_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

      gtk_window_destroy (window);
    }
}

/* Prints to @uri and answers the dialog with @response; waits until @n messages came. */
static void
print (const char *uri, int response, guint n, Told *told)
{
  g_autoptr (GSettings) settings = huis_settings_new ();
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *chosen = g_strdup_printf (
      "[Print Settings]\nprinter=Print to File\noutput-file-format=pdf\noutput-uri=%s\n", uri);
  gint64 end = g_get_monotonic_time () + TIMEOUT_US;
  GtkPrintUnixDialog *dialog = NULL;

  g_assert_nonnull (settings);
  g_settings_set_string (settings, "print-settings", chosen);
  g_object_set_data (owner, "told", told);
  huis_printing_run (NULL, settings, make_paper, printed_cb, owner);
  while (told->n < n && g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      if (dialog == NULL && (dialog = find_dialog ()) != NULL)
        gtk_dialog_response (GTK_DIALOG (dialog), response);
    }
  g_assert_cmpuint (told->n, ==, n);
  close_windows ();
}

static void
test_printed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("huis-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *contents = NULL;
  Told told = { 0 };

  print (uri, GTK_RESPONSE_OK, 1, &told);
  g_assert_true (told.sent);
  g_assert_null (told.problem);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF"));

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The failure comes after all pages were laid out. */
static void
test_failed (void)
{
  Told told = { 0 };

  print ("file:///dev/null/paper.pdf", GTK_RESPONSE_OK, 1, &told);
  g_assert_false (told.sent);
  g_assert_nonnull (strstr (told.problem, "Is the printer on?"));
  g_free (told.problem);
}

/* No printer is to blame for that. */
static void
test_full_disk (void)
{
  Told told = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;

  if (small_disk == NULL)
    {
      g_test_skip ("no namespace");
      return;
    }
  path = g_build_filename (small_disk, "paper.pdf", NULL);
  uri = g_filename_to_uri (path, NULL, NULL);
  print (uri, GTK_RESPONSE_OK, 1, &told);
  g_assert_false (told.sent);
  g_assert_nonnull (strstr (told.problem, "The disk is full"));
  g_free (told.problem);
}

/* Who looked in vain for a printer reads what else can be done. */
static void
test_no_printer (void)
{
  Told told = { 0 };

  print ("file:///dev/null/paper.pdf", GTK_RESPONSE_CANCEL, 2, &told);
  g_assert_false (told.sent);
  g_assert_nonnull (strstr (told.problem, "No printer was found"));
  g_free (told.problem);
}

/* We stay who we are, or the session bus would not know us. */
static gboolean
write_map (const char *path, guint id)
{
  g_autofree char *map = g_strdup_printf ("%u %u 1", id, id);

  return g_file_set_contents_full (path, map, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL);
}

/* In a namespace of our own, as long as there are no threads. */
static char *
make_small_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("huis-print-XXXXXX", NULL);
  guint user = getuid (), group = getgid ();

  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
      g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE, 0644,
                                NULL) &&
      write_map ("/proc/self/uid_map", user) && write_map ("/proc/self/gid_map", group) &&
      mount ("tmpfs", folder, "tmpfs", 0, "size=16k") == 0)
    return g_steal_pointer (&folder);
  g_rmdir (folder);

  return NULL;
}

static void
remove_small_disk (void)
{
  if (small_disk == NULL)
    return;
  umount2 (small_disk, MNT_DETACH);
  g_rmdir (small_disk);
  g_clear_pointer (&small_disk, g_free);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *schemas = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  schemas = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  small_disk = make_small_disk ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      remove_small_disk ();
      return 0;
    }
  catalogue = huis_catalogue_new (g_getenv ("HUISWACHT_DATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/printing/printed", test_printed);
  g_test_add_func ("/printing/failed", test_failed);
  g_test_add_func ("/printing/full-disk", test_full_disk);
  g_test_add_func ("/printing/no-printer", test_no_printer);
  status = g_test_run ();
  g_clear_object (&catalogue);
  remove_small_disk ();

  return status;
}
