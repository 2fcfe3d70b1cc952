/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-icon"

#include "huis-icon.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define ICON_FOLDER "/io/github/huiswacht/Huiswacht/icons/scalable/actions/"
#define ICON_UNITS  16.0
#define NUMBERS_MAX 7

/* How many numbers each command takes. */
static int
count_numbers (char command)
{
  switch (g_ascii_tolower (command))
    {
    case 'm':
    case 'l':
      return 2;
    case 'h':
    case 'v':
      return 1;
    case 'a':
      return 7;
    case 'c':
      return 6;
    case 'z':
      return 0;
    default:
      return -1;
    }
}

typedef struct
{
  double rx, ry, rotation;
  gboolean large, sweep;
  double to_x, to_y;
} Arc;

/* Part of the circle of radius one around nothing, brought to its place by a transformation. */
static void
draw_unit_arc (cairo_t *cr,
               const Arc *arc,
               double centre_x,
               double centre_y,
               double begin,
               double end)
{
  cairo_matrix_t before;

  cairo_get_matrix (cr, &before);
  cairo_translate (cr, centre_x, centre_y);
  cairo_rotate (cr, arc->rotation);
  cairo_scale (cr, arc->rx, arc->ry);
  if (arc->sweep)
    cairo_arc (cr, 0, 0, 1, begin, end);
  else
    cairo_arc_negative (cr, 0, 0, 1, begin, end);
  cairo_set_matrix (cr, &before);
}

/* From two ends to a centre and two angles, as SVG 1.1 lays down in F.6.5 and F.6.6. */
static void
add_arc (cairo_t *cr, double from_x, double from_y, Arc *arc)
{
  double c = cos (arc->rotation), s = sin (arc->rotation);
  double dx = (from_x - arc->to_x) / 2, dy = (from_y - arc->to_y) / 2;
  double x = c * dx + s * dy, y = c * dy - s * dx;
  double stretch, factor, cx, cy;

  arc->rx = fabs (arc->rx);
  arc->ry = fabs (arc->ry);
  if (arc->rx < 1e-6 || arc->ry < 1e-6 || (fabs (dx) < 1e-9 && fabs (dy) < 1e-9))
    {
      cairo_line_to (cr, arc->to_x, arc->to_y);
      return;
    }

  x /= arc->rx;
  y /= arc->ry;
  stretch = x * x + y * y;
  if (stretch > 1)
    {
      arc->rx *= sqrt (stretch);
      arc->ry *= sqrt (stretch);
      x /= sqrt (stretch);
      y /= sqrt (stretch);
      stretch = 1;
    }
  factor = sqrt ((1 - stretch) / stretch) * (arc->large == arc->sweep ? -1 : 1);
  cx = factor * y;
  cy = -factor * x;
  draw_unit_arc (cr, arc, c * cx * arc->rx - s * cy * arc->ry + (from_x + arc->to_x) / 2,
                 s * cx * arc->rx + c * cy * arc->ry + (from_y + arc->to_y) / 2,
                 atan2 (y - cy, x - cx), atan2 (-y - cy, -x - cx));
}

static void
add_command (cairo_t *cr, char command, const double *n)
{
  gboolean relative = g_ascii_islower (command);
  double x = 0, y = 0, ox, oy;
  Arc arc;

  if (cairo_has_current_point (cr))
    cairo_get_current_point (cr, &x, &y);
  ox = relative ? x : 0;
  oy = relative ? y : 0;

  switch (g_ascii_tolower (command))
    {
    case 'm':
      cairo_move_to (cr, ox + n[0], oy + n[1]);
      break;
    case 'l':
      cairo_line_to (cr, ox + n[0], oy + n[1]);
      break;
    case 'h':
      cairo_line_to (cr, ox + n[0], y);
      break;
    case 'v':
      cairo_line_to (cr, x, oy + n[0]);
      break;
    case 'c':
      cairo_curve_to (cr, ox + n[0], oy + n[1], ox + n[2], oy + n[3], ox + n[4], oy + n[5]);
      break;
    case 'a':
      arc = (Arc){ n[0], n[1], n[2] * G_PI / 180, n[3] != 0, n[4] != 0, ox + n[5], oy + n[6] };
      add_arc (cr, x, y, &arc);
      break;
    default:
      cairo_close_path (cr);
    }
}

static const char *
skip_space (const char *data)
{
  while (*data == ' ' || *data == ',' || *data == '\n')
    data++;

  return data;
}

/* Returns where reading goes on, or %NULL where there were too few numbers. */
static const char *
read_numbers (const char *data, int wanted, double *numbers)
{
  for (int i = 0; i < wanted; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (data, &end);
      if (end == data || !isfinite (numbers[i]))
        return NULL;
      data = skip_space (end);
    }

  return data;
}

gboolean
huis_icon_add_path (cairo_t *cr, const char *data)
{
  char command = '\0';

  for (data = skip_space (data); *data != '\0';)
    {
      double numbers[NUMBERS_MAX] = { 0 };
      int wanted;

      if (g_ascii_isalpha (*data))
        command = *data++;
      wanted = count_numbers (command);
      if (wanted < 0)
        return FALSE;
      data = read_numbers (skip_space (data), wanted, numbers);
      if (data == NULL || (wanted == 0 && !g_ascii_isalpha (*data) && *data != '\0'))
        return FALSE;
      add_command (cr, command, numbers);
      /* More pairs after a first "M" are lines (SVG 1.1, 8.3.2). */
      if (command == 'M' || command == 'm')
        command = command == 'M' ? 'L' : 'l';
    }

  return TRUE;
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  cairo_t *cr = user_data;

  if (strcmp (element, "path") != 0)
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "d") == 0)
      {
        cairo_new_path (cr);
        if (huis_icon_add_path (cr, values[i]))
          cairo_fill (cr);
        cairo_new_path (cr);
      }
}

void
huis_icon_draw (cairo_t *cr, const char *icon_name, double x, double y, double size)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autofree char *path = g_strconcat (ICON_FOLDER, icon_name, ".svg", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GMarkupParseContext) context = NULL;

  if (bytes == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / ICON_UNITS, size / ICON_UNITS);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  context = g_markup_parse_context_new (&parser, 0, cr, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), NULL);
  cairo_restore (cr);
}
