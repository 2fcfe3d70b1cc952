/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Until when the maker gives updates: the day as the person found it, or "looked, not found". */
#define HUIS_TYPE_SUPPORT_ENTRY (huis_support_entry_get_type ())
G_DECLARE_FINAL_TYPE (HuisSupportEntry, huis_support_entry, HUIS, SUPPORT_ENTRY, GtkBox)

/* @device is the one whose date it is: with a task of the router, the router itself. */
GtkWidget *huis_support_entry_new (HuisTask *task, HuisDevice *device);

G_END_DECLS
