/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-connection-row"

#include "huis-connection-row.h"

#include "huis-connection.h"
#include "huis-device-words.h"
#include "huis-reply-picker.h"

#include <glib/gi18n.h>

struct _HuisConnectionRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *kind;
  GtkBox *questions;
  HuisReplyPicker *pickers[HUIS_N_QUESTIONS];

  /* Owned */
  HuisNetwork *network;
  HuisCatalogue *catalogue;
  HuisDevice *device;
};

G_DEFINE_FINAL_TYPE (HuisConnectionRow, huis_connection_row, GTK_TYPE_BOX)

/* What is asked, and what each answer means; a device that was never seen gets all three. */
static const struct
{
  const char *ask;
  const char *then[HUIS_REPLY_DONT_KNOW + 1];
} questions[HUIS_N_QUESTIONS] = {
  [HUIS_QUESTION_CONNECTED] = { N_ ("Is it on Wi-Fi or on a cable?"),
                                { [HUIS_REPLY_YES] =
                                      N_ ("Then it belongs to your network, like the others."),
                                  [HUIS_REPLY_NO] =
                                      N_ ("Then nobody reaches it through your network."),
                                  [HUIS_REPLY_DONT_KNOW] = N_ (
                                      "Look in its app or settings for ‘Wi-Fi’ or ‘Network’.") } },
  [HUIS_QUESTION_ONLINE] = { N_ ("Does it need the internet?"),
                             { [HUIS_REPLY_YES] = N_ (
                                   "Then its password and its updates matter. They come later."),
                               [HUIS_REPLY_NO] = N_ (
                                   "Then keep it off the internet. At ‘Each device’ you read how."),
                               [HUIS_REPLY_DONT_KNOW] = N_ ("Try it: keep it off the internet for "
                                                            "a day. See what you miss.") } },
  [HUIS_QUESTION_OUTSIDE] = { N_ ("Must you reach it when you are away from home?"),
                              { [HUIS_REPLY_YES] = N_ ("Then it needs extra protection. At ‘Each "
                                                       "device’ you read how."),
                                [HUIS_REPLY_NO] = N_ ("Then no door to it has to be open."),
                                [HUIS_REPLY_DONT_KNOW] = N_ ("Then close the door for now. You can "
                                                             "open it again later.") } },
};

static char *
make_caption (HuisConnectionRow *self, HuisQuestion question, HuisReply reply, HuisReply usual)
{
  if (reply != HUIS_REPLY_NONE)
    return g_strdup (_ (questions[question].then[reply]));
  if (usual == HUIS_REPLY_YES)
    return g_strdup (_ ("Usual answer: yes"));
  if (usual == HUIS_REPLY_NO)
    return g_strdup (_ ("Usual answer: no"));

  return NULL;
}

/* The page as a whole asks about the internet: there the name of the device is enough. */
static gboolean
stands_for_device (HuisConnectionRow *self, HuisQuestion question)
{
  return question == HUIS_QUESTION_ONLINE &&
         !huis_connection_asks (self->network, self->catalogue, self->device,
                                HUIS_QUESTION_CONNECTED);
}

static void
update_picker (HuisConnectionRow *self, HuisQuestion question)
{
  HuisReplyPicker *picker = self->pickers[question];
  HuisReply reply = huis_device_get_reply (self->device, question);
  HuisReply usual =
      huis_connection_suggest (self->network, self->catalogue, self->device, question);
  g_autofree char *caption = make_caption (self, question, reply, usual);
  g_autofree char *title = huis_title_of_device (self->device, self->catalogue);
  g_autofree char *spoken = NULL;

  /* Translators: read aloud; a question, and the device that it is about. */
  spoken = g_strdup_printf (_ ("%1$s %2$s"), _ (questions[question].ask), title);
  huis_reply_picker_set_title (
      picker, stands_for_device (self, question) ? title : _ (questions[question].ask), spoken);
  huis_reply_picker_set_reply (picker, reply);
  huis_reply_picker_set_usual (picker, reply == HUIS_REPLY_NONE ? usual : HUIS_REPLY_NONE);
  huis_reply_picker_set_caption (picker, caption);
}

void
huis_connection_row_update (HuisConnectionRow *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (HUIS_IS_CONNECTION_ROW (self));

  title = huis_title_of_device (self->device, self->catalogue);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title),
                          huis_connection_asks (self->network, self->catalogue, self->device,
                                                HUIS_QUESTION_CONNECTED));
  for (int q = 0; q < HUIS_N_QUESTIONS; q++)
    {
      HuisQuestion question = (HuisQuestion) q;
      gboolean asked =
          huis_connection_asks (self->network, self->catalogue, self->device, question);

      gtk_widget_set_visible (GTK_WIDGET (self->pickers[q]), asked);
      if (asked)
        update_picker (self, question);
    }
}

static void
replied_cb (HuisConnectionRow *self, HuisReply reply, HuisReplyPicker *picker)
{
  for (int q = 0; q < HUIS_N_QUESTIONS; q++)
    if (self->pickers[q] == picker)
      huis_device_set_reply (self->device, (HuisQuestion) q, reply);

  huis_connection_row_update (self);
}

static void
huis_connection_row_dispose (GObject *object)
{
  HuisConnectionRow *self = HUIS_CONNECTION_ROW (object);

  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->device);
  gtk_widget_dispose_template (GTK_WIDGET (self), HUIS_TYPE_CONNECTION_ROW);

  G_OBJECT_CLASS (huis_connection_row_parent_class)->dispose (object);
}

static void
huis_connection_row_class_init (HuisConnectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = huis_connection_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/huiswacht/Huiswacht/ui/huis-connection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionRow, kind);
  gtk_widget_class_bind_template_child (widget_class, HuisConnectionRow, questions);
}

static void
huis_connection_row_init (HuisConnectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int q = 0; q < HUIS_N_QUESTIONS; q++)
    {
      self->pickers[q] = HUIS_REPLY_PICKER (huis_reply_picker_new ());
      g_signal_connect_object (self->pickers[q], "replied", G_CALLBACK (replied_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->questions, GTK_WIDGET (self->pickers[q]));
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->pickers[HUIS_QUESTION_ONLINE]), "bold-title");
}

static void
show_kind (HuisConnectionRow *self)
{
  const HuisKindInfo *kind =
      huis_catalogue_get_kind (self->catalogue, huis_device_get_kind (self->device));
  g_autofree char *text = NULL;

  gtk_image_set_from_icon_name (self->icon, kind->icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);

  /* Translators: a kind of device, and a sentence that tells what it means to keep it off the
   * internet: "Camera. Without internet: you can still watch at home." */
  text = g_strdup_printf (_ ("%1$s. Without internet: %2$s"), huis_catalogue_text (kind->title),
                          huis_catalogue_text (kind->offline));
  gtk_label_set_text (self->kind, text);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), TRUE);
}

GtkWidget *
huis_connection_row_new (HuisNetwork *network,
                         HuisCatalogue *catalogue,
                         HuisDevice *device,
                         gboolean alone)
{
  HuisConnectionRow *self = g_object_new (HUIS_TYPE_CONNECTION_ROW, NULL);

  g_set_object (&self->network, network);
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->device, device);
  if (alone)
    show_kind (self);
  huis_connection_row_update (self);

  return GTK_WIDGET (self);
}
