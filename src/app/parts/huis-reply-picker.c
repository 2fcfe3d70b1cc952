/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-reply-picker"

#include "huis-reply-picker.h"

#include "huis-wrap-box.h"

#include <glib/gi18n.h>

struct _HuisReplyPicker
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkWidget *buttons;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *dont_know;
  GtkLabel *caption;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HuisReplyPicker, huis_reply_picker, GTK_TYPE_BOX)

enum
{
  SIGNAL_REPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
button_for (HuisReplyPicker *self, HuisReply reply)
{
  switch (reply)
    {
    case HUIS_REPLY_YES:
      return self->yes;
    case HUIS_REPLY_NO:
      return self->no;
    case HUIS_REPLY_DONT_KNOW:
      return self->dont_know;
    case HUIS_REPLY_NONE:
    default:
      return NULL;
    }
}

static void
toggled_cb (HuisReplyPicker *self, GtkToggleButton *button)
{
  HuisReply reply = HUIS_REPLY_NONE;

  if (self->updating)
    return;
  for (int r = HUIS_REPLY_YES; r <= HUIS_REPLY_DONT_KNOW; r++)
    if (button_for (self, (HuisReply) r) == button && gtk_toggle_button_get_active (button))
      reply = (HuisReply) r;

  huis_reply_picker_set_reply (self, reply);
  g_signal_emit (self, signals[SIGNAL_REPLIED], 0, reply);
}

static void
huis_reply_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HUIS_TYPE_REPLY_PICKER);

  G_OBJECT_CLASS (huis_reply_picker_parent_class)->dispose (object);
}

static void
huis_reply_picker_class_init (HuisReplyPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_reply_picker_dispose;

  signals[SIGNAL_REPLIED] = g_signal_new ("replied", HUIS_TYPE_REPLY_PICKER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, HUIS_TYPE_REPLY);

  g_type_ensure (HUIS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-reply-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisReplyPicker, title);
  gtk_widget_class_bind_template_child (widget_class, HuisReplyPicker, buttons);
  gtk_widget_class_bind_template_child (widget_class, HuisReplyPicker, yes);
  gtk_widget_class_bind_template_child (widget_class, HuisReplyPicker, no);
  gtk_widget_class_bind_template_child (widget_class, HuisReplyPicker, dont_know);
  gtk_widget_class_bind_template_child (widget_class, HuisReplyPicker, caption);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
huis_reply_picker_init (HuisReplyPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
huis_reply_picker_new (void)
{
  return g_object_new (HUIS_TYPE_REPLY_PICKER, NULL);
}

void
huis_reply_picker_set_title (HuisReplyPicker *self, const char *title, const char *spoken)
{
  g_return_if_fail (HUIS_IS_REPLY_PICKER (self));

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);

  /* A screen reader that lands on a button must hear of which device it is, too. */
  for (int r = HUIS_REPLY_YES; r <= HUIS_REPLY_DONT_KNOW; r++)
    {
      GtkToggleButton *button = button_for (self, (HuisReply) r);
      g_autofree char *name = NULL;

      /* Translators: read aloud; an answer ("Yes") and the question that it answers. */
      name = g_strdup_printf (_ ("%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (button)), spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

void
huis_reply_picker_set_reply (HuisReplyPicker *self, HuisReply reply)
{
  g_return_if_fail (HUIS_IS_REPLY_PICKER (self));

  self->updating = TRUE;
  for (int r = HUIS_REPLY_YES; r <= HUIS_REPLY_DONT_KNOW; r++)
    gtk_toggle_button_set_active (button_for (self, (HuisReply) r), r == (int) reply);
  self->updating = FALSE;
}

void
huis_reply_picker_set_usual (HuisReplyPicker *self, HuisReply usual)
{
  g_return_if_fail (HUIS_IS_REPLY_PICKER (self));

  for (int r = HUIS_REPLY_YES; r <= HUIS_REPLY_DONT_KNOW; r++)
    if (r == (int) usual)
      gtk_widget_add_css_class (GTK_WIDGET (button_for (self, (HuisReply) r)), "usual");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (button_for (self, (HuisReply) r)), "usual");
}

void
huis_reply_picker_set_caption (HuisReplyPicker *self, const char *caption)
{
  g_return_if_fail (HUIS_IS_REPLY_PICKER (self));

  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL && *caption != '\0');
}
