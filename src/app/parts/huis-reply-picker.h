/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A question with yes, no and "don't know". The usual answer may be marked; it is no answer until
 * the person presses it. Signal "replied" (HuisReply): the person chose; NONE takes it back.
 */
#define HUIS_TYPE_REPLY_PICKER (huis_reply_picker_get_type ())
G_DECLARE_FINAL_TYPE (HuisReplyPicker, huis_reply_picker, HUIS, REPLY_PICKER, GtkBox)

GtkWidget *huis_reply_picker_new (void);

/* The line before the buttons, and what is read aloud for them; plain text. */
void huis_reply_picker_set_title (HuisReplyPicker *self, const char *title, const char *spoken);
void huis_reply_picker_set_reply (HuisReplyPicker *self, HuisReply reply);
/* %HUIS_REPLY_NONE for no mark. */
void huis_reply_picker_set_usual (HuisReplyPicker *self, HuisReply usual);
/* The small line below: what the answer means. %NULL hides it. */
void huis_reply_picker_set_caption (HuisReplyPicker *self, const char *caption);

G_END_DECLS
