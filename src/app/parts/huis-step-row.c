/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-step-row"

#include "huis-step-row.h"

#include <glib/gi18n.h>

struct _HuisStepRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (HuisStepRow, huis_step_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
icon_for (HuisStepState state)
{
  switch (state)
    {
    case HUIS_STEP_DONE:
      return "huis-step-done-symbolic";
    case HUIS_STEP_NOW:
      return "huis-step-now-symbolic";
    case HUIS_STEP_LATER:
    default:
      return "huis-step-later-symbolic";
    }
}

static const char *
words_for (HuisStepState state)
{
  switch (state)
    {
    case HUIS_STEP_DONE:
      return _ ("Done");
    case HUIS_STEP_NOW:
      return _ ("You are here");
    case HUIS_STEP_LATER:
    default:
      return _ ("Later");
    }
}

static void
huis_step_row_class_init (HuisStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, HuisStepRow, state);
}

static void
huis_step_row_init (HuisStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_step_row_new (void)
{
  return g_object_new (HUIS_TYPE_STEP_ROW, NULL);
}

void
huis_step_row_update (HuisStepRow *self,
                      const char *title,
                      HuisStepState state,
                      const char *text,
                      gboolean here)
{
  const char *words = text != NULL ? text : words_for (here ? HUIS_STEP_NOW : state);
  g_autofree char *name = NULL;

  g_return_if_fail (HUIS_IS_STEP_ROW (self));

  /* Translators: read aloud for a step in the list at the side. The first %s is its title, the
   * second its state: "Your network, done". */
  name = g_strdup_printf (_ ("%s, %s"), title, words);

  gtk_image_set_from_icon_name (self->icon, icon_for (here ? HUIS_STEP_NOW : state));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, words);
  gtk_widget_set_visible (GTK_WIDGET (self->state),
                          here || text != NULL || state != HUIS_STEP_LATER);

  if (here)
    gtk_widget_add_css_class (GTK_WIDGET (self), "here");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "here");
  if (state == HUIS_STEP_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "done");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
