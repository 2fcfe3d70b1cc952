/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-checklist-page"

#include "huis-checklist-page.h"

#include "huis-checklist-words.h"
#include "huis-done-list.h"
#include "huis-done.h"
#include "huis-empty-view.h"
#include "huis-inventory-csv.h"
#include "huis-language.h"
#include "huis-next-look.h"
#include "huis-paper-choices.h"
#include "huis-paper-view.h"
#include "huis-pdf.h"
#include "huis-printing.h"
#include "huis-refresh.h"
#include "huis-save-dialog.h"
#include "huis-settings.h"
#include "huis-words.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisChecklistPage
{
  HuisPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  HuisEmptyView *empty;
  GtkLabel *praise;
  GtkLabel *summary;
  HuisDoneList *done_list;
  HuisPaperChoices *choices;
  GtkButton *print_button;
  GtkLabel *message;
  HuisNextLook *next_look;
  HuisPaperView *paper_view;
  GtkWidget *page_bar;
  GtkLabel *page_label;

  /* Owned */
  GSettings *settings; /* or NULL */
  HuisRefresh *refresh;
  HuisPaper *paper;
  HuisRouterGuides *guides; /* or NULL */

  gboolean on_screen;
};

G_DEFINE_FINAL_TYPE (HuisChecklistPage, huis_checklist_page, HUIS_TYPE_PAGE)

static HuisNetwork *
get_network (HuisChecklistPage *self)
{
  return huis_session_get_network (huis_page_get_session (HUIS_PAGE (self)));
}

static GtkWindow *
get_window (HuisChecklistPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
show_message (HuisChecklistPage *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static HuisPaper *
make_paper (double width, double height, gpointer user_data)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (user_data);
  HuisPaperFormat format = { width, height, huis_paper_choices_get_large (self->choices),
                             huis_language_get () };
  HuisChecklistOptions options = { .guides = self->guides };

  huis_paper_choices_get (self->choices, &options);

  return huis_paper_new (huis_checklist_new (get_network (self),
                                             huis_page_get_catalogue (HUIS_PAGE (self)), &options),
                         &format);
}

static void
update_page_bar (HuisChecklistPage *self)
{
  guint n = huis_paper_get_n_pages (self->paper);
  guint page = huis_paper_view_get_page (self->paper_view);
  /* Translators: %1$u is this page, %2$u how many there are. */
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n);

  gtk_label_set_text (self->page_label, text);
  gtk_widget_set_visible (self->page_bar, n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.page-before", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.page-next", page + 1 < n);
}

static void
update_paper (HuisChecklistPage *self)
{
  double width, height;

  huis_printing_get_paper_size (self->settings, &width, &height);
  g_clear_pointer (&self->paper, huis_paper_unref);
  self->paper = make_paper (width, height, self);
  huis_paper_view_set_paper (self->paper_view, self->paper);
  update_page_bar (self);
}

/* The same numbers as on the paper. */
static void
update_words (HuisChecklistPage *self, HuisNetwork *network)
{
  HuisCatalogue *catalogue = huis_page_get_catalogue (HUIS_PAGE (self));
  HuisChecklistOptions options = { .sheet = HUIS_SHEET_ALL };
  g_autoptr (HuisChecklist) all = huis_checklist_new (network, catalogue, &options);
  g_autoptr (GPtrArray) done = huis_done_find (network, catalogue, huis_done_get_midnight ());
  g_autofree char *praise = huis_checklist_words_praise (done->len);
  g_autofree char *summary = huis_words_tally (&all->tally);

  gtk_label_set_text (self->praise, praise);
  gtk_label_set_text (self->summary, summary);
  huis_done_list_fill (self->done_list, done, catalogue);
}

/* What the list at the side says of this step. */
static void
update_state (HuisChecklistPage *self, HuisNetwork *network)
{
  gint64 next = huis_network_get_next_look (network);
  g_autofree char *day = next > 0 ? huis_words_day (next) : NULL;
  /* Translators: in the list of steps at the side; %s is a day, "3 March 2026". */
  g_autofree char *text = day != NULL ? g_strdup_printf (_ ("Next look: %s"), day) : NULL;

  huis_page_set_state_text (HUIS_PAGE (self), text);
  huis_page_set_done (HUIS_PAGE (self), next > g_get_real_time () / G_USEC_PER_SEC);
}

static void
refresh (HuisPage *page)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (page);
  HuisNetwork *network = get_network (self);
  gboolean empty =
      huis_empty_view_set_reason (self->empty,
                                  huis_emptiness_of_step (huis_page_get_session (page), FALSE));

  gtk_stack_set_visible_child_name (self->views, empty ? "empty" : "paper");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.print", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.save-pdf", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checklist.save-list", !empty);
  if (empty)
    {
      huis_page_set_state_text (page, NULL);
      return;
    }

  /* Paper is laid out for who looks at it only. */
  if (self->on_screen)
    {
      huis_next_look_update (self->next_look, network);
      update_words (self, network);
      huis_paper_choices_update (self->choices, network);
      update_paper (self);
    }
  update_state (self, network);
}

static void
choice_changed_cb (HuisChecklistPage *self)
{
  if (self->on_screen && get_network (self) != NULL)
    update_paper (self);
}

static void
turn (HuisChecklistPage *self, int pages)
{
  guint page = huis_paper_view_get_page (self->paper_view);

  huis_paper_view_set_page (self->paper_view, (guint) ((int) page + pages));
  update_page_bar (self);
}

static void
page_before_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (HUIS_CHECKLIST_PAGE (widget), -1);
}

static void
page_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (HUIS_CHECKLIST_PAGE (widget), 1);
}

static void
printed_cb (gboolean sent, const char *problem, gpointer user_data)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (user_data);

  show_message (self, sent ? _ ("The checklist is printed.") : problem);
  /* The paper may be of another size now. */
  if (sent)
    refresh (HUIS_PAGE (self));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (widget);

  show_message (self, NULL);
  huis_printing_run (get_window (self), self->settings, make_paper, printed_cb, G_OBJECT (self));
}

static void
saved_cb (const char *path, const char *problem, gpointer user_data)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (user_data);
  g_autofree char *text = path != NULL ? huis_checklist_words_saved (path) : NULL;

  show_message (self, problem != NULL ? problem : text);
}

static void
save_pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (widget);
  g_autofree char *file = huis_checklist_words_file_name (_ ("Checklist"), "pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = huis_pdf_new (self->paper, huis_language_get (), &error);

  show_message (self, error != NULL ? error->message : NULL);
  if (pdf != NULL)
    huis_save_dialog_run (get_window (self), _ ("Save the Checklist"), file, pdf, saved_cb,
                          G_OBJECT (self));
}

static void
save_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (widget);
  g_autofree char *file = huis_checklist_words_file_name (_ ("Devices"), "csv");
  HuisChecklistOptions options = { 0 };
  g_autoptr (GBytes) csv = NULL;

  huis_paper_choices_get (self->choices, &options);
  csv = huis_inventory_csv_new (get_network (self), huis_page_get_catalogue (HUIS_PAGE (self)),
                                options.addresses);
  show_message (self, NULL);
  huis_save_dialog_run (get_window (self), _ ("Save the List of Devices"), file, csv, saved_cb,
                        G_OBJECT (self));
}

static void
huis_checklist_page_shown (HuisPage *page)
{
  HUIS_CHECKLIST_PAGE (page)->on_screen = TRUE;
  refresh (page);

  HUIS_PAGE_CLASS (huis_checklist_page_parent_class)->shown (page);
}

static void
huis_checklist_page_hidden (HuisPage *page)
{
  HUIS_CHECKLIST_PAGE (page)->on_screen = FALSE;
  show_message (HUIS_CHECKLIST_PAGE (page), NULL);
}

static void
huis_checklist_page_constructed (GObject *object)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (object);
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (huis_checklist_page_parent_class)->constructed (object);

  self->settings = huis_settings_new ();
  self->guides = huis_router_guides_new (
      huis_catalogue_get_datadir (huis_page_get_catalogue (HUIS_PAGE (self))), &error);
  if (self->guides == NULL)
    g_message ("No words of routers' menus: %s", error->message);
  self->refresh = huis_refresh_new (HUIS_PAGE (self), refresh);
}

static void
huis_checklist_page_dispose (GObject *object)
{
  HuisChecklistPage *self = HUIS_CHECKLIST_PAGE (object);

  g_clear_pointer (&self->refresh, huis_refresh_free);
  g_clear_pointer (&self->paper, huis_paper_unref);
  g_clear_object (&self->guides);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (huis_checklist_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, views);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, praise);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, summary);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, done_list);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, choices);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, message);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, next_look);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, paper_view);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, page_bar);
  gtk_widget_class_bind_template_child (widget_class, HuisChecklistPage, page_label);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
huis_checklist_page_class_init (HuisChecklistPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = huis_checklist_page_constructed;
  object_class->dispose = huis_checklist_page_dispose;
  HUIS_PAGE_CLASS (klass)->shown = huis_checklist_page_shown;
  HUIS_PAGE_CLASS (klass)->hidden = huis_checklist_page_hidden;

  g_type_ensure (HUIS_TYPE_DONE_LIST);
  g_type_ensure (HUIS_TYPE_EMPTY_VIEW);
  g_type_ensure (HUIS_TYPE_NEXT_LOOK);
  g_type_ensure (HUIS_TYPE_PAPER_CHOICES);
  g_type_ensure (HUIS_TYPE_PAPER_VIEW);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-checklist-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "checklist.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "checklist.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "checklist.save-list", NULL, save_list_action);
  gtk_widget_class_install_action (widget_class, "checklist.page-before", NULL, page_before_action);
  gtk_widget_class_install_action (widget_class, "checklist.page-next", NULL, page_next_action);
}

static void
huis_checklist_page_init (HuisChecklistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  huis_page_set_main_control (HUIS_PAGE (self), GTK_WIDGET (self->print_button));
}
