/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @problem is a sentence for people, or %NULL: @path was saved. Not called where the person
 * thought better of it. */
typedef void (*HuisSavedFunc) (const char *path, const char *problem, gpointer user_data);

/*
 * Asks where to put @bytes, and puts them there, whole or not at all. @name is what is proposed,
 * with its ending (".pdf"), which is added where the person leaves it out. @owner is kept until
 * the end and is the user data of @saved.
 */
void huis_save_dialog_run (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           GBytes *bytes,
                           HuisSavedFunc saved,
                           GObject *owner);

G_END_DECLS
