/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-wrap-box"

#include "huis-wrap-box.h"

struct _HuisWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing;
};

static void huis_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HuisWrapBox,
                               huis_wrap_box,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      huis_wrap_box_buildable_init))

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

/* One line: the children from @first up to, not including, @end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int width; /* natural, with the spaces */
  int n_expand;
} Line;

static int
natural_width (GtkWidget *child, int limit)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return limit >= 0 ? MIN (natural, limit) : natural;
}

/* Fills a line from @first on; returns FALSE where nothing is left. @width -1: no limit. */
static gboolean
next_line (HuisWrapBox *self, GtkWidget *first, int width, Line *line)
{
  GtkWidget *child = first;

  *line = (Line){ NULL, NULL, 0, 0 };
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      natural = natural_width (child, width);
      if (line->first != NULL && width >= 0 && line->width + self->spacing + natural > width)
        break;
      line->width += natural + (line->first != NULL ? self->spacing : 0);
      line->n_expand += gtk_widget_get_hexpand (child) ? 1 : 0;
      if (line->first == NULL)
        line->first = child;
    }
  line->end = child;

  return line->first != NULL;
}

static int
share_of (const Line *line, GtkWidget *child, int width)
{
  int natural = natural_width (child, width);

  if (gtk_widget_get_hexpand (child) && width > line->width)
    natural += (width - line->width) / line->n_expand;

  return natural;
}

/* How high a line is, which depends on how wide its children get. */
static int
measure_line (const Line *line, int width)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share_of (line, child, width), &minimum,
                          NULL, NULL, NULL);
      height = MAX (height, minimum);
    }

  return height;
}

static void
measure_width (HuisWrapBox *self, int *minimum, int *natural)
{
  Line line;

  *minimum = 0;
  *natural =
      next_line (self, gtk_widget_get_first_child (GTK_WIDGET (self)), -1, &line) ? line.width : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
}

static void
huis_wrap_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  HuisWrapBox *self = HUIS_WRAP_BOX (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  gboolean another = FALSE;
  int height = 0;
  Line line;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  if (for_size < 0)
    measure_width (self, minimum, &for_size);
  for (; next_line (self, first, for_size, &line); first = line.end)
    {
      height += measure_line (&line, for_size) + (another ? self->line_spacing : 0);
      another = TRUE;
    }
  *minimum = *natural = height;
}

static void
allocate_line (HuisWrapBox *self, const Line *line, int width, int y, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      int share;

      if (!gtk_widget_should_layout (child))
        continue;
      share = share_of (line, child, width);
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - share : x, y, share, height }, -1);
      x += share + self->spacing;
    }
}

static void
huis_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HuisWrapBox *self = HUIS_WRAP_BOX (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;
  Line line;

  for (; next_line (self, first, width, &line); first = line.end)
    {
      int line_height = measure_line (&line, width);

      allocate_line (self, &line, width, y, line_height);
      y += line_height + self->line_spacing;
    }
}

static GtkSizeRequestMode
huis_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
huis_wrap_box_add_child (GtkBuildable *buildable,
                         GtkBuilder *builder,
                         GObject *child,
                         const char *type)
{
  if (GTK_IS_WIDGET (child))
    huis_wrap_box_append (HUIS_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
huis_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = huis_wrap_box_add_child;
}

static void
huis_wrap_box_dispose (GObject *object)
{
  huis_wrap_box_clear (HUIS_WRAP_BOX (object));

  G_OBJECT_CLASS (huis_wrap_box_parent_class)->dispose (object);
}

static void
huis_wrap_box_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HuisWrapBox *self = HUIS_WRAP_BOX (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_wrap_box_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HuisWrapBox *self = HUIS_WRAP_BOX (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
huis_wrap_box_class_init (HuisWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = huis_wrap_box_dispose;
  object_class->get_property = huis_wrap_box_get_property;
  object_class->set_property = huis_wrap_box_set_property;

  widget_class->measure = huis_wrap_box_measure;
  widget_class->size_allocate = huis_wrap_box_size_allocate;
  widget_class->get_request_mode = huis_wrap_box_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 6, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, 1000, 6, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
huis_wrap_box_init (HuisWrapBox *self)
{
  self->spacing = 6;
  self->line_spacing = 6;
}

GtkWidget *
huis_wrap_box_new (void)
{
  return g_object_new (HUIS_TYPE_WRAP_BOX, NULL);
}

void
huis_wrap_box_append (HuisWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (HUIS_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
huis_wrap_box_clear (HuisWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (HUIS_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
