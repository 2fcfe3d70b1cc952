/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-identifier.h"
#include "huis-maker-guides.h"

G_BEGIN_DECLS

/* What is read beside the window, because it takes longer than a window may stand still. */
typedef struct
{
  HuisIdentifier *identifier; /* %NULL where its rules can't be read: devices stay unnamed */
  HuisMakerGuides *guides;    /* %NULL likewise: the usual steps stand for every maker */
} HuisKnowledge;

void huis_knowledge_free (HuisKnowledge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisKnowledge, huis_knowledge_free)

/* Never fails: what can't be read is missing, and said in the log. */
void huis_knowledge_read_async (const char *datadir,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HuisKnowledge *huis_knowledge_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
