/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-assessment.h"
#include "huis-door-list.h"
#include "huis-trip-scene.h"

G_BEGIN_DECLS

/* What the one button of a test does now. */
typedef enum
{
  HUIS_TRIP_ACT_NONE,
  HUIS_TRIP_ACT_BEGIN,
  HUIS_TRIP_ACT_AGREE,
  HUIS_TRIP_ACT_COME_HOME,
  HUIS_TRIP_ACT_COMPARE_AGAIN,
  HUIS_TRIP_ACT_ASK_ROUTER, /* look at the router again: it may tell its address now */
  HUIS_TRIP_ACT_LOOK,       /* look at everything again: it has other addresses now */
} HuisTripAct;

/* What is said on the way of a trip, stage by stage. Everything is translated. */
typedef struct
{
  const char *headline; /* where we are; %NULL before the beginning */
  const char *trouble;  /* what stands in the way, or %NULL */
  GPtrArray *lines;     /* char *: what to do, in order */
  gboolean numbered;    /* whether the lines are steps */
  const char *note;     /* what to mind, or %NULL */
  HuisTripAct act;
  const char *button; /* what to press to go on, or %NULL */
  const char *stop;   /* what to press to leave, or %NULL */
  gboolean waiting;   /* Huiswacht waits for something to happen */
} HuisTripWords;

HuisTripWords *huis_trip_words_new (const HuisTripScene *scene);
void huis_trip_words_free (HuisTripWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisTripWords, huis_trip_words_free)

/* The name of the test, and what it is for. */
const char *huis_trip_words_title (HuisTripKind kind);
const char *huis_trip_words_purpose (HuisTripKind kind);

/* One thing that a trip found. */
typedef struct
{
  HuisStatus status; /* to do: a hole; not tested: we do not know */
  char *title;
  char *text;
} HuisTripResult;

/* Of HuisTripResult: what @trip, which came to a good end, found. @list may be %NULL. */
GPtrArray *huis_trip_words_list_results (HuisTrip *trip, HuisNetwork *network, HuisDoorList *list);
/* When it was, from where, and how much was tried. */
char *huis_trip_words_describe (HuisTrip *trip);

G_END_DECLS
