/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-answer-bar"

#include "huis-answer-bar.h"

#include "huis-wrap-box.h"

#include <glib/gi18n.h>

#define N_KINDS (HUIS_ANSWER_ACCEPTED + 1)

struct _HuisAnswerBar
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *question;
  HuisWrapBox *buttons;
  GtkToggleButton *kinds[N_KINDS]; /* by HuisAnswerKind; none for HUIS_ANSWER_NONE */
  GtkCheckButton *others;
  GtkLabel *others_label;
  GtkRevealer *reason_revealer;
  GtkEntry *reason;
  GtkButton *keep_reason;
  GtkLabel *said;
  GtkToggleButton *note_button;
  GtkRevealer *note_revealer;
  GtkEntry *note;

  /* Owned */
  HuisTask *task;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisAnswerBar, huis_answer_bar, GTK_TYPE_BOX)

static gboolean
for_others (HuisAnswerBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->others)) &&
         gtk_check_button_get_active (self->others);
}

static HuisAnswerKind
kind_of (HuisAnswerBar *self, GtkToggleButton *button)
{
  for (guint kind = HUIS_ANSWER_DONE; kind < N_KINDS; kind++)
    if (self->kinds[kind] == button)
      return (HuisAnswerKind) kind;

  return HUIS_ANSWER_NONE;
}

/* A reason is asked before a risk counts as accepted. */
static void
ask_reason (HuisAnswerBar *self)
{
  gtk_revealer_set_reveal_child (self->reason_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
toggled_cb (HuisAnswerBar *self, GtkToggleButton *button)
{
  HuisAnswerKind kind = kind_of (self, button);

  if (self->updating)
    return;
  if (!gtk_toggle_button_get_active (button))
    huis_task_answer (self->task, HUIS_ANSWER_NONE, NULL, for_others (self));
  else if (kind != HUIS_ANSWER_ACCEPTED)
    huis_task_answer (self->task, kind, NULL, for_others (self));

  huis_answer_bar_update (self);
  if (kind == HUIS_ANSWER_ACCEPTED && huis_task_get_answer_kind (self->task) != kind)
    ask_reason (self);
}

static void
reason_changed_cb (HuisAnswerBar *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_reason), *text != '\0');
}

static void
keep_reason_cb (HuisAnswerBar *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (*text == '\0')
    return;
  huis_task_answer (self->task, HUIS_ANSWER_ACCEPTED, text, for_others (self));
  gtk_revealer_set_reveal_child (self->reason_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->kinds[HUIS_ANSWER_ACCEPTED]));
  huis_answer_bar_update (self);
}

/* What was already said holds for the others too, from the moment this is ticked. */
static void
others_cb (HuisAnswerBar *self)
{
  const HuisAnswer *answer = huis_task_get_answer (self->task);
  g_autofree char *reason = NULL;

  if (self->updating || !for_others (self) || answer == NULL || answer->kind == HUIS_ANSWER_NONE)
    return;
  reason = g_strdup (answer->reason);
  huis_task_answer (self->task, answer->kind, reason, TRUE);
}

static void
note_toggled_cb (HuisAnswerBar *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->note_button);

  gtk_revealer_set_reveal_child (self->note_revealer, shown);
  if (shown && !self->updating)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
keep_note_cb (HuisAnswerBar *self)
{
  const HuisAnswer *answer = self->task != NULL ? huis_task_get_answer (self->task) : NULL;
  const char *before = answer != NULL && answer->note != NULL ? answer->note : "";
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (self->task != NULL && g_strcmp0 (before, text) != 0)
    huis_task_set_note (self->task, text);
}

static void
update_said (HuisAnswerBar *self, const HuisAnswer *answer)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (answer != NULL && answer->kind != HUIS_ANSWER_NONE)
    {
      day = huis_assessment_format_day (answer->when);
      if (answer->reason != NULL && *answer->reason != '\0')
        /* Translators: a day, and the person's own reason for accepting a risk. */
        text = g_strdup_printf (_ ("You said so: %1$s. Your reason: %2$s"), day, answer->reason);
      else if (answer->kind == HUIS_ANSWER_CANNOT)
        /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
        text = g_strdup_printf (_ ("You said so: %s. Then keep it apart, replace it, or accept it "
                                   "with a reason."),
                                day);
      else
        /* Translators: %s is a day, "today, 14:05" or "3 March 2026". */
        text = g_strdup_printf (_ ("You said so: %s. Press the same button to take it back."), day);
    }
  gtk_label_set_text (self->said, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said), text != NULL);
}

static void
update_others (HuisAnswerBar *self)
{
  g_autoptr (GPtrArray) alike = huis_task_list_alike (self->task);
  HuisDevice *device = huis_task_get_device (self->task);
  const HuisKindInfo *kind;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->others), alike->len > 0);
  if (alike->len == 0)
    return;

  kind =
      huis_catalogue_get_kind (huis_task_get_catalogue (self->task), huis_device_get_kind (device));
  /* Translators: %1$u is a number, %2$s a kind of device ("Lights"), %3$s their maker. */
  text = g_strdup_printf (ngettext ("The same for the other %1$u (%2$s, %3$s)",
                                    "The same for the other %1$u (%2$s, %3$s)", alike->len),
                          alike->len, huis_catalogue_text (kind->plural),
                          huis_device_get_maker (device));
  gtk_label_set_text (self->others_label, text);
}

void
huis_answer_bar_update (HuisAnswerBar *self)
{
  const HuisAnswer *answer;
  HuisAnswerKind given;

  g_return_if_fail (HUIS_IS_ANSWER_BAR (self));

  answer = huis_task_get_answer (self->task);
  given = answer != NULL ? answer->kind : HUIS_ANSWER_NONE;

  self->updating = TRUE;
  for (guint kind = HUIS_ANSWER_DONE; kind < N_KINDS; kind++)
    gtk_toggle_button_set_active (self->kinds[kind], kind == given);
  if (given != HUIS_ANSWER_NONE)
    gtk_revealer_set_reveal_child (self->reason_revealer, FALSE);
  update_said (self, answer);
  update_others (self);
  self->updating = FALSE;
}

static void
add_buttons (HuisAnswerBar *self)
{
  const HuisMeasure *measure = huis_task_get_measure (self->task);
  const char *const labels[N_KINDS] = {
    [HUIS_ANSWER_DONE] =
        measure->done != NULL ? huis_catalogue_text (measure->done) : _ ("I did this"),
    [HUIS_ANSWER_LATER] = _ ("Later"),
    [HUIS_ANSWER_CANNOT] = _ ("Not possible"),
    [HUIS_ANSWER_NOT_APPLICABLE] = _ ("Does not apply"),
    [HUIS_ANSWER_ACCEPTED] = _ ("I accept this, because…"),
  };

  for (guint kind = HUIS_ANSWER_DONE; kind < N_KINDS; kind++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (labels[kind]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (button, "choice");
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      labels[kind], -1);
      self->kinds[kind] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
      huis_wrap_box_append (self->buttons, button);
    }
}

static void
huis_answer_bar_dispose (GObject *object)
{
  HuisAnswerBar *self = HUIS_ANSWER_BAR (object);

  g_clear_object (&self->task);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_ANSWER_BAR);

  G_OBJECT_CLASS (huis_answer_bar_parent_class)->dispose (object);
}

static void
huis_answer_bar_class_init (HuisAnswerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_answer_bar_dispose;

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-answer-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, question);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, others);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, others_label);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, reason_revealer);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, reason);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, keep_reason);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, said);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, note_button);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, note_revealer);
  gtk_widget_class_bind_template_child (widget_class, HuisAnswerBar, note);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_note_cb);
}

static void
huis_answer_bar_init (HuisAnswerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
huis_answer_bar_attach (HuisAnswerBar *self, HuisTask *task)
{
  const HuisMeasure *measure;
  const HuisAnswer *answer;
  HuisQuestion asked;

  g_return_if_fail (HUIS_IS_ANSWER_BAR (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_object_ref (task);
  measure = huis_task_get_measure (task);
  /* The question of the Connection step has buttons of its own, above these. */
  gtk_label_set_text (self->question, measure->question != NULL && !huis_task_asks (task, &asked)
                                          ? huis_catalogue_text (measure->question)
                                          : _ ("Did you do this?"));
  add_buttons (self);

  answer = huis_task_get_answer (task);
  if (answer != NULL && answer->note != NULL && *answer->note != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->note), answer->note);
      self->updating = TRUE;
      gtk_toggle_button_set_active (self->note_button, TRUE);
      self->updating = FALSE;
    }
  huis_answer_bar_update (self);
}
