/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-size"

#include "huis-paper-size.h"

#include <langinfo.h>

#define LETTER_HEIGHT_MM 279

/* glibc gives this number in the place of a pointer. */
static gboolean
letter_is_usual (void)
{
  return GPOINTER_TO_UINT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_HEIGHT_MM;
}

gboolean
huis_paper_size_lookup (const char *id, double *width, double *height)
{
  gboolean letter = id != NULL ? g_ascii_strcasecmp (id, "letter") == 0 : letter_is_usual ();

  if (id != NULL && !letter && g_ascii_strcasecmp (id, "a4") != 0)
    return FALSE;

  *width = letter ? HUIS_PAPER_LETTER_WIDTH : HUIS_PAPER_A4_WIDTH;
  *height = letter ? HUIS_PAPER_LETTER_HEIGHT : HUIS_PAPER_A4_HEIGHT;

  return TRUE;
}
