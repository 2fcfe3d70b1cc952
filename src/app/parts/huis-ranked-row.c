/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-ranked-row"

#include "huis-ranked-row.h"

#include "huis-device-words.h"
#include "huis-standing.h"
#include "huis-status-pill.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisRankedRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  HuisStatusPill *pill;
  GtkLabel *place;
  GtkLabel *next;

  /* Owned; NULL while no device is shown */
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  HuisDevice *device;
};

G_DEFINE_FINAL_TYPE (HuisRankedRow, huis_ranked_row, GTK_TYPE_BOX)

static void
huis_ranked_row_dispose (GObject *object)
{
  HuisRankedRow *self = HUIS_RANKED_ROW (object);

  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->device);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_RANKED_ROW);

  G_OBJECT_CLASS (huis_ranked_row_parent_class)->dispose (object);
}

static void
huis_ranked_row_class_init (HuisRankedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_ranked_row_dispose;

  g_type_ensure (HUIS_TYPE_STATUS_PILL);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-ranked-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisRankedRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisRankedRow, title);
  gtk_widget_class_bind_template_child (widget_class, HuisRankedRow, pill);
  gtk_widget_class_bind_template_child (widget_class, HuisRankedRow, place);
  gtk_widget_class_bind_template_child (widget_class, HuisRankedRow, next);
}

static void
huis_ranked_row_init (HuisRankedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_ranked_row_new (void)
{
  return g_object_new (HUIS_TYPE_RANKED_ROW, NULL);
}

/* "Camera · Hall · 4 of 6 steps"; what the title says already is not said twice. */
static char *
describe_place (HuisRankedRow *self, const HuisStanding *standing, const char *title)
{
  const HuisKindInfo *kind =
      huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (self->device));
  const char *what = huis_catalogue_text (kind->title);
  const char *room = huis_standing_find_room (self->catalogue, self->device);
  /* Translators: how many steps of a device are done: "4 of 6 steps". */
  g_autofree char *steps = g_strdup_printf (_ ("%s steps"), standing->progress);
  const char *parts[4];
  guint n = 0;

  if (g_strcmp0 (what, title) != 0)
    parts[n++] = what;
  if (room != NULL)
    parts[n++] = room;
  parts[n++] = steps;
  parts[n] = NULL;

  return g_strjoinv (" · ", (char **) parts);
}

static void
update_pill (HuisRankedRow *self, const HuisStanding *standing)
{
  guint n_open = standing->n_steps - standing->n_done;
  g_autofree char *text = NULL;

  if (standing->status == HUIS_STATUS_TO_DO)
    /* Translators: on a label; %u steps are to do. */
    text =
        g_strdup_printf (ngettext ("%u to do", "%u to do", standing->n_to_do), standing->n_to_do);
  else if (standing->status == HUIS_STATUS_NOT_TESTED)
    /* Translators: on a label; of %u steps we do not know how they stand. */
    text = g_strdup_printf (ngettext ("%u to check", "%u to check", n_open), n_open);
  huis_status_pill_set_status (self->pill, standing->status);
  huis_status_pill_set_text (self->pill, text);
}

/* The list's own row around ours is what a screen reader stops at. */
static void
update_name (HuisRankedRow *self, const char *title, const char *place, const char *next)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (parent == NULL)
    return;
  name = g_strdup_printf (_ ("%1$s. %2$s. %3$s"), title, place, next != NULL ? next : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
huis_ranked_row_update (HuisRankedRow *self)
{
  g_autoptr (HuisStanding) standing = NULL;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  const HuisKindInfo *kind;

  g_return_if_fail (HUIS_IS_RANKED_ROW (self));

  if (self->device == NULL)
    return;
  standing = huis_standing_new (self->network, self->catalogue, self->device);
  kind = huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (self->device));
  title = huis_title_of_device (self->device, self->catalogue);
  place = describe_place (self, standing, title);
  gtk_image_set_from_icon_name (self->icon, kind->icon_name);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->next, standing->next != NULL ? standing->next : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next), standing->next != NULL);
  update_pill (self, standing);
  update_name (self, title, place, standing->next);
}

void
huis_ranked_row_show (HuisRankedRow *self,
                      HuisNetwork *network,
                      HuisCatalogue *catalogue,
                      HuisDevice *device)
{
  g_return_if_fail (HUIS_IS_RANKED_ROW (self));

  g_set_object (&self->network, network);
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->device, device);
  huis_ranked_row_update (self);
}
