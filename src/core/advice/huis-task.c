/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-task"

#include "config.h"

#include "huis-task-private.h"

#include "huis-alike.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HuisTask, huis_task, G_TYPE_OBJECT)

static void
huis_task_dispose (GObject *object)
{
  HuisTask *self = HUIS_TASK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->network);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->device);
  g_clear_object (&self->guides);

  G_OBJECT_CLASS (huis_task_parent_class)->dispose (object);
}

static void
huis_task_class_init (HuisTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = huis_task_dispose;
}

static void
huis_task_init (HuisTask *self)
{
}

HuisTask *
huis_task_new (HuisSession *session,
               HuisCatalogue *catalogue,
               const HuisMeasure *measure,
               HuisDevice *device)
{
  HuisTask *self = g_object_new (HUIS_TYPE_TASK, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->network, huis_session_get_network (session));
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->device, device);
  self->measure = measure;

  return self;
}

HuisSession *
huis_task_get_session (HuisTask *self)
{
  return self->session;
}

HuisNetwork *
huis_task_get_network (HuisTask *self)
{
  return self->network;
}

HuisCatalogue *
huis_task_get_catalogue (HuisTask *self)
{
  return self->catalogue;
}

const HuisMeasure *
huis_task_get_measure (HuisTask *self)
{
  return self->measure;
}

HuisDevice *
huis_task_get_device (HuisTask *self)
{
  return self->device;
}

void
huis_task_set_guide (HuisTask *self, HuisRouterGuides *guides, const HuisRouterGuide *guide)
{
  g_set_object (&self->guides, guides);
  self->guide = guide;
}

HuisVerdict *
huis_task_judge (HuisTask *self)
{
  return huis_assessment_judge (self->network, self->measure, self->device);
}

static char *
describe_answer (const HuisVerdict *verdict, HuisAnswerKind kind)
{
  if (kind == HUIS_ANSWER_LATER)
    return g_strdup (_ ("You want to do this later."));
  if (kind == HUIS_ANSWER_CANNOT)
    return g_strdup (_ ("You said that it is not possible here."));
  if (verdict->reason != NULL && *verdict->reason != '\0')
    /* Translators: %s is the reason in the person's own words. */
    return g_strdup_printf (_ ("Your reason: %s"), verdict->reason);

  return huis_verdict_dup_witness_text (verdict);
}

char *
huis_task_dup_summary (HuisTask *self)
{
  g_autoptr (HuisVerdict) verdict = huis_task_judge (self);

  if (verdict->witness == HUIS_WITNESS_SAID && verdict->saw == NULL)
    return describe_answer (verdict, huis_task_get_answer_kind (self));
  if (verdict->witness == HUIS_WITNESS_SAID && verdict->status != HUIS_STATUS_TO_DO)
    return describe_answer (verdict, huis_task_get_answer_kind (self));
  if (verdict->saw != NULL)
    return g_strdup (verdict->saw);
  if (verdict->reason != NULL && *verdict->reason != '\0')
    return g_strdup (verdict->reason);

  return g_strdup (huis_catalogue_text (self->measure->question != NULL ? self->measure->question
                                                                        : self->measure->why));
}

gboolean
huis_task_asks (HuisTask *self, HuisQuestion *question)
{
  return self->device != NULL && huis_measure_asks (self->measure, question);
}

const HuisAnswer *
huis_task_get_answer (HuisTask *self)
{
  return huis_answers_get (huis_network_get_answers (self->network), self->measure->id,
                           self->device != NULL ? huis_device_get_id (self->device) : NULL);
}

HuisAnswerKind
huis_task_get_answer_kind (HuisTask *self)
{
  const HuisAnswer *answer = huis_task_get_answer (self);

  return answer != NULL ? answer->kind : HUIS_ANSWER_NONE;
}

void
huis_task_answer (HuisTask *self, HuisAnswerKind kind, const char *reason, gboolean others)
{
  huis_alike_answer (self->network, self->measure->id, self->device, others, kind, reason,
                     g_get_real_time () / G_USEC_PER_SEC);
}

void
huis_task_set_note (HuisTask *self, const char *note)
{
  huis_answers_set_note (huis_network_get_answers (self->network), self->measure->id,
                         self->device != NULL ? huis_device_get_id (self->device) : NULL, note);
}

GPtrArray *
huis_task_list_alike (HuisTask *self)
{
  if (self->device == NULL)
    return g_ptr_array_new ();

  return huis_alike_list (self->network, self->device);
}

gboolean
huis_task_can_look (HuisTask *self)
{
  /* What these check was said, not seen: looking tells nothing new. */
  static const char *const said[] = { "support", "unknown-device", NULL };

  if (self->measure->check == NULL || self->measure->scope == HUIS_SCOPE_HOME ||
      g_strv_contains (said, self->measure->check))
    return FALSE;

  return self->device == NULL || huis_device_get_address (self->device) != NULL;
}

HuisDevice *
huis_task_get_look_target (HuisTask *self)
{
  /* It is the router that tells which doors lead to a device. */
  return g_strcmp0 (self->measure->check, "opening-to-device") == 0 ? NULL : self->device;
}
