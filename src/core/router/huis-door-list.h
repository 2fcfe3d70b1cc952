/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The doors that are tried from outside, and what stands behind each as a rule, from
 * data/scanner/outside.xml. Its texts are English msgids: show them by gettext. */
typedef struct
{
  guint16 port;
  char *name; /* "Web page" */
  char *what; /* one plain sentence for the person who finds it open */
} HuisDoorInfo;

typedef struct _HuisDoorList HuisDoorList;

/* %NULL with a G_FILE_ERROR, G_MARKUP_ERROR or G_IO_ERROR_INVALID_DATA. */
HuisDoorList *huis_door_list_new (const char *datadir, GError **error);
void huis_door_list_free (HuisDoorList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisDoorList, huis_door_list_free)

guint huis_door_list_get_count (HuisDoorList *self);
const HuisDoorInfo *huis_door_list_get (HuisDoorList *self, guint index);
/* %NULL where the list has it not. */
const HuisDoorInfo *huis_door_list_find (HuisDoorList *self, guint16 port);

G_END_DECLS
