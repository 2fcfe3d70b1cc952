/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-pdf"

#include "config.h"

#include "huis-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const HuisPaper *paper)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, huis_paper_get_title (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Huiswacht");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Huiswacht");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
draw_pages (const HuisPaper *paper, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < huis_paper_get_n_pages (paper); i++)
    {
      huis_paper_draw_page (paper, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

GBytes *
huis_pdf_new (const HuisPaper *paper, const char *language, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  huis_paper_get_size (paper, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, data, width, height);
  /* Later versions may pack the objects, and every reader knows this one. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, paper);
  draw_pages (paper, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %s is what the system says. */
                   _ ("The PDF could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }

  pdf = g_byte_array_free_to_bytes (g_steal_pointer (&data));

  return huis_pdf_add_language (pdf, language);
}

/* The last place of @needle in the file, which may hold NUL bytes before it. */
static const char *
find_last (const char *data, gsize length, const char *needle)
{
  gsize n = strlen (needle);

  for (gsize i = length >= n ? length - n + 1 : 0; i > 0; i--)
    if (memcmp (data + i - 1, needle, n) == 0)
      return data + i - 1;

  return NULL;
}

static gboolean
read_number (const char *text, const char *key, guint *number)
{
  const char *found = strstr (text, key);

  if (found == NULL)
    return FALSE;
  *number = (guint) strtoul (found + strlen (key), NULL, 10);

  return *number > 0;
}

/* The dictionary of the catalogue, without its closing ">>". */
static char *
find_catalogue (const char *data, gsize length, guint number)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<< /Type /Catalog", number);
  const char *begin = find_last (data, length, head);
  const char *end;

  if (begin == NULL)
    return NULL;
  begin = strstr (begin, "<<");
  end = g_strstr_len (begin, (gssize) (length - (gsize) (begin - data)), ">>\nendobj");

  return end != NULL ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

static gboolean
is_language (const char *language)
{
  if (language == NULL || language[0] == '\0')
    return FALSE;
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;

  return TRUE;
}

GBytes *
huis_pdf_add_language (GBytes *pdf, const char *language)
{
  /* A copy, so that a NUL ends it. */
  gsize length = g_bytes_get_size (pdf);
  g_autoptr (GString) copy = g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) length);
  const char *trailer = find_last (copy->str, length, "\ntrailer\n");
  guint size, root, info, before;
  g_autofree char *catalogue = NULL;
  gsize object, table;
  const char *marked;

  if (!is_language (language) || trailer == NULL || !read_number (trailer, "/Size ", &size) ||
      !read_number (trailer, "/Root ", &root) || !read_number (trailer, "/Info ", &info) ||
      !read_number (trailer, "startxref\n", &before))
    return g_bytes_ref (pdf);
  catalogue = find_catalogue (copy->str, length, root);
  if (catalogue == NULL)
    return g_bytes_ref (pdf);

  /* Cairo 1.16 writes the structure, but not that it did (14.7.1). */
  marked = strstr (catalogue, "/StructTreeRoot") == NULL || strstr (catalogue, "/MarkInfo") != NULL
               ? ""
               : "   /MarkInfo << /Marked true >>\n";
  object = copy->len;
  g_string_append_printf (copy,
                          "%u 0 obj\n%s%s   /Lang (%s)\n"
                          "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          root, catalogue, marked, language);
  table = copy->len;
  g_string_append_printf (copy,
                          "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %u\n"
                          ">>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          root, object, size, root, info, before, table);
  length = copy->len;

  return g_bytes_new_take (g_string_free (g_steal_pointer (&copy), FALSE), length);
}
