/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-measure-body"

#include "huis-measure-body.h"

#include "huis-answer-bar.h"
#include "huis-guest-list.h"
#include "huis-line-grid.h"
#include "huis-look-again.h"
#include "huis-opening-list.h"
#include "huis-reply-picker.h"
#include "huis-support-entry.h"
#include "huis-trip-words.h"
#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisMeasureBody
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *saw_part;
  GtkLabel *saw;
  GtkLabel *witness;
  GtkBox *saw_more;
  GtkLabel *why;
  GtkLabel *danger;
  GtkLabel *meaning;
  GtkGrid *steps;
  GtkLabel *usual_hint;
  GtkLabel *source;
  GtkToggleButton *usual_button;
  HuisWrapBox *links;
  GtkBox *do_more;
  GtkLabel *proof;
  GtkButton *test_button;
  HuisLookAgain *look_again;
  HuisReplyPicker *picker;
  HuisAnswerBar *answers;

  /* Owned */
  HuisTask *task;
};

G_DEFINE_FINAL_TYPE (HuisMeasureBody, huis_measure_body, GTK_TYPE_BOX)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* In the own words of this router or maker; or in the usual ones, when the menu looks different. */
static void
show_steps (HuisMeasureBody *self)
{
  gboolean usual = gtk_toggle_button_get_active (self->usual_button);
  g_autoptr (GPtrArray) steps = huis_task_list_steps (self->task, usual);
  g_autofree char *sources = huis_task_dup_sources (self->task, usual);

  huis_line_grid_fill (self->steps, steps, TRUE);
  set_text (self->source, sources);
  gtk_widget_set_visible (GTK_WIDGET (self->usual_button), huis_task_has_guide (self->task));
  gtk_widget_set_visible (GTK_WIDGET (self->usual_hint), usual);
}

static void
add_links (HuisMeasureBody *self)
{
  g_autoptr (GPtrArray) links = huis_task_list_links (self->task);

  for (guint i = 0; i < links->len; i++)
    {
      const HuisTaskLink *link = g_ptr_array_index (links, i);
      GtkWidget *button = gtk_link_button_new_with_label (link->href, link->label);

      gtk_widget_add_css_class (button, "inline-button");
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      huis_wrap_box_append (self->links, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links), links->len > 0);
}

/* The things that belong to some steps only: the list of doors, who can move to the guest network,
 * and where the date of the last update is kept, below the page that may tell it. */
static void
add_more (HuisMeasureBody *self)
{
  const HuisMeasure *measure = huis_task_get_measure (self->task);
  HuisNetwork *network = huis_task_get_network (self->task);
  HuisDevice *device = huis_task_get_device (self->task);
  HuisDevice *owner =
      device != NULL ? device : huis_inventory_find_gateway (huis_network_get_inventory (network));

  if (g_strcmp0 (measure->check, "openings") == 0 ||
      g_strcmp0 (measure->check, "opening-to-device") == 0)
    gtk_box_append (self->saw_more,
                    huis_opening_list_new (huis_task_get_session (self->task), device));
  if (g_strcmp0 (measure->check, "guest-network") == 0)
    gtk_box_append (self->saw_more, huis_guest_list_new (huis_task_get_session (self->task),
                                                         huis_task_get_catalogue (self->task)));
  if (g_strcmp0 (measure->check, "support") == 0 && owner != NULL)
    {
      gtk_box_append (self->do_more, huis_support_entry_new (self->task, owner));
      gtk_widget_set_visible (GTK_WIDGET (self->do_more), TRUE);
    }
}

/* On the same page a test can prove it: the way there. */
static void
lead_to_test (HuisMeasureBody *self)
{
  static const struct
  {
    const char *check;
    HuisTripKind kind;
  } tests[] = {
    { "firewall-from-outside", HUIS_TRIP_OUTSIDE },
    { "guest-network", HUIS_TRIP_GUEST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    if (g_strcmp0 (huis_task_get_measure (self->task)->check, tests[i].check) == 0)
      {
        /* Translators: a button; %s is the title of a test further down on the page, "Knock from
         * outside". */
        g_autofree char *label =
            g_strdup_printf (_ ("Go to the Test: %s"), huis_trip_words_title (tests[i].kind));

        gtk_button_set_label (self->test_button, label);
        gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->test_button)), TRUE);
        gtk_actionable_set_action_target (GTK_ACTIONABLE (self->test_button), "i", tests[i].kind);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (self->test_button), "router.show-test");
        gtk_widget_set_visible (GTK_WIDGET (self->test_button), TRUE);
      }
}

static void
fill (HuisMeasureBody *self)
{
  const HuisMeasure *measure = huis_task_get_measure (self->task);
  HuisDevice *device = huis_task_get_device (self->task);

  set_text (self->why, huis_catalogue_text (measure->why));
  set_text (self->danger, huis_catalogue_text (measure->danger));
  if (device != NULL)
    {
      const HuisKindInfo *kind = huis_catalogue_get_kind (huis_task_get_catalogue (self->task),
                                                          huis_device_get_kind (device));
      g_autofree char *meaning = huis_measure_dup_meaning (measure, kind);

      set_text (self->meaning, meaning);
    }
  set_text (self->proof, huis_catalogue_text (measure->proof));
  show_steps (self);
  add_links (self);
  add_more (self);
  lead_to_test (self);

  huis_look_again_attach (self->look_again, huis_task_get_session (self->task),
                          huis_task_get_look_target (self->task));
  gtk_widget_set_visible (GTK_WIDGET (self->look_again), huis_task_can_look (self->task));
  huis_answer_bar_attach (self->answers, self->task);
}

static void
replied_cb (HuisMeasureBody *self, HuisReply reply)
{
  HuisQuestion question;

  if (huis_task_asks (self->task, &question))
    huis_device_set_reply (huis_task_get_device (self->task), question, reply);
}

static const char *
find_consequence (const HuisMeasure *measure, HuisReply reply)
{
  static const char *const ids[] = {
    [HUIS_REPLY_YES] = "yes",
    [HUIS_REPLY_NO] = "no",
    [HUIS_REPLY_DONT_KNOW] = "unknown",
  };

  for (guint i = 0; i < measure->choices->len; i++)
    {
      const HuisChoice *choice = g_ptr_array_index (measure->choices, i);

      if (reply != HUIS_REPLY_NONE && g_strcmp0 (choice->id, ids[reply]) == 0)
        return huis_catalogue_text (choice->then);
    }

  return NULL;
}

/* A question of the Connection step comes first, and is answered with yes or no. "Done" is said
 * only of what is still to do; that nothing was seen is no news where it was not looked for. */
static void
update_question (HuisMeasureBody *self, const HuisVerdict *verdict)
{
  const HuisMeasure *measure = huis_task_get_measure (self->task);
  HuisQuestion question;
  HuisReply reply;

  if (!huis_task_asks (self->task, &question))
    return;

  reply = huis_device_get_reply (huis_task_get_device (self->task), question);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), TRUE);
  gtk_widget_set_visible (self->saw_part, verdict->saw != NULL);
  huis_reply_picker_set_title (self->picker, huis_catalogue_text (measure->question),
                               huis_catalogue_text (measure->question));
  huis_reply_picker_set_reply (self->picker, reply);
  huis_reply_picker_set_caption (self->picker, find_consequence (measure, reply));
  gtk_widget_set_visible (GTK_WIDGET (self->answers),
                          verdict->status == HUIS_STATUS_TO_DO ||
                              huis_task_get_answer_kind (self->task) != HUIS_ANSWER_NONE);
}

static const char *
words_without_a_look (HuisMeasureBody *self)
{
  if (huis_task_can_look (self->task))
    return _ ("Not tested: we got no answer to go by.");

  return _ ("This does not show from the outside. You can see it yourself.");
}

void
huis_measure_body_update (HuisMeasureBody *self, const char *change)
{
  g_autoptr (HuisVerdict) verdict = NULL;
  g_autofree char *witness = NULL;

  g_return_if_fail (HUIS_IS_MEASURE_BODY (self));

  verdict = huis_task_judge (self->task);
  witness = huis_verdict_dup_witness_text (verdict);
  set_text (self->saw, verdict->saw != NULL ? verdict->saw : words_without_a_look (self));
  set_text (self->witness, verdict->witness == HUIS_WITNESS_SEEN ? witness : NULL);
  huis_look_again_set_change (self->look_again, change);
  update_question (self, verdict);
  huis_answer_bar_update (self->answers);
}

static void
huis_measure_body_dispose (GObject *object)
{
  HuisMeasureBody *self = HUIS_MEASURE_BODY (object);

  g_clear_object (&self->task);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_MEASURE_BODY);

  G_OBJECT_CLASS (huis_measure_body_parent_class)->dispose (object);
}

static void
huis_measure_body_class_init (HuisMeasureBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_measure_body_dispose;

  g_type_ensure (HUIS_TYPE_ANSWER_BAR);
  g_type_ensure (HUIS_TYPE_LOOK_AGAIN);
  g_type_ensure (HUIS_TYPE_REPLY_PICKER);
  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-measure-body.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, saw_part);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, saw);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, witness);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, saw_more);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, why);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, danger);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, meaning);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, steps);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, source);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, usual_hint);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, usual_button);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, links);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, do_more);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, proof);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, test_button);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, look_again);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, picker);
  gtk_widget_class_bind_template_child (widget_class, HuisMeasureBody, answers);
  gtk_widget_class_bind_template_callback (widget_class, replied_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_steps);
}

static void
huis_measure_body_init (HuisMeasureBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_measure_body_new (HuisTask *task)
{
  HuisMeasureBody *self = g_object_new (HUIS_TYPE_MEASURE_BODY, NULL);

  self->task = g_object_ref (task);
  fill (self);
  huis_measure_body_update (self, NULL);

  return GTK_WIDGET (self);
}
