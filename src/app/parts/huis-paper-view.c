/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-paper-view"

#include "huis-paper-view.h"

#include <glib/gi18n.h>

#define WIDTH_LEAST   200
#define WIDTH_NATURAL 480

struct _HuisPaperView
{
  GtkWidget parent_instance;

  HuisPaper *paper;
  guint page;
};

G_DEFINE_FINAL_TYPE (HuisPaperView, huis_paper_view, GTK_TYPE_WIDGET)

static void
describe (HuisPaperView *self)
{
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (self->paper != NULL)
    /* Translators: for a screen reader: what the picture of the paper shows. */
    text = g_strdup_printf (_ ("The checklist on paper, page %1$u of %2$u"), self->page + 1,
                            huis_paper_get_n_pages (self->paper));
  if (self->paper != NULL)
    words = huis_paper_dup_picture_words (self->paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static double
get_ratio (HuisPaperView *self)
{
  double width = HUIS_PAPER_A4_WIDTH, height = HUIS_PAPER_A4_HEIGHT;

  if (self->paper != NULL)
    huis_paper_get_size (self->paper, &width, &height);

  return height / width;
}

static GtkSizeRequestMode
huis_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
huis_paper_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  double ratio = get_ratio (HUIS_PAPER_VIEW (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_LEAST;
      *natural = WIDTH_NATURAL;
    }
  else
    *minimum = *natural = (int) ((for_size >= 0 ? for_size : WIDTH_LEAST) * ratio + 0.5);
}

static void
huis_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HuisPaperView *self = HUIS_PAPER_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double paper_width, paper_height;
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &area);
  if (self->paper == NULL)
    return;

  huis_paper_get_size (self->paper, &paper_width, &paper_height);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, width / paper_width, height / paper_height);
  huis_paper_draw_page (self->paper, cr, self->page);
  cairo_destroy (cr);
}

void
huis_paper_view_set_paper (HuisPaperView *self, HuisPaper *paper)
{
  g_clear_pointer (&self->paper, huis_paper_unref);
  if (paper != NULL)
    self->paper = huis_paper_ref (paper);
  if (paper == NULL || self->page >= huis_paper_get_n_pages (paper))
    self->page = 0;

  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
huis_paper_view_get_page (HuisPaperView *self)
{
  return self->page;
}

void
huis_paper_view_set_page (HuisPaperView *self, guint page)
{
  if (self->paper == NULL || page >= huis_paper_get_n_pages (self->paper))
    return;

  self->page = page;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
huis_paper_view_dispose (GObject *object)
{
  g_clear_pointer (&HUIS_PAPER_VIEW (object)->paper, huis_paper_unref);

  G_OBJECT_CLASS (huis_paper_view_parent_class)->dispose (object);
}

static void
huis_paper_view_class_init (HuisPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_paper_view_dispose;
  widget_class->get_request_mode = huis_paper_view_get_request_mode;
  widget_class->measure = huis_paper_view_measure;
  widget_class->snapshot = huis_paper_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
huis_paper_view_init (HuisPaperView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
