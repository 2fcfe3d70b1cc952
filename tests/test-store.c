/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-state-file.h"
#include "huis-store.h"
#include "scratch-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("huiswacht-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "state.json", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
}

static HuisNetwork *
make_network (void)
{
  g_autoptr (HuisObservation) interface = huis_observation_new_from_line (
      "{\"type\":\"network\",\"interface\":\"eth0\",\"medium\":\"wire\",\"address\":\"10.0.0.5\","
      "\"prefix\":24,\"gateway\":\"10.0.0.1\",\"gateway_mac\":\"00:11:22:33:44:01\"}",
      -1, 5, NULL);

  return huis_network_new (interface);
}

static void
save_one (Fixture *fixture, const char *note)
{
  g_autoptr (HuisStore) store = huis_store_new (fixture->folder);
  HuisNetwork *network = huis_store_get_current (store);
  g_autoptr (HuisNetwork) fresh = NULL;
  g_autoptr (GError) error = NULL;

  if (network == NULL)
    network = fresh = make_network ();
  huis_store_set_current (store, network);
  huis_network_set_owner (network, HUIS_OWNER_MINE);
  huis_store_set_step (store, "router");
  huis_answers_set (huis_network_get_answers (network), "password", "device-1", HUIS_ANSWER_DONE,
                    note, 77);
  huis_store_flush (store, &error);
  g_assert_no_error (error);
}

static void
assert_saved (Fixture *fixture, HuisStateCondition condition, const char *note)
{
  g_autoptr (HuisStore) store = huis_store_new (fixture->folder);
  HuisNetwork *network = huis_store_get_current (store);
  const HuisAnswer *answer;
  g_autofree char *message = huis_store_dup_message (store);

  g_assert_cmpint (huis_store_get_condition (store), ==, condition);
  g_assert_cmpint (message == NULL, ==, condition == HUIS_STATE_LOADED);
  g_assert_nonnull (network);
  g_assert_cmpstr (huis_network_get_key (network), ==, "00:11:22:33:44:01 10.0.0.0/24");
  g_assert_true (huis_network_may_look (network));
  answer = huis_answers_get (huis_network_get_answers (network), "password", "device-1");
  g_assert_cmpint (answer->kind, ==, HUIS_ANSWER_DONE);
  g_assert_cmpint (answer->when, ==, 77);
  g_assert_cmpstr (answer->reason, ==, note);
  g_assert_cmpstr (huis_store_get_step (store), ==, "router");
  g_assert_true (huis_store_get_visited (store, "router"));
}

static guint
count_files (Fixture *fixture, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;

  return n;
}

static void
test_round (Fixture *fixture, gconstpointer data)
{
  GStatBuf info;

  save_one (fixture, "first");
  assert_saved (fixture, HUIS_STATE_LOADED, "first");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* Whatever happens to the file: what is loaded is whole, and the damaged file is kept. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  save_one (fixture, "first");
  save_one (fixture, "second");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));

  for (gsize cut = 0; cut < length - 1; cut += 1 + length / 40)
    {
      g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) cut, NULL));
      assert_saved (fixture, HUIS_STATE_FROM_BACKUP, "first");
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
  for (gsize at = 0; at < length - 1; at += 1 + length / 40)
    {
      g_autofree char *flipped = g_memdup2 (contents, length);

      flipped[at] ^= 0x21;
      g_assert_true (g_file_set_contents (fixture->path, flipped, (gssize) length, NULL));
      assert_saved (fixture, HUIS_STATE_FROM_BACKUP, "first");
    }
  g_assert_cmpuint (count_files (fixture, ".broken-"), ==, 3);

  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  assert_saved (fixture, HUIS_STATE_LOADED, "second");
}

static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autoptr (HuisStore) store = NULL;
  g_autofree char *message = NULL;

  g_assert_false (huis_state_file_write (fixture->path, deep, NULL));
  g_assert_true (g_file_set_contents (fixture->path, deep, -1, NULL));
  store = huis_store_new (fixture->folder);
  message = huis_store_dup_message (store);
  g_assert_cmpint (huis_store_get_condition (store), ==, HUIS_STATE_BROKEN);
  g_assert_nonnull (message);
  g_assert_cmpuint (count_files (fixture, ".broken-"), ==, 1);
}

static void
assert_left_alone (Fixture *fixture, HuisStateCondition condition)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (HuisStore) store = huis_store_new (fixture->folder);
  g_autoptr (HuisNetwork) network = make_network ();
  g_autofree char *message = huis_store_dup_message (store);

  g_file_get_contents (fixture->path, &before, NULL, NULL);
  g_assert_cmpint (huis_store_get_condition (store), ==, condition);
  g_assert_nonnull (message);
  huis_store_set_current (store, network);
  huis_network_set_owner (network, HUIS_OWNER_NOT_MINE);
  g_assert_true (huis_store_flush (store, NULL));
  g_file_get_contents (fixture->path, &after, NULL, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      g_file_set_contents (fixture->path, "{\"huiswacht\":99,\"x\":1}\nanything", -1, NULL));
  assert_left_alone (fixture, HUIS_STATE_NEWER);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may read every file");
      return;
    }
  save_one (fixture, "first");
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  assert_left_alone (fixture, HUIS_STATE_UNREADABLE);
}

static void
test_two_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisStore) first = NULL;
  g_autoptr (HuisStore) second = NULL;

  save_one (fixture, "first");
  first = huis_store_new (fixture->folder);
  second = huis_store_new (fixture->folder);
  g_assert_cmpint (huis_store_get_condition (first), ==, HUIS_STATE_LOADED);
  g_assert_cmpint (huis_store_get_condition (second), ==, HUIS_STATE_IN_USE);
  g_assert_nonnull (huis_store_get_current (second)); /* to look at, not to change */
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

/* Nobody calls flush: a change is on disk by itself. */
static void
test_saves_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (HuisStore) store = huis_store_new (fixture->folder);

  huis_store_set_room_done (store, "hall", TRUE);
  g_timeout_add (1500, quit_cb, loop);
  g_main_loop_run (loop);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_null (huis_store_get_save_error (store));
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;

  save_one (fixture, "first");
  {
    g_autoptr (HuisStore) store = huis_store_new (fixture->folder);

    huis_store_forget (store, huis_store_get_current (store));
    g_assert_null (huis_store_get_current (store));
    g_assert_true (huis_store_flush (store, NULL));
  }
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_null (strstr (contents, "00:11:22:33:44:01"));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "copy.json", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *other_path = g_build_filename (other, "state.json", NULL);
  g_autofree char *other_lock = g_build_filename (other, "state.json.lock", NULL);
  g_autoptr (HuisStore) store = huis_store_new (fixture->folder);
  g_autoptr (HuisStore) elsewhere = huis_store_new (other);
  g_autoptr (HuisNetwork) network = make_network ();
  g_autoptr (JsonObject) empty = json_object_new ();
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *copy = NULL;

  huis_store_set_current (store, network);
  huis_store_set_step (store, "router");
  copy = huis_store_dup_copy (store);
  g_assert_true (g_file_set_contents (file, copy, -1, NULL));

  state = huis_state_file_read (file, NULL);
  g_assert_nonnull (state);
  g_assert_false (huis_store_restore (elsewhere, empty));
  g_assert_true (huis_store_restore (elsewhere, state));
  g_assert_cmpuint (g_list_model_get_n_items (huis_store_get_networks (elsewhere)), ==, 1);
  g_assert_cmpstr (huis_network_get_key (huis_store_get_current (elsewhere)), ==,
                   huis_network_get_key (network));
  g_assert_cmpstr (huis_store_get_step (elsewhere), ==, "router");

  /* A second time makes no second network of it; an empty copy takes nothing away. */
  g_assert_true (huis_store_restore (elsewhere, state));
  g_assert_false (huis_store_restore (elsewhere, empty));
  g_assert_cmpuint (g_list_model_get_n_items (huis_store_get_networks (elsewhere)), ==, 1);
  g_assert_true (huis_store_flush (elsewhere, NULL));

  g_clear_object (&elsewhere);
  g_unlink (other_path);
  g_unlink (other_lock);
  g_rmdir (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/round", test_round);
  ADD ("/store/damage", test_damage);
  ADD ("/store/deep", test_deep);
  ADD ("/store/newer", test_newer);
  ADD ("/store/unreadable", test_unreadable);
  ADD ("/store/two-at-once", test_two_at_once);
  ADD ("/store/saves-itself", test_saves_itself);
  ADD ("/store/forget", test_forget);
  ADD ("/store/copy", test_copy);
#undef ADD

  return g_test_run ();
}
