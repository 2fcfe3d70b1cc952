/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-row"

#include "huis-row.h"

struct _HuisRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (HuisRow, huis_row, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_ICON_SIZE,
  PROP_LINES,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
huis_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HuisRow *self = HUIS_ROW (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      huis_row_set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_ICON_SIZE:
      huis_row_set_icon_size (self, g_value_get_int (value));
      break;
    case PROP_LINES:
      huis_row_set_lines (self, g_value_get_int (value));
      break;
    case PROP_TITLE:
      huis_row_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      huis_row_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_row_class_init (HuisRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = huis_row_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_ICON_SIZE] = g_param_spec_int ("icon-size", NULL, NULL, 16, 256, 24, flags);
  properties[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 0, 16, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/huiswacht/Huiswacht/ui/huis-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisRow, title);
  gtk_widget_class_bind_template_child (widget_class, HuisRow, subtitle);
}

static void
huis_row_init (HuisRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_row_new (void)
{
  return g_object_new (HUIS_TYPE_ROW, NULL);
}

void
huis_row_set_icon_name (HuisRow *self, const char *icon_name)
{
  g_return_if_fail (HUIS_IS_ROW (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
}

void
huis_row_set_lines (HuisRow *self, int lines)
{
  PangoEllipsizeMode mode = lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE;

  g_return_if_fail (HUIS_IS_ROW (self));

  gtk_label_set_ellipsize (self->title, mode);
  gtk_label_set_lines (self->title, lines > 0 ? lines : -1);
  gtk_label_set_ellipsize (self->subtitle, mode);
  gtk_label_set_lines (self->subtitle, lines > 0 ? lines + 1 : -1);
}

void
huis_row_set_icon_size (HuisRow *self, int size)
{
  g_return_if_fail (HUIS_IS_ROW (self));

  gtk_image_set_pixel_size (self->icon, size);
}

void
huis_row_set_title (HuisRow *self, const char *title)
{
  g_return_if_fail (HUIS_IS_ROW (self));

  gtk_label_set_text (self->title, title != NULL ? title : "");
}

void
huis_row_set_subtitle (HuisRow *self, const char *subtitle)
{
  g_return_if_fail (HUIS_IS_ROW (self));

  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
}

void
huis_row_set_faint (HuisRow *self, gboolean faint)
{
  g_return_if_fail (HUIS_IS_ROW (self));

  if (faint)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");
}
