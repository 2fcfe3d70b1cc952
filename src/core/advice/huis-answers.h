/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-json.h"

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * What the person said of each measure: for the whole home, or for one device. Each answer keeps
 * its date, a note and, where a risk is accepted, the reason. Signal "changed".
 */

#define HUIS_TYPE_ANSWERS (huis_answers_get_type ())
G_DECLARE_FINAL_TYPE (HuisAnswers, huis_answers, HUIS, ANSWERS, GObject)

typedef enum
{
  HUIS_ANSWER_NONE,
  HUIS_ANSWER_DONE,           /* "I did this" */
  HUIS_ANSWER_LATER,          /* still to do */
  HUIS_ANSWER_CANNOT,         /* the device does not let me; still to do, in another way */
  HUIS_ANSWER_NOT_APPLICABLE, /* does not apply here */
  HUIS_ANSWER_ACCEPTED,       /* the risk is known and taken; @reason says why */
} HuisAnswerKind;

#define HUIS_TYPE_ANSWER_KIND (huis_answer_kind_get_type ())
GType huis_answer_kind_get_type (void);

typedef struct
{
  HuisAnswerKind kind;
  gint64 when;  /* unix time */
  char *reason; /* clean, or %NULL */
  char *note;   /* clean, or %NULL */
} HuisAnswer;

HuisAnswers *huis_answers_new (void);

/* @device_id is %NULL for the home and its router. Borrowed; %NULL where nothing was said. */
const HuisAnswer *
huis_answers_get (HuisAnswers *self, const char *measure_id, const char *device_id);
/* %HUIS_ANSWER_NONE takes an answer back; its note stays. @reason is kept with the answer. */
void huis_answers_set (HuisAnswers *self,
                       const char *measure_id,
                       const char *device_id,
                       HuisAnswerKind kind,
                       const char *reason,
                       gint64 now);
void huis_answers_set_note (HuisAnswers *self,
                            const char *measure_id,
                            const char *device_id,
                            const char *note);

JsonArray *huis_answers_to_json (HuisAnswers *self);
void huis_answers_load_json (HuisAnswers *self, JsonArray *answers);

G_END_DECLS
