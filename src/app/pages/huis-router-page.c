/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-router-page"

#include "huis-router-page.h"

#include "huis-assessment.h"
#include "huis-empty-view.h"
#include "huis-look-again.h"
#include "huis-measure-list.h"
#include "huis-refresh.h"
#include "huis-scroll.h"
#include "huis-trip-card.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisRouterPage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  HuisEmptyView *empty;
  GtkLabel *title;
  GtkLabel *address;
  GtkLabel *password_place;
  GtkDropDown *guide_list;
  GtkButton *open_button;
  HuisLookAgain *look_again;
  HuisMeasureList *measures;
  HuisTripCard *outside_trip;
  HuisTripCard *guest_trip;

  /* Owned */
  HuisRefresh *refresh;
  HuisRouterGuides *guides; /* NULL where they can't be read: then the usual words stand */
  HuisNetwork *network;     /* whose steps are on the screen */

  gboolean on_screen;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisRouterPage, huis_router_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisRouterPage *self)
{
  return huis_session_get_network (huis_page_get_session (HUIS_PAGE (self)));
}

static void
open_page_cb (HuisRouterPage *self)
{
  g_autofree char *uri = huis_network_dup_router_uri (get_network (self));

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
fill (HuisRouterPage *self, HuisNetwork *network)
{
  g_set_object (&self->network, network);
  huis_look_again_set_change (self->look_again, NULL);
  huis_measure_list_fill (self->measures, huis_page_get_session (HUIS_PAGE (self)),
                          huis_page_get_catalogue (HUIS_PAGE (self)), HUIS_SCOPE_ROUTER, NULL);
}

/* The person knows better which router it is: its label says so. */
static void
guide_chosen_cb (HuisRouterPage *self)
{
  const GPtrArray *guides = self->guides != NULL ? huis_router_guides_list (self->guides) : NULL;
  guint selected = gtk_drop_down_get_selected (self->guide_list);

  if (self->updating || guides == NULL || selected >= guides->len || self->network == NULL)
    return;
  huis_network_set_router_guide (self->network,
                                 huis_router_guide_get_id (g_ptr_array_index (guides, selected)));
  fill (self, self->network);
}

static const HuisRouterGuide *
find_guide (HuisRouterPage *self, HuisNetwork *network)
{
  return self->guides != NULL ? huis_router_guides_for_network (self->guides, network) : NULL;
}

static void
update_guide (HuisRouterPage *self, const HuisRouterGuide *guide)
{
  const GPtrArray *guides;
  guint position;

  gtk_widget_set_visible (GTK_WIDGET (self->guide_list), guide != NULL);
  if (guide == NULL)
    return;
  guides = huis_router_guides_list (self->guides);
  self->updating = TRUE;
  if (g_ptr_array_find ((GPtrArray *) guides, guide, &position))
    gtk_drop_down_set_selected (self->guide_list, position);
  self->updating = FALSE;
  gtk_label_set_text (self->password_place, huis_router_guide_get_password_place (guide));
}

static void
load_guides (HuisRouterPage *self)
{
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  self->guides = huis_router_guides_new (huis_catalogue_get_datadir (catalogue), &error);
  if (self->guides == NULL)
    {
      g_message ("No guides for routers: %s", error->message);
      return;
    }

  for (guint i = 0; i < huis_router_guides_list (self->guides)->len; i++)
    {
      const HuisRouterGuide *guide = g_ptr_array_index (huis_router_guides_list (self->guides), i);

      gtk_string_list_append (titles, huis_router_guide_is_generic (guide)
                                          ? _ ("Another router")
                                          : huis_router_guide_get_title (guide));
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->guide_list, G_LIST_MODEL (titles));
  self->updating = FALSE;
  huis_measure_list_set_guides (self->measures, self->guides);
}

/* The name that the person gave, or that of its guide, or else what it says of itself. */
static const char *
find_title (HuisDevice *router, const HuisRouterGuide *guide)
{
  if (router != NULL && huis_device_get_given_name (router) != NULL)
    return huis_device_get_given_name (router);
  if (guide != NULL && !huis_router_guide_is_generic (guide))
    return huis_router_guide_get_title (guide);
  if (router != NULL && huis_device_get_model (router) != NULL)
    return huis_device_get_model (router);

  return _ ("Your router");
}

static void
update_router (HuisRouterPage *self, HuisNetwork *network)
{
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));
  HuisDevice *router = huis_inventory_find_gateway (huis_network_get_inventory (network));
  const char *gateway =
      huis_observation_get_string (huis_network_get_interface (network), "gateway");
  const HuisRouterGuide *guide = find_guide (self, network);
  g_autofree char *uri = huis_network_dup_router_uri (network);
  g_autofree char *address = NULL;

  gtk_label_set_text (self->title, find_title (router, guide));
  if (gateway != NULL)
    /* Translators: %s is the address of the router's own page, "192.168.1.1". */
    address = g_strdup_printf (_ ("Its page stands at %s"), gateway);
  gtk_label_set_text (self->address,
                      address != NULL ? address : _ ("We do not know the address of its page."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button),
                            uri != NULL && huis_session_is_connected (session));
  update_guide (self, guide);
}

static GtkWidget *
get_trip_card (HuisRouterPage *self, HuisTripKind kind)
{
  return GTK_WIDGET (kind == HUIS_TRIP_OUTSIDE ? self->outside_trip : self->guest_trip);
}

static void
show_test (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  HuisRouterPage *self = HUIS_ROUTER_PAGE (widget);

  huis_scroll_to (get_trip_card (self, (HuisTripKind) g_variant_get_int32 (parameter)));
}

/* The card of the test that is under way, or ended in something to be read; or %NULL. */
static GtkWidget *
find_trip_card (HuisRouterPage *self, HuisNetwork *network)
{
  HuisTrip *trip =
      network != NULL ? huis_trip_book_get_current (huis_network_get_trip_book (network)) : NULL;

  if (trip == NULL)
    return NULL;

  return get_trip_card (self, huis_trip_get_kind (trip));
}

/* What the list at the side says of this step. */
static void
update_facts (HuisRouterPage *self, HuisNetwork *network)
{
  HuisTally tally = huis_assessment_count (network, huis_page_get_catalogue (HUIS_PAGE (self)),
                                           HUIS_SCOPE_ROUTER, NULL);
  guint todo = tally.n[HUIS_STATUS_TO_DO], untested = tally.n[HUIS_STATUS_NOT_TESTED];
  g_autofree char *text = NULL;

  if (find_trip_card (self, network) != NULL)
    /* Translators: in the list of steps at the side; the test from outside or the guest network. */
    text = g_strdup (_ ("A test is under way"));
  else if (todo > 0)
    /* Translators: in the list of steps at the side. */
    text = g_strdup_printf (ngettext ("%u thing to do", "%u things to do", todo), todo);
  else if (untested > 0)
    /* Translators: in the list of steps at the side; questions without an answer yet. */
    text = g_strdup_printf (ngettext ("%u question open", "%u questions open", untested), untested);
  huis_page_set_state_text (HUIS_PAGE (self), text);
  huis_page_set_done (HUIS_PAGE (self), todo == 0 && untested == 0);
}

static void
refresh (HuisPage *page)
{
  HuisRouterPage *self = HUIS_ROUTER_PAGE (page);
  HuisNetwork *network = get_network (self);

  if (huis_empty_view_set_reason (self->empty,
                                  huis_emptiness_of_step (huis_page_get_session (page), FALSE)))
    {
      gtk_stack_set_visible_child_name (self->views, "empty");
      huis_measure_list_clear (self->measures);
      g_clear_object (&self->network);
      huis_page_set_state_text (page, NULL);
      huis_page_set_done (page, FALSE);
      return;
    }

  gtk_stack_set_visible_child_name (self->views, "router");
  update_router (self, network);
  if (self->network != network)
    fill (self, network);
  else if (self->on_screen)
    huis_measure_list_update (self->measures);
  update_facts (self, network);
}

static void
looked_cb (HuisRouterPage *self, gboolean complete, HuisDevice *device, HuisSession *session)
{
  guint n = huis_measure_list_count_changes (self->measures);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("Something changed in %u step below.",
                                      "Something changed in %u steps below.", n),
                            n);
  huis_look_again_set_change (self->look_again, text);
}

/* The order of urgency is made when the person comes here, and then kept. Who is on the way with a
 * test goes on with that. */
static void
huis_router_page_shown (HuisPage *page)
{
  HuisRouterPage *self = HUIS_ROUTER_PAGE (page);
  GtkWidget *trip_card = find_trip_card (self, get_network (self));

  self->on_screen = TRUE;
  g_clear_object (&self->network);
  refresh (page);
  huis_page_set_main_control (page, trip_card != NULL ? trip_card : GTK_WIDGET (self->open_button));

  HUIS_PAGE_CLASS (huis_router_page_parent_class)->shown (page);
}

static void
huis_router_page_hidden (HuisPage *page)
{
  HUIS_ROUTER_PAGE (page)->on_screen = FALSE;
}

static void
huis_router_page_constructed (GObject *object)
{
  HuisRouterPage *self = HUIS_ROUTER_PAGE (object);
  HuisSession *session = huis_page_get_session (HUIS_PAGE (self));
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));

  G_OBJECT_CLASS (huis_router_page_parent_class)->constructed (object);

  load_guides (self);
  huis_look_again_attach (self->look_again, session, NULL);
  huis_trip_card_attach (self->outside_trip, session, catalogue, HUIS_TRIP_OUTSIDE);
  huis_trip_card_attach (self->guest_trip, session, catalogue, HUIS_TRIP_GUEST);
  g_signal_connect_object (session, "looked", G_CALLBACK (looked_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->refresh = huis_refresh_new (HUIS_PAGE (self), refresh);
}

static void
huis_router_page_dispose (GObject *object)
{
  HuisRouterPage *self = HUIS_ROUTER_PAGE (object);

  g_clear_pointer (&self->refresh, huis_refresh_free);
  g_clear_object (&self->network);
  g_clear_object (&self->guides);

  G_OBJECT_CLASS (huis_router_page_parent_class)->dispose (object);
}

static void
huis_router_page_class_init (HuisRouterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_router_page_constructed;
  object_class->dispose = huis_router_page_dispose;
  HUIS_PAGE_CLASS (klass)->shown = huis_router_page_shown;
  HUIS_PAGE_CLASS (klass)->hidden = huis_router_page_hidden;

  g_type_ensure (HUIS_TYPE_EMPTY_VIEW);
  g_type_ensure (HUIS_TYPE_LOOK_AGAIN);
  g_type_ensure (HUIS_TYPE_MEASURE_LIST);
  g_type_ensure (HUIS_TYPE_TRIP_CARD);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-router-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, views);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, title);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, password_place);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, guide_list);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, address);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, look_again);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, measures);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, outside_trip);
  gtk_widget_class_bind_template_child (widget_class, HuisRouterPage, guest_trip);
  gtk_widget_class_install_action (widget_class, "router.show-test", "i", show_test);
  gtk_widget_class_bind_template_callback (widget_class, open_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, guide_chosen_cb);
}

static void
huis_router_page_init (HuisRouterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->open_button));
}
