/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/*
 * Draws one of our own symbolic icons ("huis-camera-symbolic") as filled paths, in the source
 * colour of @cr, so that it is sharp at any size and on any printer.
 *
 * It reads the part of SVG that these icons use and no more: path elements whose data holds
 * M, L, H, V, A, C and Z (SVG 1.1, 8.3) on a square of 16 units. An icon that is not there draws
 * nothing: its words stand beside it.
 */
void huis_icon_draw (cairo_t *cr, const char *icon_name, double x, double y, double size);

/* Adds the path of SVG path data to @cr. %FALSE where it holds anything else; for tests. */
gboolean huis_icon_add_path (cairo_t *cr, const char *data);

G_END_DECLS
