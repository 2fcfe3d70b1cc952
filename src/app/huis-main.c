/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-main"

#include "huis-application.h"
#include "huis-language.h"

#include <glib/gi18n.h>
#include <signal.h>

int
main (int argc, char *argv[])
{
  g_autoptr (HuisApplication) application = NULL;

  /* A file that grows over a limit is a full disk: told in words, and no half file is left. */
  signal (SIGXFSZ, SIG_IGN);

  /* The locale is ours to set (see huis-language.h); GTK would set it once more, to "". */
  gtk_disable_setlocale ();
  huis_language_init ();
  g_set_application_name ("Huiswacht");

  application = huis_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
