/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"
#include "huis-router-guides.h"
#include "huis-session.h"

G_BEGIN_DECLS

/*
 * One measure as it stands before the person: in the network that is being worked at, for one
 * device or, without one, for the home or the router. It keeps nothing of its own: all it says is
 * derived anew, and all it is told goes to the network.
 */
#define HUIS_TYPE_TASK (huis_task_get_type ())
G_DECLARE_FINAL_TYPE (HuisTask, huis_task, HUIS, TASK, GObject)

/* The network is the session's of now; there must be one. @device may be %NULL. */
HuisTask *huis_task_new (HuisSession *session,
                         HuisCatalogue *catalogue,
                         const HuisMeasure *measure,
                         HuisDevice *device);

HuisSession *huis_task_get_session (HuisTask *self);
HuisNetwork *huis_task_get_network (HuisTask *self);
HuisCatalogue *huis_task_get_catalogue (HuisTask *self);
const HuisMeasure *huis_task_get_measure (HuisTask *self);
HuisDevice *huis_task_get_device (HuisTask *self);

/* The guide of this very router, for what to do in its own words. Keeps a reference to @guides. For
 * a device, the guide of its maker is the network's to find. */
void huis_task_set_guide (HuisTask *self, HuisRouterGuides *guides, const HuisRouterGuide *guide);
/* Whether there are steps for this very router, or for devices of this maker. */
gboolean huis_task_has_guide (HuisTask *self);
/* What to do, char *, translated; with @usual the usual words alone, without those of a guide. */
GPtrArray *huis_task_list_steps (HuisTask *self, gboolean usual);
/* The small print under these steps, translated. */
char *huis_task_dup_sources (HuisTask *self, gboolean usual);

/* A page that tells more. */
typedef struct
{
  char *label; /* translated, for a button */
  const char *href;
} HuisTaskLink;

/* HuisTaskLink *: those of the maker, then those of the measure. */
GPtrArray *huis_task_list_links (HuisTask *self);

HuisVerdict *huis_task_judge (HuisTask *self);
/* One sentence on how it stands, translated. Never empty. */
char *huis_task_dup_summary (HuisTask *self);

/* The question of the Connection step that this is, where it is one. */
gboolean huis_task_asks (HuisTask *self, HuisQuestion *question);

const HuisAnswer *huis_task_get_answer (HuisTask *self);
HuisAnswerKind huis_task_get_answer_kind (HuisTask *self);
/* @others: for all devices that are alike, too. */
void huis_task_answer (HuisTask *self, HuisAnswerKind kind, const char *reason, gboolean others);
void huis_task_set_note (HuisTask *self, const char *note);
/* The devices that are alike: see huis_alike_list(). */
GPtrArray *huis_task_list_alike (HuisTask *self);

/* Whether another look can tell something: there is a check, and something to look at. */
gboolean huis_task_can_look (HuisTask *self);
/* What to look at for that: a device, or %NULL for the router. */
HuisDevice *huis_task_get_look_target (HuisTask *self);

G_END_DECLS
