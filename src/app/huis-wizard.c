/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-wizard"

#include "huis-wizard.h"

#include "huis-accessible.h"
#include "huis-scroll.h"
#include "huis-step-row.h"
#include "huis-steps.h"
#include "huis-store-line.h"

#include <glib/gi18n.h>

struct _HuisWizard
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwFlap *flap;
  AdwWindowTitle *side_title;
  AdwWindowTitle *page_title;
  GtkMenuButton *menu_button;
  GtkListBox *step_list;
  GtkButton *back_button;
  GtkButton *next_button;
  GtkLabel *next_label;
  HuisStoreLine *store_line;
  GtkStack *stack;

  /* Owned: a HuisPage per step, NULL while it is not built, each also a child of the stack. */
  HuisPage **pages;
  guint idle;

  HuisSession *session;
  HuisCatalogue *catalogue;

  guint n_steps;
  int step; /* -1 before the first */
};

G_DEFINE_FINAL_TYPE (HuisWizard, huis_wizard, ADW_TYPE_BIN)

static const char *
title_of (HuisWizard *self, guint i)
{
  guint n;

  return huis_step_get_title (&huis_steps_get (&n)[i], huis_session_get_network (self->session));
}

static HuisStepState
state_of (HuisWizard *self, guint i)
{
  if (self->pages[i] != NULL && huis_page_get_done (self->pages[i]))
    return HUIS_STEP_DONE;

  return (int) i == self->step ? HUIS_STEP_NOW : HUIS_STEP_LATER;
}

/* Any step that was opened once, today or another evening, can be opened again. */
static gboolean
may_open (HuisWizard *self, guint i)
{
  HuisStore *store = huis_session_get_store (self->session);
  guint n;

  return i == 0 || (int) i == self->step ||
         huis_store_get_visited (store, huis_steps_get (&n)[i].id);
}

static void
update_network (HuisWizard *self)
{
  HuisNetwork *network = huis_session_get_network (self->session);

  adw_window_title_set_subtitle (self->side_title,
                                 network != NULL ? huis_network_get_title (network) : NULL);
}

static void
update_side (HuisWizard *self)
{
  update_network (self);
  for (guint i = 0; i < self->n_steps; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->step_list, i);
      const char *text = self->pages[i] ? huis_page_get_state_text (self->pages[i]) : NULL;

      huis_step_row_update (HUIS_STEP_ROW (row), title_of (self, i), state_of (self, i), text,
                            (int) i == self->step);
      gtk_widget_set_sensitive (GTK_WIDGET (row), may_open (self, i));
      if ((int) i == self->step)
        gtk_list_box_select_row (self->step_list, row);
    }
}

/* The one place where what the pages say becomes buttons, titles and the list at the side. */
static void
update (HuisWizard *self)
{
  gboolean last = self->step + 1 == (int) self->n_steps;
  const char *label;
  const char *words;
  HuisPage *page;

  if (self->step < 0)
    return;

  page = self->pages[self->step];
  label = huis_page_get_next_label (page);

  adw_window_title_set_title (self->page_title, title_of (self, self->step));

  words = label != NULL ? label : _ ("Next");
  gtk_label_set_text (self->next_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), label != NULL ? *label != '\0' : !last);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), self->step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.next", huis_page_get_complete (page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", self->step > 0);

  update_side (self);
}

static HuisPage *
ensure_page (HuisWizard *self, guint i)
{
  static const char *const facts[] = { "next-label", "complete", "done", "state-text" };
  guint n;

  if (self->pages[i] != NULL)
    return self->pages[i];

  self->pages[i] =
      g_object_ref_sink (g_object_new (huis_steps_get (&n)[i].get_type (), "session", self->session,
                                       "catalogue", self->catalogue, NULL));
  for (guint f = 0; f < G_N_ELEMENTS (facts); f++)
    {
      g_autofree char *signal = g_strconcat ("notify::", facts[f], NULL);

      g_signal_connect_object (self->pages[i], signal, G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pages[i]), huis_steps_get (&n)[i].id);

  return self->pages[i];
}

/* The pages behind the first one are built when nothing else is to be done, one at a time: the
 * window is there at once, and the list at the side soon knows what each page says. */
static gboolean
build_next_cb (gpointer user_data)
{
  HuisWizard *self = user_data;

  for (guint i = 0; i < self->n_steps; i++)
    {
      if (self->pages[i] == NULL)
        {
          ensure_page (self, i);
          update (self);
          return G_SOURCE_CONTINUE;
        }
    }

  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* The way in is no place to come back to. */
static void
remember (HuisWizard *self)
{
  guint n;

  if (self->step > 0)
    huis_store_set_step (huis_session_get_store (self->session),
                         huis_steps_get (&n)[self->step].id);
}

static void
go_to (HuisWizard *self, int step)
{
  HuisPage *before = self->step >= 0 ? self->pages[self->step] : NULL;
  HuisPage *page = ensure_page (self, step);

  if (page == before)
    return;

  gtk_stack_set_transition_type (self->stack, step > self->step
                                                  ? GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT
                                                  : GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  self->step = step;
  remember (self);

  if (before != NULL)
    huis_page_hidden (before);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  update (self);
  huis_page_shown (page);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWizard *self = HUIS_WIZARD (widget);

  if (!huis_page_next (self->pages[self->step]) && self->step + 1 < (int) self->n_steps)
    go_to (self, self->step + 1);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWizard *self = HUIS_WIZARD (widget);

  if (!huis_page_back (self->pages[self->step]) && self->step > 0)
    go_to (self, self->step - 1);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int step = huis_steps_find (g_variant_get_string (parameter, NULL));

  if (step >= 0)
    go_to (HUIS_WIZARD (widget), step);
}

/* The menu lives at the side, which may be folded away. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWizard *self = HUIS_WIZARD (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_menu_button_popup (self->menu_button);
}

static void
steps_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisWizard *self = HUIS_WIZARD (widget);

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
step_activated_cb (HuisWizard *self, GtkListBoxRow *row)
{
  int step = gtk_list_box_row_get_index (row);

  if (step == self->step && adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else
    go_to (self, step);
}

static void
huis_wizard_dispose (GObject *object)
{
  HuisWizard *self = HUIS_WIZARD (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->pages != NULL && self->step >= 0)
    huis_page_hidden (self->pages[self->step]);
  for (guint i = 0; self->pages != NULL && i < self->n_steps; i++)
    g_clear_object (&self->pages[i]);
  g_clear_pointer (&self->pages, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (huis_wizard_parent_class)->dispose (object);
}

static void
huis_wizard_class_init (HuisWizardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = huis_wizard_dispose;

  g_type_ensure (HUIS_TYPE_STORE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/huiswacht/Huiswacht/ui/huis-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, flap);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, side_title);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, page_title);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, step_list);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, back_button);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, next_button);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, next_label);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, store_line);
  gtk_widget_class_bind_template_child (widget_class, HuisWizard, stack);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);

  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "wizard.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "wizard.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "wizard.steps", NULL, steps_action);
}

static void
huis_wizard_init (HuisWizard *self)
{
  huis_steps_get (&self->n_steps);
  self->pages = g_new0 (HuisPage *, self->n_steps);
  self->step = -1;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* On a narrow window there is room for the name of the page or for that of the button. */
  if (huis_accessible_wants_large_text (GTK_WIDGET (self)))
    g_object_bind_property (self->flap, "folded", self->page_title, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  for (guint i = 0; i < self->n_steps; i++)
    gtk_list_box_append (self->step_list, huis_step_row_new ());

  self->idle = g_idle_add_full (G_PRIORITY_LOW, build_next_cb, self, NULL);
}

GtkWidget *
huis_wizard_new (HuisSession *session, HuisCatalogue *catalogue)
{
  HuisWizard *self = g_object_new (HUIS_TYPE_WIZARD, NULL);

  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (session, "notify::network", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  huis_store_line_set_store (self->store_line, huis_session_get_store (session));

  return GTK_WIDGET (self);
}

HuisWizardPlace
huis_wizard_get_place (HuisWizard *self)
{
  HuisWizardPlace place = { 0, 0 };

  g_return_val_if_fail (HUIS_IS_WIZARD (self), place);

  place.step = MAX (self->step, 0);
  place.scroll = huis_scroll_get (GTK_WIDGET (huis_wizard_get_page (self)));

  return place;
}

void
huis_wizard_set_place (HuisWizard *self, HuisWizardPlace place)
{
  g_return_if_fail (HUIS_IS_WIZARD (self));

  go_to (self, CLAMP (place.step, 0, (int) self->n_steps - 1));
  huis_scroll_set (GTK_WIDGET (huis_wizard_get_page (self)), place.scroll);
}

HuisPage *
huis_wizard_get_page (HuisWizard *self)
{
  g_return_val_if_fail (HUIS_IS_WIZARD (self), NULL);

  return self->pages[MAX (self->step, 0)];
}
