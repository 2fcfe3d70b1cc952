/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-decisions-window"

#include "huis-decisions-window.h"

#include "huis-decisions.h"
#include "huis-device-words.h"
#include "huis-network-words.h"
#include "huis-row.h"

#include <glib/gi18n.h>

#define N_KINDS (HUIS_DECISION_ENDED + 1)

struct _HuisDecisionsWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *views;
  GtkBox *groups[N_KINDS]; /* by HuisDecisionKind */
  GtkListBox *lists[N_KINDS];

  /* Owned */
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  GPtrArray *decisions; /* HuisDecision */
};

G_DEFINE_FINAL_TYPE (HuisDecisionsWindow, huis_decisions_window, ADW_TYPE_WINDOW)

static char *
name_subject (HuisDecisionsWindow *self, const HuisDecision *decision)
{
  if (decision->device != NULL)
    return huis_title_of_device (decision->device, self->catalogue);
  if (decision->measure->scope == HUIS_SCOPE_ROUTER)
    return g_strdup (_ ("Router"));

  return g_strdup (huis_network_words_whole (self->network));
}

static GtkWidget *
make_button (const HuisDecision *decision, guint position, const char *title)
{
  gboolean ended = decision->kind == HUIS_DECISION_ENDED;
  /* Translators: button; the device is in use again. */
  GtkWidget *button = gtk_button_new_with_label (ended ? _ ("Use Again") : _ ("Undo"));
  g_autofree char *name = NULL;

  /* Translators: read aloud; a button ("Undo") and what it is for. */
  name = g_strdup_printf (_ ("%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (button)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "decisions.undo");

  return button;
}

static void
add_row (HuisDecisionsWindow *self, const HuisDecision *decision, guint position)
{
  g_autofree char *subject = name_subject (self, decision);
  g_autofree char *more = NULL;
  const char *title = subject;
  GtkWidget *row = huis_row_new ();

  if (decision->measure != NULL)
    {
      title = huis_catalogue_text (decision->measure->title);
      more = g_strconcat (subject, "\n", decision->words, NULL);
    }
  huis_row_set_title (HUIS_ROW (row), title);
  huis_row_set_subtitle (HUIS_ROW (row), more != NULL ? more : decision->words);
  gtk_box_append (GTK_BOX (row), make_button (decision, position, title));
  gtk_list_box_append (self->lists[decision->kind], row);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[decision->kind]), TRUE);
}

static void
fill (HuisDecisionsWindow *self)
{
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  self->decisions = huis_decisions_list (self->network, self->catalogue);

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (self->lists[kind], 0)) != NULL)
        gtk_list_box_remove (self->lists[kind], GTK_WIDGET (row));
      gtk_widget_set_visible (GTK_WIDGET (self->groups[kind]), FALSE);
    }
  for (guint i = 0; i < self->decisions->len; i++)
    add_row (self, g_ptr_array_index (self->decisions, i), i);
  gtk_stack_set_visible_child_name (self->views, self->decisions->len > 0 ? "some" : "none");
}

/* The row that has the focus goes: the window would keep it, and hear no key any more. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HuisDecisionsWindow *self = HUIS_DECISIONS_WINDOW (widget);
  guint position = g_variant_get_uint32 (parameter);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (position < self->decisions->len)
    huis_decision_undo (self->network, g_ptr_array_index (self->decisions, position));
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
huis_decisions_window_dispose (GObject *object)
{
  HuisDecisionsWindow *self = HUIS_DECISIONS_WINDOW (object);

  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (huis_decisions_window_parent_class)->dispose (object);
}

static void
huis_decisions_window_class_init (HuisDecisionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const groups[N_KINDS] = { "accepted", "not_applicable", "ended" };
  static const char *const lists[N_KINDS] = { "accepted_list", "not_applicable_list",
                                              "ended_list" };

  G_OBJECT_CLASS (klass)->dispose = huis_decisions_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-decisions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisDecisionsWindow, views);
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, groups[kind], FALSE,
                                                 G_STRUCT_OFFSET (HuisDecisionsWindow, groups) +
                                                     (gssize) (kind * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, lists[kind], FALSE,
                                                 G_STRUCT_OFFSET (HuisDecisionsWindow, lists) +
                                                     (gssize) (kind * sizeof (gpointer)));
    }
  gtk_widget_class_install_action (widget_class, "decisions.undo", "u", undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
huis_decisions_window_init (HuisDecisionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_decisions_window_new (GtkWindow *parent, HuisSession *session, HuisCatalogue *catalogue)
{
  HuisDecisionsWindow *self =
      g_object_new (HUIS_TYPE_DECISIONS_WINDOW, "transient-for", parent, NULL);

  g_set_object (&self->network, huis_session_get_network (session));
  g_set_object (&self->catalogue, catalogue);
  if (self->network != NULL)
    fill (self);

  return GTK_WIDGET (self);
}
