/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-home-steps"

#include "huis-home-steps.h"

#include "huis-assessment.h"
#include "huis-measure-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _HuisHomeSteps
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *progress;
  HuisMeasureList *measures;

  /* Owned; NULL while nothing is shown */
  HuisNetwork *network;
  HuisCatalogue *catalogue;
};

G_DEFINE_FINAL_TYPE (HuisHomeSteps, huis_home_steps, GTK_TYPE_BOX)

enum
{
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
back_cb (HuisHomeSteps *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  back_cb (HUIS_HOME_STEPS (widget));

  return TRUE;
}

static void
huis_home_steps_dispose (GObject *object)
{
  huis_home_steps_clear (HUIS_HOME_STEPS (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_HOME_STEPS);

  G_OBJECT_CLASS (huis_home_steps_parent_class)->dispose (object);
}

static void
huis_home_steps_class_init (HuisHomeStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_home_steps_dispose;

  signals[SIGNAL_BACK] = g_signal_new ("back", HUIS_TYPE_HOME_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  g_type_ensure (HUIS_TYPE_MEASURE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-home-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisHomeSteps, scroller);
  gtk_widget_class_bind_template_child (widget_class, HuisHomeSteps, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisHomeSteps, title);
  gtk_widget_class_bind_template_child (widget_class, HuisHomeSteps, progress);
  gtk_widget_class_bind_template_child (widget_class, HuisHomeSteps, measures);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
huis_home_steps_init (HuisHomeSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_home_steps_show (HuisHomeSteps *self, HuisSession *session, HuisCatalogue *catalogue)
{
  g_return_if_fail (HUIS_IS_HOME_STEPS (self));

  huis_home_steps_clear (self);
  self->network = g_object_ref (huis_session_get_network (session));
  self->catalogue = g_object_ref (catalogue);
  huis_measure_list_fill (self->measures, session, catalogue, HUIS_SCOPE_HOME, NULL);
  huis_home_steps_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
huis_home_steps_update (HuisHomeSteps *self)
{
  g_autofree char *progress = NULL;
  gboolean office;

  g_return_if_fail (HUIS_IS_HOME_STEPS (self));

  if (self->network == NULL)
    return;
  office = huis_network_get_owner (self->network) == HUIS_OWNER_ORGANISATION;
  progress = huis_home_steps_dup_progress (self->network, self->catalogue);
  gtk_image_set_from_icon_name (self->icon, office ? "huis-office-symbolic" : "huis-home-symbolic");
  gtk_label_set_text (self->title, huis_home_steps_name (self->network));
  gtk_label_set_text (self->progress, progress);
  huis_measure_list_update (self->measures);
}

void
huis_home_steps_clear (HuisHomeSteps *self)
{
  g_return_if_fail (HUIS_IS_HOME_STEPS (self));

  if (self->network != NULL)
    huis_measure_list_clear (self->measures);
  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);
}

const char *
huis_home_steps_name (HuisNetwork *network)
{
  return huis_network_get_owner (network) == HUIS_OWNER_ORGANISATION ? _ ("The whole office")
                                                                     : _ ("The whole home");
}

char *
huis_home_steps_dup_progress (HuisNetwork *network, HuisCatalogue *catalogue)
{
  HuisTally tally = huis_assessment_count (network, catalogue, HUIS_SCOPE_HOME, NULL);
  guint done = tally.n[HUIS_STATUS_IN_ORDER] + tally.n[HUIS_STATUS_ACCEPTED];
  guint all = done + tally.n[HUIS_STATUS_TO_DO] + tally.n[HUIS_STATUS_NOT_TESTED];

  if (done == all)
    return g_strdup (_ ("All steps are done. Well done."));

  /* Translators: how many steps of a device are done. */
  return g_strdup_printf (_ ("%1$u of %2$u steps done"), done, all);
}
