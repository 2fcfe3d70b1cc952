/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-measure-card"

#include "huis-measure-card.h"

#include "huis-change.h"
#include "huis-measure-body.h"
#include "huis-status-pill.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisMeasureCard
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkToggleButton *header;
  GtkLabel *title;
  HuisStatusPill *pill;
  GtkLabel *summary;
  GtkLabel *change_label;
  GtkImage *arrow;
  GtkRevealer *revealer;

  /* Borrowed: the child of the revealer, once it was opened */
  HuisMeasureBody *body;

  /* Owned */
  HuisTask *task;
  HuisVerdict *before; /* how it stood when the look that is under way began */
  char *change;
};

G_DEFINE_FINAL_TYPE (HuisMeasureCard, huis_measure_card, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_name (HuisMeasureCard *self, const HuisVerdict *verdict, const char *summary)
{
  g_autofree char *name = NULL;

  /* Translators: read aloud for a step: its title, how it stands, and a sentence about that. */
  name = g_strdup_printf (_ ("%1$s. %2$s. %3$s"), gtk_label_get_text (self->title),
                          huis_status_to_text (verdict->status), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED,
                               huis_measure_card_get_open (self), -1);
}

void
huis_measure_card_update (HuisMeasureCard *self)
{
  g_autoptr (HuisVerdict) verdict = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *past = NULL;
  const char *told;

  g_return_if_fail (HUIS_IS_MEASURE_CARD (self));

  verdict = huis_task_judge (self->task);
  summary = huis_task_dup_summary (self->task);
  huis_status_pill_set_status (self->pill, verdict->status);
  gtk_label_set_text (self->summary, summary);
  past =
      huis_change_dup_past (huis_task_get_network (self->task), huis_task_get_measure (self->task),
                            huis_task_get_device (self->task));
  told = self->change != NULL ? self->change : past;
  gtk_label_set_text (self->change_label, told != NULL ? told : "");
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), told != NULL);
  update_name (self, verdict, summary);
  if (self->body != NULL)
    huis_measure_body_update (self->body, self->change);
}

static void
looking_cb (HuisMeasureCard *self)
{
  if (huis_session_get_looking (huis_task_get_session (self->task)) == HUIS_LOOK_NONE)
    return;

  g_clear_pointer (&self->before, huis_verdict_free);
  self->before = huis_task_judge (self->task);
  g_clear_pointer (&self->change, g_free);
}

static void
looked_cb (HuisMeasureCard *self)
{
  g_autoptr (HuisVerdict) after = huis_task_judge (self->task);

  if (self->before != NULL)
    {
      g_free (self->change);
      self->change = huis_change_describe (self->before, after);
    }
  g_clear_pointer (&self->before, huis_verdict_free);
  huis_measure_card_update (self);
}

static void
toggled_cb (HuisMeasureCard *self)
{
  gboolean open = gtk_toggle_button_get_active (self->header);

  if (open && self->body == NULL)
    {
      self->body = HUIS_MEASURE_BODY (huis_measure_body_new (self->task));
      gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->body));
      huis_measure_body_update (self->body, self->change);
    }
  gtk_revealer_set_reveal_child (self->revealer, open);
  /* Laid open, the same sentence stands under "What we saw" or as the question. */
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
huis_measure_card_dispose (GObject *object)
{
  HuisMeasureCard *self = HUIS_MEASURE_CARD (object);

  self->body = NULL;
  g_clear_object (&self->task);
  g_clear_pointer (&self->before, huis_verdict_free);
  g_clear_pointer (&self->change, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_MEASURE_CARD);

  G_OBJECT_CLASS (huis_measure_card_parent_class)->dispose (object);
}

static void
huis_measure_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, huis_measure_card_get_open (HUIS_MEASURE_CARD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_measure_card_class_init (HuisMeasureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = huis_measure_card_dispose;
  object_class->get_property = huis_measure_card_get_property;

  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HUIS_TYPE_STATUS_PILL);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-measure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, header);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, title);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, pill);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, summary);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, change_label);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureCard, revealer);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
huis_measure_card_init (HuisMeasureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_measure_card_new (HuisTask *task)
{
  HuisMeasureCard *self = g_object_new (HUIS_TYPE_MEASURE_CARD, NULL);
  HuisSession *session = huis_task_get_session (task);

  self->task = g_object_ref (task);
  gtk_label_set_text (self->title, huis_catalogue_text (huis_task_get_measure (task)->title));
  g_signal_connect_object (session, "notify::looking", G_CALLBACK (looking_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  huis_measure_card_update (self);

  return GTK_WIDGET (self);
}

HuisTask *
huis_measure_card_get_task (HuisMeasureCard *self)
{
  g_return_val_if_fail (HUIS_IS_MEASURE_CARD (self), NULL);

  return self->task;
}

gboolean
huis_measure_card_get_open (HuisMeasureCard *self)
{
  g_return_val_if_fail (HUIS_IS_MEASURE_CARD (self), FALSE);

  return gtk_toggle_button_get_active (self->header);
}

void
huis_measure_card_set_open (HuisMeasureCard *self, gboolean open)
{
  g_return_if_fail (HUIS_IS_MEASURE_CARD (self));

  gtk_toggle_button_set_active (self->header, open);
}

const char *
huis_measure_card_get_change (HuisMeasureCard *self)
{
  g_return_val_if_fail (HUIS_IS_MEASURE_CARD (self), NULL);

  return self->change;
}
