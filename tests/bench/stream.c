/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long the main loop stands still while devices stream in: the real window on the inventory
 * page, fed by tests/bench/stream.py with a scanner that prints as fast as it can. Prints the
 * longest and the 99th percentile of the gaps, in milliseconds, and the number of devices listed:
 * by the wall, and of the processor's time alone, which other work on the machine doesn't lengthen.
 * And how long after the look began the first device stood on the screen, and what memory it took.
 */
#include "huis-application.h"

#include <time.h>

#define TICK_MS 1

typedef struct
{
  HuisApplication *application;
  GArray *gaps; /* double, ms */
  GArray *work; /* double, ms of the processor */
  gint64 last;
  double last_work;
  gboolean looking;
  gint64 begun;
  gint64 first_painted; /* 0: not yet */
} Bench;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
work_so_far (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return (double) spent.tv_sec * 1e3 + (double) spent.tv_nsec / 1e6;
}

static void
report_gaps (const char *what, GArray *gaps)
{
  g_array_sort (gaps, compare_doubles);
  g_print ("%s max %.1f ms, p99 %.1f ms\n", what, g_array_index (gaps, double, gaps->len - 1),
           g_array_index (gaps, double, gaps->len * 99 / 100));
}

/* What the process takes of the memory, in kB: proc(5), "Pss" of smaps_rollup. */
static guint64
memory (void)
{
  g_autofree char *text = NULL;
  const char *found = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    found = strstr (text, "\nPss:");

  return found != NULL ? g_ascii_strtoull (found + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
report (Bench *bench, HuisNetwork *network)
{
  g_print ("devices %u, ticks %u\n",
           huis_inventory_get_n_devices (huis_network_get_inventory (network)), bench->gaps->len);
  g_print ("first device on the screen after %.0f ms\n",
           (double) (bench->first_painted - bench->begun) / 1000.0);
  g_print ("memory %.1f MB (PSS)\n", (double) memory () / 1024.0);
  report_gaps ("gap by the wall:", bench->gaps);
  report_gaps ("work in one go: ", bench->work);
}

static gboolean
tick_cb (gpointer user_data)
{
  Bench *bench = user_data;
  HuisSession *session = huis_application_get_session (bench->application);
  HuisNetwork *network = huis_session_get_network (session);
  gint64 now = g_get_monotonic_time ();

  if (!bench->looking && network != NULL)
    {
      huis_network_set_owner (network, HUIS_OWNER_MINE);
      bench->begun = now;
      bench->looking = huis_session_look (session);
    }
  else if (bench->looking)
    {
      double gap = (double) (now - bench->last) / 1000.0 - TICK_MS;
      double work = work_so_far () - bench->last_work;

      g_array_append_val (bench->gaps, gap);
      g_array_append_val (bench->work, work);
      if (huis_session_get_looking (session) == HUIS_LOOK_NONE)
        {
          report (bench, network);
          g_application_quit (G_APPLICATION (bench->application));
          return G_SOURCE_REMOVE;
        }
    }
  bench->last = now;
  bench->last_work = work_so_far ();

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *list = find_list (child);

      if (list != NULL)
        return list;
    }

  return NULL;
}

/* What the list had when a frame began stands in that frame: it grows between frames. */
static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (bench->application));
  GtkWidget *list =
      bench->looking && bench->first_painted == 0 ? find_list (GTK_WIDGET (window)) : NULL;

  if (list != NULL &&
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0)
    bench->first_painted = g_get_monotonic_time ();
}

static gboolean
begin_cb (gpointer user_data)
{
  Bench *bench = user_data;
  HuisSession *session = huis_application_get_session (bench->application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (bench->application));

  gtk_widget_activate_action (gtk_window_get_focus (window), "wizard.go", "s", "inventory");
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), bench);
  huis_interfaces_find (huis_session_get_interfaces (session));
  g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, tick_cb, bench, NULL);

  return G_SOURCE_REMOVE;
}

static void
activated_cb (GApplication *application, Bench *bench)
{
  g_timeout_add (1000, begin_cb, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (HuisApplication) application = NULL;
  Bench bench = { 0 };

  gtk_disable_setlocale ();
  application = huis_application_new ();
  bench.application = application;
  bench.gaps = g_array_new (FALSE, FALSE, sizeof (double));
  bench.work = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), &bench);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
