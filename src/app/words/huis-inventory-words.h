/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-session.h"

G_BEGIN_DECLS

/* Why there is no list, and the one thing to do about it. All texts are msgids. */
typedef struct
{
  const char *icon_name;
  const char *title;
  const char *text;
  const char *button;
  const char *action; /* a detailed action of the page or of the frame */
} HuisEmptiness;

/* %NULL where there is a list to show. */
const HuisEmptiness *huis_inventory_words_empty (HuisSession *session);

/* How far the look is, or what came of it: one sentence. */
char *huis_inventory_words_look (HuisSession *session);

G_END_DECLS
