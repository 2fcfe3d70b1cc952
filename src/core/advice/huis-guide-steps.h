/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-xml.h"

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The steps that data/routers and data/makers are made of, put into words. The words of a menu
 * stay in the device's own language; all else is given in the language of the moment.
 *
 *   <text>          what to do, or what is so: a msgid
 *   <app words>     the app to open
 *   <path words>    a way through a menu, "Security|Users"; also: where else it may be; dutch: the
 *                   same way in a Dutch menu
 *   <switch words>  the name of one switch; to: on or off; dutch
 *   <look words>    words that are usual; near: where they may stand
 *
 * Each has a certainty and a source.
 */

/* How far the words of a step can be relied upon. */
typedef enum
{
  HUIS_CERTAINTY_LOOK_FOR, /* words that are usual: to look for, not to find */
  HUIS_CERTAINTY_LIKELY,   /* from notes of other owners */
  HUIS_CERTAINTY_SURE,     /* from the maker's own manual, help or program */
} HuisCertainty;

#define HUIS_TYPE_CERTAINTY (huis_certainty_get_type ())
GType huis_certainty_get_type (void);

typedef struct
{
  char *text; /* translated */
  HuisCertainty certainty;
  const char *source; /* as in the data: see huis_guide_steps_dup_sources(); may be %NULL */
  gboolean shows;     /* it names what stands on a screen: a way, a switch, words to look for */
  const char *date;   /* the day it was true, ISO 8601; %NULL where that does not matter */
} HuisGuideStep;

/* An empty list of HuisGuideStep *. */
GPtrArray *huis_guide_steps_new (void);

/* Adds what this program knows for itself. Takes @text. */
void huis_guide_steps_add_text (GPtrArray *steps, char *text);
/* Adds the children of @node, which were true on @date. Both must outlive @steps. */
void huis_guide_steps_add (GPtrArray *steps, const HuisXml *node, const char *date);

/* The small print below @steps: how sure it is, who says so, on which day. Translated. */
char *huis_guide_steps_dup_sources (const GPtrArray *steps);

G_END_DECLS
