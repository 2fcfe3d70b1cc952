/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-knowledge"

#include "huis-knowledge.h"

void
huis_knowledge_free (HuisKnowledge *self)
{
  g_clear_pointer (&self->identifier, huis_identifier_free);
  g_clear_object (&self->guides);
  g_free (self);
}

static void
read_thread (GTask *task, gpointer source, gpointer datadir, GCancellable *cancellable)
{
  HuisKnowledge *self = g_new0 (HuisKnowledge, 1);
  g_autoptr (GError) rules_error = NULL;
  g_autoptr (GError) guides_error = NULL;

  self->identifier = huis_identifier_new (datadir, &rules_error);
  if (self->identifier == NULL)
    g_message ("Devices will stay unnamed: %s", rules_error->message);
  self->guides = huis_maker_guides_new (datadir, &guides_error);
  if (self->guides == NULL)
    g_message ("Nothing is known of makers: %s", guides_error->message);

  g_task_return_pointer (task, self, (GDestroyNotify) huis_knowledge_free);
}

void
huis_knowledge_read_async (const char *datadir,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, huis_knowledge_read_async);
  g_task_set_task_data (task, g_strdup (datadir), g_free);
  g_task_run_in_thread (task, read_thread);
}

HuisKnowledge *
huis_knowledge_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
