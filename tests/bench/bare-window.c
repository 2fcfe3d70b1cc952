/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The smallest window that libadwaita makes: what Huiswacht's own start and memory are measured
 * against (tests/bench/window.py). With --stay it stays until it is ended.
 */
#include <adwaita.h>
#include <string.h>

static gboolean stay;

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  g_print ("painted\n");
  if (!stay)
    gtk_window_close (window);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (painted_cb), window, G_CONNECT_DEFAULT);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  char *arguments[] = { argv[0], NULL };

  stay = argc > 1 && strcmp (argv[1], "--stay") == 0;
  application = adw_application_new ("io.github.huiswacht.BareWindow", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, arguments);
}
