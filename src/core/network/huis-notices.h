/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-observation.h"

G_BEGIN_DECLS

/*
 * What limited a look, in words: the sentence for the "code" of an observation "notice", with what
 * it means and what can be done. Translated; never %NULL.
 */
const char *huis_notice_to_text (HuisObservation *notice);

G_END_DECLS
