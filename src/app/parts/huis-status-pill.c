/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-status-pill"

#include "huis-status-pill.h"

struct _HuisStatusPill
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *label;

  HuisStatus status;
};

G_DEFINE_FINAL_TYPE (HuisStatusPill, huis_status_pill, GTK_TYPE_BOX)

/* By status: the class of the style sheet, and the icon. */
static const struct
{
  const char *css_class;
  const char *icon_name;
} looks[HUIS_N_STATUSES] = {
  [HUIS_STATUS_NOT_TESTED] = { "not-tested", "huis-status-not-tested-symbolic" },
  [HUIS_STATUS_IN_ORDER] = { "in-order", "huis-status-in-order-symbolic" },
  [HUIS_STATUS_TO_DO] = { "to-do", "huis-status-to-do-symbolic" },
  [HUIS_STATUS_ACCEPTED] = { "accepted", "huis-status-accepted-symbolic" },
  [HUIS_STATUS_NOT_APPLICABLE] = { "does-not-apply", "huis-status-does-not-apply-symbolic" },
};

static void
huis_status_pill_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_STATUS_PILL);

  G_OBJECT_CLASS (huis_status_pill_parent_class)->dispose (object);
}

static void
huis_status_pill_class_init (HuisStatusPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_status_pill_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-status-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisStatusPill, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisStatusPill, label);
}

static void
huis_status_pill_init (HuisStatusPill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_status_pill_set_status (self, HUIS_STATUS_NOT_TESTED);
}

GtkWidget *
huis_status_pill_new (void)
{
  return g_object_new (HUIS_TYPE_STATUS_PILL, NULL);
}

void
huis_status_pill_set_status (HuisStatusPill *self, HuisStatus status)
{
  g_return_if_fail (HUIS_IS_STATUS_PILL (self));
  g_return_if_fail (status < HUIS_N_STATUSES);

  gtk_widget_remove_css_class (GTK_WIDGET (self), looks[self->status].css_class);
  self->status = status;
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[status].css_class);
  gtk_image_set_from_icon_name (self->icon, looks[status].icon_name);
  gtk_label_set_text (self->label, huis_status_to_text (status));
}

void
huis_status_pill_set_text (HuisStatusPill *self, const char *text)
{
  g_return_if_fail (HUIS_IS_STATUS_PILL (self));

  gtk_label_set_text (self->label, text != NULL ? text : huis_status_to_text (self->status));
}
