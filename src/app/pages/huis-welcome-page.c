/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-welcome-page"

#include "huis-welcome-page.h"

#include "huis-assessment.h"
#include "huis-row.h"

#include <glib/gi18n.h>

struct _HuisWelcomePage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *sentence;
  GtkWidget *points;
  GtkWidget *again;
  HuisRow *when;
  HuisRow *devices;
  HuisRow *to_do;
  GtkButton *start_button;
  GtkLabel *start_label;

  /* Owned */
  GSignalGroup *network_signals;
};

G_DEFINE_FINAL_TYPE (HuisWelcomePage, huis_welcome_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisWelcomePage *self)
{
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));
  HuisNetwork *network = huis_session_get_network (session);

  /* Before the computer's networks are known: that of the last visit. */
  return network != NULL ? network : huis_store_get_current (huis_session_get_store (session));
}

/* The step of the last visit; %NULL where nobody came further than this page. */
static const char *
get_last_step (HuisWelcomePage *self)
{
  HuisStore *store = huis_session_get_store (huis_page_get_session (HUIS_PAGE (self)));
  const char *step = huis_store_get_step (store);

  return step != NULL && *step != '\0' ? step : NULL;
}

static guint
count_without_place (HuisInventory *inventory)
{
  guint n = 0;

  for (guint i = 0; i < huis_inventory_get_n_devices (inventory); i++)
    n += huis_device_get_room (huis_inventory_peek (inventory, i)) == NULL;

  return n;
}

static guint
count_to_do (HuisWelcomePage *self, HuisNetwork *network)
{
  static const HuisScope scopes[] = { HUIS_SCOPE_HOME, HUIS_SCOPE_ROUTER, HUIS_SCOPE_DEVICE };
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    n += huis_assessment_count (network, catalogue, scopes[i], NULL).n[HUIS_STATUS_TO_DO];

  return n;
}

static void
update_when (HuisWelcomePage *self, HuisNetwork *network)
{
  gint64 next = huis_network_get_next_look (network);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *day = huis_assessment_format_day (huis_network_get_last_look (network));
  g_autofree char *words = NULL;

  if (next > 0 && next <= now)
    words = g_strdup (_ ("It is time to look again."));
  else
    /* Translators: %s is a day: "today, 14:05" or "3 March 2026". */
    words = g_strdup_printf (_ ("Looked around last: %s"), day);

  huis_row_set_title (self->when, huis_network_get_title (network));
  huis_row_set_subtitle (self->when, words);
}

static void
update_counts (HuisWelcomePage *self, HuisNetwork *network)
{
  HuisInventory *inventory = huis_network_get_inventory (network);
  guint n = huis_inventory_get_n_devices (inventory);
  guint lost = count_without_place (inventory);
  guint to_do = count_to_do (self, network);
  g_autofree char *devices = g_strdup_printf (ngettext ("%u device", "%u devices", n), n);
  g_autofree char *places = NULL;
  g_autofree char *things = NULL;

  places = g_strdup_printf (
      ngettext ("%u of them has no place yet", "%u of them have no place yet", lost), lost);
  things = g_strdup_printf (ngettext ("%u thing to do", "%u things to do", to_do), to_do);

  huis_row_set_title (self->devices, devices);
  huis_row_set_subtitle (self->devices, lost > 0 ? places : NULL);
  huis_row_set_title (self->to_do, things);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->to_do)), to_do > 0);
}

static void
update (HuisWelcomePage *self)
{
  HuisNetwork *network = get_network (self);
  gboolean again = get_last_step (self) != NULL;
  gboolean looked = network != NULL && huis_network_get_last_look (network) > 0;
  const char *label = again ? _ ("Continue") : _ ("Start");

  gtk_label_set_text (self->heading, again ? _ ("Welcome back") : _ ("A safe home network"));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), !again);
  gtk_widget_set_visible (self->points, !looked);
  gtk_widget_set_visible (self->again, looked);
  gtk_label_set_text (self->start_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (looked)
    {
      update_when (self, network);
      update_counts (self, network);
    }
}

/* A busy network changes often; what nobody looks at is made up when it is shown. */
static void
changed_cb (HuisWelcomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
network_cb (HuisWelcomePage *self)
{
  g_signal_group_set_target (self->network_signals, get_network (self));
  update (self);
}

static void
start_cb (HuisWelcomePage *self)
{
  const char *step = get_last_step (self);

  if (step != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "wizard.go", "s", step);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "wizard.next", NULL);
}

static void
huis_welcome_page_shown (HuisPage *page)
{
  update (HUIS_WELCOME_PAGE (page));

  HUIS_PAGE_CLASS (huis_welcome_page_parent_class)->shown (page);
}

static void
huis_welcome_page_constructed (GObject *object)
{
  HuisWelcomePage *self = HUIS_WELCOME_PAGE (object);

  G_OBJECT_CLASS (huis_welcome_page_parent_class)->constructed (object);

  g_signal_connect_object (huis_page_get_session (HUIS_PAGE (self)), "notify::network",
                           G_CALLBACK (network_cb), self, G_CONNECT_SWAPPED);
  network_cb (self);
}

static void
huis_welcome_page_dispose (GObject *object)
{
  g_clear_object (&HUIS_WELCOME_PAGE (object)->network_signals);

  G_OBJECT_CLASS (huis_welcome_page_parent_class)->dispose (object);
}

static void
huis_welcome_page_class_init (HuisWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_welcome_page_constructed;
  object_class->dispose = huis_welcome_page_dispose;
  HUIS_PAGE_CLASS (klass)->shown = huis_welcome_page_shown;

  g_type_ensure (HUIS_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, heading);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, sentence);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, points);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, again);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, when);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, devices);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, to_do);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, start_button);
  gtk_widget_class_bind_template_child (widget_class, HuisWelcomePage, start_label);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
huis_welcome_page_init (HuisWelcomePage *self)
{
  self->network_signals = g_signal_group_new (HUIS_TYPE_NETWORK);
  g_signal_group_connect_object (self->network_signals, "changed", G_CALLBACK (changed_cb), self,
                                 G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->start_button));
  huis_page_set_done (HUIS_PAGE (self), TRUE);
}
