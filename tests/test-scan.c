/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-scan.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GMainLoop *loop;
  char *folder;
  char *scanner;
  GPtrArray *types;
  gboolean finished;
  gboolean complete;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->folder = g_dir_make_tmp ("huiswacht-scan-XXXXXX", NULL);
  fixture->scanner = g_build_filename (fixture->folder, "scanner", NULL);
  fixture->types = g_ptr_array_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *count = g_build_filename (fixture->folder, "count", NULL);

  g_unlink (fixture->scanner);
  g_unlink (count);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->scanner);
  g_ptr_array_unref (fixture->types);
  g_main_loop_unref (fixture->loop);
}

static void
observation_cb (HuisScan *scan, HuisObservation *observation, Fixture *fixture)
{
  g_ptr_array_add (fixture->types, (gpointer) huis_observation_get_type_name (observation));
}

static void
finished_cb (HuisScan *scan, gboolean complete, Fixture *fixture)
{
  g_assert_false (fixture->finished); /* exactly once */
  fixture->finished = TRUE;
  fixture->complete = complete;
  g_main_loop_quit (fixture->loop);
}

/* A scanner that is a shell script: $body may use $0's folder. */
static HuisScan *
start (Fixture *fixture, const char *body)
{
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\ncd '%s'\n%s\n", fixture->folder, body);
  g_autoptr (JsonObject) request = json_object_new ();
  HuisScan *scan;

  g_assert_true (g_file_set_contents_full (fixture->scanner, script, -1, G_FILE_SET_CONTENTS_NONE,
                                           0700, NULL));
  json_object_set_string_member (request, "request", "discover");
  scan = huis_scan_new (fixture->scanner, request);
  g_signal_connect (scan, "observation", G_CALLBACK (observation_cb), fixture);
  g_signal_connect (scan, "finished", G_CALLBACK (finished_cb), fixture);
  huis_scan_start (scan);

  return scan;
}

static guint
count (Fixture *fixture, const char *type)
{
  guint n = 0;

  for (guint i = 0; i < fixture->types->len; i++)
    n += g_strcmp0 (fixture->types->pdata[i], type) == 0;

  return n;
}

#define HOST "echo '{\"type\":\"host\",\"address\":\"10.0.0.1\"}'\n"
#define DONE "echo '{\"type\":\"done\"}'\n"

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisScan) scan =
      start (fixture, "read request\ncase $request in *discover*) " HOST
                      " ;; esac\nprintf '{\"type\":\"ho'; sleep 0.1; printf 'st\"}\\n'\n" DONE);

  g_main_loop_run (fixture->loop);
  g_assert_true (fixture->complete);
  g_assert_cmpuint (count (fixture, "host"), ==, 2);
  g_assert_false (huis_scan_get_running (scan));
}

static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisScan) scan =
      start (fixture,
             "echo garbage\necho '[[[[['\nhead -c 3000000 /dev/zero | tr '\\0' x\necho\n"
             "printf '\\377\\376\\n'\nhead -c 60000 /dev/zero | tr '\\0' '['\necho\n" HOST DONE);

  g_main_loop_run (fixture->loop);
  g_assert_true (fixture->complete);
  g_assert_cmpuint (count (fixture, "host"), ==, 1);
  g_assert_cmpuint (huis_scan_get_n_refused (scan), ==, 5);
}

/* It dies once, and works when started again; nothing found is lost. */
static void
test_dies_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisScan) scan =
      start (fixture, HOST "if [ -e count ]; then " DONE "else touch count; kill -9 $$; fi");

  g_main_loop_run (fixture->loop);
  g_assert_true (fixture->complete);
  g_assert_cmpuint (count (fixture, "host"), ==, 2);
  g_assert_null (huis_scan_get_error (scan));
}

static void
test_dies_always (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisScan) scan = start (fixture, HOST "kill -9 $$");

  g_main_loop_run (fixture->loop);
  g_assert_false (fixture->complete);
  g_assert_cmpuint (count (fixture, "host"), ==, 3);
  g_assert_error (huis_scan_get_error (scan), G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) request = json_object_new ();
  g_autoptr (HuisScan) scan = huis_scan_new ("/nonexistent/huiswacht-scanner", request);

  g_signal_connect (scan, "finished", G_CALLBACK (finished_cb), fixture);
  huis_scan_start (scan);
  g_assert_true (fixture->finished);
  g_assert_false (fixture->complete);
  g_assert_error (huis_scan_get_error (scan), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gboolean
stop_cb (gpointer scan)
{
  huis_scan_stop (scan);

  return G_SOURCE_REMOVE;
}

/* A scanner that hears no signal is ended all the same. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HuisScan) scan = start (fixture, "trap '' TERM\n" HOST "while :; do sleep 0.05; done");

  g_timeout_add (300, stop_cb, scan);
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (count (fixture, "host"), ==, 1);
  g_assert_true (huis_scan_get_stopped (scan));
  g_assert_null (huis_scan_get_error (scan));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/scan/lines", test_lines);
  ADD ("/scan/garbage", test_garbage);
  ADD ("/scan/dies-once", test_dies_once);
  ADD ("/scan/dies-always", test_dies_always);
  ADD ("/scan/missing", test_missing);
  ADD ("/scan/stop", test_stop);
#undef ADD

  return g_test_run ();
}
