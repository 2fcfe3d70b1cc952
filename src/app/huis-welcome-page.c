/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-welcome-page"

#include "huis-welcome-page.h"

struct _HuisWelcomePage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkButton *start_button;
};

G_DEFINE_FINAL_TYPE (HuisWelcomePage, huis_welcome_page, HUIS_TYPE_PAGE)

static void
huis_welcome_page_class_init (HuisWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, start_button);
}

static void
huis_welcome_page_init (HuisWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->start_button));
  huis_page_set_done (HUIS_PAGE (self), TRUE);
}
