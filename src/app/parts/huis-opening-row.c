/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-opening-row"

#include "huis-opening-row.h"

#include "huis-openings.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisOpeningRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *device;
  GtkLabel *port;
  GtkLabel *details;
  GtkButton *close_button;

  /* Owned */
  HuisObservation *opening;
};

G_DEFINE_FINAL_TYPE (HuisOpeningRow, huis_opening_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (HuisOpeningRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
huis_opening_row_dispose (GObject *object)
{
  HuisOpeningRow *self = HUIS_OPENING_ROW (object);

  g_clear_pointer (&self->opening, huis_observation_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_OPENING_ROW);

  G_OBJECT_CLASS (huis_opening_row_parent_class)->dispose (object);
}

static void
huis_opening_row_class_init (HuisOpeningRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_opening_row_dispose;

  signals[SIGNAL_CLOSE] = g_signal_new ("close", HUIS_TYPE_OPENING_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-opening-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningRow, device);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningRow, port);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningRow, details);
  gtk_widget_class_bind_template_child (widget_class, HuisOpeningRow, close_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
huis_opening_row_init (HuisOpeningRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How the device itself explains it, in its own words; since when it is open, and how long. */
static char *
describe_details (HuisNetwork *network, HuisObservation *opening)
{
  const char *description = huis_observation_get_string (opening, "description");
  g_autofree char *age = huis_openings_describe_age (network, opening);
  g_autofree char *lease = huis_openings_describe_lease (opening);
  g_autofree char *name = NULL;
  const char *sentences[4] = { NULL };
  guint n = 0;

  if (description != NULL)
    /* Translators: %s is how a device names a door that it opened in the router. */
    name = g_strdup_printf (_ ("It calls itself ‘%s’."), description);
  if (age != NULL)
    sentences[n++] = age;
  if (name != NULL)
    sentences[n++] = name;
  if (lease != NULL)
    sentences[n++] = lease;

  return n > 0 ? g_strjoinv (" ", (char **) sentences) : NULL;
}

GtkWidget *
huis_opening_row_new (HuisNetwork *network, HuisObservation *opening)
{
  HuisOpeningRow *self = g_object_new (HUIS_TYPE_OPENING_ROW, NULL);
  g_autofree char *device = huis_openings_describe_target (network, opening);
  g_autofree char *port = huis_openings_describe_port (opening);
  g_autofree char *details = describe_details (network, opening);
  g_autofree char *name = NULL;

  self->opening = huis_observation_ref (opening);
  gtk_label_set_text (self->device, device);
  gtk_label_set_text (self->port, port);
  gtk_label_set_text (self->details, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details), details != NULL);

  /* Translators: read aloud for the button; to which device, and for what. */
  name = g_strdup_printf (_ ("Close this opening to %1$s: %2$s"), device, port);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

HuisObservation *
huis_opening_row_get_opening (HuisOpeningRow *self)
{
  g_return_val_if_fail (HUIS_IS_OPENING_ROW (self), NULL);

  return self->opening;
}

void
huis_opening_row_set_may_close (HuisOpeningRow *self, gboolean may_close)
{
  g_return_if_fail (HUIS_IS_OPENING_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button), may_close);
}
